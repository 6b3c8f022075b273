<?xml version="1.0" encoding="UTF-8"?>
<!-- an attribute not escaped -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:attribute name="title"><xsl:value-of select="@name" disable-output-escaping="yes"/></xsl:attribute>x</p></xsl:template>
</xsl:stylesheet>

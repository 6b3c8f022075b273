<?xml version="1.0" encoding="UTF-8"?>
<!-- a field that is only a text -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:field[@name = 'description']" mode="field" priority="9">
    <p><xsl:apply-templates select="." mode="label"/>: <xsl:value-of select="p:value"/></p>
  </xsl:template>
</xsl:stylesheet>

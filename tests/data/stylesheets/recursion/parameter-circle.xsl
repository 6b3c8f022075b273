<?xml version="1.0" encoding="UTF-8"?>
<!-- two parameters of each other -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:param name="a" select="concat($b, 1)"/>
  <xsl:param name="b" select="concat($a, 1)"/>
  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="$a"/></p></xsl:template>
</xsl:stylesheet>

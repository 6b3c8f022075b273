<?xml version="1.0" encoding="UTF-8"?>
<!-- numbers the Danish way -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:decimal-format name="danish" decimal-separator="," grouping-separator="."/>
  <xsl:template match="p:page" mode="foot.after"><span><xsl:value-of select="format-number(1158.5, '#.##0,0', 'danish')"/> <xsl:number value="4" format="I"/></span></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- two templates that call each other -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:call-template name="one"/></xsl:template>
  <xsl:template name="one">
    <xsl:call-template name="two"/>
  </xsl:template>
  <xsl:template name="two">
    <xsl:call-template name="one"/>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a template that calls itself inside a variable -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:call-template name="v"/></xsl:template>
  <xsl:template name="v">
    <xsl:variable name="x"><xsl:call-template name="v"/></xsl:variable>
    <xsl:value-of select="$x"/>
  </xsl:template>
</xsl:stylesheet>

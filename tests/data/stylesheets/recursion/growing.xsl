<?xml version="1.0" encoding="UTF-8"?>
<!-- a template that calls itself with ever longer text -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:call-template name="n"><xsl:with-param name="t" select="'x'"/></xsl:call-template></xsl:template>
  <xsl:template name="n">
    <xsl:param name="t"/>
    <xsl:call-template name="n"><xsl:with-param name="t" select="concat($t, 'x')"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

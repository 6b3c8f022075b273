<?xml version="1.0" encoding="UTF-8"?>
<!-- towers of Hanoi of 30 discs -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:call-template name="move"><xsl:with-param name="n" select="30"/></xsl:call-template></xsl:template>
  <xsl:template name="move">
    <xsl:param name="n"/>
    <xsl:if test="$n">
      <xsl:call-template name="move"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="move"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

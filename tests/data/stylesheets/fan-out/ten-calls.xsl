<?xml version="1.0" encoding="UTF-8"?>
<!-- 10^8 calls at depth 8 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:call-template name="t"><xsl:with-param name="n" select="8"/></xsl:call-template></xsl:template>
  <xsl:template name="t">
    <xsl:param name="n"/>
    <xsl:if test="$n &gt; 0">
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Ackermann's function -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:call-template name="ack"><xsl:with-param name="m" select="3"/><xsl:with-param name="n" select="12"/></xsl:call-template></p></xsl:template>
  <xsl:template name="ack">
    <xsl:param name="m"/>
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$m = 0"><xsl:value-of select="$n + 1"/></xsl:when>
      <xsl:when test="$n = 0"><xsl:call-template name="ack"><xsl:with-param name="m" select="$m - 1"/><xsl:with-param name="n" select="1"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="i"><xsl:call-template name="ack"><xsl:with-param name="m" select="$m"/><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:variable>
        <xsl:call-template name="ack"><xsl:with-param name="m" select="$m - 1"/><xsl:with-param name="n" select="$i"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

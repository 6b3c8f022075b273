<?xml version="1.0" encoding="UTF-8"?>
<!-- 2^30 calls that write nothing -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:variable name="v"><xsl:call-template name="t"><xsl:with-param name="n" select="30"/></xsl:call-template></xsl:variable>
    <p><xsl:value-of select="$v"/></p>
  </xsl:template>
  <xsl:template name="t">
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$n = 0"/>
      <xsl:otherwise><xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template><xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

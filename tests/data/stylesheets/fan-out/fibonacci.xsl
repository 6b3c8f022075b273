<?xml version="1.0" encoding="UTF-8"?>
<!-- Fibonacci the slow way -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:call-template name="fib"><xsl:with-param name="n" select="45"/></xsl:call-template></p></xsl:template>
  <xsl:template name="fib">
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$n &lt; 2"><xsl:value-of select="$n"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="a"><xsl:call-template name="fib"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:variable>
        <xsl:variable name="b"><xsl:call-template name="fib"><xsl:with-param name="n" select="$n - 2"/></xsl:call-template></xsl:variable>
        <xsl:value-of select="$a + $b"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

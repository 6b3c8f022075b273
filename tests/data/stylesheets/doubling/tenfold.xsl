<?xml version="1.0" encoding="UTF-8"?>
<!-- a text made ten times longer, ten times -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:call-template name="d"><xsl:with-param name="n" select="10"/><xsl:with-param name="s" select="'x'"/></xsl:call-template></xsl:template>
  <xsl:template name="d">
    <xsl:param name="n"/>
    <xsl:param name="s"/>
    <xsl:choose>
      <xsl:when test="$n = 0"><p><xsl:value-of select="string-length($s)"/></p></xsl:when>
      <xsl:otherwise><xsl:call-template name="d"><xsl:with-param name="n" select="$n - 1"/><xsl:with-param name="s" select="concat($s, $s, $s, $s, $s, $s, $s, $s, $s, $s)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- the whole page applied twice at each node -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:apply-templates select="." mode="twice"/></xsl:template>
  <xsl:template match="*" mode="twice">
    <xsl:param name="n" select="24"/>
    <xsl:if test="$n &gt; 0">
      <xsl:apply-templates select=". | .." mode="twice"><xsl:with-param name="n" select="$n - 1"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="twice"><xsl:with-param name="n" select="$n - 1"/></xsl:apply-templates>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

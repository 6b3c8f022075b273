<?xml version="1.0" encoding="UTF-8"?>
<!-- modes and attribute sets of the layer's own -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:attribute-set name="quiet"><xsl:attribute name="class">sp-quiet sp-small</xsl:attribute></xsl:attribute-set>
  <xsl:template match="p:page" mode="foot.after"><xsl:apply-templates select="p:user" mode="own.signature"><xsl:with-param name="before" select="'Vist for '"/></xsl:apply-templates></xsl:template>
  <xsl:template match="p:user" mode="own.signature">
    <xsl:param name="before"/>
    <span xsl:use-attribute-sets="quiet"><xsl:value-of select="$before"/><xsl:value-of select="@name"/></span>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- As base/all.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:base/all.xsl"/>

  <xsl:template match="p:content" mode="body"><xsl:apply-templates select="p:course"/></xsl:template>
  <xsl:template match="p:course"><xsl:apply-templates select="p:citizen" mode="marks"/><table><xsl:apply-templates select="p:focus-area"/></table><xsl:apply-templates select="p:form"/></xsl:template>
  <xsl:template match="p:citizen" mode="marks"><xsl:apply-templates select="@protected" mode="mark"/></xsl:template>
  <xsl:template match="@*" mode="mark"><i><xsl:value-of select="."/></i></xsl:template>
  <xsl:template match="p:focus-area"><tr><xsl:apply-templates select="." mode="cells"/><xsl:apply-templates select="." mode="focus-area.after"/></tr></xsl:template>
  <xsl:template match="p:focus-area" mode="cells"><td><xsl:value-of select="@icf-title"/></td><td><xsl:apply-templates select="@created-at" mode="show"/></td></xsl:template>
  <xsl:template match="p:focus-area" mode="focus-area.after"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- A small stand-in for the shipped sheets, with modes and hooks by their names: many layers a second are compiled on it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:param name="base"/>
  <xsl:param name="static" select="concat($base, '/static')"/>
  <xsl:param name="version"/>
  <xsl:param name="site"/>
  <xsl:param name="demo"/>
  <xsl:param name="radio-max" select="4"/>

  <xsl:template match="/"><xsl:apply-templates select="p:page"/></xsl:template>
  <xsl:template match="p:page">
    <html lang="{@lang}">
      <head><title><xsl:apply-templates select="." mode="title"/></title><xsl:apply-templates select="." mode="head.after"/></head>
      <body>
        <xsl:apply-templates select="p:user" mode="bar"/>
        <xsl:apply-templates select="." mode="main"/>
        <xsl:apply-templates select="." mode="foot.after"/>
      </body>
    </html>
  </xsl:template>
  <xsl:template match="p:page" mode="title"><xsl:apply-templates select="p:content" mode="title"/></xsl:template>
  <xsl:template match="p:content" mode="title"><xsl:value-of select="s:first(concat('page.', ../@program, '.', ../@name), 'product')"/></xsl:template>
  <xsl:template match="p:page" mode="main">
    <main id="main">
      <xsl:apply-templates select="." mode="notices"/>
      <xsl:apply-templates select="p:content" mode="body"/>
      <xsl:apply-templates select="." mode="main.after"/>
    </main>
  </xsl:template>
  <xsl:template match="p:page" mode="notices"><xsl:apply-templates select="p:notice"/><xsl:apply-templates select="." mode="notices.after"/></xsl:template>
  <xsl:template match="p:user" mode="bar"><b><xsl:value-of select="@name"/></b><xsl:apply-templates select="p:form"/></xsl:template>
  <xsl:template match="@*" mode="show"><xsl:value-of select="s:show(.)"/></xsl:template>
  <xsl:template match="p:form">
    <form action="{@action}" method="{@method}"><xsl:apply-templates select="." mode="hidden"/><xsl:apply-templates select="p:field" mode="field"/><xsl:apply-templates select="p:submit"/></form>
  </xsl:template>
  <xsl:template match="p:form" mode="hidden"><xsl:apply-templates select="p:token | p:once" mode="hidden"/></xsl:template>
  <xsl:template match="p:token | p:once" mode="hidden"><input type="hidden" name="{local-name()}" value="{.}"/></xsl:template>
  <xsl:template match="p:field" mode="field"><label><xsl:value-of select="s:own('field', 'label')"/><input name="{@name}" value="{p:value}"/></label></xsl:template>
  <xsl:template match="p:submit"><button name="submit" value="{@name}"><xsl:value-of select="s:own('submit')"/></button></xsl:template>
  <xsl:template match="p:page" mode="head.after"/>
  <xsl:template match="p:page" mode="notices.after"/>
  <xsl:template match="p:page" mode="main.after"/>
  <xsl:template match="p:page" mode="foot.after"/>
</xsl:stylesheet>

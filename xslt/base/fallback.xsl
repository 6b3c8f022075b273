<?xml version="1.0" encoding="UTF-8"?>
<!--
  fallback: any content, tolerably, until its page has templates of its own.

  Modes        part     an element under <content>: what base knows how to draw is drawn; all else becomes a heading and its facts
               raw      an attribute or element: a row of a <dl>, its name where it has no label
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <xsl:template match="p:form | p:list | p:chart | p:error | p:tabs | p:steps" mode="part" priority="1">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <xsl:template match="p:breadcrumbs" mode="part" priority="1"/>

  <xsl:template match="*" mode="part">
    <section>
      <h2><xsl:apply-templates select="." mode="part-heading"/></h2>
      <xsl:if test="@*">
        <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="@*" mode="raw"/></dl>
      </xsl:if>
      <xsl:apply-templates select="*" mode="part"/>
    </section>
  </xsl:template>

  <xsl:template match="*[not(*)][text()]" mode="part">
    <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="@* | ." mode="raw"/></dl>
  </xsl:template>

  <xsl:template match="*" mode="part-heading">
    <xsl:value-of select="s:label-or(concat('element.', local-name()), local-name())"/>
  </xsl:template>

  <xsl:template match="@* | *" mode="raw">
    <div>
      <dt><xsl:value-of select="s:label-or(concat('field.', local-name()), local-name())"/></dt>
      <dd><xsl:apply-templates select="." mode="show"/></dd>
    </div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="fallback">Any content, tolerably, until its page has templates of its own: no page is ever blank.
    Whoever writes a new page sees it at once, and a child of p:content that nobody thought of is shown, not
    lost.</doc:sheet>

  <doc:mode name="part" match="p:form | p:list | p:chart | p:error | p:tabs | p:steps | p:breadcrumbs | *">A child of
    p:content whose page has no templates of its own: what base can draw is drawn, all else becomes a heading and its
    facts.</doc:mode>
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

  <doc:mode name="part-heading" match="*">The heading of such a part: label element.NAME, else the element's
    name.</doc:mode>
  <xsl:template match="*" mode="part-heading">
    <xsl:value-of select="s:label-or(concat('element.', local-name()), local-name())"/>
  </xsl:template>

  <doc:mode name="raw" match="@* | *">A row of a &lt;dl&gt;, with the name itself where it has no label
    field.NAME.</doc:mode>
  <xsl:template match="@* | *" mode="raw">
    <div>
      <dt><xsl:value-of select="s:label-or(concat('field.', local-name()), local-name())"/></dt>
      <dd><xsl:apply-templates select="." mode="show"/></dd>
    </div>
  </xsl:template>
</xsl:stylesheet>

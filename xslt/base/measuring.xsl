<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="measuring">All that is measured of an intervention, as one form: of the provider and of the citizen. A program's stylesheet imports this
    after all.xsl.</doc:sheet>

  <!-- Why there is no value, and words to it, stand folded under the value. -->
  <xsl:template match="p:form[@name = 'measurement']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <xsl:apply-templates select="p:field[starts-with(@name, 'value-')]" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:form[@name = 'measurement']/p:field[@low]" mode="field" priority="4">
    <xsl:param name="form" select="../@name"/>
    <xsl:variable name="id" select="concat($form, '-', @name)"/>
    <fieldset class="form-group sp-question">
      <xsl:if test="p:error"><xsl:attribute name="class">form-group sp-question form-error</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="described"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="''"/></xsl:apply-templates>
      <legend id="{$id}-legend"><xsl:apply-templates select="." mode="label"/></legend>
      <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="ends"/>
      <xsl:apply-templates select="." mode="scale"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="measuring-more"><xsl:with-param name="form" select="$form"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="field.after"/>
    </fieldset>
  </xsl:template>

  <doc:mode name="ends" match="p:field">What the least and the greatest number of a scale mean.</doc:mode>
  <xsl:template match="p:field" mode="ends">
    <div class="sp-ends"><span><xsl:value-of select="s:label('answer.end', 'n', @min, 'words', @low)"/></span><span><xsl:value-of select="s:label('answer.end', 'n', @max, 'words', @high)"/></span></div>
  </xsl:template>

  <doc:mode name="measuring-more" match="p:field">Why there is no value, and words to it: open where something stands there. <doc:with name="form">What the ids
    begin with.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="measuring-more">
    <xsl:param name="form"/>
    <xsl:variable name="n" select="substring-after(@name, 'value-')"/>
    <xsl:variable name="more" select="../p:field[@name = concat('not-possible-', $n) or @name = concat('comment-', $n)]"/>
    <details class="sp-gap-s">
      <xsl:if test="$more/p:value or $more/p:error"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('measuring.more')"/></summary>
      <xsl:apply-templates select="$more" mode="field"><xsl:with-param name="form" select="$form"/></xsl:apply-templates>
    </details>
  </xsl:template>

  <xsl:template match="p:form[@name = 'measurement']/p:field[starts-with(@name, 'not-possible-')]" mode="label">
    <xsl:value-of select="s:label('field.not-possible')"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'measurement']/p:field[starts-with(@name, 'comment-')]" mode="label">
    <xsl:value-of select="s:label('measuring.comment')"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'measurement']/p:field" mode="optional"/>

  <doc:mode match="p:typed">What was typed for a goal that is not asked any more: to be read, and copied.</doc:mode>
  <xsl:template match="p:typed">
    <div class="sp-note sp-note--yellow" data-keep="typed">
      <p class="sp-strong"><xsl:value-of select="s:label('measuring.typed', 'question', @question)"/></p>
      <p class="sp-text"><xsl:value-of select="@value"/><xsl:if test="@not-possible"><xsl:text> </xsl:text><xsl:value-of select="@not-possible"/></xsl:if></p>
      <xsl:if test="@comment"><p class="sp-text"><xsl:value-of select="@comment"/></p></xsl:if>
    </div>
  </xsl:template>
</xsl:stylesheet>

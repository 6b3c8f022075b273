<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="filling">Staff fill in for the citizen; the empty questionnaire on paper.</doc:sheet>

  <!-- Staff fill in -->

  <xsl:template match="p:content[p:filling]" mode="title">
    <xsl:value-of select="s:label('filling.of', 'name', p:filling/p:citizen/@name)"/>
  </xsl:template>
  <xsl:template match="p:content[p:filling]" mode="heading"/>
  <xsl:template match="p:content[p:filling]" mode="banner">
    <xsl:apply-templates select="p:filling" mode="banner"/>
  </xsl:template>

  <doc:mode name="banner" match="p:filling">Whose answers they are.</doc:mode>
  <xsl:template match="p:filling" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:apply-templates select=".." mode="title"/></h1>
          <xsl:apply-templates select="p:citizen" mode="line"/>
        </div>
        <p class="sp-quiet"><xsl:value-of select="@title"/></p>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="p:content[p:filling]" mode="body">
    <xsl:apply-templates select="p:filling"/>
  </xsl:template>

  <doc:mode match="p:filling">All questions on one page.</doc:mode>
  <xsl:template match="p:filling">
    <div class="sp-fill">
      <p><xsl:apply-templates select="." mode="how"/></p>
      <p class="sp-quiet"><xsl:value-of select="s:label('filling.help')"/></p>
      <p class="sp-quiet"><xsl:value-of select="s:label('filling.so-far', 'answered', @answered, 'total', @total)"/></p>
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="." mode="filling.after"/>
    </div>
  </xsl:template>

  <doc:hook name="filling.after" match="p:filling">Below the questions that staff fill in.</doc:hook>
  <xsl:template match="p:filling" mode="filling.after"/>

  <doc:mode name="how" match="p:filling">With the citizen at hand, or from paper written on a day.</doc:mode>
  <xsl:template match="p:filling" mode="how"><xsl:value-of select="s:label('filling.with')"/></xsl:template>
  <xsl:template match="p:filling[@written-on]" mode="how">
    <xsl:value-of select="s:label('filling.paper', 'date', s:date(@written-on))"/>
  </xsl:template>

  <!-- A part's heading stands before the first of its questions.  What stands beside a question is drawn by that. -->
  <xsl:template match="p:filling/p:form/p:field[not(contains(@name, '.'))]" mode="field" priority="4">
    <xsl:param name="form" select="../@name"/>
    <xsl:apply-templates select="../../p:section[@first = current()/@name]" mode="part"/>
    <xsl:apply-templates select="." mode="question"><xsl:with-param name="id" select="concat($form, '-', @name)"/></xsl:apply-templates>
  </xsl:template>
  <!-- Numbered as on paper. -->
  <xsl:template match="p:filling/p:form/p:field[@number]" mode="label">
    <xsl:value-of select="@number"/><xsl:text>. </xsl:text><xsl:value-of select="p:label"/>
  </xsl:template>

  <doc:mode name="part" match="p:section | p:part">A part's heading; on paper with its questions.</doc:mode>
  <xsl:template match="p:section" mode="part"><h2><xsl:value-of select="@title"/></h2></xsl:template>

  <!-- One button sends, whatever the last page of the citizen's has. -->
  <xsl:template match="p:filling/p:form/p:submit[@name = 'back' or (@name = 'send' and ../p:submit/@name = 'next')]" priority="3"/>
  <xsl:template match="p:filling/p:form/p:submit" mode="text"><xsl:value-of select="s:label(concat('submit.filling.', @name))"/></xsl:template>

  <!-- On paper -->

  <xsl:template match="p:content[p:paper]" mode="title">
    <xsl:value-of select="s:label('paper.title', 'title', p:paper/@title)"/>
  </xsl:template>
  <xsl:template match="p:content[p:paper]" mode="heading"/>
  <xsl:template match="p:content[p:paper]" mode="body">
    <xsl:apply-templates select="p:paper"/>
  </xsl:template>

  <doc:mode match="p:paper">The empty questionnaire, made for A4.</doc:mode>
  <xsl:template match="p:paper">
    <div class="sp-noprint sp-stack-s">
      <p><a href="{@back}"><xsl:value-of select="s:label('paper.back')"/></a></p>
      <p class="sp-quiet"><xsl:value-of select="s:label('paper.help')"/></p>
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="." mode="print"/>
    </div>
    <article class="sp-paper" lang="{@lang}" dir="{@dir}">
      <header>
        <h1><xsl:value-of select="@title"/></h1>
        <p class="sp-quiet"><bdi lang="{/p:page/@lang}" dir="auto"><xsl:value-of select="s:label('paper.number', 'number', @screening, 'code', @code, 'version', @version)"/></bdi></p>
      </header>
      <xsl:apply-templates select="p:intro | p:information" mode="paper"/>
      <xsl:apply-templates select="p:part" mode="part"/>
      <xsl:apply-templates select="." mode="paper.after"/>
    </article>
  </xsl:template>

  <doc:hook name="paper.after" match="p:paper">At the end of the questionnaire on paper, for where to hand it in.</doc:hook>
  <xsl:template match="p:paper" mode="paper.after"/>

  <doc:mode name="paper" match="p:intro | p:information | p:ask">What stands on paper: before the questions, and each of them.</doc:mode>
  <xsl:template match="p:intro | p:information" mode="paper"><p class="sp-text"><xsl:value-of select="."/></p></xsl:template>

  <xsl:template match="p:part" mode="part">
    <h2><xsl:value-of select="@title"/></h2>
    <xsl:apply-templates select="p:ask" mode="paper"/>
  </xsl:template>

  <xsl:template match="p:ask" mode="paper">
    <section class="sp-paper__q">
      <h3><xsl:value-of select="@number"/>. <xsl:value-of select="p:text"/></h3>
      <xsl:if test="p:help"><p class="sp-small"><xsl:value-of select="p:help"/></p></xsl:if>
      <xsl:apply-templates select="." mode="space"/>
      <ul class="sp-paper__ticks sp-paper__ticks--quiet">
        <xsl:if test="@dont-know"><li><xsl:value-of select="../../p:dont-know"/></li></xsl:if>
        <li><xsl:value-of select="../../p:declined"/></li>
      </ul>
    </section>
  </xsl:template>

  <doc:mode name="space" match="p:ask">Where it is answered: boxes to tick, numbers, or lines to write on.</doc:mode>
  <xsl:template match="p:ask" mode="space">
    <ul class="sp-paper__ticks"><xsl:apply-templates select="p:tick" mode="tick"/></ul>
  </xsl:template>
  <xsl:template match="p:ask[@kind = 'scale']" mode="space">
    <xsl:if test="@low"><div class="sp-ends"><span><xsl:value-of select="@low"/></span><span><xsl:value-of select="@high"/></span></div></xsl:if>
    <ul class="sp-paper__scale"><xsl:apply-templates select="p:tick" mode="tick"/></ul>
  </xsl:template>
  <xsl:template match="p:ask[@kind = 'number' or @kind = 'date']" mode="space">
    <p class="sp-paper__line sp-paper__line--short"><xsl:value-of select="@unit"/></p>
  </xsl:template>
  <xsl:template match="p:ask[@kind = 'text']" mode="space">
    <p class="sp-paper__line"/>
    <p class="sp-paper__line"/>
    <p class="sp-paper__line"/>
  </xsl:template>

  <doc:mode name="tick" match="p:tick">A box to tick.</doc:mode>
  <xsl:template match="p:tick" mode="tick"><li><xsl:value-of select="."/></li></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>
  <xsl:import href="samspil:base/questions.xsl"/>

  <doc:sheet name="answer">The pages of samspil-answer: what citizens see, on any device, once. No menu, big targets,
    plain words.</doc:sheet>

  <!-- The frame: the municipality's name instead of ours, one narrow column -->

  <xsl:template match="p:page" mode="bar">
    <header class="sp-bar">
      <div class="sp-bar__in sp-bar__in--ask">
        <xsl:apply-templates select="." mode="bar.before"/>
        <span class="sp-bar__name">
          <xsl:if test="$logo != ''"><xsl:apply-templates select="." mode="bar.logo"/></xsl:if>
          <xsl:value-of select="$site"/>
          <xsl:apply-templates select="." mode="bar.demo"/>
        </span>
        <xsl:apply-templates select="." mode="bar.after"/>
      </div>
    </header>
  </xsl:template>

  <xsl:template match="p:page" mode="main">
    <main id="main" class="sp-ask">
      <xsl:apply-templates select="." mode="notices"/>
      <xsl:apply-templates select="p:content" mode="heading"/>
      <xsl:apply-templates select="p:content" mode="body.before"/>
      <xsl:apply-templates select="p:content" mode="body"/>
      <xsl:apply-templates select="." mode="main.after"/>
    </main>
  </xsl:template>

  <xsl:template match="p:content" mode="body">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <doc:hook name="answer.after" match="p:content">At the end of each of these pages.</doc:hook>
  <xsl:template match="p:content" mode="answer.after"/>

  <!-- The code -->

  <doc:mode match="p:welcome">The page that asks for the code.</doc:mode>
  <xsl:template match="p:welcome">
    <p class="sp-lead"><xsl:value-of select="s:label('answer.welcome')"/></p>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <p class="sp-quiet sp-small sp-saved"><xsl:value-of select="s:label('answer.lost-code')"/></p>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'code']/p:field[@name = 'code']" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <input class="form-input sp-code-input" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" dir="ltr" id="{$id}" name="{@name}" value="{p:value}">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
    </input>
  </xsl:template>

  <!-- The questionnaire: a section a page -->

  <xsl:template match="p:content[p:questionnaire]" mode="title">
    <xsl:value-of select="p:questionnaire/p:section/@title"/>
  </xsl:template>

  <xsl:template match="p:content[p:questionnaire]" mode="heading">
    <xsl:apply-templates select="p:questionnaire" mode="step"/>
    <h1><xsl:apply-templates select="." mode="title"/></h1>
  </xsl:template>

  <doc:mode match="p:questionnaire">A section of the questionnaire: introduction, questions, buttons.</doc:mode>
  <xsl:template match="p:questionnaire">
    <xsl:apply-templates select="p:intro"/>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <p class="sp-quiet sp-small sp-saved"><xsl:value-of select="s:label('answer.saved')"/></p>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <!-- A measurement -->

  <xsl:template match="p:content[p:measuring]" mode="title">
    <xsl:value-of select="s:label('answer.measuring', 'title', p:measuring/@title)"/>
  </xsl:template>

  <doc:mode match="p:measuring">A measurement: its form, or that there is nothing to measure.</doc:mode>
  <xsl:template match="p:measuring">
    <xsl:if test="not(p:form)"><p><xsl:value-of select="s:label('answer.nothing-to-measure')"/></p></xsl:if>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'measurement']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'measurement']/p:field[@name = 'comment']" mode="label">
    <xsl:value-of select="s:label('answer.comment')"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'measurement']/p:field[@low]" mode="field" priority="3">
    <xsl:param name="form" select="../@name"/>
    <xsl:apply-templates select="." mode="question"><xsl:with-param name="id" select="concat($form, '-', @name)"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:form[@name = 'measurement']/p:field[@low]" mode="answers" priority="2">
    <xsl:param name="id"/>
    <div class="sp-ends"><span><xsl:value-of select="s:label('answer.end', 'n', @min, 'words', @low)"/></span><span><xsl:value-of select="s:label('answer.end', 'n', @max, 'words', @high)"/></span></div>
    <xsl:apply-templates select="." mode="scale"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
  </xsl:template>

  <!-- The end -->

  <xsl:template match="p:content[p:answered]" mode="title">
    <xsl:value-of select="s:label('answer.answered')"/>
  </xsl:template>
  <doc:mode match="p:answered">The end: what was sent, and thanks.</doc:mode>
  <xsl:template match="p:answered">
    <div class="sp-note sp-note--green" role="status" data-keep="answered">
      <p><xsl:value-of select="s:label(concat('answer.answered.', @what))"/></p>
    </div>
    <p><xsl:value-of select="s:label('answer.close')"/></p>
    <xsl:apply-templates select="." mode="answered.after"/>
  </xsl:template>

  <doc:hook name="answered.after" match="p:answered">What the citizen may do next.</doc:hook>
  <xsl:template match="p:answered" mode="answered.after"/>

  <doc:mode match="p:paused">That one may go on later, and how.</doc:mode>
  <xsl:template match="p:paused">
    <p class="sp-lead"><xsl:value-of select="s:label('answer.paused')"/></p>
    <p><a class="button button-secondary" href="{@href}"><xsl:value-of select="s:label('answer.go-on')"/></a></p>
  </xsl:template>
</xsl:stylesheet>

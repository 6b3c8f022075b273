<?xml version="1.0" encoding="UTF-8"?>
<!-- A questionnaire as the citizen will see it, for its author. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="trial">A questionnaire tried by its author: the citizen's frame, the citizen's pages, and in the end what the rules
    find.</doc:sheet>

  <!-- The citizen's frame, with what is the author's: who tries, and how to leave. -->

  <xsl:template match="p:page[@name = 'questionnaire-try'][p:content/p:trial]" mode="bar">
    <header class="sp-bar">
      <div class="sp-bar__in sp-bar__in--ask">
        <xsl:apply-templates select="." mode="bar.before"/>
        <span class="sp-bar__name">
          <xsl:if test="$logo != ''"><xsl:apply-templates select="." mode="bar.logo"/></xsl:if>
          <xsl:value-of select="$site"/>
          <xsl:apply-templates select="." mode="bar.demo"/>
        </span>
        <xsl:apply-templates select="p:user" mode="bar"/>
        <xsl:apply-templates select="." mode="bar.after"/>
      </div>
    </header>
  </xsl:template>

  <xsl:template match="p:page[@name = 'questionnaire-try'][p:content/p:trial]" mode="main">
    <main id="main" class="sp-ask">
      <xsl:apply-templates select="p:content/p:trial"/>
      <xsl:apply-templates select="." mode="notices"/>
      <xsl:apply-templates select="p:content" mode="trial-heading"/>
      <xsl:apply-templates select="p:content" mode="body.before"/>
      <xsl:apply-templates select="p:content/p:questionnaire | p:content/p:summary | p:content/p:trial-result" mode="trial"/>
      <xsl:apply-templates select="." mode="main.after"/>
    </main>
  </xsl:template>

  <xsl:template match="p:content[p:trial]" mode="title">
    <xsl:value-of select="s:label('page.admin.questionnaire-try', 'title', p:trial/@title, 'n', p:trial/@version)"/>
  </xsl:template>

  <doc:mode match="p:trial">That nothing is kept, the way back, and the languages to try.</doc:mode>
  <xsl:template match="p:trial">
    <div class="sp-note sp-note--yellow" data-keep="trial">
      <p><xsl:value-of select="s:label('trial.note')"/><xsl:text> </xsl:text><a href="{@href}"><xsl:value-of select="s:label('trial.back')"/></a></p>
      <xsl:if test="p:language[2]"><ul class="sp-langs" aria-label="{s:label('questionnaires.languages')}"><xsl:apply-templates select="p:language" mode="trial"/></ul></xsl:if>
    </div>
  </xsl:template>

  <!-- A button of the page's form, so that what was answered comes along. -->
  <doc:mode name="trial" match="p:language | p:questionnaire | p:summary | p:trial-result">A part of the page that is tried.</doc:mode>
  <xsl:template match="p:language" mode="trial">
    <li><button class="sp-link" type="submit" form="form-questionnaire" formaction="{@href}" name="submit" value="show"><xsl:value-of select="s:label-or(concat('choice.language.', @code), @code)"/></button></li>
  </xsl:template>
  <xsl:template match="p:language[@current]" mode="trial">
    <li><span aria-current="true"><xsl:value-of select="s:label-or(concat('choice.language.', @code), @code)"/></span></li>
  </xsl:template>

  <doc:mode name="trial-heading" match="p:content">The heading that the citizen gets.</doc:mode>
  <xsl:template match="p:content" mode="trial-heading">
    <h1><xsl:value-of select="s:label('trial.result')"/></h1>
  </xsl:template>
  <xsl:template match="p:content[p:questionnaire]" mode="trial-heading">
    <xsl:apply-templates select="p:questionnaire" mode="step"/>
    <h1 class="sp-section"><xsl:apply-templates select="p:questionnaire/@lang" mode="question"/><xsl:value-of select="p:questionnaire/p:section/@title"/></h1>
  </xsl:template>
  <xsl:template match="p:content[p:summary]" mode="trial-heading">
    <h1><xsl:value-of select="s:label('page.answer.summary')"/></h1>
  </xsl:template>

  <xsl:template match="p:questionnaire" mode="trial">
    <xsl:if test="p:intro"><div class="sp-stack"><xsl:apply-templates select="p:intro"/><div><xsl:apply-templates select="p:information"/></div></div></xsl:if>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:summary" mode="trial">
    <xsl:if test="@missed &gt; 0">
      <div class="sp-note sp-note--yellow" role="status" data-keep="missed"><p><xsl:value-of select="s:count('answer.missed', @missed)"/></p></div>
    </xsl:if>
    <xsl:if test="@missed = 0"><p class="sp-lead"><xsl:value-of select="s:label('answer.summary')"/></p></xsl:if>
    <xsl:apply-templates select="p:section" mode="asked"/>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:content[p:trial]/p:summary/p:section/p:asked/@href" mode="change">
    <button class="sp-link" type="submit" form="form-questionnaire" formaction="{.}" name="submit" value="show">
      <xsl:value-of select="s:label('trial.change')"/><span class="sr-only"><xsl:text>: </xsl:text><xsl:value-of select="../p:question"/></span>
    </button>
  </xsl:template>

  <!-- What the rules find -->

  <xsl:template match="p:trial-result" mode="trial">
    <p class="sp-lead"><xsl:value-of select="p:sentence"/></p>
    <p class="sp-quiet"><xsl:value-of select="s:label('trial.tally', 'red', @red, 'yellow', @yellow, 'green', @green, 'missing', @missing)"/></p>
    <p><xsl:if test="@indication"><xsl:value-of select="s:label('trial.indicates', 'words', @indication)"/><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="@rule" mode="fired"/></p>
    <ul class="sp-list"><xsl:apply-templates select="p:trial-score | p:trial-dimension" mode="found"/></ul>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
  </xsl:template>

  <doc:mode name="fired" match="@rule">The rule that said so.</doc:mode>
  <xsl:template match="@rule" mode="fired">
    <span class="sp-quiet sp-small"><xsl:value-of select="s:label('trial.rule')"/><xsl:text> </xsl:text><code><xsl:value-of select="."/></code></span>
  </xsl:template>

  <doc:mode name="found" match="p:trial-dimension | p:trial-score">What the rules find of one of them, and which rule it was.</doc:mode>
  <xsl:template match="p:trial-dimension | p:trial-score" mode="found">
    <li>
      <div>
        <span class="sp-strong"><xsl:value-of select="@title"/></span><xsl:text> </xsl:text><xsl:apply-templates select="." mode="level"/>
        <br/>
        <span class="sp-small"><xsl:value-of select="@why | @words"/></span>
        <xsl:text> </xsl:text><xsl:apply-templates select="@rule" mode="fired"/>
      </div>
    </li>
  </xsl:template>

  <doc:mode name="level" match="p:trial-dimension | p:trial-score">The colour or the figure; that it cannot be computed.</doc:mode>
  <xsl:template match="p:trial-dimension | p:trial-score" mode="level">
    <span class="sp-tag"><xsl:value-of select="s:label('trial.uncomputed')"/></span>
  </xsl:template>
  <xsl:template match="p:trial-dimension[@level]" mode="level">
    <span class="sp-light sp-light--{@level}"><xsl:value-of select="s:label(concat('choice.', @level))"/></span>
  </xsl:template>
  <xsl:template match="p:trial-score[@value]" mode="level">
    <span class="sp-tag"><xsl:value-of select="s:number(@value)"/></span>
  </xsl:template>
</xsl:stylesheet>

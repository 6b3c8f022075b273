<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="questionnaire-asks">A version of a questionnaire: what it asks, by which rules, its tests.</doc:sheet>

  <!-- What it asks -->

  <doc:mode name="asks" match="p:questionnaire-version">Its sections, dimensions and questions.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="asks">
    <section aria-labelledby="asks">
      <h2 id="asks"><xsl:value-of select="s:label('questionnaires.asks')"/></h2>
      <xsl:if test="@questions"><p class="sp-quiet sp-small"><xsl:value-of select="s:count('questionnaires.questions', @questions)"/></p></xsl:if>
      <xsl:apply-templates select="p:section" mode="asks"/>
    </section>
  </xsl:template>

  <doc:mode name="asks" match="p:section">A section.</doc:mode>
  <xsl:template match="p:section" mode="asks">
    <h3 class="sp-gap-s"><xsl:value-of select="@title"/></h3>
    <ul class="sp-list"><xsl:apply-templates select="p:dimension" mode="asks"/></ul>
  </xsl:template>

  <doc:mode name="asks" match="p:dimension">A dimension: what is asked, and by which rules it gets its colour.</doc:mode>
  <xsl:template match="p:dimension" mode="asks">
    <li>
      <div>
        <span class="sp-strong"><xsl:value-of select="@title"/></span>
        <xsl:text> </xsl:text>
        <code class="sp-quiet sp-small"><xsl:value-of select="@id"/></code>
        <xsl:apply-templates select="p:question" mode="asks"/>
        <xsl:apply-templates select="." mode="rules"/>
      </div>
    </li>
  </xsl:template>

  <doc:mode name="asks" match="p:question">A question, its kind, when it is asked.</doc:mode>
  <xsl:template match="p:question" mode="asks">
    <p class="sp-flush">
      <xsl:value-of select="."/>
      <xsl:text> </xsl:text>
      <span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('question-kind.', @kind))"/></span>
      <xsl:apply-templates select="@show-if" mode="asks"/>
    </p>
  </xsl:template>

  <doc:mode name="asks" match="@show-if">When a question is asked.</doc:mode>
  <xsl:template match="@show-if" mode="asks">
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('questionnaires.show-if')"/><xsl:text> </xsl:text><code class="sp-wrap"><xsl:value-of select="."/></code></span>
  </xsl:template>

  <doc:mode name="rules" match="p:dimension">Its rules, folded away.</doc:mode>
  <xsl:template match="p:dimension" mode="rules"/>
  <xsl:template match="p:dimension[p:rule]" mode="rules">
    <details>
      <summary class="sp-small"><xsl:value-of select="s:count('questionnaires.rules', count(p:rule))"/></summary>
      <ul class="sp-list"><xsl:apply-templates select="p:rule" mode="judges"/></ul>
    </details>
  </xsl:template>

  <!-- By which rules -->

  <doc:mode name="judges" match="p:questionnaire-version">The rules over the whole: scores, what is indicated.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="judges">
    <section aria-labelledby="judges">
      <h2 id="judges"><xsl:value-of select="s:label('questionnaires.judges')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:rule" mode="judges"/></ul>
    </section>
  </xsl:template>

  <doc:mode name="judges" match="p:rule">A rule: what it gives, its words, its expression, its name.</doc:mode>
  <xsl:template match="p:rule" mode="judges">
    <li>
      <div>
        <xsl:apply-templates select="." mode="gives"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="."/>
        <br/>
        <span class="sp-small sp-quiet"><code class="sp-wrap"><xsl:value-of select="@id"/></code><xsl:if test="@test"><xsl:text>: </xsl:text><code class="sp-wrap"><xsl:value-of select="@test"/></code></xsl:if></span>
      </div>
    </li>
  </xsl:template>

  <doc:mode name="gives" match="p:rule">What a rule decides; a colour as a light.</doc:mode>
  <xsl:template match="p:rule" mode="gives">
    <span class="sp-tag"><xsl:value-of select="s:label(concat('rule-kind.', @kind))"/></span>
  </xsl:template>
  <xsl:template match="p:rule[@level]" mode="gives">
    <span class="sp-light sp-light--{@level}"><xsl:value-of select="s:label(concat('choice.', @level))"/></span>
  </xsl:template>

  <!-- Its own tests -->

  <doc:mode name="tried" match="p:questionnaire-version">Its own tests, as they just went.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="tried">
    <section aria-labelledby="tried">
      <h2 id="tried"><xsl:value-of select="s:label('questionnaires.tests')"/></h2>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('questionnaires.tests.help', 'n', count(p:test[@state = 'passed']), 'total', count(p:test))"/></p>
      <ul class="sp-list"><xsl:apply-templates select="p:test" mode="tried"/></ul>
    </section>
  </xsl:template>

  <doc:mode name="tried" match="p:test">A test and how it went.</doc:mode>
  <xsl:template match="p:test" mode="tried">
    <li><code class="sp-wrap"><xsl:value-of select="@id"/></code><xsl:apply-templates select="." mode="result"/></li>
  </xsl:template>

  <doc:mode name="result" match="p:test">How a test went.</doc:mode>
  <xsl:template match="p:test" mode="result"><span class="sp-light sp-light--green"><xsl:value-of select="s:label('questionnaires.test.passed')"/></span></xsl:template>
  <xsl:template match="p:test[@state = 'failed']" mode="result"><span class="sp-light sp-light--red"><xsl:value-of select="s:label('questionnaires.test.failed')"/></span></xsl:template>
</xsl:stylesheet>

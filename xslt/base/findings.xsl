<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="findings">What was answered and what the rules found in it, the same wherever a screening is read. A
    program's stylesheet imports this after all.xsl.</doc:sheet>

  <!-- The whole -->

  <doc:mode match="p:tally">The whole: a sentence, a bar, the counts.</doc:mode>
  <xsl:template match="p:tally">
    <section aria-labelledby="sum">
      <h2 class="sr-only" id="sum"><xsl:value-of select="s:label('triage.sum')"/></h2>
      <xsl:apply-templates select="p:sentence" mode="lead"/>
      <svg class="sp-chart sp-tally" height="32" role="img" aria-label="{s:label('triage.bar', 'total', @total, 'red', s:count('count.red', @red), 'yellow', s:count('count.yellow', @yellow), 'green', s:count('count.green', @green))}">
        <xsl:apply-templates select="p:bar"/>
      </svg>
      <ul class="sp-legend">
        <li><xsl:apply-templates select="@red" mode="lights"/></li>
        <li><xsl:apply-templates select="@yellow" mode="lights"/></li>
        <li><xsl:apply-templates select="@green" mode="lights"/></li>
        <li class="sp-quiet"><xsl:value-of select="s:label('triage.missing', 'n', @missing)"/></li>
        <xsl:apply-templates select="../@answers-href" mode="answers"/>
      </ul>
    </section>
  </xsl:template>
  <!-- No dimension has colours: there is nothing to count. -->
  <xsl:template match="p:tally[@total = 0]">
    <section aria-labelledby="sum">
      <h2 class="sr-only" id="sum"><xsl:value-of select="s:label('triage.sum')"/></h2>
      <xsl:apply-templates select="p:sentence" mode="lead"/>
      <ul class="sp-legend"><li class="sp-quiet"><xsl:value-of select="s:label('triage.no-colours')"/></li><xsl:apply-templates select="../@answers-href" mode="answers"/></ul>
    </section>
  </xsl:template>
  <doc:mode name="lead" match="p:sentence">The result in a sentence.</doc:mode>
  <xsl:template match="p:sentence" mode="lead"><p class="sp-lead"><xsl:value-of select="."/></p></xsl:template>

  <doc:mode name="answers" match="@answers-href">The link to all that was answered.</doc:mode>
  <xsl:template match="@answers-href" mode="answers"><li><a href="{.}"><xsl:value-of select="s:label('triage.all-answers')"/></a></li></xsl:template>

  <doc:mode match="p:bar">A piece of that bar.</doc:mode>
  <xsl:template match="p:bar">
    <rect class="{@level}" x="{@x}%" y="0" width="{@width}%" height="32" rx="3"/>
    <text class="is-mid" x="{@middle}%" y="21"><xsl:if test="@level = 'yellow' or @level = 'none'"><xsl:attribute name="class">is-mid dark</xsl:attribute></xsl:if><xsl:value-of select="@count"/></text>
  </xsl:template>

  <!-- Why a dimension has its colour -->

  <doc:mode name="why-heading" match="p:dimension">What stands over why: label triage.why.LEVEL, or
    triage.why.none.</doc:mode>
  <xsl:template match="p:dimension" mode="why-heading">
    <xsl:value-of select="s:label('triage.why.none')"/>
  </xsl:template>
  <xsl:template match="p:dimension[@level]" mode="why-heading">
    <xsl:value-of select="s:label(concat('triage.why.', @level))"/>
  </xsl:template>

  <doc:mode name="why" match="p:dimension">Why it has this colour.</doc:mode>
  <xsl:template match="p:dimension" mode="why">
    <xsl:value-of select="s:label('triage.cannot-be-computed')"/>
  </xsl:template>
  <xsl:template match="p:dimension[p:why]" mode="why"><xsl:value-of select="p:why"/></xsl:template>

  <!-- What was answered -->

  <doc:mode name="asked" match="p:answer">A question and what was answered.</doc:mode>
  <xsl:template match="p:answer" mode="asked">
    <div><dt class="sp-quiet sp-small"><xsl:value-of select="p:question"/></dt><dd><xsl:apply-templates select="." mode="words"/></dd></div>
  </xsl:template>
  <doc:mode name="words" match="p:answer">Its words.</doc:mode>
  <xsl:template match="p:answer" mode="words">
    <span class="sp-quiet"><xsl:value-of select="s:label(concat('answer-state.', @state))"/></span>
  </xsl:template>
  <xsl:template match="p:answer[p:text]" mode="words"><xsl:value-of select="p:text"/></xsl:template>
  <xsl:template match="p:answer[@value][@max]" mode="words">
    <xsl:value-of select="s:label('triage.scale', 'value', @value, 'min', @min, 'max', @max)"/>
  </xsl:template>

  <!-- A figure and what it means -->

  <doc:mode name="figure" match="p:score">A score's figure, with its band in words.</doc:mode>
  <xsl:template match="p:score" mode="figure">
    <span class="sp-quiet"><xsl:value-of select="s:label('triage.cannot-be-computed')"/></span>
  </xsl:template>
  <xsl:template match="p:score[@value]" mode="figure">
    <span class="sp-strong"><xsl:value-of select="s:number(@value)"/></span>
    <xsl:if test="p:text"><xsl:text> </xsl:text><xsl:value-of select="p:text"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- When an action plan is a success. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="criteria">When an action plan is a success: the rule, and how it stood at the end of each quarter.</doc:sheet>

  <doc:mode name="criteria" match="p:action-plan">Its criteria, each with its last quarters.</doc:mode>
  <xsl:template match="p:action-plan" mode="criteria">
    <section aria-labelledby="plan-criteria">
      <h2 id="plan-criteria"><xsl:value-of select="s:label('criterion.all')"/></h2>
      <xsl:if test="not(p:criterion)"><p class="sp-quiet"><xsl:value-of select="s:label('criterion.none')"/></p></xsl:if>
      <xsl:apply-templates select="@report" mode="report"/>
      <xsl:apply-templates select="p:criterion" mode="criterion"/>
      <xsl:apply-templates select="p:add-criterion" mode="edit"/>
    </section>
  </xsl:template>

  <doc:mode name="report" match="@report">A link to the report with today's figures.</doc:mode>
  <xsl:template match="p:action-plan/@report" mode="report">
    <p class="sp-noprint"><a href="{.}"><xsl:value-of select="s:label('action-plans.report')"/></a></p>
  </xsl:template>

  <doc:mode name="criterion" match="p:criterion">One of them: in words, as a rule, how it stands, how it stood.</doc:mode>
  <xsl:template match="p:criterion" mode="criterion">
    <h3 class="sp-gap-s"><a href="{@href}"><xsl:value-of select="@text"/></a></h3>
    <p class="sp-quiet sp-small"><xsl:apply-templates select="." mode="rule"/></p>
    <xsl:apply-templates select="." mode="states"/>
  </xsl:template>

  <doc:mode name="rule" match="p:criterion | p:criterion-state">The rule in words; of a quarter the one that held then.</doc:mode>
  <xsl:template match="p:criterion | p:criterion-state" mode="rule">
    <xsl:value-of select="s:label(concat('choice.metric.', @metric))"/>
    <xsl:text>: </xsl:text>
    <xsl:value-of select="s:label(concat('criterion.at-least.', @unit), 'n', s:number(@threshold))"/>
    <xsl:if test="@partly"><xsl:text> </xsl:text><xsl:value-of select="s:label(concat('criterion.partly.', @unit), 'n', s:number(@partly))"/></xsl:if>
    <xsl:if test="@baseline"><xsl:text> </xsl:text><xsl:value-of select="s:label('criterion.baseline', 'title', @baseline)"/></xsl:if>
  </xsl:template>
  <xsl:template match="p:criterion[@metric = 'judged']" mode="rule"><xsl:value-of select="s:label('criterion.judged')"/></xsl:template>

  <doc:mode name="states" match="p:criterion">How it stood, the latest quarter first.</doc:mode>
  <xsl:template match="p:criterion" mode="states"><p class="sp-quiet"><xsl:value-of select="s:label(concat('criterion.no-states.', @metric = 'judged'))"/></p></xsl:template>
  <xsl:template match="p:criterion[p:criterion-state]" mode="states">
    <table class="sp-table sp-fold">
      <caption class="sr-only"><xsl:value-of select="s:label('criterion.states')"/></caption>
      <colgroup><col class="w-150"/><col class="w-180"/><col/></colgroup>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="s:label('column.criterion.quarter')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.criterion.state')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.criterion.how')"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:criterion-state" mode="state-row"/></tbody>
    </table>
    <xsl:if test="p:criterion-state/@round"><p class="sp-quiet sp-small"><xsl:value-of select="s:label('criterion.round')"/></p></xsl:if>
  </xsl:template>

  <doc:mode name="state-row" match="p:criterion-state">A quarter: how it stood, and by what.</doc:mode>
  <xsl:template match="p:criterion-state" mode="state-row">
    <tr>
      <th scope="row"><xsl:apply-templates select="@quarter" mode="quarter"/></th>
      <td data-label="{s:label('column.criterion.state')}"><xsl:apply-templates select="." mode="verdict"/></td>
      <td data-label="{s:label('column.criterion.how')}">
        <xsl:apply-templates select="." mode="how"/>
        <xsl:apply-templates select="@metric" mode="held"/>
      </td>
    </tr>
  </xsl:template>

  <doc:mode name="held" match="@metric">The rule by which that quarter was found, where it is another one now.</doc:mode>
  <xsl:template match="p:criterion-state/@metric" mode="held">
    <br/>
    <span class="sp-quiet sp-small"><xsl:value-of select="s:label('criterion.held')"/><xsl:text> </xsl:text><xsl:apply-templates select=".." mode="rule"/></span>
  </xsl:template>

  <doc:mode name="quarter" match="@*">A quarter by its first day.</doc:mode>
  <xsl:template match="@*" mode="quarter">
    <xsl:value-of select="s:label('criterion.quarter', 'n', (number(substring(., 6, 2)) + 2) div 3, 'year', substring(., 1, 4))"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'criterion-judge']/p:field[@name = 'quarter']/p:choice" mode="text"><xsl:apply-templates select="@value" mode="quarter"/></xsl:template>

  <doc:mode name="verdict" match="p:criterion-state">Reached, partly, not: as word, colour and sign.</doc:mode>
  <xsl:template match="p:criterion-state" mode="verdict"><span class="sp-tag"><xsl:value-of select="s:label(concat('choice.verdict.', @state))"/></span></xsl:template>
  <xsl:template match="p:criterion-state[@state = 'reached']" mode="verdict">
    <span class="sp-light sp-light--green">
      <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg>
      <xsl:value-of select="s:label('choice.verdict.reached')"/>
    </span>
  </xsl:template>
  <xsl:template match="p:criterion-state[@state = 'partly']" mode="verdict">
    <span class="sp-light sp-light--yellow">
      <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .2 11.8 6 6 11.8.2 6z"/></svg>
      <xsl:value-of select="s:label('choice.verdict.partly')"/>
    </span>
  </xsl:template>
  <xsl:template match="p:criterion-state[@state = 'not']" mode="verdict">
    <span class="sp-light sp-light--red">
      <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .8 11.6 11H.4z"/></svg>
      <xsl:value-of select="s:label('choice.verdict.not')"/>
    </span>
  </xsl:template>

  <doc:mode name="how" match="p:criterion-state">By what: what was counted, or who judged and why.</doc:mode>
  <xsl:template match="p:criterion-state" mode="how">
    <xsl:apply-templates select="." mode="counted"/>
    <xsl:if test="@missing != 0"><span class="sp-quiet sp-small"><xsl:text> · </xsl:text><xsl:value-of select="s:count('criterion.missing', @missing)"/></span></xsl:if>
  </xsl:template>
  <xsl:template match="p:criterion-state[@by-name]" mode="how">
    <xsl:value-of select="@note"/>
    <br/>
    <span class="sp-quiet sp-small"><xsl:value-of select="@by-name"/> · <xsl:value-of select="s:time(@at)"/></span>
  </xsl:template>
  <doc:mode name="counted" match="p:criterion-state">What was counted.</doc:mode>
  <xsl:template match="p:criterion-state" mode="counted"><span class="sp-quiet"><xsl:value-of select="s:label('criterion.nobody')"/></span></xsl:template>
  <xsl:template match="p:criterion-state[@few]" mode="counted"><span class="sp-quiet"><xsl:value-of select="s:label('criterion.few')"/></span></xsl:template>
  <xsl:template match="p:criterion-state[@share and not(@round)]" mode="counted">
    <xsl:value-of select="s:label('criterion.share', 'n', @numerator, 'of', @denominator, 'share', s:number(@share))"/>
  </xsl:template>
  <xsl:template match="p:criterion-state[@share and @round and not(@earlier-share)]" mode="counted"><xsl:value-of select="s:label('criterion.share-round', 'share', s:number(round(@share)))"/></xsl:template>
  <xsl:template match="p:criterion-state[@share and @earlier-share]" mode="counted">
    <xsl:value-of select="s:label('criterion.growth', 'share', s:number(round(@share)), 'earlier', s:number(round(@earlier-share)))"/>
  </xsl:template>
  <xsl:template match="p:criterion-state[@days]" mode="counted"><xsl:value-of select="s:label('criterion.days', 'n', s:number(@days), 'of', @denominator)"/></xsl:template>

  <!-- One of them -->

  <xsl:template match="p:content[p:criterion]" mode="title"><xsl:value-of select="p:criterion/@text"/></xsl:template>
  <xsl:template match="p:content[p:criterion]" mode="body">
    <p class="sp-quiet"><xsl:apply-templates select="p:criterion" mode="rule"/></p>
    <p class="sp-quiet"><xsl:value-of select="s:label(concat('criterion.metric.', p:criterion/@metric))"/></p>
    <div class="sp-cols sp-gap-s">
      <div class="sp-stack">
        <section aria-labelledby="criterion-states"><h2 id="criterion-states"><xsl:value-of select="s:label('criterion.history')"/></h2><xsl:apply-templates select="p:criterion" mode="states"/></section>
        <xsl:apply-templates select="p:criterion/p:form[@name = 'criterion']"><xsl:with-param name="class" select="'sp-panel sp-noprint'"/></xsl:apply-templates>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:criterion/p:form[@name = 'criterion-judge']"><xsl:with-param name="class" select="'sp-panel sp-noprint'"/></xsl:apply-templates>
        <xsl:apply-templates select="p:criterion/@judge-from" mode="judge-from"/>
        <xsl:apply-templates select="p:criterion[p:rule-change]" mode="changes"/>
        <xsl:apply-templates select="p:criterion/@remove" mode="remove"/>
      </div>
    </div>
    <xsl:apply-templates select="p:criterion" mode="criterion.after"/>
  </xsl:template>

  <doc:mode name="judge-from" match="@judge-from">From which day on a person can judge it.</doc:mode>
  <xsl:template match="p:criterion/@judge-from" mode="judge-from"><p class="sp-quiet sp-noprint"><xsl:value-of select="s:label('criterion.judge-from', 'day', s:date(.))"/></p></xsl:template>

  <doc:hook name="criterion.after" match="p:criterion">Below a criterion's page.</doc:hook>
  <xsl:template match="p:criterion" mode="criterion.after"/>

  <doc:mode name="changes" match="p:criterion">How its rule was changed.</doc:mode>
  <xsl:template match="p:criterion" mode="changes">
    <section aria-labelledby="changes">
      <h2 id="changes"><xsl:value-of select="s:label('rules.changes')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:rule-change" mode="change"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="p:rule-change/p:value[@field = 'metric' or @field = 'unit']" mode="is"><xsl:value-of select="s:label-or(concat('choice.', @field, '.', @is), @is)"/></xsl:template>

  <doc:mode name="remove" match="@remove">A link to where it is asked whether it is to go.</doc:mode>
  <xsl:template match="@remove" mode="remove"><p class="sp-noprint"><a href="{.}"><xsl:value-of select="s:label(concat('removal.', local-name(..)))"/></a></p></xsl:template>

  <xsl:template match="p:content[p:new-criterion]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('criterion.new.help')"/></p>
    <xsl:apply-templates select="p:new-criterion/p:form"/>
    <xsl:apply-templates select="p:new-criterion" mode="new-criterion.after"/>
  </xsl:template>
  <doc:hook name="new-criterion.after" match="p:new-criterion">Below the form of a new criterion.</doc:hook>
  <xsl:template match="p:new-criterion" mode="new-criterion.after"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules that are data. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s doc str">

  <doc:sheet name="rules">Frames, target groups, categories, benefits, deadlines and when to stop, with the days from and to which each is in force.</doc:sheet>

  <!-- All of them -->

  <xsl:template match="p:content[p:rules]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('rules.help')"/></p>
    <xsl:apply-templates select="p:rules/p:form"/>
    <xsl:apply-templates select="p:rules/@on" mode="on"/>
    <div class="sp-stack sp-gap">
      <xsl:apply-templates select="p:rules/p:rule-kind" mode="kind"/>
      <xsl:apply-templates select="p:rules" mode="changes"/>
    </div>
    <xsl:apply-templates select="p:rules" mode="rules.after"/>
  </xsl:template>

  <doc:hook name="rules.after" match="p:rules">Below all rules.</doc:hook>
  <xsl:template match="p:rules" mode="rules.after"/>

  <doc:mode name="on" match="@on">That only the rules of one day are shown.</doc:mode>
  <xsl:template match="p:rules/@on" mode="on">
    <div class="sp-note sp-gap-s" data-keep="rules-on"><p><xsl:value-of select="s:label('rules.on', 'date', s:date(.))"/></p></div>
  </xsl:template>

  <doc:mode name="kind" match="p:rule-kind">A kind of rules: a heading, a button for a new one, a table.</doc:mode>
  <xsl:template match="p:rule-kind" mode="kind">
    <section aria-labelledby="rules-{@name}">
      <h2 id="rules-{@name}"><xsl:value-of select="s:label(concat('rules.', @name))"/></h2>
      <xsl:apply-templates select="." mode="rows"/>
      <p class="sp-noprint sp-gap-s"><a class="button button-secondary" href="{@new}"><xsl:value-of select="s:label(concat('rules.new.', @name))"/></a></p>
    </section>
  </xsl:template>

  <doc:mode name="rows" match="p:rule-kind">Its rows.</doc:mode>
  <xsl:template match="p:rule-kind" mode="rows">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'rules'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:rule-kind[p:dated-rule]" mode="rows">
    <table class="sp-table sp-fold">
      <caption class="sr-only"><xsl:value-of select="s:label(concat('rules.', @name))"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="s:label('column.rules.title')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.rules.conditions')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.rules.period')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.rules.state')"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:dated-rule" mode="rule-row"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="rule-row" match="p:dated-rule">A rule's row.</doc:mode>
  <xsl:template match="p:dated-rule" mode="rule-row">
    <tr>
      <th scope="row"><a href="{@href}"><xsl:apply-templates select="." mode="rule-name"/></a></th>
      <td data-label="{s:label('column.rules.conditions')}"><xsl:apply-templates select="p:value" mode="condition"/></td>
      <td data-label="{s:label('column.rules.period')}"><xsl:apply-templates select="." mode="period"/></td>
      <td data-label="{s:label('column.rules.state')}"><xsl:apply-templates select="." mode="rule-state"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="rule-name" match="p:dated-rule">What it is called.</doc:mode>
  <xsl:template match="p:dated-rule" mode="rule-name"><xsl:value-of select="@title"/></xsl:template>
  <xsl:template match="p:dated-rule[@title = '']" mode="rule-name"><xsl:value-of select="s:label('rules.stop.all')"/></xsl:template>
  <xsl:template match="p:dated-rule[@rule = 'deadline']" mode="rule-name"><xsl:value-of select="s:label(concat('deadline.', @title))"/></xsl:template>

  <doc:mode name="condition" match="p:value">One of a rule's conditions, in a line.</doc:mode>
  <xsl:template match="p:dated-rule/p:value" mode="condition">
    <span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('field.rule.', @field))"/>: </span>
    <xsl:apply-templates select="." mode="is"/>
    <xsl:if test="position() != last()"> · </xsl:if>
  </xsl:template>

  <doc:mode name="is" match="p:value">What it is, in words where it is a key.</doc:mode>
  <xsl:template match="p:value[@field = 'valid-from' or @field = 'valid-to' or @field = 'stated-on' or @field = 'ended-on' or @field = 'implemented-on']" mode="is">
    <span class="sp-date"><xsl:value-of select="s:show(@is)"/></span>
  </xsl:template>
  <xsl:template match="p:value" mode="is"><xsl:value-of select="s:show(@is)"/></xsl:template>
  <xsl:template match="p:value[@field = 'risk']" mode="is"><xsl:value-of select="s:label-or(concat('choice.risk.', @is), @is)"/></xsl:template>
  <xsl:template match="p:value[@field = 'event' or @field = 'unit' or @field = 'by-end-of' or @field = 'deadline-kind']" mode="is">
    <xsl:value-of select="s:label-or(concat('choice.', @field, '.', @is), @is)"/>
  </xsl:template>
  <xsl:template match="p:value[@field = 'repeats' or @field = 'rests']" mode="is"><xsl:value-of select="s:label(concat('choice.', @field, '.yes'))"/></xsl:template>
  <xsl:template match="p:value[@field = 'professions']" mode="is"><xsl:apply-templates select="str:tokenize(@is, ', ')" mode="profession"/></xsl:template>
  <doc:mode name="profession" match="token">One of several professions.</doc:mode>
  <xsl:template match="token" mode="profession">
    <xsl:if test="position() != 1">, </xsl:if>
    <xsl:value-of select="s:label(concat('choice.professions.', .))"/>
  </xsl:template>

  <doc:mode name="period" match="p:dated-rule | p:dependent">From and to which day.</doc:mode>
  <xsl:template match="p:dated-rule | p:dependent" mode="period"><span class="sp-date"><xsl:value-of select="s:label('period.since', 'from', s:date(@valid-from))"/></span></xsl:template>
  <xsl:template match="p:dated-rule[@valid-to] | p:dependent[@valid-to]" mode="period">
    <span class="sp-date"><xsl:value-of select="s:label('period.from-to', 'from', s:date(@valid-from), 'to', s:date(@valid-to))"/></span>
  </xsl:template>

  <doc:mode name="rule-state" match="p:dated-rule">Is it in force, and how often was it used?</doc:mode>
  <xsl:template match="p:dated-rule" mode="rule-state">
    <span class="sp-tag"><xsl:value-of select="s:label(concat('rules.state.', @state))"/></span>
    <xsl:apply-templates select="@uses" mode="uses"/>
  </xsl:template>
  <xsl:template match="p:dated-rule[@state = 'in-force']" mode="rule-state">
    <span class="sp-light sp-light--green">
      <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg>
      <xsl:value-of select="s:label('rules.state.in-force')"/>
    </span>
    <xsl:apply-templates select="@uses" mode="uses"/>
  </xsl:template>

  <doc:mode name="uses" match="@uses">How often it was used.</doc:mode>
  <xsl:template match="@uses" mode="uses"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:count(concat('rules.uses.', ../@rule), .)"/></span></xsl:template>

  <!-- One of them -->

  <xsl:template match="p:page[@name = 'rule']/p:content[p:rule-page]" mode="title">
    <xsl:apply-templates select="p:rule-page/p:dated-rule" mode="rule-name"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'rule-new']/p:content[p:rule-page]" mode="title"><xsl:value-of select="s:label(concat('rules.new.', p:rule-page/@kind))"/></xsl:template>

  <xsl:template match="p:content[p:rule-page]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label(concat('rules.one.', p:rule-page/@kind))"/></p>
    <div class="sp-cols sp-gap-s">
      <div class="sp-stack">
        <xsl:apply-templates select="p:rule-page/p:dated-rule" mode="one"/>
        <xsl:apply-templates select="p:rule-page/p:form[starts-with(@name, 'rule-') and @name != 'rule-end' and @name != 'rule-withdraw']"/>
        <xsl:apply-templates select="p:rule-page[p:rule-change]" mode="changes"/>
      </div>
      <div class="sp-stack"><xsl:apply-templates select="p:rule-page" mode="next"/></div>
    </div>
    <xsl:apply-templates select="p:rule-page" mode="rule-page.after"/>
  </xsl:template>

  <doc:hook name="rule-page.after" match="p:rule-page">Below a rule.</doc:hook>
  <xsl:template match="p:rule-page" mode="rule-page.after"/>

  <doc:mode name="one" match="p:dated-rule">What it says, and from when to when.</doc:mode>
  <xsl:template match="p:dated-rule" mode="one">
    <section aria-labelledby="rule">
      <h2 id="rule"><xsl:value-of select="s:label('rules.as-it-stands')"/></h2>
      <dl class="sp-list sp-list--facts">
        <div><dt><xsl:value-of select="s:label('column.rules.period')"/></dt><dd><xsl:apply-templates select="." mode="period"/></dd></div>
        <div><dt><xsl:value-of select="s:label('column.rules.state')"/></dt><dd><xsl:apply-templates select="." mode="rule-state"/></dd></div>
        <xsl:apply-templates select="p:value" mode="pair"/>
      </dl>
    </section>
  </xsl:template>
  <doc:mode name="pair" match="p:value">A condition with its name.</doc:mode>
  <xsl:template match="p:dated-rule/p:value" mode="pair">
    <div><dt><xsl:value-of select="s:label(concat('field.rule.', @field))"/></dt><dd><xsl:apply-templates select="." mode="is"/></dd></div>
  </xsl:template>

  <doc:mode name="next" match="p:rule-page">What can be done with it now, or why nothing can.</doc:mode>
  <xsl:template match="p:rule-page" mode="next">
    <p class="sp-quiet"><xsl:value-of select="s:label(concat('rules.next.', p:dated-rule/@state))"/></p>
    <xsl:apply-templates select="p:form[@name = 'rule-withdraw']"/>
  </xsl:template>
  <xsl:template match="p:rule-page[@next]" mode="next">
    <section class="sp-panel" aria-labelledby="follow">
      <h2 id="follow"><xsl:value-of select="s:label('rules.follow')"/></h2>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('rules.follow.help')"/></p>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('rules.follow.', @kind))"/></p>
      <p><a class="button button-secondary" href="{@next}"><xsl:value-of select="s:label('rules.follow.begin')"/></a></p>
    </section>
    <xsl:apply-templates select="p:form[@name = 'rule-end']"/>
    <xsl:apply-templates select="self::p:rule-page[p:dependent]" mode="dependents"/>
  </xsl:template>

  <doc:mode name="dependents" match="p:rule-page">The rules that name it and go on beyond today.</doc:mode>
  <xsl:template match="p:rule-page" mode="dependents">
    <section aria-labelledby="dependents">
      <h2 id="dependents"><xsl:value-of select="s:label('rules.dependents')"/></h2>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('rules.dependents.help')"/></p>
      <ul class="sp-list"><xsl:apply-templates select="p:dependent" mode="dependent"/></ul>
    </section>
  </xsl:template>
  <doc:mode name="dependent" match="p:dependent">One of these.</doc:mode>
  <xsl:template match="p:dependent" mode="dependent">
    <li>
      <span>
        <a href="{@href}"><xsl:value-of select="@title"/></a>
        <span class="sp-quiet sp-small"> · <xsl:value-of select="s:label(concat('rules.one.', @rule))"/> · <xsl:apply-templates select="." mode="period"/></span>
      </span>
    </li>
  </xsl:template>
  <xsl:template match="p:page[@name = 'rule-new']/p:content/p:rule-page" mode="next" priority="1">
    <p class="sp-quiet"><xsl:value-of select="s:label('rules.next.new')"/></p>
  </xsl:template>
  <xsl:template match="p:page[@name = 'rule-new']/p:content/p:rule-page[@follows]" mode="next" priority="2">
    <xsl:variable name="name"><xsl:apply-templates select="p:dated-rule" mode="rule-name"/></xsl:variable>
    <p class="sp-quiet"><xsl:value-of select="s:label('rules.next.follows', 'title', string($name))"/></p>
  </xsl:template>

  <xsl:template match="p:form[@name = 'rule-withdraw']/p:submit | p:form[@name = 'rule-end']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- The rules' forms have the same words for the same fields. -->
  <xsl:template match="p:rule-page/p:form/p:field" mode="label"><xsl:value-of select="s:label(concat('field.rule.', @name))"/></xsl:template>

  <!-- What was changed -->

  <doc:mode name="changes" match="p:rules | p:rule-page">What was changed, by whom, the latest first.</doc:mode>
  <xsl:template match="p:rules | p:rule-page" mode="changes">
    <section aria-labelledby="changes">
      <h2 id="changes"><xsl:value-of select="s:label('rules.changes')"/></h2>
      <xsl:if test="not(p:rule-change)"><p class="sp-quiet"><xsl:value-of select="s:label('rules.no-changes')"/></p></xsl:if>
      <ul class="sp-list"><xsl:apply-templates select="p:rule-change" mode="change"/></ul>
    </section>
  </xsl:template>

  <doc:mode name="change" match="p:rule-change">One change.</doc:mode>
  <xsl:template match="p:rule-change" mode="change">
    <li>
      <span>
        <strong><xsl:value-of select="s:label(concat('rules.change.', @change), 'rule', s:label(concat('rules.one.', @rule)), 'code', @code)"/></strong>
        <span class="sp-quiet sp-small"> · <xsl:value-of select="s:time(@at)"/> · <xsl:value-of select="@by-name"/></span>
        <xsl:apply-templates select="p:value" mode="changed"/>
      </span>
    </li>
  </xsl:template>

  <doc:mode name="changed" match="p:value">What a field was and became.</doc:mode>
  <xsl:template match="p:rule-change/p:value" mode="changed">
    <br/>
    <span class="sp-small">
      <xsl:value-of select="s:label(concat('field.rule.', @field))"/>
      <xsl:text>: </xsl:text>
      <xsl:if test="@was"><del><xsl:value-of select="s:show(@was)"/></del></xsl:if>
      <xsl:if test="@was and @is"> → </xsl:if>
      <xsl:if test="@is"><ins><xsl:apply-templates select="." mode="is"/></ins></xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>

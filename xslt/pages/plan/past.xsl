<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="past">The case at another moment: what became other between two of them, and all of it on one
    page.</doc:sheet>

  <!-- A fact and its change -->

  <doc:mode match="p:changed">What a fact was and what it became, beside each other: a row of a &lt;dl&gt;.</doc:mode>
  <xsl:template match="p:changed">
    <div>
      <dt><xsl:apply-templates select="@field" mode="called"/></dt>
      <dd class="sp-was"><span class="sp-small sp-quiet"><xsl:value-of select="s:label('record.was')"/></span><xsl:apply-templates select="." mode="was"/></dd>
      <dd><span class="sp-small sp-quiet"><xsl:value-of select="s:label('record.became')"/></span><xsl:apply-templates select="." mode="became"/></dd>
    </div>
  </xsl:template>

  <doc:mode name="was" match="p:changed">What it was, or that there was nothing.</doc:mode>
  <xsl:template match="p:changed" mode="was"><div class="sp-quiet"><xsl:value-of select="s:label('record.nothing')"/></div></xsl:template>
  <xsl:template match="p:changed[p:was != '']" mode="was"><xsl:apply-templates select="p:was" mode="told"/></xsl:template>
  <doc:mode name="became" match="p:changed">What it is since then, or that there is nothing.</doc:mode>
  <xsl:template match="p:changed" mode="became"><div class="sp-quiet"><xsl:value-of select="s:label('record.nothing')"/></div></xsl:template>
  <xsl:template match="p:changed[p:became != '']" mode="became"><xsl:apply-templates select="p:became" mode="told"/></xsl:template>

  <doc:mode name="called" match="@field | p:row">What a fact is called, label record.field.KEY or field.KEY; what a row is
    called.</doc:mode>
  <xsl:template match="@field" mode="called">
    <xsl:value-of select="s:first(concat('record.field.', .), concat('field.', .))"/>
  </xsl:template>
  <xsl:template match="p:row" mode="called"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="p:row[@words]" mode="called"><xsl:value-of select="s:label-or(concat(@words, '.', @name), @name)"/></xsl:template>
  <xsl:template match="p:part[@what = 'plan']/p:row" mode="called"><xsl:value-of select="s:label('record.plan.n', 'n', @name)"/></xsl:template>
  <xsl:template match="p:part[@what = 'day']/p:row" mode="called"><xsl:value-of select="s:date(@name)"/></xsl:template>

  <doc:mode name="told" match="p:fact | p:was | p:became">A fact's value, by its type.</doc:mode>
  <xsl:template match="p:fact | p:was | p:became" mode="told"><div class="sp-text"><xsl:value-of select="."/></div></xsl:template>
  <xsl:template match="p:fact[@type = 'date'] | p:changed[@type = 'date']/p:was | p:changed[@type = 'date']/p:became" mode="told" priority="1">
    <div class="sp-date"><xsl:value-of select="s:date(.)"/></div>
  </xsl:template>
  <xsl:template match="p:fact[@type = 'moment'] | p:changed[@type = 'moment']/p:was | p:changed[@type = 'moment']/p:became" mode="told" priority="1">
    <div class="sp-date"><xsl:value-of select="s:time(.)"/></div>
  </xsl:template>
  <xsl:template match="p:fact[@type = 'month'] | p:changed[@type = 'month']/p:was | p:changed[@type = 'month']/p:became" mode="told" priority="1">
    <div class="sp-date"><xsl:value-of select="substring(s:date(concat(., '-01')), 4)"/></div>
  </xsl:template>
  <xsl:template match="p:fact[@type = 'decimal'] | p:changed[@type = 'decimal']/p:was | p:changed[@type = 'decimal']/p:became" mode="told" priority="1">
    <div><xsl:value-of select="s:number(.)"/></div>
  </xsl:template>
  <xsl:template match="p:fact[@words]" mode="told" priority="1">
    <div><xsl:value-of select="s:label-or(concat(@words, '.', .), s:label-or(concat('choice.', .), .))"/></div>
  </xsl:template>
  <xsl:template match="p:changed[@words]/p:was | p:changed[@words]/p:became" mode="told" priority="1">
    <div><xsl:value-of select="s:label-or(concat(../@words, '.', .), s:label-or(concat('choice.', .), .))"/></div>
  </xsl:template>

  <!-- The difference of two moments -->

  <xsl:template match="p:page[@name = 'history-difference']/p:content" mode="body">
    <section aria-labelledby="difference">
      <div class="sp-head">
        <h2 id="difference"><xsl:value-of select="s:label('page.plan.history-difference')"/></h2>
        <a class="sp-small sp-noprint" href="{p:course/p:tabs/p:item[@name = 'history']/@href}"><xsl:value-of select="s:label('tabs.history')"/></a>
      </div>
      <xsl:apply-templates select="p:course/p:form"/>
      <xsl:apply-templates select="p:course/p:difference"/>
    </section>
  </xsl:template>

  <doc:mode match="p:difference | p:record | p:part">What became other, or all of the case, by kind.</doc:mode>
  <xsl:template match="p:difference">
    <p><xsl:apply-templates select="." mode="period"/></p>
    <xsl:apply-templates select="p:part"/>
    <xsl:if test="not(p:part)"><xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'difference'"/></xsl:apply-templates></xsl:if>
    <xsl:apply-templates select="." mode="difference.after"/>
  </xsl:template>

  <doc:hook name="difference.after" match="p:difference">Below what became other.</doc:hook>
  <xsl:template match="p:difference" mode="difference.after"/>

  <doc:mode name="period" match="p:difference">Between which moments.</doc:mode>
  <xsl:template match="p:difference" mode="period">
    <xsl:value-of select="s:label('difference.until-now', 'from', s:show(@from))"/>
  </xsl:template>
  <xsl:template match="p:difference[@to]" mode="period">
    <xsl:value-of select="s:label('difference.between', 'from', s:show(@from), 'to', s:show(@to))"/>
  </xsl:template>

  <xsl:template match="p:difference/p:part">
    <section class="sp-gap" aria-labelledby="part-{@what}">
      <h3 id="part-{@what}"><xsl:value-of select="s:label(concat('record.', @what))"/></h3>
      <xsl:apply-templates select="p:row" mode="compared"/>
    </section>
  </xsl:template>

  <doc:mode name="compared" match="p:row">One that is new, other or gone.</doc:mode>
  <xsl:template match="p:row" mode="compared">
    <div class="sp-card">
      <h4>
        <span class="sp-strong"><xsl:apply-templates select="." mode="called"/></span>
        <xsl:text> </xsl:text>
        <span class="sp-tag"><xsl:value-of select="s:label(concat('record.change.', @change))"/></span>
      </h4>
      <xsl:if test="p:changed"><dl class="sp-changes"><xsl:apply-templates select="p:changed"/></dl></xsl:if>
    </div>
  </xsl:template>

  <!-- The whole case -->

  <xsl:template match="p:page[@name = 'history-case']/p:content" mode="body">
    <section aria-labelledby="case">
      <div class="sp-head">
        <h2 id="case"><xsl:value-of select="s:label('page.plan.history-case')"/></h2>
        <a class="sp-small sp-noprint" href="{p:course/p:tabs/p:item[@name = 'history']/@href}"><xsl:value-of select="s:label('tabs.history')"/></a>
      </div>
      <xsl:apply-templates select="p:course/p:form"/>
      <xsl:apply-templates select="p:course/p:record"/>
    </section>
  </xsl:template>

  <xsl:template match="p:record">
    <p class="sp-quiet"><xsl:value-of select="s:label('case.help')"/></p>
    <xsl:apply-templates select="p:part"/>
    <xsl:apply-templates select="." mode="record.after"/>
    <xsl:apply-templates select="." mode="print"/>
  </xsl:template>

  <doc:hook name="record.after" match="p:record">Below all of the case.</doc:hook>
  <xsl:template match="p:record" mode="record.after"/>

  <xsl:template match="p:record/p:part">
    <section class="sp-gap" aria-labelledby="part-{@what}">
      <h3 id="part-{@what}"><xsl:value-of select="s:label(concat('record.', @what))"/></h3>
      <xsl:apply-templates select="p:row" mode="whole"/>
    </section>
  </xsl:template>

  <doc:mode name="whole" match="p:row">One of them, with all its facts.</doc:mode>
  <xsl:template match="p:row" mode="whole">
    <div class="sp-card">
      <xsl:apply-templates select="@name" mode="whole-name"/>
      <dl class="sp-told"><xsl:apply-templates select="p:fact"/></dl>
    </div>
  </xsl:template>
  <xsl:template match="p:row[not(p:fact)]" mode="whole">
    <div class="sp-card"><xsl:apply-templates select="@name" mode="whole-name"/></div>
  </xsl:template>

  <doc:mode name="whole-name" match="@name">What a row is called, as its heading.</doc:mode>
  <xsl:template match="@name" mode="whole-name">
    <h4><span class="sp-strong"><xsl:apply-templates select=".." mode="called"/></span></h4>
  </xsl:template>

  <doc:mode match="p:fact">What is known of it: a row of a &lt;dl&gt;.</doc:mode>
  <xsl:template match="p:fact">
    <div>
      <xsl:if test="string-length(.) &gt; 100"><xsl:attribute name="class">is-long</xsl:attribute></xsl:if>
      <dt><xsl:apply-templates select="@field" mode="called"/></dt>
      <dd><xsl:apply-templates select="." mode="told"/></dd>
    </div>
  </xsl:template>
</xsl:stylesheet>

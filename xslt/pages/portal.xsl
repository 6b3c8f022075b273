<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>

  <doc:sheet name="portal">The pages of samspil-portal: sign-in, home, citizens, a citizen, health.</doc:sheet>

  <xsl:include href="samspil:pages/portal/messages.xsl"/>
  <xsl:include href="samspil:pages/portal/worklist.xsl"/>
  <xsl:include href="samspil:pages/portal/citizens.xsl"/>
  <xsl:include href="samspil:pages/portal/citizen.xsl"/>

  <!-- Sign-in -->

  <xsl:template match="p:page[@name = 'sign-in']/p:content" mode="body">
    <div class="sp-narrow sp-gap-s">
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="." mode="sign-in.after"/>
    </div>
  </xsl:template>

  <doc:hook name="sign-in.after" match="p:content">Below the form to sign in, for whom to call.</doc:hook>
  <xsl:template match="p:content" mode="sign-in.after"/>

  <!-- Home -->

  <xsl:template match="p:content[p:home]" mode="heading"/>

  <xsl:template match="p:content[p:home]" mode="body">
    <xsl:apply-templates select="p:home"/>
  </xsl:template>

  <doc:mode match="p:home">The home page: greeting, search, what waits, the caseload.</doc:mode>
  <xsl:template match="p:home">
    <div class="sp-cols">
      <div>
        <h1><xsl:value-of select="s:label(concat('home.greeting.', @greeting), 'name', @first-name)"/></h1>
        <p class="sp-quiet">
          <xsl:value-of select="s:label('home.today', 'weekday', s:label(concat('weekday.', @weekday)), 'day', @day, 'month', s:label(concat('month.', @month)), 'year', @year)"/>
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="p:worklist" mode="count"/>
        </p>
      </div>
      <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="'sp-find sp-noprint'"/></xsl:apply-templates>
    </div>
    <div class="sp-cols sp-gap">
      <section aria-labelledby="worklist">
        <xsl:apply-templates select="p:messages"/>
        <p><a class="sp-link" href="{$base}/messages"><xsl:value-of select="s:label('home.messages')"/></a></p>
        <h2 class="sr-only" id="worklist"><xsl:value-of select="s:label('worklist')"/></h2>
        <xsl:apply-templates select="p:worklist"/>
        <xsl:apply-templates select="." mode="worklist.after"/>
      </section>
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="home.before"/>
        <xsl:apply-templates select="p:caseload"/>
        <xsl:apply-templates select="." mode="home.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="worklist.after" match="p:home">Below what waits.</doc:hook>
  <xsl:template match="p:home" mode="worklist.after"/>
  <doc:hook name="home.before" match="p:home">Above the courses, at the right.</doc:hook>
  <xsl:template match="p:home" mode="home.before"/>
  <doc:hook name="home.after" match="p:home">Below the courses, at the right.</doc:hook>
  <xsl:template match="p:home" mode="home.after"/>

  <doc:mode match="p:caseload">How many courses there are in each state.</doc:mode>
  <xsl:template match="p:caseload">
    <section aria-labelledby="caseload">
      <div class="sp-head">
        <h2 id="caseload"><xsl:value-of select="s:label(concat('caseload.', @of))"/></h2>
        <a class="sp-small" href="{$base}/plan"><xsl:value-of select="s:label('caseload.all')"/></a>
      </div>
      <dl class="sp-list sp-list--pairs">
        <xsl:apply-templates select="p:count"/>
        <div>
          <dt class="sp-strong"><xsl:value-of select="s:label('caseload.total')"/></dt>
          <dd class="sp-num sp-strong"><xsl:value-of select="@total"/></dd>
        </div>
      </dl>
    </section>
  </xsl:template>

  <doc:mode match="p:count">One state of these.</doc:mode>
  <xsl:template match="p:caseload/p:count">
    <div>
      <dt><xsl:value-of select="s:label(concat('course-state.', @state))"/></dt>
      <dd class="sp-num"><xsl:value-of select="@courses"/></dd>
    </div>
  </xsl:template>

  <!-- The search: one field and its button beside each other. -->

  <xsl:template match="p:form[@name = 'find']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'find']/p:field" mode="label">
    <xsl:value-of select="s:label('form.find')"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'find']/p:submit[1]" priority="2">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
  <xsl:template match="p:form[@name = 'find']/p:field" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <div class="sp-search">
      <input class="form-input" type="search" autocomplete="off" id="{$id}" name="{@name}" value="{p:value}">
        <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      </input>
      <xsl:apply-templates select="../p:submit"/>
    </div>
  </xsl:template>
  <xsl:template match="p:form[@name = 'find']" mode="submits"/>

  <!-- Health -->

  <xsl:template match="p:content[p:health]" mode="body">
    <xsl:apply-templates select="p:health"/>
  </xsl:template>

  <doc:mode match="p:health">Whether this node is fit to answer.</doc:mode>
  <xsl:template match="p:health">
    <div class="sp-note sp-note--red" role="alert" data-keep="not-ready"><p><xsl:value-of select="s:label('health.not-ready')"/></p></div>
    <xsl:apply-templates select="." mode="checks"/>
  </xsl:template>

  <xsl:template match="p:health[@ready = 'yes']">
    <div class="sp-note sp-note--green" data-keep="ready"><p><xsl:value-of select="s:label('health.ok')"/></p></div>
    <xsl:apply-templates select="." mode="checks"/>
  </xsl:template>

  <doc:mode name="checks" match="p:health">What was checked.</doc:mode>
  <xsl:template match="p:health" mode="checks">
    <ul class="sp-bullets">
      <xsl:apply-templates select="p:check"/>
    </ul>
    <xsl:apply-templates select="@schema"/>
  </xsl:template>

  <doc:mode match="@schema">The schema of the database.</doc:mode>
  <xsl:template match="p:health/@schema">
    <p class="sp-quiet"><xsl:value-of select="s:label('health.schema', 'n', .)"/></p>
  </xsl:template>

  <doc:mode match="p:check">One check, label health.NAME.STATE.</doc:mode>
  <xsl:template match="p:health/p:check">
    <li><xsl:value-of select="s:label(concat('health.', @name, '.', @state))"/></li>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="my-plan">"My plan": the plan as the citizen gets it, large, on screen and paper. static/paper.css is its look as PDF.</doc:sheet>

  <xsl:template match="p:page[@name = 'my-plan']/p:content" mode="title">
    <xsl:value-of select="s:label('page.plan.my-plan')"/>: <xsl:value-of select="p:my-plan/p:citizen/@name"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'my-plan']/p:content" mode="heading"/>
  <xsl:template match="p:page[@name = 'my-plan']/p:content" mode="body">
    <xsl:apply-templates select="p:my-plan" mode="my-plan"/>
  </xsl:template>

  <doc:mode name="my-plan" match="p:my-plan | @pdf | @other-href">The whole; the ways from it, which are not on paper.</doc:mode>
  <xsl:template match="p:my-plan" mode="my-plan">
    <div class="sp-ways sp-noprint">
      <ul class="sp-filter">
        <li><a href="{@href}"><xsl:value-of select="s:label('my-plan.back')"/></a></li>
        <xsl:apply-templates select="@other-href" mode="my-plan"/>
        <xsl:apply-templates select="@pdf" mode="my-plan"/>
      </ul>
      <xsl:apply-templates select="." mode="print"/>
    </div>
    <article class="sp-mine">
      <xsl:apply-templates select="." mode="my-plan-head"/>
      <xsl:apply-templates select="." mode="my-plan-wants"/>
      <xsl:apply-templates select="." mode="my-plan-help"/>
      <xsl:apply-templates select="." mode="my-plan-call"/>
      <xsl:apply-templates select="." mode="my-plan.after"/>
    </article>
  </xsl:template>
  <xsl:template match="@pdf" mode="my-plan"><li><a href="{.}"><xsl:value-of select="s:label('my-plan.pdf')"/></a></li></xsl:template>
  <xsl:template match="@other-href" mode="my-plan"><li><a href="{.}"><xsl:value-of select="s:label('plan.version', 'n', ../@other)"/></a></li></xsl:template>

  <doc:hook name="my-plan.after" match="p:my-plan">At the end of the plan.</doc:hook>
  <xsl:template match="p:my-plan" mode="my-plan.after"/>

  <doc:mode name="my-plan-head" match="p:my-plan">Whose it is, which version, from when; that it is only a proposal.</doc:mode>
  <xsl:template match="p:my-plan" mode="my-plan-head">
    <h1><xsl:value-of select="s:label('page.plan.my-plan')"/></h1>
    <p class="sp-mine__who">
      <xsl:value-of select="p:citizen/@name"/>
      <xsl:text> · </xsl:text>
      <xsl:value-of select="s:label('plan.version', 'n', @version)"/>
      <xsl:apply-templates select="@valid-from" mode="my-plan-valid"/>
      <xsl:text> · </xsl:text>
      <xsl:value-of select="s:label('my-plan.printed', 'date', s:date(@on))"/>
    </p>
    <xsl:if test="@state = 'draft' or @state = 'presented'"><p class="sp-mine__draft"><xsl:value-of select="s:label('my-plan.proposal')"/></p></xsl:if>
    <xsl:if test="@state = 'superseded' or @state = 'ended'"><p class="sp-mine__draft"><xsl:value-of select="s:label('my-plan.over')"/></p></xsl:if>
  </xsl:template>

  <doc:mode name="my-plan-valid" match="@valid-from">From when it is in force, and to when it was.</doc:mode>
  <xsl:template match="@valid-from" mode="my-plan-valid">
    <xsl:text> · </xsl:text><xsl:value-of select="s:label('my-plan.valid-from', 'date', s:date(.))"/>
    <xsl:if test="../@valid-to"><xsl:text> </xsl:text><xsl:value-of select="s:label('my-plan.valid-to', 'date', s:date(../@valid-to))"/></xsl:if>
  </xsl:template>

  <doc:mode name="my-plan-wants" match="p:my-plan | p:own-words | @employment-goal | p:plain-words">What the citizen wants, what it leads to, and the plan in plain words.</doc:mode>
  <xsl:template match="p:my-plan" mode="my-plan-wants">
    <xsl:apply-templates select="p:own-words" mode="my-plan-wants"/>
    <xsl:apply-templates select="@employment-goal" mode="my-plan-wants"/>
    <xsl:apply-templates select="p:plain-words" mode="my-plan-wants"/>
  </xsl:template>
  <xsl:template match="p:own-words | @employment-goal | p:plain-words" mode="my-plan-wants">
    <section aria-labelledby="{local-name()}">
      <h2 id="{local-name()}"><xsl:value-of select="s:label(concat('my-plan.', local-name()))"/></h2>
      <p class="sp-mine__say"><xsl:value-of select="s:show(.)"/></p>
    </section>
  </xsl:template>

  <doc:mode name="my-plan-help" match="p:my-plan | p:help | @goal | @place | @waits">Who helps with what, from when to when; each with its goal.</doc:mode>
  <xsl:template match="p:my-plan" mode="my-plan-help">
    <section aria-labelledby="help">
      <h2 id="help"><xsl:value-of select="s:label('my-plan.help')"/></h2>
      <p><xsl:value-of select="s:label('my-plan.no-help')"/></p>
    </section>
  </xsl:template>
  <xsl:template match="p:my-plan[p:help]" mode="my-plan-help">
    <section aria-labelledby="help">
      <h2 id="help"><xsl:value-of select="s:label('my-plan.help')"/></h2>
      <ul class="sp-mine__help"><xsl:apply-templates select="p:help" mode="my-plan-help"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="p:help" mode="my-plan-help">
    <li>
      <h3><xsl:value-of select="@title"/></h3>
      <p><xsl:apply-templates select="." mode="my-plan-when"/></p>
      <xsl:apply-templates select="@place | @waits | @goal" mode="my-plan-help"/>
    </li>
  </xsl:template>
  <xsl:template match="@goal | @place" mode="my-plan-help"><p><xsl:value-of select="s:label(concat('my-plan.', local-name()))"/><xsl:text> </xsl:text><xsl:value-of select="."/></p></xsl:template>
  <xsl:template match="@waits" mode="my-plan-help"><p><xsl:value-of select="s:label('my-plan.waits')"/></p></xsl:template>

  <doc:mode name="my-plan-when" match="p:help">Who, and from when to when.</doc:mode>
  <xsl:template match="p:help" mode="my-plan-when"><xsl:value-of select="s:label('my-plan.from', 'name', @provider-name, 'from', s:date(@starts-on))"/></xsl:template>
  <xsl:template match="p:help[@ends-on]" mode="my-plan-when"><xsl:value-of select="s:label('my-plan.from-to', 'name', @provider-name, 'from', s:date(@starts-on), 'to', s:date(@ends-on))"/></xsl:template>

  <doc:mode name="my-plan-change" match="p:my-plan">What the citizen does when the plan fits no more: calls, where it says whom.</doc:mode>
  <xsl:template match="p:my-plan" mode="my-plan-change"><xsl:value-of select="s:label('my-plan.change')"/></xsl:template>
  <xsl:template match="p:my-plan[not(@call)]" mode="my-plan-change"><xsl:value-of select="s:label('my-plan.change.tell')"/></xsl:template>

  <doc:mode name="my-plan-call-title" match="p:my-plan">Whom the citizen calls; where the plan says no number, whom to talk with.</doc:mode>
  <xsl:template match="p:my-plan" mode="my-plan-call-title"><xsl:value-of select="s:label('my-plan.call')"/></xsl:template>
  <xsl:template match="p:my-plan[not(@call)]" mode="my-plan-call-title"><xsl:value-of select="s:label('my-plan.call.tell')"/></xsl:template>

  <doc:mode name="my-plan-call" match="p:my-plan">Whom the citizen calls, and that the plan can be changed.</doc:mode>
  <xsl:template match="p:my-plan" mode="my-plan-call">
    <section aria-labelledby="call">
      <h2 id="call"><xsl:apply-templates select="." mode="my-plan-call-title"/></h2>
      <p class="sp-mine__say"><xsl:value-of select="@call"/><xsl:if test="not(@call)"><xsl:value-of select="@caseworker-name"/></xsl:if></p>
      <p><xsl:apply-templates select="." mode="my-plan-change"/></p>
      <xsl:if test="@number-missing">
        <p class="sp-noprint"><a href="{@href}"><xsl:value-of select="s:label('my-plan.number-missing')"/></a></p>
      </xsl:if>
    </section>
  </xsl:template>
</xsl:stylesheet>

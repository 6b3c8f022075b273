<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="plan-versions">The plan's versions: the newest whole, with what is other than before; what the citizen says to it.</doc:sheet>

  <xsl:template match="p:page[@name = 'plan']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="plan-page"/>
  </xsl:template>

  <doc:mode name="plan-page" match="p:course">The page of the plan.</doc:mode>
  <xsl:template match="p:course" mode="plan-page">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="plans"/>
        <xsl:apply-templates select="." mode="plans.after"/>
      </div>
      <div class="sp-stack"><xsl:apply-templates select="." mode="plan-forms"/></div>
    </div>
  </xsl:template>

  <doc:mode name="plan-forms" match="p:course">What can be done with the newest version. The citizen's answer and the leader's yes come first.</doc:mode>
  <xsl:template match="p:course" mode="plan-forms">
    <xsl:apply-templates select="p:form[@name = 'approve-plan']"/>
    <xsl:apply-templates select="p:form[@name = 'agreement']"/>
    <xsl:apply-templates select="p:form[@name = 'plan']" mode="plan-words-form"/>
    <xsl:apply-templates select="p:form[@name = 'plan-drop']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
    <xsl:apply-templates select="p:form[@name = 'plan-next']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
  </xsl:template>

  <doc:mode name="plan-words-form" match="p:form">The plan's words: folded beside the citizen's answer, unless they were refused.</doc:mode>
  <xsl:template match="p:form" mode="plan-words-form"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="p:form[../p:form[@name = 'agreement']]" mode="plan-words-form">
    <details class="sp-plain">
      <xsl:if test="p:field/p:error or p:field/p:theirs"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('plan.change-words')"/></summary>
      <xsl:apply-templates select="."/>
    </details>
  </xsl:template>

  <!-- What is asked for hangs on the answer, and stands in the hint. -->
  <xsl:template match="p:form[@name = 'agreement']/p:field" mode="optional"/>

  <doc:mode name="plans" match="p:course">The plan's versions, or that there is none.</doc:mode>
  <xsl:template match="p:course" mode="plans">
    <section aria-labelledby="plans">
      <h2 id="plans"><xsl:value-of select="s:label('tabs.plan')"/></h2>
      <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'plan'"/></xsl:apply-templates>
    </section>
  </xsl:template>
  <xsl:template match="p:course[p:plan]" mode="plans">
    <xsl:apply-templates select="@my-plan" mode="plan-way"/>
    <xsl:apply-templates select="p:plan" mode="card"/>
  </xsl:template>

  <doc:mode name="plan-way" match="@my-plan">The link to the plan as the citizen gets it.</doc:mode>
  <xsl:template match="@my-plan" mode="plan-way">
    <p class="sp-actions sp-flush sp-noprint"><a class="button button-secondary" href="{.}"><xsl:value-of select="s:label('page.plan.my-plan')"/></a><span class="sp-quiet"><xsl:value-of select="s:label('plan.my-plan.help')"/></span></p>
  </xsl:template>

  <doc:mode name="card" match="p:plan">A version: the newest and the one in force whole, earlier ones folded.</doc:mode>
  <xsl:template match="p:plan" mode="card">
    <section aria-labelledby="plan-{@version}">
      <div class="sp-head">
        <h2 id="plan-{@version}"><xsl:value-of select="s:label('plan.version', 'n', @version)"/></h2>
        <p><xsl:apply-templates select="." mode="plan-state"/></p>
      </div>
      <xsl:apply-templates select="." mode="plan-content"/>
    </section>
  </xsl:template>
  <xsl:template match="p:plan[@state = 'superseded' or @state = 'ended'][preceding-sibling::p:plan]" mode="card">
    <details class="sp-plain">
      <summary><xsl:value-of select="s:label('plan.version', 'n', @version)"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="plan-state"/></summary>
      <xsl:apply-templates select="." mode="plan-content"/>
    </details>
  </xsl:template>

  <doc:mode name="plan-content" match="p:plan">What stands in a version.</doc:mode>
  <xsl:template match="p:plan" mode="plan-content">
    <xsl:apply-templates select="." mode="plan-words"/>
    <xsl:apply-templates select="p:changes" mode="changes"/>
    <div class="sp-gap-s"><xsl:apply-templates select="." mode="intervention-table"/></div>
    <xsl:apply-templates select="." mode="plan.after"/>
  </xsl:template>

  <doc:hook name="plans.after" match="p:course">Below the plan's versions.</doc:hook>
  <xsl:template match="p:course" mode="plans.after"/>

  <doc:hook name="plan.after" match="p:plan">At the end of a version.</doc:hook>
  <xsl:template match="p:plan" mode="plan.after"/>

  <doc:mode name="plan-words" match="p:plan">Its goal and its words, as rows of a &lt;dl&gt;.</doc:mode>
  <xsl:template match="p:plan" mode="plan-words"/>
  <xsl:template match="p:plan[@employment-goal or @whom-to-call or @not-asked-reason or p:own-words or p:plain-words or p:citizens-words]" mode="plan-words">
    <dl class="sp-pairs">
      <xsl:apply-templates select="@employment-goal" mode="plan-word"/>
      <xsl:apply-templates select="p:own-words | p:plain-words | p:citizens-words" mode="plan-word"/>
      <xsl:apply-templates select="@not-asked-reason | @whom-to-call" mode="plan-word"/>
    </dl>
  </xsl:template>

  <doc:mode name="plan-word" match="@employment-goal | @not-asked-reason | @whom-to-call | p:own-words | p:plain-words | p:citizens-words">One of them.</doc:mode>
  <xsl:template match="@employment-goal | @not-asked-reason | @whom-to-call | p:own-words | p:plain-words | p:citizens-words" mode="plan-word">
    <div><dt><xsl:value-of select="s:label(concat('plan.', local-name()))"/></dt><dd class="sp-text"><xsl:value-of select="s:show(.)"/></dd></div>
  </xsl:template>

  <doc:mode name="changes" match="p:changes | p:change">What is other than in the version before.</doc:mode>
  <xsl:template match="p:changes" mode="changes">
    <div class="sp-gap-s">
      <h3><xsl:value-of select="s:label('plan.changes', 'n', @since)"/></h3>
      <ul class="sp-events"><xsl:apply-templates select="p:change" mode="changes"/></ul>
    </div>
  </xsl:template>
  <xsl:template match="p:change" mode="changes">
    <li><xsl:value-of select="s:label(concat('plan.change.', @what))"/><xsl:text> </xsl:text><a href="{@href}"><xsl:value-of select="@title"/></a></li>
  </xsl:template>
  <xsl:template match="p:change[p:before]" mode="changes">
    <li>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('plan.', @what))"/></p>
      <p><del><xsl:value-of select="p:before"/></del><xsl:if test="p:after"><xsl:text> </xsl:text><ins><xsl:value-of select="p:after"/></ins></xsl:if></p>
    </li>
  </xsl:template>

  <doc:mode name="plan-state" match="p:plan">Whether it is in force, since when, and what the citizen said.</doc:mode>
  <xsl:template match="p:plan" mode="plan-state">
    <span class="sp-tag"><xsl:value-of select="s:label(concat('plan-state.', @state))"/></span>
    <xsl:apply-templates select="." mode="plan-valid"/>
    <xsl:apply-templates select="@agreement" mode="plan-said"/>
  </xsl:template>
  <xsl:template match="p:plan[@state = 'agreed']" mode="plan-state">
    <span class="sp-light sp-light--green"><svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg><xsl:value-of select="s:label('plan-state.agreed')"/></span>
    <xsl:apply-templates select="." mode="plan-valid"/>
    <xsl:apply-templates select="@agreement" mode="plan-said"/>
  </xsl:template>

  <doc:mode name="plan-valid" match="p:plan">From when to when, or when it was shown.</doc:mode>
  <xsl:template match="p:plan" mode="plan-valid"/>
  <xsl:template match="p:plan[@presented-on]" mode="plan-valid">
    <xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="s:label('plan.presented', 'date', s:date(@presented-on))"/></span>
  </xsl:template>
  <xsl:template match="p:plan[@valid-from]" mode="plan-valid" priority="1">
    <xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="s:label('plan.valid-from', 'date', s:date(@valid-from))"/></span>
  </xsl:template>
  <xsl:template match="p:plan[@valid-to]" mode="plan-valid" priority="2">
    <xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="s:label('plan.valid', 'from', s:date(@valid-from), 'to', s:date(@valid-to))"/></span>
  </xsl:template>

  <doc:mode name="plan-said" match="@agreement | @agreed-on | @agreed-how | @approved-on">The citizen's answer, when and how it was given; the leader who said yes instead.</doc:mode>
  <xsl:template match="@agreement" mode="plan-said">
    <br/><span class="sp-quiet sp-small">
      <xsl:value-of select="s:label(concat('choice.agreement.', .))"/>
      <xsl:apply-templates select="../@agreed-on" mode="plan-said"/>
      <xsl:apply-templates select="../@agreed-how" mode="plan-said"/>
      <xsl:apply-templates select="../@approved-on" mode="plan-said"/>
    </span>
  </xsl:template>
  <xsl:template match="@agreed-on" mode="plan-said"><xsl:text> </xsl:text><span class="sp-date"><xsl:value-of select="s:date(.)"/></span></xsl:template>
  <xsl:template match="@agreed-how" mode="plan-said"><xsl:text>, </xsl:text><xsl:value-of select="s:label(concat('plan.how.', .))"/></xsl:template>
  <xsl:template match="@approved-on" mode="plan-said"><xsl:text>. </xsl:text><xsl:value-of select="s:label('plan.approved', 'name', ../@approved-by-name, 'date', s:date(.))"/></xsl:template>
</xsl:stylesheet>

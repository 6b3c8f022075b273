<?xml version="1.0" encoding="UTF-8"?>
<!-- The political action plans. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="action-plans">The political action plans: what they say, what carries them out, when each is a success.</doc:sheet>

  <!-- All of them -->

  <xsl:template match="p:content[p:action-plans]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('action-plans.help')"/></p>
    <xsl:apply-templates select="p:action-plans/@new" mode="begin"/>
    <xsl:apply-templates select="p:action-plans/p:form"><xsl:with-param name="class" select="'sp-panel sp-noprint'"/></xsl:apply-templates>
    <div class="sp-gap"><xsl:apply-templates select="p:action-plans/p:list"/></div>
  </xsl:template>

  <doc:mode name="begin" match="@new">Where a new plan is written.</doc:mode>
  <xsl:template match="p:action-plans/@new" mode="begin">
    <p class="sp-noprint"><a class="button button-secondary" href="{.}"><xsl:value-of select="s:label('action-plans.new')"/></a></p>
  </xsl:template>
  <xsl:template match="p:action-plans/p:form/p:field[@name = 'standing']" mode="none"><xsl:value-of select="s:label('action-plans.standing')"/></xsl:template>

  <doc:list name="action-plans" columns="title department period entries reached" fixed="title">The action plans.</doc:list>
  <xsl:template match="p:list[@name = 'action-plans']" mode="head">
    <xsl:apply-templates select="." mode="head.title"/>
    <xsl:apply-templates select="." mode="head.department"/>
    <xsl:apply-templates select="." mode="head.period"/>
    <xsl:apply-templates select="." mode="head.entries"/>
    <xsl:apply-templates select="." mode="head.reached"/>
  </xsl:template>
  <xsl:template match="p:list/p:action-plan" mode="cells">
    <xsl:apply-templates select="." mode="cell.title"/>
    <xsl:apply-templates select="." mode="cell.department"/>
    <xsl:apply-templates select="." mode="cell.period"/>
    <xsl:apply-templates select="." mode="cell.entries"/>
    <xsl:apply-templates select="." mode="cell.reached"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'action-plans']" mode="head.title">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="sort" select="'title'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'action-plans']" mode="head.department">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'department'"/><xsl:with-param name="sort" select="'department'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'action-plans']" mode="head.period">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'period'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'action-plans']" mode="head.entries">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'entries'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'action-plans']" mode="head.reached">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'reached'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:action-plan" mode="cell.title"><th scope="row"><a href="{@href}"><xsl:value-of select="@title"/></a></th></xsl:template>
  <xsl:template match="p:action-plan" mode="cell.department"><td data-label="{s:label('column.action-plans.department')}"><xsl:value-of select="@department-name"/></td></xsl:template>
  <xsl:template match="p:action-plan" mode="cell.period"><td data-label="{s:label('column.action-plans.period')}"><xsl:apply-templates select="." mode="period"/></td></xsl:template>
  <xsl:template match="p:action-plan" mode="cell.entries"><td data-label="{s:label('column.action-plans.entries')}"><xsl:value-of select="s:count('action-plans.entries', @entries)"/></td></xsl:template>
  <xsl:template match="p:action-plan" mode="cell.reached"><td data-label="{s:label('column.action-plans.reached')}"><xsl:apply-templates select="." mode="tally"/></td></xsl:template>

  <doc:mode name="period" match="p:action-plan">From and to which day.</doc:mode>
  <xsl:template match="p:action-plan" mode="period"><span class="sp-date"><xsl:value-of select="s:label('period.since', 'from', s:date(@from-on))"/></span></xsl:template>
  <xsl:template match="p:action-plan[@to-on]" mode="period">
    <span class="sp-date"><xsl:value-of select="s:label('period.from-to', 'from', s:date(@from-on), 'to', s:date(@to-on))"/></span>
  </xsl:template>

  <doc:mode name="tally" match="p:action-plan">How many of its criteria stand how.</doc:mode>
  <xsl:template match="p:action-plan" mode="tally"><span class="sp-quiet"><xsl:value-of select="s:label('action-plans.no-criteria')"/></span></xsl:template>
  <xsl:template match="p:action-plan[@reached]" mode="tally">
    <xsl:value-of select="s:label('action-plans.of', 'n', @reached, 'of', sum(@reached | @partly | @not | @unknown | @hidden))"/>
    <span class="sp-quiet sp-small">
      <xsl:if test="@partly != 0"><br/><xsl:value-of select="s:label('action-plans.partly', 'n', @partly)"/></xsl:if>
      <xsl:if test="@not != 0"><br/><xsl:value-of select="s:label('action-plans.not', 'n', @not)"/></xsl:if>
      <xsl:if test="@unknown != 0"><br/><xsl:value-of select="s:label('action-plans.unknown', 'n', @unknown)"/></xsl:if>
      <xsl:if test="@hidden"><br/><xsl:value-of select="s:label('action-plans.hidden', 'n', @hidden)"/></xsl:if>
    </span>
  </xsl:template>

  <!-- One of them -->

  <xsl:template match="p:content[p:action-plan]" mode="title"><xsl:value-of select="p:action-plan/@title"/></xsl:template>

  <xsl:template match="p:content[p:action-plan]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="p:action-plan/@department-name"/> · <xsl:apply-templates select="p:action-plan" mode="period"/></p>
    <xsl:apply-templates select="p:action-plan[@earlier]" mode="earlier"/>
    <div class="sp-cols sp-gap-s">
      <div class="sp-stack">
        <xsl:apply-templates select="p:action-plan[not(@earlier)]" mode="criteria"/>
        <xsl:apply-templates select="p:action-plan" mode="rows"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:action-plan[not(@earlier)]" mode="entries"/>
        <xsl:apply-templates select="p:action-plan" mode="versions"/>
        <xsl:apply-templates select="p:action-plan/@remove" mode="remove"/>
      </div>
    </div>
    <xsl:apply-templates select="p:action-plan" mode="action-plan.after"/>
  </xsl:template>

  <doc:hook name="action-plan.after" match="p:action-plan">Below an action plan.</doc:hook>
  <xsl:template match="p:action-plan" mode="action-plan.after"/>

  <doc:mode name="earlier" match="p:action-plan">That an earlier wording is shown.</doc:mode>
  <xsl:template match="p:action-plan" mode="earlier">
    <div class="sp-note sp-gap-s" data-keep="action-plan-earlier">
      <p><xsl:value-of select="s:label('action-plans.is-earlier')"/><xsl:text> </xsl:text><a href="{@href}"><xsl:value-of select="s:label('action-plans.see-now')"/></a></p>
    </div>
  </xsl:template>

  <doc:mode name="rows" match="p:action-plan">Its nine rows, as they are worded.</doc:mode>
  <xsl:template match="p:action-plan" mode="rows">
    <section aria-labelledby="plan-rows">
      <div class="sp-head">
        <h2 id="plan-rows"><xsl:value-of select="s:label('action-plans.rows')"/></h2>
        <xsl:apply-templates select="p:edit" mode="edit"/>
      </div>
      <xsl:if test="not(p:aim or p:description or p:purpose or p:audience or p:actors or p:schedule or p:economy or p:success or p:follow-up)">
        <p class="sp-quiet"><xsl:value-of select="s:label('action-plans.no-rows')"/></p>
      </xsl:if>
      <xsl:apply-templates select="p:aim | p:description | p:purpose | p:audience | p:actors | p:schedule | p:economy | p:success | p:follow-up" mode="said"/>
    </section>
  </xsl:template>
  <doc:mode name="edit" match="p:edit | p:add-criterion">A link to where it is written.</doc:mode>
  <xsl:template match="p:action-plan/p:edit" mode="edit">
    <div class="sp-actions sp-flush sp-noprint"><a class="button button-secondary" href="{@href}"><xsl:value-of select="s:label('action-plans.edit')"/></a></div>
  </xsl:template>
  <xsl:template match="p:add-criterion" mode="edit">
    <p class="sp-noprint sp-gap-s"><a class="button button-secondary" href="{@href}"><xsl:value-of select="s:label('criterion.add')"/></a></p>
  </xsl:template>

  <doc:mode name="said" match="p:action-plan/*">A row under its name.</doc:mode>
  <xsl:template match="p:action-plan/*" mode="said">
    <h3 class="sp-gap-s"><xsl:value-of select="s:label(concat('field.catalogue-entry.', local-name()))"/></h3>
    <xsl:apply-templates select="." mode="show"/>
  </xsl:template>

  <!-- What carries it out -->

  <doc:mode name="entries" match="p:action-plan">The entries of the catalogue that carry it out.</doc:mode>
  <xsl:template match="p:action-plan" mode="entries">
    <section aria-labelledby="plan-entries">
      <h2 id="plan-entries"><xsl:value-of select="s:label('action-plans.by')"/></h2>
      <xsl:if test="not(p:plan-entry)"><p class="sp-quiet"><xsl:value-of select="s:label('action-plans.no-entries')"/></p></xsl:if>
      <ul class="sp-list"><xsl:apply-templates select="p:plan-entry" mode="entry"/></ul>
      <xsl:apply-templates select="p:form[@name = 'plan-entry-add']"><xsl:with-param name="class" select="'sp-panel sp-gap-s sp-noprint'"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <doc:mode name="entry" match="p:plan-entry">One of them.</doc:mode>
  <xsl:template match="p:plan-entry" mode="entry">
    <li>
      <span>
        <a href="{@href}"><xsl:value-of select="@title"/></a>
        <br/>
        <span class="sp-quiet sp-small"><xsl:value-of select="@department-name"/> · <xsl:apply-templates select="." mode="implemented"/></span>
      </span>
      <xsl:apply-templates select="@edit" mode="edit"/>
    </li>
  </xsl:template>
  <doc:mode name="edit" match="@edit">A link to where its day is set.</doc:mode>
  <xsl:template match="p:plan-entry/@edit" mode="edit">
    <a class="sp-noprint" href="{.}"><xsl:value-of select="s:label('action-plans.change')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../@title"/></span></a>
  </xsl:template>

  <doc:mode name="implemented" match="p:plan-entry | p:in-plan">Since when the entry does what the plan asks of it.</doc:mode>
  <xsl:template match="p:plan-entry | p:in-plan" mode="implemented"><xsl:value-of select="s:label('action-plans.not-implemented')"/></xsl:template>
  <xsl:template match="p:plan-entry[@implemented-on] | p:in-plan[@implemented-on]" mode="implemented">
    <xsl:value-of select="s:label('action-plans.implemented')"/><xsl:text> </xsl:text><span class="sp-date"><xsl:value-of select="s:date(@implemented-on)"/></span>
  </xsl:template>

  <xsl:template match="p:content[p:plan-entry]" mode="title"><xsl:value-of select="p:plan-entry/@title"/></xsl:template>
  <xsl:template match="p:content[p:plan-entry]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('plan-entry.help')"/></p>
    <xsl:apply-templates select="p:plan-entry/p:form"/>
    <xsl:apply-templates select="p:plan-entry" mode="plan-entry.after"/>
  </xsl:template>
  <doc:hook name="plan-entry.after" match="p:plan-entry">Below the form of an entry that carries a plan out.</doc:hook>
  <xsl:template match="p:plan-entry" mode="plan-entry.after"/>
  <xsl:template match="p:form[@name = 'plan-entry']/p:submit[@name = 'remove-entry'] | p:form[@name = 'plan-entry-add']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- How it was worded -->

  <doc:mode name="versions" match="p:action-plan">How it was worded before.</doc:mode>
  <xsl:template match="p:action-plan" mode="versions">
    <section aria-labelledby="plan-versions">
      <h2 id="plan-versions"><xsl:value-of select="s:label('action-plans.versions')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:plan-version" mode="version"/></ul>
    </section>
  </xsl:template>
  <doc:mode name="version" match="p:plan-version">One wording: since when, by whom.</doc:mode>
  <xsl:template match="p:plan-version" mode="version">
    <li><span><a href="{@href}"><xsl:value-of select="s:time(@at)"/></a><xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="@by-name"/></span></span></li>
  </xsl:template>
  <xsl:template match="p:plan-version[@current]" mode="version">
    <li><span><strong><xsl:value-of select="s:time(@at)"/></strong><xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="@by-name"/></span></span></li>
  </xsl:template>

  <!-- The text -->

  <xsl:template match="p:content[p:action-plan-text]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label(concat('action-plan-text.', p:action-plan-text/@state))"/></p>
    <xsl:apply-templates select="p:action-plan-text/p:form"/>
    <xsl:apply-templates select="p:action-plan-text" mode="action-plan-text.after"/>
  </xsl:template>
  <doc:hook name="action-plan-text.after" match="p:action-plan-text">Below the form in which a plan is written.</doc:hook>
  <xsl:template match="p:action-plan-text" mode="action-plan-text.after"/>
  <!-- Its rows are called as those of the catalogue. -->
  <xsl:template match="p:action-plan-text/p:form/p:field[@type = 'text']" mode="label"><xsl:value-of select="s:label(concat('field.catalogue-entry.', @name))"/></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="goals">What an intervention is measured by.</doc:sheet>

  <xsl:template match="p:page/p:content[p:measured]" mode="title">
    <xsl:value-of select="s:label(concat('page.plan.', ../@name))"/>: <xsl:value-of select="p:measured/@title"/>, <xsl:value-of select="p:measured/p:citizen/@name"/>
  </xsl:template>
  <xsl:template match="p:page/p:content[p:measured]" mode="heading"/>
  <xsl:template match="p:page/p:content[p:measured]" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:value-of select="p:measured/@title"/></h1>
          <p><xsl:value-of select="p:measured/p:citizen/@name"/><xsl:apply-templates select="p:measured/p:citizen/@died-on" mode="mark"/></p>
        </div>
        <xsl:apply-templates select="p:measured" mode="ways"/>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="ways" match="p:measured">Links to the intervention, its goals, where it is measured, and what came of it.</doc:mode>
  <xsl:template match="p:measured" mode="ways">
    <nav aria-label="{s:label('measured.ways')}">
      <ul class="sp-filter sp-gap-s">
        <li><a href="{@intervention}"><xsl:value-of select="s:label('page.plan.intervention')"/></a></li>
        <xsl:apply-templates select="@goals-href | @measure-href | @progression" mode="measured-way"/>
      </ul>
    </nav>
  </xsl:template>

  <doc:mode name="measured-way" match="@goals-href | @measure-href | @progression">One of these links, label measured.NAME.</doc:mode>
  <xsl:template match="@goals-href | @measure-href | @progression" mode="measured-way">
    <li>
      <a href="{.}">
        <xsl:if test="concat(/p:page/@name, '-href') = local-name()"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="s:label(concat('measured.', local-name()))"/>
      </a>
    </li>
  </xsl:template>

  <!-- The goals -->

  <xsl:template match="p:page[@name = 'goals']/p:content" mode="body">
    <xsl:apply-templates select="p:measured" mode="goals"/>
  </xsl:template>

  <doc:mode name="goals" match="p:measured">The page of goals: what is measured, and forms to choose and agree.</doc:mode>
  <xsl:template match="p:measured" mode="goals">
    <div class="sp-cols">
      <div class="sp-stack">
        <section aria-labelledby="goals">
          <h2 id="goals"><xsl:value-of select="s:label('page.plan.goals')"/></h2>
          <p class="sp-quiet"><xsl:value-of select="s:label('measured.goal', 'goal', @goal)"/></p>
          <xsl:apply-templates select="." mode="goal-table"/>
        </section>
        <xsl:apply-templates select="." mode="choose"/>
        <xsl:apply-templates select="." mode="goals.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="when"/>
        <xsl:apply-templates select="p:form[@name = 'measuring-plan']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
        <xsl:apply-templates select="." mode="goals.side.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="goals.after" match="p:measured">Below the goals and the bank.</doc:hook>
  <xsl:template match="p:measured" mode="goals.after"/>
  <doc:hook name="goals.side.after" match="p:measured">At the end of the right column.</doc:hook>
  <xsl:template match="p:measured" mode="goals.side.after"/>

  <doc:mode name="goal-table" match="p:measured">The goals as a table, or that there is none.</doc:mode>
  <xsl:template match="p:measured" mode="goal-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'progress-goals'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:measured[p:progress-goal]" mode="goal-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'progress-goals'"/>
      <xsl:with-param name="rows" select="p:progress-goal"/>
    </xsl:call-template>
    <xsl:if test="@mine and @goals &gt; 0 and @state = 'running'">
      <p class="sp-actions"><a class="button button-primary" href="{@measure-href}"><xsl:value-of select="s:label('progression.measure')"/></a></p>
    </xsl:if>
  </xsl:template>

  <doc:list name="progress-goals" row="p:progress-goal" columns="question scale direction measure target do" fixed="question do">What an intervention is
    measured by; those that have ended last.</doc:list>
  <xsl:template match="p:progress-goal" mode="head">
    <xsl:apply-templates select="." mode="head.question"/>
    <xsl:apply-templates select="." mode="head.scale"/>
    <xsl:apply-templates select="." mode="head.direction"/>
    <xsl:apply-templates select="." mode="head.measure"/>
    <xsl:apply-templates select="." mode="head.target"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:progress-goal" mode="cells">
    <xsl:apply-templates select="." mode="cell.question"/>
    <xsl:apply-templates select="." mode="cell.scale"/>
    <xsl:apply-templates select="." mode="cell.direction"/>
    <xsl:apply-templates select="." mode="cell.measure"/>
    <xsl:apply-templates select="." mode="cell.target"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>

  <xsl:template match="p:progress-goal" mode="head.question"><th scope="col"><xsl:value-of select="s:label('column.progress-goals.question')"/></th></xsl:template>
  <xsl:template match="p:progress-goal" mode="head.scale"><th scope="col"><xsl:value-of select="s:label('column.progress-goals.scale')"/></th></xsl:template>
  <xsl:template match="p:progress-goal" mode="head.direction"><th scope="col"><xsl:value-of select="s:label('field.direction')"/></th></xsl:template>
  <xsl:template match="p:progress-goal" mode="head.measure"><th scope="col"><xsl:value-of select="s:label('field.measure')"/></th></xsl:template>
  <xsl:template match="p:progress-goal" mode="head.target"><th scope="col" class="is-num"><xsl:value-of select="s:label('field.target')"/></th></xsl:template>
  <xsl:template match="p:progress-goal" mode="head.do"><th scope="col"><span class="sr-only"><xsl:value-of select="s:label('column.do')"/></span></th></xsl:template>

  <xsl:template match="p:progress-goal" mode="cell.question">
    <th scope="row"><xsl:value-of select="@text"/>
      <xsl:if test="@own"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('goals.own')"/></span></xsl:if>
      <xsl:if test="@ended-on"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('goals.ended', 'date', s:date(@ended-on), 'why', @ended-reason)"/></span></xsl:if>
    </th>
  </xsl:template>
  <xsl:template match="p:progress-goal" mode="cell.scale">
    <td data-label="{s:label('column.progress-goals.scale')}"><xsl:value-of select="s:label('progression.anchors', 'low', @anchor-0, 'high', @anchor-10)"/>
      <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('goals.better.', @better))"/></span></td>
  </xsl:template>
  <xsl:template match="p:progress-goal" mode="cell.direction"><td data-label="{s:label('field.direction')}"><xsl:value-of select="s:label(concat('choice.direction.', @direction))"/></td></xsl:template>
  <xsl:template match="p:progress-goal" mode="cell.measure"><td data-label="{s:label('field.measure')}"><xsl:value-of select="s:label(concat('goals.measure.', @measure))"/></td></xsl:template>
  <xsl:template match="p:progress-goal" mode="cell.target"><td class="is-num" data-label="{s:label('field.target')}"><xsl:value-of select="@target"/></td></xsl:template>
  <xsl:template match="p:progress-goal" mode="cell.do">
    <td class="is-do"><xsl:apply-templates select="@href" mode="change-goal"/></td>
  </xsl:template>

  <doc:mode name="change-goal" match="@href">A link to change a goal.</doc:mode>
  <xsl:template match="@href" mode="change-goal">
    <a href="{.}"><xsl:value-of select="s:label('goals.change')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../@text"/></span></a>
  </xsl:template>

  <!-- The bank, and own words -->

  <doc:mode name="choose" match="p:measured">The bank to choose from, and the form for own words.</doc:mode>
  <xsl:template match="p:measured" mode="choose"/>
  <xsl:template match="p:measured[p:form[@name = 'goals-choose']]" mode="choose">
    <section aria-labelledby="bank">
      <h2 id="bank"><xsl:value-of select="s:label('goals.bank')"/></h2>
      <xsl:apply-templates select="p:form[@name = 'goal-find']"/>
      <xsl:apply-templates select="p:form[@name = 'goals-choose']" mode="bank"/>
    </section>
    <details>
      <xsl:if test="p:form[@name = 'goal-own'][@state]"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('form.goal-own')"/></summary>
      <xsl:apply-templates select="p:form[@name = 'goal-own']"/>
    </details>
  </xsl:template>

  <doc:mode name="bank" match="p:form">What the bank has for what was sought, or that it has nothing.</doc:mode>
  <xsl:template match="p:form" mode="bank">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'goals-choose'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:form[p:field/p:choice]" mode="bank"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="p:form[@name = 'goals-choose']/p:field" mode="optional"/>

  <!-- How it is measured: rarely other than as it stands there. -->
  <xsl:template match="p:form[@name = 'goal-own' or @name = 'progress-goal']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <xsl:variable name="how" select="p:field[@name = 'direction' or @name = 'measure' or @name = 'target' or @name = 'weight']"/>
    <xsl:apply-templates select="p:field[not(@name = 'direction' or @name = 'measure' or @name = 'target' or @name = 'weight')][@name != 'propose'][@name != 'reason']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    <details>
      <xsl:if test="@name = 'progress-goal' or $how/p:error"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('goals.how')"/></summary>
      <xsl:apply-templates select="$how" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </details>
    <xsl:apply-templates select="p:field[@name = 'propose' or @name = 'reason']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:form[@name = 'progress-goal']/p:field[@name = 'reason']" mode="optional"/>

  <!-- When -->

  <doc:mode name="when" match="p:measured">When it is measured, this time and the next.</doc:mode>
  <xsl:template match="p:measured" mode="when">
    <section aria-labelledby="when">
      <h2 id="when"><xsl:value-of select="s:label('measured.when')"/></h2>
      <dl class="sp-list sp-list--pairs">
        <xsl:apply-templates select="@provider-name | @round | @due-on" mode="fact"/>
        <xsl:apply-templates select="@next-on" mode="fact"/>
        <xsl:if test="@interval-weeks"><div><dt><xsl:value-of select="s:label('field.interval-weeks')"/></dt><dd><xsl:value-of select="s:count('count.weeks', @interval-weeks)"/></dd></div></xsl:if>
      </dl>
    </section>
  </xsl:template>

  <!-- One goal -->

  <xsl:template match="p:page[@name = 'goal']/p:content" mode="body">
    <xsl:apply-templates select="p:measured" mode="one-goal"/>
  </xsl:template>

  <doc:mode name="one-goal" match="p:measured">One goal: what it is, and forms to change and to end it.</doc:mode>
  <xsl:template match="p:measured" mode="one-goal">
    <div class="sp-cols">
      <div class="sp-stack">
        <h2><xsl:value-of select="p:progress-goal/@text"/></h2>
        <xsl:apply-templates select="p:form[@name = 'progress-goal']"/>
        <xsl:if test="not(p:form)"><xsl:apply-templates select="." mode="goal-table"/></xsl:if>
        <xsl:apply-templates select="." mode="goal.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name = 'goal-end']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
      </div>
    </div>
  </xsl:template>
  <doc:hook name="goal.after" match="p:measured">Below a goal's form.</doc:hook>
  <xsl:template match="p:measured" mode="goal.after"/>
</xsl:stylesheet>

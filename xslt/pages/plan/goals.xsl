<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="goals">What an intervention is measured by, and its provider who measures.</doc:sheet>

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

  <!-- The provider measures -->

  <xsl:template match="p:page[@name = 'measure']/p:content" mode="body">
    <xsl:apply-templates select="p:measured" mode="measure"/>
  </xsl:template>

  <doc:mode name="measure" match="p:measured">Where its provider measures: the form, what was given, the citizen's code.</doc:mode>
  <xsl:template match="p:measured" mode="measure">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:access-code"/>
        <xsl:apply-templates select="p:typed"/>
        <xsl:apply-templates select="." mode="measure-now"/>
        <xsl:apply-templates select="." mode="given"/>
        <xsl:apply-templates select="." mode="measure.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="when"/>
        <xsl:apply-templates select="p:form[@name = 'citizen-code']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
        <xsl:apply-templates select="." mode="measure.side.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="measure.after" match="p:measured">Below what was given.</doc:hook>
  <xsl:template match="p:measured" mode="measure.after"/>
  <doc:hook name="measure.side.after" match="p:measured">At the end of the right column.</doc:hook>
  <xsl:template match="p:measured" mode="measure.side.after"/>

  <doc:mode name="measure-now" match="p:measured">The form of this time; or why there is none.</doc:mode>
  <xsl:template match="p:measured" mode="measure-now">
    <xsl:apply-templates select="p:form[@name = 'measurement']"/>
  </xsl:template>
  <xsl:template match="p:measured[not(p:form[@name = 'measurement'])]" mode="measure-now">
    <section aria-labelledby="now">
      <h2 id="now"><xsl:value-of select="s:label('page.plan.measure')"/></h2>
      <div class="sp-empty"><xsl:apply-templates select="." mode="nothing"/></div>
    </section>
  </xsl:template>

  <doc:mode name="nothing" match="p:measured">Why there is nothing to measure now, and what to do.</doc:mode>
  <xsl:template match="p:measured" mode="nothing">
    <p class="sp-strong"><xsl:value-of select="s:label('measured.not-yours')"/></p>
    <p><a href="{@progression}"><xsl:value-of select="s:label('measured.progression')"/></a></p>
  </xsl:template>
  <xsl:template match="p:measured[@mine]" mode="nothing">
    <p class="sp-strong"><xsl:value-of select="s:label('measured.not-running')"/></p>
    <p><a href="{@intervention}"><xsl:value-of select="s:label('page.plan.intervention')"/></a></p>
  </xsl:template>
  <xsl:template match="p:measured[@mine][@goals = 0]" mode="nothing">
    <p class="sp-strong"><xsl:value-of select="s:label('empty.progress-goals')"/></p>
    <p class="sp-actions"><a class="button button-primary" href="{@goals-href}"><xsl:value-of select="s:label('goals.choose')"/></a></p>
  </xsl:template>
  <xsl:template match="p:measured[@mine][@given]" mode="nothing">
    <p class="sp-strong"><xsl:value-of select="s:label('measured.given')"/></p>
    <p><xsl:value-of select="s:label('measured.next', 'date', s:date(@next-on), 'from', s:date(@next-from))"/></p>
  </xsl:template>

  <xsl:template match="p:measured/p:form[@name = 'measurement']" mode="form-heading">
    <h2><xsl:value-of select="s:label('page.plan.measure')"/></h2>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('progression.measure.help')"/></p>
  </xsl:template>

  <doc:mode name="given" match="p:measured">What the user gave, the latest first.</doc:mode>
  <xsl:template match="p:measured" mode="given"/>
  <xsl:template match="p:measured[p:given]" mode="given">
    <section aria-labelledby="given">
      <h2 id="given"><xsl:value-of select="s:label('measured.given-before')"/></h2>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('measured.given-before.help')"/></p>
      <xsl:call-template name="table">
        <xsl:with-param name="name" select="'given'"/>
        <xsl:with-param name="rows" select="p:given"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <doc:list name="given" row="p:given" columns="round question value at do" fixed="question value do">What the provider gave, the latest first.</doc:list>
  <xsl:template match="p:given" mode="head">
    <xsl:apply-templates select="." mode="head.round"/>
    <xsl:apply-templates select="." mode="head.question"/>
    <xsl:apply-templates select="." mode="head.value"/>
    <xsl:apply-templates select="." mode="head.at"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:given" mode="cells">
    <xsl:apply-templates select="." mode="cell.round"/>
    <xsl:apply-templates select="." mode="cell.question"/>
    <xsl:apply-templates select="." mode="cell.value"/>
    <xsl:apply-templates select="." mode="cell.at"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>
  <xsl:template match="p:given" mode="head.round"><th scope="col" class="is-num"><xsl:value-of select="s:label('column.given.round')"/></th></xsl:template>
  <xsl:template match="p:given" mode="head.question"><th scope="col"><xsl:value-of select="s:label('column.given.question')"/></th></xsl:template>
  <xsl:template match="p:given" mode="head.value"><th scope="col"><xsl:value-of select="s:label('column.given.value')"/></th></xsl:template>
  <xsl:template match="p:given" mode="head.at"><th scope="col"><xsl:value-of select="s:label('column.given.at')"/></th></xsl:template>
  <xsl:template match="p:given" mode="head.do"><th scope="col"><span class="sr-only"><xsl:value-of select="s:label('column.do')"/></span></th></xsl:template>
  <xsl:template match="p:given" mode="cell.round"><td class="is-num" data-label="{s:label('column.given.round')}"><xsl:value-of select="@round"/></td></xsl:template>
  <xsl:template match="p:given" mode="cell.question"><th scope="row"><xsl:value-of select="@text"/></th></xsl:template>
  <xsl:template match="p:given" mode="cell.value">
    <td data-label="{s:label('column.given.value')}">
      <xsl:value-of select="@value"/>
      <xsl:if test="@not-possible"><xsl:value-of select="s:label('measured.not-possible', 'why', @not-possible)"/></xsl:if>
      <xsl:apply-templates select="p:comment" mode="show"/>
      <xsl:if test="@correction"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('measured.corrected', 'why', @correction-reason)"/></span></xsl:if>
    </td>
  </xsl:template>
  <xsl:template match="p:given" mode="cell.at"><td data-label="{s:label('column.given.at')}"><xsl:value-of select="s:date(substring(@at, 1, 10))"/></td></xsl:template>
  <xsl:template match="p:given" mode="cell.do"><td class="is-do"><xsl:apply-templates select="@href" mode="correct"/></td></xsl:template>

  <doc:mode name="correct" match="@href">A link to correct a value.</doc:mode>
  <xsl:template match="@href" mode="correct">
    <a href="{.}"><xsl:value-of select="s:label('measured.correct')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../@text"/></span></a>
  </xsl:template>

  <xsl:template match="p:page[@name = 'measure-correct']/p:content" mode="body">
    <xsl:apply-templates select="p:measured" mode="correcting"/>
  </xsl:template>
  <doc:mode name="correcting" match="p:measured">A value that is corrected: what stands there, and the form.</doc:mode>
  <xsl:template match="p:measured" mode="correcting">
    <div class="sp-stack">
      <section aria-labelledby="given">
        <h2 id="given"><xsl:value-of select="s:label('page.plan.measure-correct')"/></h2>
        <xsl:call-template name="table">
          <xsl:with-param name="name" select="'given'"/>
          <xsl:with-param name="rows" select="p:given"/>
        </xsl:call-template>
      </section>
      <xsl:apply-templates select="p:form"/>
    </div>
  </xsl:template>
  <xsl:template match="p:form[@name = 'correction']/p:field[@name = 'value' or @name = 'not-possible']" mode="optional"/>

  <!-- The employment goal -->

  <xsl:template match="p:page[@name = 'progression-employment']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="employment"/>
  </xsl:template>

  <doc:mode name="employment" match="p:course">How near the course is to its employment goal: what was measured, and the form.</doc:mode>
  <xsl:template match="p:course" mode="employment">
    <div class="sp-cols">
      <section aria-labelledby="employment">
        <h2 id="employment"><xsl:value-of select="s:label('page.plan.progression-employment')"/></h2>
        <p class="sp-quiet"><xsl:value-of select="@employment-goal"/></p>
        <xsl:apply-templates select="." mode="employment-table"/>
        <xsl:apply-templates select="." mode="employment.after"/>
      </section>
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>
  <doc:hook name="employment.after" match="p:course">Below what was measured of the employment goal.</doc:hook>
  <xsl:template match="p:course" mode="employment.after"/>

  <doc:mode name="employment-table" match="p:course">What was measured as a table, or that nothing was.</doc:mode>
  <xsl:template match="p:course" mode="employment-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'employment'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course[p:employment-measurement]" mode="employment-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'employment'"/>
      <xsl:with-param name="rows" select="p:employment-measurement"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="employment" row="p:employment-measurement" columns="on value by do" fixed="on value do">How near the employment goal was.</doc:list>
  <xsl:template match="p:employment-measurement" mode="head">
    <xsl:apply-templates select="." mode="head.on"/>
    <xsl:apply-templates select="." mode="head.value"/>
    <xsl:apply-templates select="." mode="head.by"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:employment-measurement" mode="cells">
    <xsl:apply-templates select="." mode="cell.on"/>
    <xsl:apply-templates select="." mode="cell.value"/>
    <xsl:apply-templates select="." mode="cell.by"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>
  <xsl:template match="p:employment-measurement" mode="head.on"><th scope="col"><xsl:value-of select="s:label('column.employment.on')"/></th></xsl:template>
  <xsl:template match="p:employment-measurement" mode="head.value"><th scope="col"><xsl:value-of select="s:label('column.employment.value')"/></th></xsl:template>
  <xsl:template match="p:employment-measurement" mode="head.by"><th scope="col"><xsl:value-of select="s:label('column.employment.by')"/></th></xsl:template>
  <xsl:template match="p:employment-measurement" mode="head.do"><th scope="col"><span class="sr-only"><xsl:value-of select="s:label('column.do')"/></span></th></xsl:template>
  <xsl:template match="p:employment-measurement" mode="cell.on"><th scope="row"><xsl:value-of select="s:date(@on)"/></th></xsl:template>
  <xsl:template match="p:employment-measurement" mode="cell.value">
    <td data-label="{s:label('column.given.value')}">
      <xsl:value-of select="@value"/>
      <xsl:if test="@not-possible"><xsl:value-of select="s:label('measured.not-possible', 'why', @not-possible)"/></xsl:if>
      <xsl:apply-templates select="p:comment" mode="show"/>
      <xsl:if test="@correction-reason"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('measured.corrected', 'why', @correction-reason)"/></span></xsl:if>
    </td>
  </xsl:template>
  <xsl:template match="p:employment-measurement" mode="cell.by"><td data-label="{s:label('column.employment.by')}"><xsl:value-of select="@by-name"/></td></xsl:template>
  <xsl:template match="p:employment-measurement" mode="cell.do">
    <td class="is-do"><xsl:if test="@href"><a href="{@href}"><xsl:value-of select="s:label('measured.correct')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="s:date(@on)"/></span></a></xsl:if></td>
  </xsl:template>
  <xsl:template match="p:form[@name = 'employment-measurement']/p:field[@name = 'value' or @name = 'not-possible' or @name = 'reason']" mode="optional"/>

  <!-- The citizen's code -->

  <doc:mode match="p:access-code">The citizen's code, shown once: to write down, for a telephone's camera, or to hand this screen over.</doc:mode>
  <xsl:template match="p:access-code">
    <div class="sp-note sp-note--green" role="status" data-keep="access-code">
      <h2><xsl:value-of select="s:label('access-code.title')"/></h2>
      <p class="sp-accesscode sp-num"><xsl:value-of select="@code"/></p>
      <p><xsl:value-of select="s:label('access-code.help', 'date', s:date(@expires-on))"/></p>
      <p><xsl:value-of select="s:label('access-code.where', 'address', @address)"/></p>
      <xsl:apply-templates select="p:qr"/>
      <xsl:apply-templates select="p:form" mode="hand-over"/>
    </div>
  </xsl:template>

  <doc:mode name="hand-over" match="p:form">The button that hands this screen to the citizen.</doc:mode>
  <xsl:template match="p:form" mode="hand-over">
    <xsl:apply-templates select="."><xsl:with-param name="class" select="'sp-noprint'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:access-code/p:form/p:submit" mode="text"><xsl:value-of select="s:label('submit.hand-over')"/></xsl:template>
  <xsl:template match="p:form[@name = 'hand-over']" mode="form-heading">
    <p><xsl:value-of select="s:label('form.hand-over.help')"/></p>
  </xsl:template>
</xsl:stylesheet>

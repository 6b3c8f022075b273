<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="provider">What who runs interventions sees: the list of them, and one.</doc:sheet>

  <!-- The provider's inbox -->

  <xsl:template match="p:page[@name = 'inbox']/p:content" mode="body">
    <div class="sp-gap-s"><xsl:apply-templates select="p:shows | p:list"/></div>
  </xsl:template>

  <doc:mode match="p:shows | p:show">What the list can show, label inbox.NAME; one of them.</doc:mode>
  <xsl:template match="p:shows">
    <nav class="sp-noprint" aria-label="{s:label('inbox.show')}"><ul class="sp-filter"><xsl:apply-templates select="p:show"/></ul></nav>
  </xsl:template>
  <xsl:template match="p:shows/p:show">
    <li>
      <a href="{@href}">
        <xsl:if test="@current"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
        <xsl:value-of select="s:label(concat('inbox.', @name))"/>
        <xsl:text> </xsl:text><span class="sp-count"><xsl:value-of select="@count"/></span>
      </a>
    </li>
  </xsl:template>
  <!-- Each part of the list is empty in its own way. -->
  <xsl:template match="p:list[@name = 'interventions' and @total = 0]">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="concat('inbox-', ../p:shows/p:show[@current]/@name)"/></xsl:apply-templates>
  </xsl:template>

  <doc:list name="interventions" columns="intervention citizen period state waits" fixed="intervention citizen">The
    interventions that one runs.</doc:list>
  <xsl:template match="p:list[@name = 'interventions']" mode="head">
    <xsl:apply-templates select="." mode="head.intervention"/>
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.period"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.waits"/>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cells">
    <xsl:apply-templates select="." mode="cell.intervention"/>
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.period"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.waits"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'interventions']" mode="head.intervention">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'intervention'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'interventions']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'name'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'interventions']" mode="head.period">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'period'"/><xsl:with-param name="sort" select="'starts'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'interventions']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/><xsl:with-param name="sort" select="'state'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'interventions']" mode="head.waits">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'waits'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:list/p:intervention" mode="cell.intervention">
    <th scope="row"><a href="{@href}"><xsl:value-of select="@title"/></a></th>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cell.citizen">
    <td data-label="{s:label('column.citizen')}">
      <xsl:value-of select="@citizen-name"/><xsl:apply-templates select="." mode="marks"/>
    </td>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cell.period">
    <td data-label="{s:label('column.period')}"><xsl:apply-templates select="." mode="period"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:apply-templates select="." mode="state"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cell.waits">
    <td data-label="{s:label('column.waits')}"><xsl:apply-templates select="@waits" mode="yours"/></td>
  </xsl:template>

  <doc:mode name="yours" match="@waits">What the provider is waited for with.</doc:mode>
  <xsl:template match="@waits" mode="yours">
    <xsl:value-of select="s:label(concat('waits.', ., '.yours'))"/>
  </xsl:template>

  <!-- One intervention, for its provider -->

  <xsl:template match="p:page[@name = 'intervention']/p:content" mode="title">
    <xsl:value-of select="p:intervention/@title"/>: <xsl:value-of select="p:intervention/p:citizen/@name"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'intervention']/p:content" mode="heading"/>
  <xsl:template match="p:page[@name = 'intervention']/p:content" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:value-of select="p:intervention/@title"/></h1>
          <p><xsl:value-of select="p:intervention/p:citizen/@name"/><xsl:apply-templates select="p:intervention/p:citizen/@protected | p:intervention/p:citizen/@died-on" mode="mark"/></p>
        </div>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="p:page[@name = 'intervention']/p:content" mode="body">
    <xsl:apply-templates select="p:intervention" mode="whole"/>
  </xsl:template>

  <doc:mode name="whole" match="p:intervention">One intervention, for its provider.</doc:mode>
  <xsl:template match="p:intervention" mode="whole">
    <div class="sp-cols">
      <section aria-labelledby="agreed">
        <div class="sp-head">
          <h2 id="agreed"><xsl:value-of select="s:label('intervention.agreed')"/></h2>
          <p><xsl:apply-templates select="." mode="state"/></p>
        </div>
        <dl class="sp-pairs"><xsl:apply-templates select="." mode="agreed"/></dl>
        <xsl:apply-templates select="p:facts | p:result" mode="said"/>
        <ul class="sp-filter sp-gap-s"><xsl:apply-templates select="@goals-href | @progression | @href" mode="way"/></ul>
        <xsl:apply-templates select="." mode="citizen-absences"/>
        <xsl:apply-templates select="." mode="given-documents"/>
        <xsl:apply-templates select="." mode="agreed.after"/>
      </section>
      <div class="sp-stack sp-noprint">
        <xsl:apply-templates select="@course-state[. = 'paused'] | @left | @seen-until" mode="told"/>
        <xsl:apply-templates select="@measure-href" mode="way"/>
        <xsl:apply-templates select="p:stop-proposal"/>
        <xsl:apply-templates select="p:form" mode="event-form"/>
        <xsl:apply-templates select="." mode="steps.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="steps.after" match="p:intervention">Below what its provider can do.</doc:hook>
  <xsl:template match="p:intervention" mode="steps.after"/>

  <!-- The next step stands open; the others are folded until they are wanted, or were refused. -->
  <xsl:template match="p:page[@name = 'intervention']/p:content/p:intervention/p:form" mode="event-form">
    <details class="sp-panel">
      <xsl:if test="@state or (@name = 'finish' and ../@over)"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:apply-templates select="." mode="summary"/></summary>
      <xsl:apply-templates select="."><xsl:with-param name="class" select="'sp-folded'"/></xsl:apply-templates>
    </details>
  </xsl:template>
  <doc:mode name="summary" match="p:form">What a folded form is called.</doc:mode>
  <xsl:template match="p:intervention/p:form" mode="summary"><xsl:value-of select="s:label(concat('form.', @name))"/></xsl:template>
  <xsl:template match="p:intervention/p:form[@name = 'message']" mode="summary">
    <xsl:value-of select="s:label('intervention.write', 'name', ../@caseworker-name)"/>
  </xsl:template>
  <xsl:template match="p:intervention[@href]/p:form[@name = 'message']" mode="summary">
    <xsl:value-of select="s:label('intervention.write', 'name', ../@provider-name)"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'intervention']/p:content/p:intervention/p:form[@name = 'accept' or @name = 'start']" mode="event-form">
    <xsl:apply-templates select="."/>
  </xsl:template>
  <xsl:template match="p:intervention/p:form[@name = 'decline' or @name = 'citizen-absence' or @name = 'finish' or @name = 'propose-stop' or @name = 'message']" mode="form-heading">
    <xsl:variable name="help" select="s:find(concat('form.', @name, '.help'))"/>
    <xsl:if test="$help != ''"><p class="sp-quiet sp-small"><xsl:value-of select="$help"/></p></xsl:if>
  </xsl:template>

  <doc:mode name="told" match="@course-state | @left | @seen-until">That its course is paused; that its provider works here no longer; how long the
    provider sees it.</doc:mode>
  <xsl:template match="@course-state" mode="told">
    <div class="sp-note sp-note--yellow" data-keep="paused"><p><xsl:value-of select="s:label('intervention.paused')"/></p></div>
  </xsl:template>
  <xsl:template match="@left" mode="told">
    <div class="sp-note sp-note--yellow" data-keep="left"><p><xsl:value-of select="s:label('intervention.left', 'name', ../@provider-name)"/></p></div>
  </xsl:template>
  <xsl:template match="@seen-until" mode="told">
    <p class="sp-quiet"><xsl:value-of select="s:label('intervention.seen-until', 'date', s:date(.))"/></p>
  </xsl:template>

  <doc:mode name="said" match="p:facts | p:result">What was agreed besides; what the provider said at the end.</doc:mode>
  <xsl:template match="p:facts | p:result" mode="said">
    <h3 class="sp-gap-s"><xsl:value-of select="s:label(concat('intervention.', local-name()))"/></h3>
    <p class="sp-text"><xsl:value-of select="."/></p>
  </xsl:template>

  <!-- Days on which the citizen did not come -->

  <doc:mode name="citizen-absences" match="p:intervention">The days on which the citizen did not come, where there are any.</doc:mode>
  <xsl:template match="p:intervention" mode="citizen-absences"/>
  <xsl:template match="p:intervention[p:citizen-absence]" mode="citizen-absences">
    <h2 id="absences" class="sp-gap"><xsl:value-of select="s:label('list.citizen-absences')"/></h2>
    <xsl:call-template name="table"><xsl:with-param name="name" select="'citizen-absences'"/><xsl:with-param name="rows" select="p:citizen-absence"/></xsl:call-template>
  </xsl:template>

  <doc:list name="citizen-absences" row="p:citizen-absence" columns="days why told do" fixed="days do">The days on which the citizen did
    not come.</doc:list>
  <xsl:template match="p:citizen-absence" mode="head">
    <xsl:apply-templates select="." mode="head.days"/>
    <xsl:apply-templates select="." mode="head.why"/>
    <xsl:apply-templates select="." mode="head.told"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:citizen-absence" mode="cells">
    <xsl:apply-templates select="." mode="cell.days"/>
    <xsl:apply-templates select="." mode="cell.why"/>
    <xsl:apply-templates select="." mode="cell.told"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>

  <xsl:template match="p:citizen-absence" mode="head.days"><th scope="col" class="w-180"><xsl:value-of select="s:label('column.citizen-absences.days')"/></th></xsl:template>
  <xsl:template match="p:citizen-absence" mode="head.why"><th scope="col"><xsl:value-of select="s:label('column.citizen-absences.why')"/></th></xsl:template>
  <xsl:template match="p:citizen-absence" mode="head.told"><th scope="col" class="w-180"><xsl:value-of select="s:label('column.citizen-absences.told')"/></th></xsl:template>
  <xsl:template match="p:citizen-absence" mode="head.do"><th scope="col" class="is-act w-120"><span class="sr-only"><xsl:value-of select="s:label('column.citizen-absences.do')"/></span></th></xsl:template>

  <xsl:template match="p:citizen-absence" mode="cell.days">
    <th scope="row">
      <span class="sp-date"><xsl:value-of select="s:date(@from-on)"/></span>
      <xsl:if test="@to-on"><xsl:text> – </xsl:text><span class="sp-date"><xsl:value-of select="s:date(@to-on)"/></span></xsl:if>
      <xsl:apply-templates select="@now" mode="mark"/>
    </th>
  </xsl:template>
  <xsl:template match="p:citizen-absence" mode="cell.why">
    <td data-label="{s:label('column.citizen-absences.why')}">
      <xsl:value-of select="s:label(concat('choice.absence-kind.', @kind))"/><xsl:apply-templates select="@wrong" mode="mark"/>
      <xsl:if test="@note"><br/><span class="sp-quiet sp-small sp-text"><xsl:value-of select="@note"/></span></xsl:if>
    </td>
  </xsl:template>
  <xsl:template match="p:citizen-absence" mode="cell.told">
    <td data-label="{s:label('column.citizen-absences.told')}"><xsl:value-of select="@told-by"/><br/><span class="sp-quiet sp-small sp-date"><xsl:value-of select="s:date(@told-on)"/></span></td>
  </xsl:template>
  <xsl:template match="p:citizen-absence" mode="cell.do"><td class="is-act"><xsl:apply-templates select="p:form" mode="wrong"/></td></xsl:template>

  <doc:mode name="mark" match="@wrong | @now">That it was a mistake; that it is so today.</doc:mode>
  <xsl:template match="p:citizen-absence/@wrong | p:citizen-absence/@now" mode="mark">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('citizen-absence.', local-name()))"/></span>
  </xsl:template>
  <doc:mode name="wrong" match="p:form">A button that marks an absence as told by mistake.</doc:mode>
  <xsl:template match="p:citizen-absence/p:form" mode="wrong">
    <form action="{@action}" method="post" class="sp-noprint">
      <xsl:apply-templates select="." mode="hidden"/>
      <button class="button button-unstyled sp-linklike" type="submit" name="submit" value="mark-wrong">
        <xsl:value-of select="s:label('submit.mark-wrong')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="s:date(../@from-on)"/></span>
      </button>
    </form>
  </xsl:template>

  <!-- That it should stop -->

  <doc:mode match="p:stop-proposal">What the provider proposed, and what was decided.</doc:mode>
  <xsl:template match="p:stop-proposal">
    <section class="sp-panel sp-panel--plain" aria-labelledby="stop-proposal">
      <h2 id="stop-proposal"><xsl:value-of select="s:label('stop-proposal')"/></h2>
      <p class="sp-text"><xsl:value-of select="@words"/></p>
      <p class="sp-quiet sp-small">
        <xsl:choose>
          <xsl:when test="@answer"><xsl:value-of select="s:label(concat('stop-proposal.', @answer), 'date', s:date(@answered-on))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="s:label('stop-proposal.waits', 'date', s:date(@on))"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:if test="@answer-reason"><p class="sp-text"><xsl:value-of select="@answer-reason"/></p></xsl:if>
      <xsl:apply-templates select="." mode="stop-proposal.after"/>
    </section>
  </xsl:template>
  <doc:hook name="stop-proposal.after" match="p:stop-proposal">At the end of a proposal to stop.</doc:hook>
  <xsl:template match="p:stop-proposal" mode="stop-proposal.after"/>

  <doc:hook name="agreed.after" match="p:intervention">Below what was agreed with the provider.</doc:hook>
  <xsl:template match="p:intervention" mode="agreed.after"/>

  <doc:mode name="agreed" match="p:intervention | @plan-version | @price">What was agreed, as rows of a &lt;dl&gt;; the plan's
    version; the price.</doc:mode>
  <xsl:template match="p:intervention" mode="agreed">
    <div><dt><xsl:value-of select="s:label('field.goal')"/></dt><dd><xsl:value-of select="@goal"/></dd></div>
    <div><dt><xsl:value-of select="s:label('column.period')"/></dt><dd><xsl:apply-templates select="." mode="period"/></dd></div>
    <xsl:apply-templates select="@kind | @track" mode="choice"/>
    <xsl:apply-templates select="@hours-week | @place" mode="fact"/>
    <xsl:apply-templates select="@price" mode="agreed"/>
    <xsl:apply-templates select="@first-measurement-on | @ordered-on | @started-on | @ended-on" mode="fact"/>
    <xsl:apply-templates select="@follow-up" mode="choice"/>
    <xsl:apply-templates select="@provider-name | @caseworker-name" mode="fact"/>
    <xsl:apply-templates select="@plan-version" mode="agreed"/>
  </xsl:template>
  <xsl:template match="p:intervention/@price" mode="agreed">
    <div><dt><xsl:value-of select="s:label('field.price')"/></dt><dd><xsl:value-of select="s:label(concat('catalogue.price.', ../@price-per), 'price', s:number(.))"/></dd></div>
  </xsl:template>
  <xsl:template match="p:intervention/@hours-week" mode="show"><xsl:value-of select="s:number(.)"/></xsl:template>
  <doc:mode name="choice" match="@kind | @track | @follow-up">A row of a &lt;dl&gt;: a choice and what it is, label choice.NAME.KEY.</doc:mode>
  <xsl:template match="p:intervention/@kind | p:intervention/@track | p:intervention/@follow-up" mode="choice">
    <div><dt><xsl:value-of select="s:own('field')"/></dt><dd><xsl:value-of select="s:label(concat('choice.', local-name(), '.', .))"/></dd></div>
  </xsl:template>
  <xsl:template match="@plan-version" mode="agreed">
    <div>
      <dt><xsl:value-of select="s:label('tabs.plan')"/></dt>
      <dd><xsl:value-of select="s:label('plan.version', 'n', .)"/><xsl:if test="../@agreed-on">, <span class="sp-date"><xsl:value-of select="s:date(../@agreed-on)"/></span></xsl:if></dd>
    </div>
  </xsl:template>

  <doc:mode name="way" match="@goals-href | @measure-href | @progression | @href">A link to its goals, to where it is measured, to its measurements, to its
    course.</doc:mode>
  <xsl:template match="@goals-href" mode="way">
    <li><a href="{.}"><xsl:value-of select="s:label('measured.goals-href')"/></a></li>
  </xsl:template>
  <xsl:template match="@measure-href" mode="way">
    <section class="sp-panel" aria-labelledby="measuring">
      <h2 id="measuring"><xsl:value-of select="s:label('intervention.measuring')"/></h2>
      <p><xsl:value-of select="s:count('intervention.goals', ../@goals)"/></p>
      <p class="sp-actions"><a class="button button-primary" href="{.}"><xsl:value-of select="s:label('measured.measure-href')"/></a></p>
    </section>
  </xsl:template>
  <xsl:template match="p:intervention[@goals = 0]/@measure-href" mode="way">
    <section class="sp-panel" aria-labelledby="measuring">
      <h2 id="measuring"><xsl:value-of select="s:label('intervention.measuring')"/></h2>
      <p><xsl:value-of select="s:label('empty.progress-goals')"/></p>
      <p class="sp-actions"><a class="button button-primary" href="{../@goals-href}"><xsl:value-of select="s:label('goals.choose')"/></a></p>
    </section>
  </xsl:template>
  <xsl:template match="@progression" mode="way">
    <li><a href="{.}"><xsl:value-of select="s:label('intervention.progression')"/></a></li>
  </xsl:template>
  <xsl:template match="@href" mode="way">
    <li><a href="{.}"><xsl:value-of select="s:label('intervention.course')"/></a></li>
  </xsl:template>

  <!-- To decline is rare: never the filled button. -->
  <xsl:template match="p:form[@name = 'decline' or @name = 'citizen-code' or @name = 'propose-stop']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
</xsl:stylesheet>

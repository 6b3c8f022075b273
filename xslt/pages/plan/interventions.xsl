<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="interventions">The interventions of a course: their time line, each with what it waits for, and what can be done
    with it.</doc:sheet>

  <!-- The time line -->

  <doc:mode name="interventions" match="p:course">The time line, or that there are no interventions.</doc:mode>
  <xsl:template match="p:course" mode="interventions">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'interventions'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:page[@name = 'overview']/p:content/p:course" mode="interventions">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'interventions-now'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:course[p:timeline]" mode="interventions" priority="2">
    <xsl:apply-templates select="p:timeline" mode="svg"/>
    <ul class="sp-legend sp-quiet">
      <li><svg class="sp-chart sp-key" aria-hidden="true"><rect class="bar" width="26" height="12" y="1"/></svg><xsl:value-of select="s:label('timeline.done')"/></li>
      <li><svg class="sp-chart sp-key" aria-hidden="true"><rect class="plan" x="1" y="1" width="24" height="11"/></svg><xsl:value-of select="s:label('timeline.planned')"/></li>
    </ul>
  </xsl:template>

  <doc:mode name="svg" match="p:timeline | p:month | p:intervention">The drawing of the time line and its
    parts.</doc:mode>
  <xsl:template match="p:timeline" mode="svg">
    <svg class="sp-chart" height="{@height}" role="img" aria-labelledby="timeline-title timeline-desc">
      <title id="timeline-title"><xsl:value-of select="s:label('timeline.title', 'from', s:date(@from), 'to', s:date(@to))"/></title>
      <desc id="timeline-desc"><xsl:apply-templates select="../p:intervention[@y]" mode="desc"/></desc>
      <xsl:apply-templates select="p:month" mode="svg"/>
      <line class="now" x1="{@now}%" x2="{@now}%" y1="18" y2="{@foot}"/>
      <text class="is-label is-mid" x="{@now}%" y="{@foot}" dy="15"><xsl:value-of select="s:label('timeline.today')"/></text>
      <xsl:apply-templates select="../p:intervention[@y]" mode="svg"/>
    </svg>
  </xsl:template>

  <xsl:template match="p:month" mode="svg">
    <line class="grid" x1="{@x}%" x2="{@x}%" y1="18" y2="{../@foot}"/>
    <text x="{@x}%" dx="4" y="13">
      <xsl:value-of select="s:label(concat('month.short.', @number))"/>
      <xsl:if test="@number = 1 or not(preceding-sibling::p:month)"><tspan class="is-wide"><xsl:text> </xsl:text><xsl:value-of select="@year"/></tspan></xsl:if>
    </text>
  </xsl:template>

  <xsl:template match="p:intervention" mode="svg">
    <text class="is-label halo" x="{@label-x}%" y="{@y}" dy="-8"><xsl:value-of select="@title"/><tspan class="is-wide is-plain"> · <xsl:value-of select="@provider-name"/></tspan></text>
    <xsl:if test="@x"><rect class="bar" x="{@x}%" y="{@y}" width="{@width}%" height="18"/></xsl:if>
    <xsl:if test="@planned-x"><rect class="plan" x="{@planned-x}%" y="{@y}" width="{@planned-width}%" height="17"/></xsl:if>
  </xsl:template>

  <doc:mode name="desc" match="p:intervention">One of them in words, for those who do not see the drawing: all that it shows.</doc:mode>
  <xsl:template match="p:intervention" mode="desc">
    <xsl:value-of select="s:label('timeline.from', 'title', @title, 'provider', @provider-name, 'state', s:label(concat('intervention-state.', @state)), 'from', s:date(@drawn-from))"/>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="p:intervention[@drawn-to]" mode="desc">
    <xsl:value-of select="s:label('timeline.from-to', 'title', @title, 'provider', @provider-name, 'state', s:label(concat('intervention-state.', @state)), 'from', s:date(@drawn-from), 'to', s:date(@drawn-to))"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Interventions -->

  <xsl:template match="p:page[@name = 'interventions']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="intervention-page"/>
  </xsl:template>

  <doc:mode name="intervention-page" match="p:course">The page of interventions.</doc:mode>
  <xsl:template match="p:course" mode="intervention-page">
    <div class="sp-cols">
      <div class="sp-stack">
        <section aria-labelledby="interventions">
          <h2 id="interventions"><xsl:value-of select="s:label('tabs.interventions')"/></h2>
          <xsl:apply-templates select="." mode="interventions"/>
        </section>
        <xsl:apply-templates select="." mode="intervention-table"/>
        <xsl:apply-templates select="." mode="interventions.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="find-offer"/>
        <xsl:apply-templates select="p:form[@name = 'intervention']"/>
      </div>
    </div>
  </xsl:template>

  <!-- The catalogue -->

  <doc:mode name="find-offer" match="p:course">A search of the catalogue, what was found, or the one that was chosen.</doc:mode>
  <xsl:template match="p:course" mode="find-offer"/>
  <xsl:template match="p:course[p:form[@name = 'find-offer']]" mode="find-offer">
    <section class="sp-panel" aria-labelledby="find-offer">
      <h2 id="find-offer"><xsl:value-of select="s:label('form.find-offer')"/></h2>
      <xsl:apply-templates select="p:form[@name = 'find-offer']"/>
      <xsl:apply-templates select="p:offers" mode="choices"/>
    </section>
  </xsl:template>

  <doc:mode name="choices" match="p:offers">What the catalogue has, each with its places and the link that begins an intervention with it.</doc:mode>
  <xsl:template match="p:offers" mode="choices">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'offers'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:offers[p:catalogue-entry]" mode="choices">
    <ul class="sp-room-list"><xsl:apply-templates select="p:catalogue-entry" mode="choice"/></ul>
  </xsl:template>

  <doc:mode name="choice" match="p:catalogue-entry">One of them: places, who waits, how long, whose.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="choice">
    <li>
      <div>
        <p class="sp-strong"><xsl:value-of select="@title"/></p>
        <p class="sp-room-facts">
          <xsl:apply-templates select="." mode="places"/>
          <xsl:apply-templates select="@waiting" mode="line"/>
          <xsl:apply-templates select="@waiting-days | @usual-weeks" mode="offer-fact"/>
          <span class="sp-quiet"><xsl:value-of select="@department-name"/></span>
        </p>
      </div>
      <xsl:apply-templates select="." mode="choose"/>
    </li>
  </xsl:template>

  <doc:mode name="line" match="@waiting">How many wait for a place.</doc:mode>
  <xsl:template match="@waiting" mode="line"><span><xsl:value-of select="s:count('intervention.line', .)"/></span></xsl:template>

  <doc:mode name="choose" match="p:catalogue-entry">The link that begins an intervention with it, or that one has.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="choose"/>
  <xsl:template match="p:catalogue-entry[@choose]" mode="choose">
    <a class="button button-secondary" href="{@choose}"><xsl:value-of select="s:label('intervention.choose')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="@title"/></span></a>
  </xsl:template>
  <xsl:template match="p:catalogue-entry[@chosen]" mode="choose" priority="1"><span class="sp-light sp-light--green">✓ <xsl:value-of select="s:label('intervention.chosen')"/></span></xsl:template>

  <!-- A new one: what every intervention has; the rest is folded until it is wanted, or was refused. -->

  <xsl:template match="p:form[@name = 'intervention']" mode="fields">
    <xsl:variable name="more" select="p:field[@name = 'kind' or @name = 'track' or @name = 'hours-week' or @name = 'place' or @name = 'is-offer' or @name = 'is-company-offer' or @name = 'price' or @name = 'price-per' or @name = 'facts']"/>
    <xsl:apply-templates select="p:field[not(@name = 'kind') and not(preceding-sibling::p:field[@name = 'kind'])]" mode="field"/>
    <details class="sp-plain">
      <xsl:if test="$more/p:error or $more/p:theirs"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('intervention.more')"/></summary>
      <xsl:apply-templates select="$more" mode="field"/>
    </details>
  </xsl:template>

  <doc:hook name="interventions.after" match="p:course">Below the interventions.</doc:hook>
  <xsl:template match="p:course" mode="interventions.after"/>

  <doc:mode name="intervention-table" match="p:course | p:plan">The table of interventions, of the course or of a
    version of the plan.</doc:mode>
  <xsl:template match="p:course | p:plan" mode="intervention-table"/>
  <xsl:template match="p:course[p:intervention] | p:plan[p:intervention]" mode="intervention-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'course-interventions'"/>
      <xsl:with-param name="rows" select="p:intervention"/>
    </xsl:call-template>
  </xsl:template>

  <doc:mode name="end-intervention" match="p:form">To set the end of one that runs, folded until it is wanted, or was refused.</doc:mode>
  <xsl:template match="p:form" mode="end-intervention">
    <details class="sp-plain">
      <xsl:if test="p:field/p:error or p:field/p:value"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('form.end-intervention')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../@title"/></span></summary>
      <xsl:apply-templates select=".">
        <xsl:with-param name="id" select="concat('end-intervention-', ../@id)"/>
        <xsl:with-param name="class" select="'sp-folded'"/>
      </xsl:apply-templates>
    </details>
  </xsl:template>

  <doc:list name="course-interventions" row="p:course/p:intervention | p:plan/p:intervention" columns="intervention provider period state" fixed="intervention state">The
    interventions of a course or of a version of its plan.</doc:list>
  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="head">
    <xsl:apply-templates select="." mode="head.intervention"/>
    <xsl:apply-templates select="." mode="head.provider"/>
    <xsl:apply-templates select="." mode="head.period"/>
    <xsl:apply-templates select="." mode="head.state"/>
  </xsl:template>
  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="cells">
    <xsl:apply-templates select="." mode="cell.intervention"/>
    <xsl:apply-templates select="." mode="cell.provider"/>
    <xsl:apply-templates select="." mode="cell.period"/>
    <xsl:apply-templates select="." mode="cell.state"/>
  </xsl:template>

  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="head.intervention">
    <th scope="col"><xsl:value-of select="s:label('column.intervention')"/></th>
  </xsl:template>
  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="head.provider">
    <th scope="col" class="w-150"><xsl:value-of select="s:label('column.provider')"/></th>
  </xsl:template>
  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="head.period">
    <th scope="col" class="w-220"><xsl:value-of select="s:label('column.period')"/></th>
  </xsl:template>
  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="head.state">
    <th scope="col" class="w-150"><xsl:value-of select="s:label('column.state')"/></th>
  </xsl:template>

  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="cell.intervention">
    <th scope="row" class="sp-wrap">
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <p class="sp-plain"><xsl:value-of select="@goal"/></p>
      <xsl:apply-templates select="@kind" mode="sort"/>
      <xsl:apply-templates select="@focus-area" mode="works-on"/>
      <xsl:apply-templates select="@gone | @provider-left" mode="trouble"/>
      <xsl:apply-templates select="p:form[@name = 'end-intervention']" mode="end-intervention"/>
      <xsl:apply-templates select="." mode="intervention.after"/>
    </th>
  </xsl:template>
  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="cell.provider">
    <td data-label="{s:label('column.provider')}"><xsl:value-of select="@provider-name"/></td>
  </xsl:template>
  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="cell.period">
    <td data-label="{s:label('column.period')}">
      <xsl:apply-templates select="." mode="period"/>
      <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('intervention.measured')"/><xsl:text> </xsl:text><span class="sp-date"><xsl:value-of select="s:date(@first-measurement-on)"/></span></span>
    </td>
  </xsl:template>
  <xsl:template match="p:course/p:intervention | p:plan/p:intervention" mode="cell.state">
    <td data-label="{s:label('column.state')}">
      <xsl:apply-templates select="." mode="state"/>
      <xsl:apply-templates select="." mode="waits-for-place"/>
      <xsl:apply-templates select="p:form[@name != 'end-intervention']" mode="press"/>
      <xsl:apply-templates select="@change-href | @again-href" mode="way"/>
    </td>
  </xsl:template>

  <doc:mode name="waits-for-place" match="p:intervention">Where it stands in line, or that a place is free.</doc:mode>
  <xsl:template match="p:intervention" mode="waits-for-place"/>
  <xsl:template match="p:intervention[@in-line]" mode="waits-for-place">
    <br/><span class="sp-small"><xsl:value-of select="s:label('intervention.in-line', 'n', @in-line, 'date', s:date(@waits-since))"/></span>
  </xsl:template>
  <xsl:template match="p:intervention[@in-line][@waits = 'offer']" mode="waits-for-place"/>
  <xsl:template match="p:intervention[@in-line][@waits = 'order']" mode="waits-for-place">
    <br/><span class="sp-light sp-light--green"><svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg><xsl:value-of select="s:label('intervention.place-free')"/></span>
  </xsl:template>

  <doc:mode name="press" match="p:form">What one press does to an intervention: a button whose name says to which.</doc:mode>
  <xsl:template match="p:form" mode="press">
    <xsl:apply-templates select=".">
      <xsl:with-param name="id" select="concat(@name, '-', ../@id)"/>
      <xsl:with-param name="class" select="'sp-press sp-noprint'"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course/p:intervention/p:form" mode="form-heading"/>
  <xsl:template match="p:intervention/p:form[@name = 'order-intervention']/p:submit">
    <button class="button button-primary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../../@title"/></span></button>
  </xsl:template>
  <xsl:template match="p:intervention/p:form[@name = 'current-intervention' or @name = 'own-intervention']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../../@title"/></span></button>
  </xsl:template>

  <doc:mode name="trouble" match="@gone | @provider-left">What has to be seen to before it can be ordered.</doc:mode>
  <xsl:template match="@gone" mode="trouble">
    <p class="sp-plain"><span class="sp-light sp-light--yellow sp-wraps"><svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .2 11.8 6 6 11.8.2 6z"/></svg><xsl:value-of select="s:label(concat('intervention.gone.', .))"/></span></p>
  </xsl:template>
  <xsl:template match="@provider-left" mode="trouble">
    <p class="sp-plain"><span class="sp-light sp-light--yellow sp-wraps"><svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .2 11.8 6 6 11.8.2 6z"/></svg><xsl:value-of select="s:label('intervention.provider-left', 'name', ../@provider-name)"/></span></p>
  </xsl:template>

  <doc:mode name="sort" match="@kind | @track">Which of the four kinds it is, and the track that it is on.</doc:mode>
  <xsl:template match="@kind" mode="sort">
    <p class="sp-plain"><span class="sp-tag"><xsl:value-of select="s:label(concat('choice.kind.', .))"/></span><xsl:apply-templates select="../@track" mode="sort"/></p>
  </xsl:template>
  <xsl:template match="@track" mode="sort"><xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('choice.track.', .))"/></span></xsl:template>

  <doc:mode name="way" match="@change-href | @again-href">A link to where it is changed, or to a new one that begins as it stands.</doc:mode>
  <xsl:template match="@change-href" mode="way">
    <p class="sp-plain sp-noprint"><a href="{.}"><xsl:value-of select="s:label(concat('intervention.change.', ../@state))"/><span class="sr-only"><xsl:text>: </xsl:text><xsl:value-of select="../@title"/></span></a></p>
  </xsl:template>
  <xsl:template match="@again-href" mode="way">
    <p class="sp-plain sp-noprint"><a href="{.}"><xsl:value-of select="s:label('intervention.again')"/><span class="sr-only"><xsl:text>: </xsl:text><xsl:value-of select="../@title"/></span></a></p>
  </xsl:template>

  <doc:hook name="intervention.after" match="p:intervention">Below its goal.</doc:hook>
  <xsl:template match="p:intervention" mode="intervention.after"/>

  <doc:mode name="works-on" match="@focus-area">The focus area that an intervention works on.</doc:mode>
  <xsl:template match="@focus-area" mode="works-on">
    <span class="sp-quiet sp-small"><xsl:value-of select="s:label('intervention.works-on', 'title', .)"/></span>
  </xsl:template>

  <doc:mode name="period" match="p:intervention">From when to when.</doc:mode>
  <xsl:template match="p:intervention" mode="period">
    <span class="sp-date"><xsl:value-of select="s:date(@starts-on)"/></span>
    <xsl:text> – </xsl:text>
    <span class="sp-date"><xsl:value-of select="s:date(@ends-on)"/></span>
  </xsl:template>

  <doc:mode name="state" match="p:intervention">How it stands, with the reason where there is one.</doc:mode>
  <xsl:template match="p:intervention" mode="state">
    <span class="sp-tag"><xsl:value-of select="s:label(concat('intervention-state.', @state))"/></span>
    <xsl:if test="@state-reason"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@state-reason"/></span></xsl:if>
  </xsl:template>
  <xsl:template match="p:intervention[@state = 'running']" mode="state">
    <span class="sp-light sp-light--green"><svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg><xsl:value-of select="s:label('intervention-state.running')"/></span>
  </xsl:template>
  <xsl:template match="p:intervention[@state = 'declined' or @state = 'stopped']" mode="state">
    <span class="sp-light sp-light--yellow"><svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .2 11.8 6 6 11.8.2 6z"/></svg><xsl:value-of select="s:label(concat('intervention-state.', @state))"/></span>
    <xsl:if test="@state-reason"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@state-reason"/></span></xsl:if>
  </xsl:template>
</xsl:stylesheet>

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
      <xsl:if test="@number = 1"><tspan class="is-wide"><xsl:text> </xsl:text><xsl:value-of select="@year"/></tspan></xsl:if>
    </text>
  </xsl:template>

  <xsl:template match="p:intervention" mode="svg">
    <text class="is-label halo" x="{@label-x}%" y="{@y}" dy="-8"><xsl:value-of select="@title"/><tspan class="is-wide is-plain"> · <xsl:value-of select="@provider-name"/></tspan></text>
    <xsl:if test="@x"><rect class="bar" x="{@x}%" y="{@y}" width="{@width}%" height="18"/></xsl:if>
    <xsl:if test="@planned-x"><rect class="plan" x="{@planned-x}%" y="{@y}" width="{@planned-width}%" height="17"/></xsl:if>
  </xsl:template>

  <doc:mode name="desc" match="p:intervention">One of them in words, for those who do not see the drawing.</doc:mode>
  <xsl:template match="p:intervention" mode="desc">
    <xsl:choose>
      <xsl:when test="@ends-on"><xsl:value-of select="s:label('timeline.from-to', 'title', @title, 'provider', @provider-name, 'from', s:date(@starts-on), 'to', s:date(@ends-on))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:label('timeline.from', 'title', @title, 'provider', @provider-name, 'from', s:date(@starts-on))"/></xsl:otherwise>
    </xsl:choose>
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
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
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
  <xsl:template match="p:intervention/p:form[@name = 'end-intervention']" mode="form-heading"/>

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
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <p class="sp-plain"><xsl:value-of select="@goal"/></p>
      <xsl:apply-templates select="@focus-area" mode="works-on"/>
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
    <td data-label="{s:label('column.state')}"><xsl:apply-templates select="." mode="state"/></td>
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

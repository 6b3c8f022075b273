<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="measure">An intervention's provider who measures, and the citizen's code for it.</doc:sheet>

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
      <xsl:if test="@closed"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('measured.closed')"/></span></xsl:if>
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

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>

  <doc:sheet name="report">The pages of samspil-report: whether it works and whether it pays.</doc:sheet>

  <xsl:include href="samspil:pages/report/extracts.xsl"/>
  <xsl:include href="samspil:pages/report/figures.xsl"/>
  <xsl:include href="samspil:pages/report/figures-charts.xsl"/>
  <xsl:include href="samspil:pages/report/people.xsl"/>

  <!-- All reports -->

  <xsl:template match="p:content[p:reports]" mode="body">
    <p class="sp-lead"><xsl:value-of select="s:label('reports.lead')"/></p>
    <div class="sp-gap">
      <xsl:call-template name="table">
        <xsl:with-param name="name" select="'reports'"/>
        <xsl:with-param name="rows" select="p:reports/p:report-item"/>
      </xsl:call-template>
    </div>
    <p class="sp-gap"><a href="{p:reports/@extracts}"><xsl:value-of select="s:label('reports.extracts')"/></a></p>
    <xsl:apply-templates select="p:reports" mode="reports.after"/>
  </xsl:template>

  <doc:hook name="reports.after" match="p:reports">Below the table of all reports.</doc:hook>
  <xsl:template match="p:reports" mode="reports.after"/>

  <doc:list name="reports" row="p:report-item" columns="report answers data-at" fixed="report">All reports.</doc:list>
  <xsl:template match="p:report-item" mode="head">
    <xsl:apply-templates select="." mode="head.report"/>
    <xsl:apply-templates select="." mode="head.answers"/>
    <xsl:apply-templates select="." mode="head.data-at"/>
  </xsl:template>
  <xsl:template match="p:report-item" mode="cells">
    <xsl:apply-templates select="." mode="cell.report"/>
    <xsl:apply-templates select="." mode="cell.answers"/>
    <xsl:apply-templates select="." mode="cell.data-at"/>
  </xsl:template>
  <xsl:template match="p:report-item" mode="head.report"><th scope="col"><xsl:value-of select="s:label('column.reports.report')"/></th></xsl:template>
  <xsl:template match="p:report-item" mode="head.answers"><th scope="col"><xsl:value-of select="s:label('column.reports.answers')"/></th></xsl:template>
  <xsl:template match="p:report-item" mode="head.data-at"><th scope="col" class="w-150"><xsl:value-of select="s:label('column.reports.data-at')"/></th></xsl:template>
  <xsl:template match="p:report-item" mode="cell.report">
    <th scope="row"><a href="{@href}"><xsl:value-of select="s:label(concat('report.', @name, '.title'))"/></a></th>
  </xsl:template>
  <xsl:template match="p:report-item" mode="cell.answers">
    <td data-label="{s:label('column.reports.answers')}"><xsl:value-of select="s:label(concat('report.', @name, '.answers'))"/></td>
  </xsl:template>
  <xsl:template match="p:report-item" mode="cell.data-at">
    <td data-label="{s:label('column.reports.data-at')}"><xsl:value-of select="s:time(@data-at)"/><xsl:if test="not(@data-at)"><xsl:value-of select="s:label('reports.none')"/></xsl:if></td>
  </xsl:template>

  <!-- One -->

  <xsl:template match="p:content[p:report or p:report-run or p:report-refused]" mode="title">
    <xsl:value-of select="s:label(concat('report.', (p:report | p:report-run | p:report-refused)/@name, '.title'))"/>
  </xsl:template>

  <xsl:template match="p:content[p:report]" mode="heading">
    <div class="sp-head">
      <div>
        <h1><xsl:apply-templates select="." mode="title"/></h1>
        <p class="sp-quiet"><xsl:apply-templates select="p:report" mode="asked"/></p>
      </div>
      <div class="sp-actions sp-flush sp-noprint">
        <xsl:apply-templates select="p:report/@csv-href | p:report/@xml-href" mode="take"/>
        <xsl:apply-templates select="p:report" mode="print"/>
      </div>
    </div>
    <xsl:apply-templates select="p:report/@files-hide" mode="take"/>
  </xsl:template>

  <doc:mode name="take" match="@csv-href | @xml-href | @files-hide">A button that takes the figures away as a file; that the files tell less than the page.</doc:mode>
  <xsl:template match="@files-hide" mode="take"><p class="sp-quiet sp-small sp-noprint" data-keep="files-hide"><xsl:value-of select="s:label('report.files-hide')"/></p></xsl:template>
  <xsl:template match="@csv-href | @xml-href" mode="take">
    <a class="button button-secondary" href="{.}"><xsl:value-of select="s:label(concat('report.', name()))"/></a>
  </xsl:template>

  <doc:mode name="print" match="p:report">The button that prints.</doc:mode>
  <xsl:template match="p:report" mode="print">
    <button type="button" class="button button-secondary" data-print="yes" hidden="hidden"><xsl:value-of select="s:label('print')"/></button>
  </xsl:template>

  <doc:mode name="asked" match="p:report | p:report-list | p:report-own | @department | @group | @benefit">What was asked, in a line: the period, the filters, the day of the data.</doc:mode>
  <xsl:template match="p:report | p:report-list" mode="asked">
    <xsl:if test="@from"><xsl:value-of select="s:label('report.period', 'from', s:date(@from), 'to', s:date(@to))"/><xsl:text>. </xsl:text></xsl:if>
    <xsl:apply-templates select="@department | @group | @benefit" mode="asked"/>
    <xsl:apply-templates select="p:report-own" mode="asked"/>
    <xsl:value-of select="s:label('report.data-at', 'at', s:time(@data-at))"/>
  </xsl:template>
  <xsl:template match="@department | @group | @benefit" mode="asked"><xsl:value-of select="."/><xsl:text>. </xsl:text></xsl:template>
  <xsl:template match="p:report-own" mode="asked">
    <xsl:value-of select="s:label(concat('field.report.', @name))"/>
    <xsl:text>: </xsl:text>
    <xsl:choose>
      <xsl:when test="@words"><xsl:value-of select="@words"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:number(s:show(@value))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>. </xsl:text>
  </xsl:template>

  <!-- A department, or all of them: nothing is left open. -->
  <xsl:template match="p:form[@name = 'report']/p:field[@name = 'department']" mode="control-choice">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <select class="form-select" id="{$id}" name="{@name}">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <xsl:apply-templates select="p:choice" mode="option"><xsl:with-param name="value" select="string(p:value)"/></xsl:apply-templates>
    </select>
  </xsl:template>

  <!-- What one compares with: nothing, unless it is chosen; and years, where a report has no months. -->
  <xsl:template match="p:form[@name = 'report']/p:field[@name = 'baseline']" mode="none"><xsl:value-of select="s:label('choice.none')"/></xsl:template>
  <xsl:template match="p:form[@name = 'report'][contains(@action, '/report/account')]/p:field[@name = 'from' or @name = 'to']" mode="label">
    <xsl:value-of select="s:label(concat('field.report.', @name, '-year'))"/>
  </xsl:template>

  <xsl:template match="p:content[p:report or p:report-run]" mode="body">
    <xsl:apply-templates select="p:form[@name = 'report']"/>
    <xsl:apply-templates select="p:report-run" mode="progress"/>
    <xsl:apply-templates select="p:report" mode="whole"/>
  </xsl:template>

  <!-- What was asked cannot be: the form says why. -->
  <xsl:template match="p:content[p:report-refused]" mode="body">
    <xsl:apply-templates select="p:form[@name = 'report']"/>
  </xsl:template>

  <doc:mode name="whole" match="p:report">What the figures say in short, the figures, and what they mean.</doc:mode>
  <xsl:template match="p:report" mode="whole">
    <div>
      <xsl:attribute name="class">sp-cols sp-gap<xsl:if test="p:figures-brief"> sp-cols--brief</xsl:if></xsl:attribute>
      <xsl:apply-templates select="." mode="briefs"/>
      <div class="sp-stack">
        <xsl:apply-templates select="p:figures-note" mode="note"/>
        <xsl:apply-templates select="p:figures" mode="table"/>
        <xsl:apply-templates select="." mode="figures.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="definition"/>
        <xsl:apply-templates select="." mode="queries"/>
        <xsl:apply-templates select="." mode="made"/>
        <xsl:apply-templates select="p:form[@name = 'report-again']" mode="again"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="figures.after" match="p:report">Below all tables and charts.</doc:hook>
  <xsl:template match="p:report" mode="figures.after"/>

  <doc:mode name="note" match="p:figures-note">What is to be known of the figures.</doc:mode>
  <xsl:template match="p:figures-note" mode="note">
    <div class="sp-note sp-note--yellow" data-keep="figures-note">
      <p><xsl:value-of select="s:label(concat('report.', ../@name, '.note.', @key), 'more', @more)"/></p>
    </div>
  </xsl:template>

  <xsl:template match="p:figures-note[@key = 'old']" mode="note">
    <div class="sp-note sp-note--yellow" data-keep="figures-note"><p><xsl:value-of select="s:label('figures.note.old')"/></p></div>
  </xsl:template>

  <xsl:template match="p:figures-note[@key = 'rounded']" mode="note">
    <p class="sp-quiet" data-keep="figures-note"><xsl:value-of select="s:label('figures.note.rounded')"/></p>
  </xsl:template>

  <doc:mode name="definition" match="p:report">How the figures are meant: labels report.NAME.definition, definition-2 and so on.</doc:mode>
  <xsl:template match="p:report" mode="definition">
    <section class="sp-note" aria-labelledby="definition" data-keep="definition">
      <h2 id="definition"><xsl:value-of select="s:label('report.definition')"/></h2>
      <p><xsl:value-of select="s:label(concat('report.', @name, '.definition'))"/></p>
      <xsl:apply-templates select="." mode="definition-words"><xsl:with-param name="key" select="concat('report.', @name, '.definition')"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <doc:mode name="definition-words" match="p:report">A paragraph for each label: KEY, KEY-2, KEY-3. <doc:with name="key">The first one's key.</doc:with> <doc:with name="n">Which
    one.</doc:with></doc:mode>
  <xsl:template match="p:report" mode="definition-words">
    <xsl:param name="key"/>
    <xsl:param name="n" select="2"/>
    <xsl:variable name="words" select="s:find(concat($key, '-', $n))"/>
    <xsl:if test="$words != ''">
      <p><xsl:value-of select="$words"/></p>
      <xsl:apply-templates select="." mode="definition-words"><xsl:with-param name="key" select="$key"/><xsl:with-param name="n" select="$n + 1"/></xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <doc:mode name="queries" match="p:report | p:report-query">The statements that were run, for those who want to see how it was computed.</doc:mode>
  <xsl:template match="p:report" mode="queries"/>
  <xsl:template match="p:report[p:report-query]" mode="queries">
    <details class="sp-noprint">
      <summary><xsl:value-of select="s:label('report.sql')"/></summary>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('report.sql.help')"/></p>
      <xsl:apply-templates select="p:report-query" mode="queries"/>
    </details>
  </xsl:template>
  <xsl:template match="p:report-query" mode="queries">
    <h3><xsl:value-of select="s:first(concat('report.', ../@name, '.query.', @name), concat('report.', ../@name, '.', @name))"/></h3>
    <pre class="sp-sql" tabindex="0"><xsl:value-of select="p:sql"/></pre>
  </xsl:template>

  <doc:mode name="made" match="p:report">Which version made it, of which data, for whom; and that few people are not told of.</doc:mode>
  <xsl:template match="p:report" mode="made">
    <p class="sp-quiet sp-small">
      <xsl:value-of select="s:label('report.made', 'version', $version, 'at', s:time(@data-at), 'name', /p:page/p:user/@name)"/>
      <xsl:if test="p:figures/p:figures-row/p:figure/@hidden or p:figures-brief/p:figure/@hidden"><xsl:text> </xsl:text><xsl:value-of select="s:label('report.few')"/></xsl:if>
    </p>
  </xsl:template>

  <doc:mode name="again" match="p:form">The button that computes it again.</doc:mode>
  <xsl:template match="p:form" mode="again">
    <form class="sp-noprint" id="form-{@name}" action="{@action}" method="{@method}">
      <xsl:apply-templates select="." mode="hidden"/>
      <button class="button button-secondary" type="submit" name="submit" value="{p:submit/@name}"><xsl:value-of select="s:label(concat('submit.', @name, '.', p:submit/@name))"/></button>
    </form>
  </xsl:template>

  <doc:mode name="progress" match="p:report-run">That it is being computed, or could not be.</doc:mode>
  <xsl:template match="p:report-run" mode="progress">
    <div class="sp-note sp-gap" role="status" data-keep="report-run">
      <h2><xsl:value-of select="s:label(concat('report-run.', @state))"/></h2>
      <p><xsl:value-of select="s:label(concat('report-run.', @state, '.help'), 'at', s:time(@asked-at))"/></p>
      <xsl:if test="@by-name"><p><xsl:value-of select="s:label(concat('report-run.by-name', substring('.cancel', 1, 7 * count(p:form[@name = 'report-cancel']))), 'name', @by-name)"/></p></xsl:if>
      <xsl:if test="@cancelled-by"><p><xsl:value-of select="s:label('report-run.cancelled-by', 'name', @cancelled-by)"/></p></xsl:if>
      <xsl:if test="@steps &gt; 0">
        <p><progress value="{@step}" max="{@steps}" aria-label="{s:label('report-run.progress')}"/><xsl:text> </xsl:text><xsl:value-of select="s:label('report-run.step', 'step', @step, 'steps', @steps)"/></p>
      </xsl:if>
      <xsl:if test="@waited-long"><p class="sp-strong"><xsl:value-of select="s:label('report-run.waited-long')"/></p></xsl:if>
      <xsl:apply-templates select="p:form" mode="again"/>
    </div>
  </xsl:template>
</xsl:stylesheet>

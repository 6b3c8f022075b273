<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="figures-charts">Charts of a report.</doc:sheet>

  <!-- Charts of tables: all places come with the page. -->

  <doc:mode name="figures-chart" match="p:figures-chart">A chart: its title, the drawing, the legend.</doc:mode>
  <xsl:template match="p:figures-chart" mode="figures-chart">
    <xsl:variable name="id" select="concat('chart-', @figures, '-', @kind)"/>
    <figure class="sp-figure">
      <figcaption><h3><xsl:apply-templates select="." mode="chart-title"/></h3></figcaption>
      <svg height="{@height}" role="img" aria-labelledby="{$id}-title {$id}-desc">
        <xsl:attribute name="class">sp-chart sp-plot<xsl:if test="@lying"> sp-plot--lying</xsl:if></xsl:attribute>
        <title id="{$id}-title"><xsl:apply-templates select="." mode="chart-title"/></title>
        <desc id="{$id}-desc"><xsl:apply-templates select="." mode="chart-desc"/></desc>
        <xsl:apply-templates select="." mode="chart-patterns"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
        <xsl:apply-templates select="p:chart-grid" mode="drawn"/>
        <xsl:apply-templates select="p:chart-bar" mode="drawn"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
        <xsl:apply-templates select="p:chart-piece | p:chart-dot | p:chart-place" mode="drawn"/>
      </svg>
      <xsl:apply-templates select="." mode="chart-legend"/>
    </figure>
  </xsl:template>

  <xsl:template match="p:figures-chart[@empty]" mode="figures-chart">
    <figure class="sp-figure">
      <figcaption><h3><xsl:apply-templates select="." mode="chart-title"/></h3></figcaption>
      <p class="sp-empty" data-keep="chart-empty"><xsl:apply-templates select="." mode="chart-empty"/></p>
    </figure>
  </xsl:template>

  <doc:mode name="chart-empty" match="p:figures-chart">Why nothing is drawn, and of which period: labels figures.chart.WHY.period and figures.chart.WHY.</doc:mode>
  <xsl:template match="p:figures-chart" mode="chart-empty"><xsl:value-of select="s:label(concat('figures.chart.', @empty))"/></xsl:template>
  <xsl:template match="p:report[@from]/p:figures-chart" mode="chart-empty">
    <xsl:value-of select="s:label(concat('figures.chart.', @empty, '.period'), 'from', s:date(../@from), 'to', s:date(../@to))"/>
  </xsl:template>

  <doc:mode name="chart-title" match="p:figures-chart">What a chart is called: label report.REPORT.chart.TABLE.KIND or report.REPORT.chart.TABLE, else of its table, with label figures.chart.</doc:mode>
  <xsl:template match="p:figures-chart" mode="chart-title">
    <xsl:variable name="key" select="concat('report.', ../@name, '.chart.', @figures)"/>
    <xsl:variable name="own" select="s:find(concat($key, '.', @kind), $key)"/>
    <xsl:value-of select="$own"/>
    <xsl:if test="$own = ''"><xsl:value-of select="s:label('figures.chart', 'table', s:label(concat('report.', ../@name, '.', @figures)))"/></xsl:if>
  </xsl:template>

  <doc:mode name="chart-desc" match="p:figures-chart | p:figures-column | p:figures-row">The same figures in words, a column after the other. <doc:with name="column">A row: the column.</doc:with></doc:mode>
  <xsl:template match="p:figures-chart" mode="chart-desc">
    <xsl:variable name="columns" select="concat(' ', @columns, ' ')"/>
    <xsl:apply-templates select="../p:figures[@name = current()/@figures]/p:figures-column[contains($columns, concat(' ', @name, ' '))]" mode="chart-desc"/>
  </xsl:template>
  <xsl:template match="p:figures-column" mode="chart-desc">
    <xsl:apply-templates select="." mode="column-title"/>
    <xsl:text>: </xsl:text>
    <xsl:apply-templates select="../p:figures-row[not(@total)]" mode="chart-desc"><xsl:with-param name="column" select="."/></xsl:apply-templates>
    <xsl:text>. </xsl:text>
  </xsl:template>
  <xsl:template match="p:figures-row" mode="chart-desc">
    <xsl:param name="column"/>
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:apply-templates select="." mode="row-title"/>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="p:figure[@column = $column/@name]" mode="chart-desc"><xsl:with-param name="kind" select="$column/@kind"/></xsl:apply-templates>
  </xsl:template>
  <doc:mode name="chart-desc" match="p:figure">A figure in that text. <doc:with name="kind">As of its column.</doc:with></doc:mode>
  <xsl:template match="p:figure" mode="chart-desc"><xsl:value-of select="s:label('figures.none')"/></xsl:template>
  <xsl:template match="p:figure[@hidden]" mode="chart-desc" priority="2"><xsl:value-of select="s:label('figures.hidden')"/></xsl:template>
  <xsl:template match="p:figure[@value]" mode="chart-desc">
    <xsl:param name="kind"/>
    <xsl:value-of select="s:number((@shown | @value[not(../@shown)])[1])"/>
    <xsl:if test="$kind = 'share'"><xsl:text>&#160;%</xsl:text></xsl:if>
  </xsl:template>

  <doc:mode name="chart-patterns" match="p:figures-chart">What tells bars apart besides their colour. <doc:with name="id">What their ids begin with.</doc:with></doc:mode>
  <xsl:template match="p:figures-chart" mode="chart-patterns">
    <xsl:param name="id"/>
    <defs>
      <pattern id="{$id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="sp-plot__pattern" x1="0" y1="0" x2="0" y2="6"/></pattern>
      <pattern id="{$id}-dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="sp-plot__dots" cx="2" cy="2" r="1.4"/></pattern>
      <pattern id="{$id}-rules" width="6" height="6" patternUnits="userSpaceOnUse"><line class="sp-plot__pattern" x1="0" y1="1" x2="6" y2="1"/></pattern>
    </defs>
  </xsl:template>

  <doc:mode name="drawn" match="p:chart-grid | p:chart-place | p:chart-bar | p:chart-piece | p:chart-dot">A part of the drawing. <doc:with name="id">What
    the patterns' ids begin with.</doc:with></doc:mode>
  <xsl:template match="p:chart-grid" mode="drawn">
    <line x1="0" x2="100%" y1="{@y}" y2="{@y}"><xsl:attribute name="class"><xsl:choose><xsl:when test="@zero">axis</xsl:when><xsl:otherwise>grid</xsl:otherwise></xsl:choose></xsl:attribute></line>
    <text class="is-end" x="0" dx="-8" y="{@y}" dy="4.5"><xsl:apply-templates select="." mode="grid-number"/></text>
  </xsl:template>
  <xsl:template match="p:figures-chart[@lying]/p:chart-grid" mode="drawn">
    <line x1="{@x}%" x2="{@x}%" y1="0" y2="{../@base}"><xsl:attribute name="class"><xsl:choose><xsl:when test="@zero">axis</xsl:when><xsl:otherwise>grid</xsl:otherwise></xsl:choose></xsl:attribute></line>
    <text class="is-mid" x="{@x}%" y="{../@base}" dy="20"><xsl:apply-templates select="." mode="grid-number"/></text>
  </xsl:template>

  <doc:mode name="grid-number" match="p:chart-grid">The number of a line, with its sign for shares.</doc:mode>
  <xsl:template match="p:chart-grid" mode="grid-number">
    <xsl:variable name="first" select="substring-before(concat(../@columns, ' '), ' ')"/>
    <xsl:value-of select="s:number(@value)"/>
    <xsl:if test="../../p:figures[@name = current()/../@figures]/p:figures-column[@name = $first]/@kind = 'share'"><xsl:text>&#160;%</xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="p:chart-place" mode="drawn">
    <text x="{@x}%" y="{../@base}" dy="20">
      <xsl:attribute name="class">is-mid<xsl:if test="@wide"> is-wide</xsl:if></xsl:attribute>
      <xsl:apply-templates select="../../p:figures[@name = current()/../@figures]/p:figures-row[@name = current()/@row]" mode="place-words"/>
    </text>
  </xsl:template>
  <xsl:template match="p:figures-chart[@lying]/p:chart-place" mode="drawn">
    <text class="is-label halo" x="0" y="{@y}"><xsl:apply-templates select="../../p:figures[@name = current()/../@figures]/p:figures-row[@name = current()/@row]" mode="row-title"/></text>
  </xsl:template>

  <doc:mode name="place-words" match="p:figures-row">A row's name where there is little room: 03.26 for a month.</doc:mode>
  <xsl:template match="p:figures-row" mode="place-words"><xsl:apply-templates select="." mode="row-title"/></xsl:template>
  <xsl:template match="p:figures-row[@kind = 'month']" mode="place-words"><xsl:value-of select="concat(substring(@name, 6, 2), '.', substring(@name, 3, 2))"/></xsl:template>
  <xsl:template match="p:figures-row[@kind = 'quarter']" mode="place-words"><xsl:value-of select="concat(ceiling(substring(@name, 6, 2) div 3), '.', substring(@name, 3, 2))"/></xsl:template>

  <xsl:template match="p:chart-bar" mode="drawn">
    <xsl:param name="id"/>
    <xsl:variable name="pattern" select="@series mod 4"/>
    <rect x="{@x}%" y="{@y}" width="{@width}%" height="{@height}"><xsl:attribute name="class">sp-plot__<xsl:value-of select="@series"/><xsl:if test="@mark = 'budget' or @mark = 'forecast' or @mark = 'mixed'"> is-budget</xsl:if></xsl:attribute></rect>
    <xsl:if test="$pattern != 1">
      <rect x="{@x}%" y="{@y}" width="{@width}%" height="{@height}">
        <xsl:attribute name="fill">url(#<xsl:value-of select="$id"/>-<xsl:choose><xsl:when test="$pattern = 2">hatch</xsl:when><xsl:when test="$pattern = 3">dots</xsl:when><xsl:otherwise>rules</xsl:otherwise></xsl:choose>)</xsl:attribute>
      </rect>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:chart-piece" mode="drawn"><line class="sp-line__{@series}" x1="{@x1}%" y1="{@y1}" x2="{@x2}%" y2="{@y2}"/></xsl:template>
  <xsl:template match="p:chart-dot" mode="drawn"><circle class="sp-line__{@series}" cx="{@x}%" cy="{@y}" r="4"/></xsl:template>
  <xsl:template match="p:chart-dot[@series mod 2 = 0]" mode="drawn"><rect class="sp-line__{@series}" x="{@x}%" y="{@y}" width="9" height="9" transform="translate(-4.5 -4.5)"/></xsl:template>

  <!-- The legend says the columns in the order of the series. -->
  <doc:mode name="chart-legend" match="p:figures-chart">What the bars or lines are.</doc:mode>
  <xsl:template match="p:figures-chart" mode="chart-legend">
    <ul class="sp-legend sp-quiet">
      <xsl:apply-templates select="." mode="legend-keys"><xsl:with-param name="rest" select="concat(@columns, ' ')"/></xsl:apply-templates>
    </ul>
  </xsl:template>

  <doc:mode name="legend-keys" match="p:figures-chart">A key for each column. <doc:with name="rest">The names that are left, with a space behind each.</doc:with> <doc:with name="n">The series.</doc:with></doc:mode>
  <xsl:template match="p:figures-chart" mode="legend-keys">
    <xsl:param name="rest"/>
    <xsl:param name="n" select="1"/>
    <xsl:variable name="name" select="substring-before($rest, ' ')"/>
    <xsl:if test="$name != ''">
      <li>
        <xsl:apply-templates select="." mode="legend-sign"><xsl:with-param name="n" select="$n"/></xsl:apply-templates>
        <xsl:apply-templates select="../p:figures[@name = current()/@figures]/p:figures-column[@name = $name]" mode="column-title"/>
      </li>
      <xsl:apply-templates select="." mode="legend-keys"><xsl:with-param name="rest" select="substring-after($rest, ' ')"/><xsl:with-param name="n" select="$n + 1"/></xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <doc:mode name="legend-sign" match="p:figures-chart">What a series looks like. <doc:with name="n">The series.</doc:with></doc:mode>
  <xsl:template match="p:figures-chart" mode="legend-sign">
    <xsl:param name="n"/>
    <xsl:variable name="id" select="concat('chart-', @figures, '-', @kind)"/>
    <svg class="sp-chart sp-key" aria-hidden="true">
      <xsl:choose>
        <xsl:when test="(@kind = 'lines' or @kind = 'steps') and $n mod 2 = 0"><line class="sp-line__{$n}" x1="0" x2="26" y1="7" y2="7"/><rect class="sp-line__{$n}" x="8.5" y="2.5" width="9" height="9"/></xsl:when>
        <xsl:when test="@kind = 'lines' or @kind = 'steps'"><line class="sp-line__{$n}" x1="0" x2="26" y1="7" y2="7"/><circle class="sp-line__{$n}" cx="13" cy="7" r="4"/></xsl:when>
        <xsl:otherwise>
          <rect class="sp-plot__{$n}" x="1" y="1" width="24" height="12"/>
          <xsl:if test="$n mod 4 != 1">
            <rect x="1" y="1" width="24" height="12"><xsl:attribute name="fill">url(#<xsl:value-of select="$id"/>-<xsl:choose><xsl:when test="$n mod 4 = 2">hatch</xsl:when><xsl:when test="$n mod 4 = 3">dots</xsl:when><xsl:otherwise>rules</xsl:otherwise></xsl:choose>)</xsl:attribute></rect>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </svg>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="charts">Lines over time. SVG without viewBox: x in per cent, y in px, so that text keeps its size
    from 320 to 1600 px. All coordinates come with the page; nothing is computed here.</doc:sheet>

  <!--
	<chart name="progression" title="Jeg kan sidde ved en skærm i en time" height="270" left="5" right="82" base="240">
	  <grid y="196" value="2"/>                          a horizontal line and its number
	  <tick x="8" at="2026-02-02" [wide="yes"]/>         a date under the chart; wide: left out on narrow screens
	  <band top="130" height="44" key="no-change" points="2"/>   an area that means something, label chart.band.KEY
	  <target y="108" value="6" label-y="103"/>          what is hoped for
	  <mark x="44" y="15" at="2026-03-09" key="plan" n="2"/>   a vertical line, label chart.mark.KEY; side="start": words before it
	  <apart x="8" y1="174" y2="152" at="2026-02-02" points="1"/>   how far two lines are from each other; notable="yes": drawn
	  <series name="citizen" style="a" last="6" [label-y="112.5"]>   label series.NAME
	    <line x1="8" y1="174" x2="22.4" y2="152" [gap="yes"]/>
	    <point x="8" y="174" value="3" at="2026-02-02" [on="2026-02-04"] [missing="yes" [impossible="yes"] [above="yes"] [mute="yes"]] [corrected="yes"]/>
	  </series>
	</chart>
  -->

  <doc:mode match="p:chart">A figure: heading, drawing, legend, and the numbers as a table. <doc:with name="id">What
    its ids begin with; its name where nothing is given.</doc:with></doc:mode>
  <xsl:template match="p:chart">
    <xsl:param name="id" select="@name"/>
    <figure class="sp-figure">
      <figcaption>
        <xsl:apply-templates select="." mode="heading"/>
      </figcaption>
      <xsl:apply-templates select="." mode="svg"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="legend"/>
    </figure>
    <xsl:apply-templates select="." mode="numbers"/>
  </xsl:template>

  <doc:mode name="heading" match="p:chart">Its heading, and label chart.NAME.help under it where there is
    one.</doc:mode>
  <xsl:template match="p:chart" mode="heading">
    <xsl:variable name="help" select="s:find(concat('chart.', @name, '.help'))"/>
    <h2><xsl:apply-templates select="." mode="title"/></h2>
    <xsl:if test="$help != ''"><p class="sp-quiet sp-small"><xsl:value-of select="$help"/></p></xsl:if>
  </xsl:template>

  <doc:mode name="title" match="p:chart">Its title in words: its own, else label chart.NAME.</doc:mode>
  <xsl:template match="p:chart" mode="title"><xsl:value-of select="s:label(concat('chart.', @name))"/></xsl:template>
  <xsl:template match="p:chart[@title]" mode="title"><xsl:value-of select="@title"/></xsl:template>

  <doc:mode name="svg" match="p:chart | p:band | p:grid | p:target | p:mark | p:apart | p:line | p:point | p:tick">The drawing and its
    parts. <doc:with name="id">What its ids begin with.</doc:with></doc:mode>
  <xsl:template match="p:chart" mode="svg">
    <xsl:param name="id" select="@name"/>
    <svg class="sp-chart" height="{@height}" role="img" aria-labelledby="{$id}-title {$id}-desc">
      <title id="{$id}-title"><xsl:apply-templates select="." mode="title"/></title>
      <desc id="{$id}-desc"><xsl:apply-templates select="." mode="desc"/></desc>
      <xsl:apply-templates select="p:band" mode="svg"/>
      <xsl:apply-templates select="p:grid" mode="svg"/>
      <xsl:apply-templates select="p:target" mode="svg"/>
      <xsl:apply-templates select="p:mark" mode="svg"/>
      <xsl:apply-templates select="p:apart[@notable]" mode="svg"/>
      <xsl:apply-templates select="p:series/p:line" mode="svg"/>
      <xsl:apply-templates select="p:series/p:point" mode="svg"/>
      <xsl:apply-templates select="p:series" mode="label"/>
      <xsl:apply-templates select="p:tick" mode="svg"/>
    </svg>
  </xsl:template>

  <!-- "Borger: 3, 4, mangler, 6. Udfører: 4, 4, 5, 4. Afstand: 1, 0, -, 2. Mål: 7. Plan 2 fra 09-03-2026." -->
  <doc:mode name="desc" match="p:chart | p:series | p:point | p:target | p:mark">What a chart says, for those who do not see
    it: "Borger: 3, 4, mangler, 6."</doc:mode>
  <xsl:template match="p:chart" mode="desc">
    <xsl:apply-templates select="p:series" mode="desc"/>
    <xsl:if test="p:apart">
      <xsl:value-of select="s:label('charts.apart')"/>
      <xsl:text>: </xsl:text>
      <xsl:apply-templates select="p:series[1]/p:point" mode="apart-desc"/>
      <xsl:text>. </xsl:text>
    </xsl:if>
    <xsl:apply-templates select="p:target" mode="desc"/>
    <xsl:apply-templates select="p:mark" mode="desc"/>
  </xsl:template>

  <xsl:template match="p:series" mode="desc">
    <xsl:value-of select="s:label(concat('series.', @name))"/>
    <xsl:text>: </xsl:text>
    <xsl:apply-templates select="p:point" mode="desc"/>
    <xsl:text>. </xsl:text>
  </xsl:template>

  <xsl:template match="p:target" mode="desc">
    <xsl:value-of select="s:label('charts.target', 'n', s:number(@value))"/>
    <xsl:text>. </xsl:text>
  </xsl:template>

  <xsl:template match="p:mark" mode="desc">
    <xsl:apply-templates select="." mode="words"/>
    <xsl:text>. </xsl:text>
  </xsl:template>

  <doc:mode name="apart-desc" match="p:point">The distance in a point's column, in words.</doc:mode>
  <xsl:template match="p:point" mode="apart-desc">
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:apply-templates select="." mode="apart"/>
  </xsl:template>

  <doc:mode name="apart" match="p:point">The distance in a point's column: a number, or a dash.</doc:mode>
  <xsl:template match="p:point" mode="apart">
    <xsl:variable name="apart" select="../../p:apart[@at = current()/@at]"/>
    <xsl:choose>
      <xsl:when test="$apart"><xsl:value-of select="s:number($apart/@points)"/></xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:point" mode="desc">
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:apply-templates select="." mode="value"/>
  </xsl:template>

  <doc:mode name="value" match="p:point">A point's number, or that it is missing.</doc:mode>
  <xsl:template match="p:point" mode="value"><xsl:value-of select="s:number(@value)"/></xsl:template>
  <xsl:template match="p:point[@missing]" mode="value"><xsl:value-of select="s:label('charts.missing')"/></xsl:template>
  <xsl:template match="p:point[@missing][@impossible]" mode="value"><xsl:value-of select="s:label('charts.impossible')"/></xsl:template>

  <xsl:template match="p:band" mode="svg">
    <rect class="band" x="{../@left}%" y="{@top}" width="{../@right - ../@left}%" height="{@height}"/>
  </xsl:template>

  <xsl:template match="p:grid" mode="svg">
    <line x1="{../@left}%" x2="{../@right}%" y1="{@y}" y2="{@y}">
      <xsl:attribute name="class"><xsl:choose><xsl:when test="@y = ../@base">axis</xsl:when><xsl:otherwise>grid</xsl:otherwise></xsl:choose></xsl:attribute>
    </line>
    <text class="is-end" x="{../@left}%" dx="-6" y="{@y}" dy="4.5"><xsl:value-of select="s:number(@value)"/></text>
  </xsl:template>

  <xsl:template match="p:target" mode="svg">
    <line class="target" x1="{../@left}%" x2="{../@right}%" y1="{@y}" y2="{@y}"/>
    <text class="target halo" x="{../@left}%" dx="6" y="{@label-y}"><xsl:value-of select="s:label('charts.target', 'n', s:number(@value))"/></text>
  </xsl:template>

  <doc:mode name="words" match="p:mark">What happened and when: label chart.mark.KEY.</doc:mode>
  <xsl:template match="p:mark" mode="words"><xsl:value-of select="s:label(concat('chart.mark.', @key), 'at', s:date(@at), 'n', @n)"/></xsl:template>

  <xsl:template match="p:mark" mode="svg">
    <line class="mark" x1="{@x}%" x2="{@x}%" y1="6" y2="{../@base}"/>
    <text class="halo is-wide" x="{@x}%" dx="6" y="{@y}"><xsl:apply-templates select="." mode="words"/></text>
  </xsl:template>

  <xsl:template match="p:mark[@side]" mode="svg">
    <line class="mark" x1="{@x}%" x2="{@x}%" y1="6" y2="{../@base}"/>
    <text class="halo is-end is-wide" x="{@x}%" dx="-6" y="{@y}"><xsl:apply-templates select="." mode="words"/></text>
  </xsl:template>

  <xsl:template match="p:apart" mode="svg">
    <line class="apart" x1="{@x}%" x2="{@x}%" y1="{@y1}" y2="{@y2}"/>
  </xsl:template>

  <xsl:template match="p:line" mode="svg">
    <line class="{../@style}" x1="{@x1}%" y1="{@y1}" x2="{@x2}%" y2="{@y2}"/>
  </xsl:template>

  <xsl:template match="p:line[@gap]" mode="svg">
    <line class="gap" x1="{@x1}%" y1="{@y1}" x2="{@x2}%" y2="{@y2}"/>
  </xsl:template>

  <xsl:template match="p:point" mode="svg">
    <circle class="{../@style}" cx="{@x}%" cy="{@y}" r="4"/>
  </xsl:template>

  <xsl:template match="p:series[@style = 'b']/p:point" mode="svg">
    <rect class="b" x="{@x}%" y="{@y}" width="12" height="12" transform="translate(-6 -6)"/>
  </xsl:template>

  <xsl:template match="p:series[@style = 'c']/p:point" mode="svg">
    <rect class="c" x="{@x}%" y="{@y}" width="10" height="10" rx="2" transform="translate(-5 -5)"/>
  </xsl:template>

  <xsl:template match="p:series/p:point[@missing and @mute]" mode="svg" priority="3">
    <rect class="gap is-miss" x="{@x}%" y="{@y}" width="10" height="10" transform="translate(-5 -5)"/>
  </xsl:template>

  <xsl:template match="p:series/p:point[@missing]" mode="svg" priority="2">
    <rect class="gap is-miss" x="{@x}%" y="{@y}" width="10" height="10" transform="translate(-5 -5)"/>
    <text class="is-mid halo-soft" x="{@x}%" y="{@y}" dy="19"><xsl:apply-templates select="." mode="value"/></text>
  </xsl:template>

  <xsl:template match="p:series/p:point[@missing][@above][not(@mute)]" mode="svg" priority="2.5">
    <rect class="gap is-miss" x="{@x}%" y="{@y}" width="10" height="10" transform="translate(-5 -5)"/>
    <text class="is-mid halo-soft" x="{@x}%" y="{@y}" dy="-10"><xsl:apply-templates select="." mode="value"/></text>
  </xsl:template>

  <doc:mode name="label" match="p:series">The name and last number at the end of a line, where the page says how
    high.</doc:mode>
  <xsl:template match="p:series" mode="label"/>

  <xsl:template match="p:series[@label-y]" mode="label">
    <text class="{@style}" x="{p:point[last()]/@x}%" dx="12" y="{@label-y}">
      <xsl:value-of select="s:label(concat('series.', @name))"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="s:number(@last)"/>
    </text>
  </xsl:template>

  <xsl:template match="p:tick" mode="svg">
    <text class="is-mid" x="{@x}%" y="{../@height}" dy="-10"><xsl:value-of select="substring(s:date(@at), 1, 5)"/></text>
  </xsl:template>

  <xsl:template match="p:tick[@wide]" mode="svg">
    <text class="is-mid is-wide" x="{@x}%" y="{../@height}" dy="-10"><xsl:value-of select="substring(s:date(@at), 1, 5)"/></text>
  </xsl:template>

  <doc:mode name="legend" match="p:chart | p:series | p:band | p:apart | p:point">What the lines and areas are; labels series.NAME and
    chart.band.KEY.</doc:mode>
  <xsl:template match="p:chart" mode="legend">
    <ul class="sp-legend sp-quiet">
      <xsl:apply-templates select="p:series" mode="legend"/>
      <xsl:apply-templates select="p:series/p:point[@missing][1]" mode="legend"/>
      <xsl:apply-templates select="p:apart[@notable][1]" mode="legend"/>
      <xsl:apply-templates select="p:band" mode="legend"/>
    </ul>
  </xsl:template>

  <xsl:template match="p:series" mode="legend">
    <li>
      <svg class="sp-chart sp-key" aria-hidden="true"><line class="{@style}" x1="0" x2="26" y1="7" y2="7"/><circle class="{@style}" cx="13" cy="7" r="4"/></svg>
      <xsl:value-of select="s:label(concat('series.', @name))"/>
    </li>
  </xsl:template>

  <xsl:template match="p:series[@style = 'b']" mode="legend">
    <li>
      <svg class="sp-chart sp-key" aria-hidden="true"><line class="b" x1="0" x2="26" y1="7" y2="7"/><rect class="b" x="8" y="2" width="10" height="10"/></svg>
      <xsl:value-of select="s:label(concat('series.', @name))"/>
    </li>
  </xsl:template>

  <xsl:template match="p:series[@style = 'c']" mode="legend">
    <li>
      <svg class="sp-chart sp-key" aria-hidden="true"><line class="c" x1="0" x2="26" y1="7" y2="7"/><rect class="c" x="8" y="2" width="10" height="10" rx="2"/></svg>
      <xsl:value-of select="s:label(concat('series.', @name))"/>
    </li>
  </xsl:template>

  <xsl:template match="p:apart" mode="legend">
    <li>
      <svg class="sp-chart sp-key" aria-hidden="true"><line class="apart" x1="13" x2="13" y1="0" y2="14"/></svg>
      <xsl:value-of select="s:label('charts.apart.legend')"/>
    </li>
  </xsl:template>

  <!-- Of the first line that has any. -->
  <xsl:template match="p:point" mode="legend"/>
  <xsl:template match="p:point[not(../preceding-sibling::p:series/p:point[@missing])]" mode="legend">
    <li>
      <svg class="sp-chart sp-key" aria-hidden="true"><rect class="gap is-miss" x="8" y="2" width="10" height="10"/></svg>
      <xsl:value-of select="s:label('charts.missing.legend')"/>
    </li>
  </xsl:template>

  <xsl:template match="p:band" mode="legend">
    <li>
      <svg class="sp-chart sp-key" aria-hidden="true"><rect class="band" width="26" height="14"/></svg>
      <xsl:value-of select="s:label(concat('chart.band.', @key), 'n', @points)"/>
    </li>
  </xsl:template>

  <!-- The same numbers, for those who want or need them as numbers. -->

  <doc:mode name="numbers" match="p:chart | p:series | p:point | p:apart">The same numbers as a table, for those who want or
    need them so.</doc:mode>
  <xsl:template match="p:chart" mode="numbers">
    <details>
      <summary><xsl:value-of select="s:label('charts.numbers')"/></summary>
      <div class="sp-scroll" tabindex="0" role="region">
        <xsl:attribute name="aria-label"><xsl:value-of select="s:label('charts.table')"/><xsl:text>: </xsl:text><xsl:apply-templates select="." mode="title"/></xsl:attribute>
        <table class="sp-table">
          <caption class="sr-only"><xsl:apply-templates select="." mode="title"/></caption>
          <xsl:apply-templates select="p:series[1]" mode="numbers-head"/>
          <tbody>
            <xsl:apply-templates select="p:series" mode="numbers"/>
            <xsl:apply-templates select="p:apart[1]" mode="numbers"/>
          </tbody>
        </table>
      </div>
    </details>
  </xsl:template>

  <doc:mode name="numbers-head" match="p:series | p:point">The head of that table: the dates.</doc:mode>
  <xsl:template match="p:series" mode="numbers-head">
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="s:label('charts.measured-by')"/></th>
        <xsl:apply-templates select="p:point" mode="numbers-head"/>
      </tr>
    </thead>
  </xsl:template>

  <xsl:template match="p:point" mode="numbers-head">
    <th scope="col" class="is-num"><xsl:value-of select="s:date(@at)"/></th>
  </xsl:template>

  <xsl:template match="p:series" mode="numbers">
    <tr>
      <th scope="row"><xsl:value-of select="s:label(concat('series.', @name))"/></th>
      <xsl:apply-templates select="p:point" mode="numbers"/>
    </tr>
  </xsl:template>

  <xsl:template match="p:point" mode="numbers">
    <td class="is-num">
      <xsl:apply-templates select="." mode="value"/>
      <xsl:apply-templates select="@corrected | @on" mode="numbers"/>
    </td>
  </xsl:template>

  <doc:mode name="numbers" match="@corrected | @on">What is to be known of a number: when it was measured, and that it was corrected.</doc:mode>
  <xsl:template match="@corrected" mode="numbers"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('charts.corrected')"/></span></xsl:template>
  <xsl:template match="@on" mode="numbers"><br/><span class="sp-quiet sp-small sp-date"><xsl:value-of select="s:date(.)"/></span></xsl:template>

  <xsl:template match="p:apart" mode="numbers">
    <tr>
      <th scope="row"><xsl:value-of select="s:label('charts.apart')"/></th>
      <xsl:apply-templates select="../p:series[1]/p:point" mode="apart-cell"/>
    </tr>
  </xsl:template>

  <doc:mode name="apart-cell" match="p:point">The distance in a point's column, as a cell.</doc:mode>
  <xsl:template match="p:point" mode="apart-cell"><td class="is-num"><xsl:apply-templates select="." mode="apart"/></td></xsl:template>

  <!-- A QR code -->

  <doc:mode match="p:qr">A QR code as a drawing. <doc:with name="title">What it is, for those who do not see
    it.</doc:with></doc:mode>
  <xsl:template match="p:qr">
    <xsl:param name="title" select="s:label('qr')"/>
    <svg class="sp-qr" viewBox="0 0 {@size} {@size}" role="img" aria-label="{$title}"><xsl:apply-templates select="p:run"/></svg>
  </xsl:template>
  <doc:mode match="p:run">Dark modules side by side.</doc:mode>
  <xsl:template match="p:run"><rect x="{@x}" y="{@y}" width="{@width}" height="1"/></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="figures">Tables of figures, and what a report says in short.</doc:sheet>

  <!-- Tables of figures, and what they say in short. -->

  <doc:mode name="table" match="p:figures">A table and the charts of it.</doc:mode>
  <xsl:template match="p:figures" mode="table">
    <section>
      <h2 id="figures-{@name}"><xsl:apply-templates select="." mode="figures-title"/></h2>
      <div class="sp-scroll" tabindex="0" role="region" aria-labelledby="figures-{@name}">
        <table><xsl:attribute name="class">sp-table sp-figures<xsl:if test="p:figures-column[6]"> sp-figures--wide</xsl:if></xsl:attribute>
          <caption class="sr-only"><xsl:apply-templates select="." mode="figures-title"/></caption>
          <xsl:apply-templates select="." mode="figures-heads"/>
          <tbody><xsl:apply-templates select="p:figures-row" mode="figures-row"/></tbody>
        </table>
      </div>
      <xsl:apply-templates select="." mode="figures-empty"/>
      <xsl:apply-templates select="." mode="figures-help"/>
    </section>
    <xsl:apply-templates select="../p:figures-chart[@figures = current()/@name]" mode="figures-chart"/>
  </xsl:template>

  <doc:mode name="figures-heads" match="p:figures">The heads of the columns, in two rows where columns are of a group.</doc:mode>
  <xsl:template match="p:figures" mode="figures-heads">
    <thead><tr><xsl:apply-templates select="." mode="figures-corner"/><xsl:apply-templates select="p:figures-column" mode="figures-head"/></tr></thead>
  </xsl:template>
  <xsl:template match="p:figures[p:figures-column/@group]" mode="figures-heads">
    <thead>
      <tr>
        <xsl:apply-templates select="." mode="figures-corner"><xsl:with-param name="rows" select="2"/></xsl:apply-templates>
        <xsl:apply-templates select="p:figures-column[not(@group) or not(@group = preceding-sibling::p:figures-column[1]/@group)]" mode="figures-group"/>
      </tr>
      <tr><xsl:apply-templates select="p:figures-column[@group]" mode="figures-head"/></tr>
    </thead>
  </xsl:template>

  <doc:mode name="figures-corner" match="p:figures">The head of the rows. <doc:with name="rows">How many rows of heads there are.</doc:with></doc:mode>
  <xsl:template match="p:figures" mode="figures-corner">
    <xsl:param name="rows" select="1"/>
    <th scope="col">
      <xsl:if test="$rows &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="$rows"/></xsl:attribute></xsl:if>
      <span class="sr-only"><xsl:value-of select="s:label('figures.row')"/></span><xsl:value-of select="s:find(concat('report.', ../@name, '.', @name, '.rows'))"/>
    </th>
  </xsl:template>

  <doc:mode name="figures-group" match="p:figures-column">The head above columns of a group: label report.REPORT.group.GROUP; a column of none has its own.</doc:mode>
  <xsl:template match="p:figures-column" mode="figures-group">
    <th scope="col" rowspan="2"><xsl:if test="@kind != 'word'"><xsl:attribute name="class">is-num</xsl:attribute></xsl:if><xsl:apply-templates select="." mode="column-title"/></th>
  </xsl:template>
  <xsl:template match="p:figures-column[@group]" mode="figures-group">
    <th scope="colgroup" class="sp-figures__group" colspan="{count(../p:figures-column[@group = current()/@group])}"><xsl:apply-templates select="@group" mode="column-title"/></th>
  </xsl:template>

  <doc:mode name="figures-title" match="p:figures">What a table is called.</doc:mode>
  <xsl:template match="p:figures" mode="figures-title"><xsl:value-of select="s:label(concat('report.', ../@name, '.', @name))"/></xsl:template>

  <doc:mode name="figures-empty" match="p:figures">What stands below a table without rows.</doc:mode>
  <xsl:template match="p:figures" mode="figures-empty"/>
  <xsl:template match="p:figures[not(p:figures-row)]" mode="figures-empty">
    <div class="sp-empty"><p class="sp-strong"><xsl:value-of select="s:label('figures.empty')"/></p><p class="sp-quiet"><xsl:value-of select="s:label('figures.empty.help')"/></p></div>
  </xsl:template>

  <doc:mode name="figures-help" match="p:figures | p:figure">What is to be known of a table, label report.REPORT.TABLE.help; and why some figures are missing.</doc:mode>
  <xsl:template match="p:figures" mode="figures-help">
    <xsl:variable name="help" select="s:find(concat('report.', ../@name, '.', @name, '.help'))"/>
    <xsl:if test="$help != ''"><p class="sp-quiet sp-small"><xsl:value-of select="$help"/></p></xsl:if>
    <xsl:apply-templates select="p:figures-row/p:figure[@why]" mode="figures-help"/>
    <xsl:if test="p:figures-row/p:figure/@hidden"><p class="sp-quiet sp-small"><xsl:value-of select="s:label('report.few')"/></p></xsl:if>
  </xsl:template>
  <xsl:template match="p:figure" mode="figures-help">
    <xsl:if test="not(preceding-sibling::p:figure[@why = current()/@why] or ../preceding-sibling::p:figures-row/p:figure[@why = current()/@why])">
      <p class="sp-quiet sp-small"><xsl:text>– </xsl:text><xsl:apply-templates select="." mode="why"/></p>
    </xsl:if>
  </xsl:template>

  <doc:mode name="why" match="p:figure">Why there is no figure.</doc:mode>
  <xsl:template match="p:figure" mode="why">
    <xsl:value-of select="s:first(concat('report.', ancestor::p:report/@name, '.why.', @why), concat('figures.why.', @why))"/>
  </xsl:template>

  <doc:mode name="figures-head" match="p:figures-column">A column's header.</doc:mode>
  <xsl:template match="p:figures-column" mode="figures-head">
    <th scope="col"><xsl:if test="@kind != 'word'"><xsl:attribute name="class">is-num</xsl:attribute></xsl:if><xsl:apply-templates select="." mode="column-title"/></th>
  </xsl:template>

  <doc:mode name="column-title" match="p:figures-column | @group">What a column, or a group of them, is called.</doc:mode>
  <xsl:template match="@group" mode="column-title"><xsl:value-of select="s:label(concat('report.', ../../../@name, '.group.', .))"/></xsl:template>
  <xsl:template match="p:figures-column" mode="column-title">
    <xsl:variable name="report" select="concat('report.', ../../@name)"/>
    <xsl:value-of select="s:first(concat($report, '.', ../@name, '.column.', @name), concat($report, '.column.', @name), concat('figures.column.', @name))"/>
  </xsl:template>

  <xsl:template match="p:figures-column[@period = 'year']" mode="column-title"><xsl:value-of select="substring(@name, 1, 4)"/></xsl:template>
  <xsl:template match="p:figures-column[@period = 'month']" mode="column-title">
    <xsl:value-of select="s:label(concat('month.', number(substring(@name, 6, 2))))"/><xsl:text> </xsl:text><xsl:value-of select="substring(@name, 1, 4)"/>
  </xsl:template>

  <doc:mode name="figures-row" match="p:figures-row">A row of figures.</doc:mode>
  <xsl:template match="p:figures-row" mode="figures-row">
    <tr>
      <xsl:if test="@total"><xsl:attribute name="class">is-total</xsl:attribute></xsl:if>
      <th scope="row"><xsl:apply-templates select="." mode="row-title"/></th>
      <xsl:apply-templates select="../p:figures-column" mode="figures-cell"><xsl:with-param name="row" select="."/></xsl:apply-templates>
    </tr>
  </xsl:template>

  <doc:mode name="row-title" match="p:figures-row">What a row is called.</doc:mode>
  <xsl:template match="p:figures-row" mode="row-title">
    <xsl:value-of select="s:first(concat('report.', ../../@name, '.row.', @name), concat('figures.row.', @name))"/>
  </xsl:template>
  <xsl:template match="p:figures-row[@title]" mode="row-title"><xsl:value-of select="@title"/></xsl:template>
  <xsl:template match="p:figures-row[@kind = 'date']" mode="row-title"><xsl:value-of select="s:date(@name)"/></xsl:template>
  <xsl:template match="p:figures-row[@kind = 'year']" mode="row-title"><xsl:value-of select="substring(@name, 1, 4)"/></xsl:template>
  <xsl:template match="p:figures-row[@kind = 'month']" mode="row-title">
    <xsl:value-of select="s:label(concat('month.', number(substring(@name, 6, 2))))"/><xsl:text> </xsl:text><xsl:value-of select="substring(@name, 1, 4)"/>
  </xsl:template>
  <xsl:template match="p:figures-row[@kind = 'quarter']" mode="row-title">
    <xsl:value-of select="s:label('figures.quarter', 'n', ceiling(substring(@name, 6, 2) div 3), 'year', substring(@name, 1, 4))"/>
  </xsl:template>

  <doc:mode name="figures-cell" match="p:figures-column">The cell of a column. <doc:with name="row">The row.</doc:with></doc:mode>
  <xsl:template match="p:figures-column" mode="figures-cell">
    <xsl:param name="row"/>
    <td>
      <xsl:if test="@kind != 'word'"><xsl:attribute name="class">is-num</xsl:attribute></xsl:if>
      <xsl:apply-templates select="$row/p:figure[@column = current()/@name]" mode="linked"><xsl:with-param name="kind" select="@kind"/></xsl:apply-templates>
    </td>
  </xsl:template>

  <doc:mode name="linked" match="p:figure">A figure, which leads to who they are, where one may see that. <doc:with name="kind">As of its column.</doc:with></doc:mode>
  <xsl:template match="p:figure" mode="linked">
    <xsl:param name="kind"/>
    <xsl:choose>
      <xsl:when test="@href"><a href="{@href}"><xsl:apply-templates select="." mode="words"><xsl:with-param name="kind" select="$kind"/></xsl:apply-templates></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="words"><xsl:with-param name="kind" select="$kind"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="@mark | @of | @denominator[. != 0]" mode="figure-more"/>
  </xsl:template>

  <doc:mode name="words" match="p:figure">A figure in words. <doc:with name="kind">As of its column.</doc:with></doc:mode>
  <xsl:template match="p:figure" mode="words"><span aria-hidden="true">–</span><span class="sr-only"><xsl:value-of select="s:label('figures.none')"/></span></xsl:template>
  <xsl:template match="p:figure[@why]" mode="words"><span aria-hidden="true">–</span><span class="sr-only"><xsl:apply-templates select="." mode="why"/></span></xsl:template>
  <xsl:template match="p:figure[@hidden]" mode="words" priority="2"><span class="sp-quiet"><xsl:value-of select="s:label('figures.hidden')"/></span></xsl:template>
  <xsl:template match="p:figure[@word]" mode="words" priority="1">
    <xsl:value-of select="s:first(concat('report.', ancestor::p:report/@name, '.word.', @word), concat('figures.word.', @word))"/>
  </xsl:template>
  <xsl:template match="p:figure[@day]" mode="words"><xsl:value-of select="s:date(@day)"/></xsl:template>
  <xsl:template match="p:figure[@text]" mode="words"><xsl:value-of select="@text"/></xsl:template>
  <xsl:template match="p:figure[@value and not(@word)]" mode="words">
    <xsl:param name="kind"/>
    <xsl:value-of select="s:number((@shown | @value[not(../@shown)])[1])"/>
    <xsl:if test="$kind = 'share'"><xsl:text>&#160;%</xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="p:figures-brief[@kind = 'year']/p:figure[@value]" mode="words" priority="1"><xsl:value-of select="@value"/></xsl:template>

  <doc:mode name="figure-more" match="@mark | @of | @denominator">What stands below a figure: what is to be seen in it, of how many it is.</doc:mode>
  <xsl:template match="@mark" mode="figure-more"><span class="sp-figures__more"><xsl:value-of select="s:first(concat('report.', ancestor::p:report/@name, '.mark.', .), concat('figures.mark.', .))"/></span></xsl:template>
  <xsl:template match="@of" mode="figure-more"><span class="sp-figures__more"><xsl:value-of select="s:label('figures.of', 'n', s:number(../@n), 'of', s:number(.))"/></span></xsl:template>
  <xsl:template match="@denominator" mode="figure-more"><span class="sp-figures__more"><xsl:value-of select="s:label('figures.of', 'n', s:number(../@numerator), 'of', s:number(.))"/></span></xsl:template>

  <!-- In short -->

  <doc:mode name="briefs" match="p:report">What the report says in short.</doc:mode>
  <xsl:template match="p:report" mode="briefs"/>
  <xsl:template match="p:report[p:figures-brief]" mode="briefs">
    <section aria-labelledby="brief">
      <h2 id="brief"><xsl:value-of select="s:label('report.brief')"/></h2>
      <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="p:figures-brief" mode="brief"/></dl>
    </section>
  </xsl:template>

  <doc:mode name="brief" match="p:figures-brief">One of them, with its unit: label figures.unit.KIND.</doc:mode>
  <xsl:template match="p:figures-brief" mode="brief">
    <div>
      <dt><xsl:value-of select="s:label(concat('report.', ../@name, '.brief.', @name))"/></dt>
      <dd class="sp-num sp-strong">
        <xsl:apply-templates select="p:figure" mode="linked"><xsl:with-param name="kind" select="@kind"/></xsl:apply-templates>
      </dd>
    </div>
  </xsl:template>
</xsl:stylesheet>

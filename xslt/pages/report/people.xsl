<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="people">Who stands behind a number of a report.</doc:sheet>

  <xsl:template match="p:content[p:report-list]" mode="title">
    <xsl:value-of select="s:label('report-list.title', 'report', s:label(concat('report.', p:report-list/@name, '.title')))"/>
  </xsl:template>

  <xsl:template match="p:content[p:report-list]" mode="body">
    <xsl:apply-templates select="p:report-list" mode="behind"/>
    <xsl:apply-templates select="p:list"/>
  </xsl:template>

  <doc:mode name="behind" match="p:report-list">Which number it is, of what was asked, how many they are, and how many of them one does not see.</doc:mode>
  <xsl:template match="p:report-list" mode="behind">
    <p class="sp-noprint"><a href="{@href}"><xsl:value-of select="s:label('report-list.back')"/></a></p>
    <h2><xsl:apply-templates select="p:figures" mode="figures-title"/></h2>
    <dl class="sp-list sp-list--pairs">
      <div>
        <dt><xsl:apply-templates select="p:figures/p:figures-row" mode="row-title"/></dt>
        <dd class="sp-strong"><xsl:apply-templates select="p:figures/p:figures-column" mode="column-title"/><xsl:text>: </xsl:text><xsl:value-of select="s:count('report-list.total', @total)"/></dd>
      </div>
    </dl>
    <p class="sp-quiet"><xsl:apply-templates select="." mode="asked"/></p>
    <xsl:if test="@others &gt; 0"><p><xsl:value-of select="s:count('report-list.others', @others)"/></p></xsl:if>
  </xsl:template>

  <doc:list name="report-list" columns="citizen state on number words caseworker" fixed="citizen">Those whom the leader has a relation to.</doc:list>
  <xsl:template match="p:list[@name = 'report-list']" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.on"/>
    <xsl:apply-templates select="." mode="head.number"/>
    <xsl:apply-templates select="." mode="head.words"/>
    <xsl:apply-templates select="." mode="head.caseworker"/>
  </xsl:template>
  <xsl:template match="p:report-course" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.on"/>
    <xsl:apply-templates select="." mode="cell.number"/>
    <xsl:apply-templates select="." mode="cell.words"/>
    <xsl:apply-templates select="." mode="cell.caseworker"/>
  </xsl:template>
  <xsl:template match="p:list[@name = 'report-list']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'name'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'report-list']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'report-list']" mode="head.on">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'on'"/><xsl:with-param name="sort" select="'on'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'report-list']" mode="head.number">
    <xsl:if test="p:report-course/@number"><xsl:call-template name="column"><xsl:with-param name="name" select="'number'"/><xsl:with-param name="class" select="'is-num'"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:template match="p:list[@name = 'report-list']" mode="head.words">
    <xsl:if test="p:report-course/p:words"><xsl:call-template name="column"><xsl:with-param name="name" select="'words'"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:template match="p:list[@name = 'report-list']" mode="head.caseworker">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'caseworker'"/><xsl:with-param name="sort" select="'caseworker'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:report-course" mode="cell.citizen">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@name"/></a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:report-course" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:value-of select="s:label(concat('course-state.', @state))"/></td>
  </xsl:template>
  <xsl:template match="p:report-course" mode="cell.on">
    <td data-label="{s:label('column.report-list.on')}"><xsl:value-of select="s:date(@on)"/></td>
  </xsl:template>
  <xsl:template match="p:report-course" mode="cell.number">
    <xsl:if test="../p:report-course/@number"><td class="is-num" data-label="{s:label('column.report-list.number')}"><xsl:value-of select="s:number(@number)"/></td></xsl:if>
  </xsl:template>
  <xsl:template match="p:report-course" mode="cell.words">
    <xsl:if test="../p:report-course/p:words"><td data-label="{s:label('column.report-list.words')}"><xsl:value-of select="p:words"/></td></xsl:if>
  </xsl:template>
  <xsl:template match="p:report-course" mode="cell.caseworker">
    <td data-label="{s:label('column.caseworker')}"><xsl:value-of select="@caseworker-name"/></td>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <doc:sheet name="extracts">What was handed out to evaluators.</doc:sheet>

  <xsl:template match="p:page[@name = 'extracts']/p:content" mode="body">
    <p class="sp-lead"><xsl:value-of select="s:label('extracts.lead')"/></p>
    <div class="sp-gap"><xsl:apply-templates select="p:list"/></div>
  </xsl:template>

  <doc:list name="extracts" columns="at receiver purpose period size by" fixed="at receiver purpose">The extracts.</doc:list>
  <xsl:template match="p:list[@name = 'extracts']" mode="head">
    <xsl:apply-templates select="." mode="head.at"/>
    <xsl:apply-templates select="." mode="head.receiver"/>
    <xsl:apply-templates select="." mode="head.purpose"/>
    <xsl:apply-templates select="." mode="head.period"/>
    <xsl:apply-templates select="." mode="head.size"/>
    <xsl:apply-templates select="." mode="head.by"/>
  </xsl:template>
  <xsl:template match="p:extract" mode="cells">
    <xsl:apply-templates select="." mode="cell.at"/>
    <xsl:apply-templates select="." mode="cell.receiver"/>
    <xsl:apply-templates select="." mode="cell.purpose"/>
    <xsl:apply-templates select="." mode="cell.period"/>
    <xsl:apply-templates select="." mode="cell.size"/>
    <xsl:apply-templates select="." mode="cell.by"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'extracts']" mode="head.at">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'at'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'extracts']" mode="head.receiver">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'receiver'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'extracts']" mode="head.purpose">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'purpose'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'extracts']" mode="head.period">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'period'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'extracts']" mode="head.size">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'size'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'extracts']" mode="head.by">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'by'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:extract" mode="cell.at">
    <td class="sp-num sp-nowrap" data-label="{s:label('column.extracts.at')}"><xsl:value-of select="s:time(@at)"/></td>
  </xsl:template>
  <xsl:template match="p:extract" mode="cell.receiver">
    <th scope="row" data-label="{s:label('column.extracts.receiver')}"><xsl:value-of select="@receiver"/></th>
  </xsl:template>
  <xsl:template match="p:extract" mode="cell.purpose">
    <td data-label="{s:label('column.extracts.purpose')}">
      <xsl:value-of select="@purpose"/>
      <xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="s:label('extracts.legal-basis', 'law', @legal-basis)"/></span>
      <xsl:if test="@again"><xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="concat(s:label('extracts.again'), ' ', @again)"/></span></xsl:if>
    </td>
  </xsl:template>
  <xsl:template match="p:extract" mode="cell.period">
    <td class="sp-num" data-label="{s:label('column.extracts.period')}">
      <xsl:value-of select="s:date(@from)"/><xsl:text> – </xsl:text><xsl:value-of select="s:date(@to)"/>
    </td>
  </xsl:template>
  <xsl:template match="p:extract" mode="cell.size">
    <td data-label="{s:label('column.extracts.size')}">
      <xsl:value-of select="s:label('extracts.persons', 'n', s:number(@persons))"/>
      <xsl:text>, </xsl:text><xsl:value-of select="s:label('extracts.rows', 'n', s:number(@rows))"/>
      <xsl:text>, </xsl:text><xsl:value-of select="s:label('extracts.hidden', 'n', s:number(@hidden))"/>
    </td>
  </xsl:template>
  <xsl:template match="p:extract" mode="cell.by">
    <td data-label="{s:label('column.extracts.by')}">
      <xsl:value-of select="@by"/>
      <xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="concat(s:label('extracts.key'), ' ', @key-mark)"/></span>
    </td>
  </xsl:template>
</xsl:stylesheet>

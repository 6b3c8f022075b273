<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>
  <xsl:import href="samspil:base/questions.xsl"/>
  <xsl:import href="samspil:base/findings.xsl"/>

  <doc:sheet name="screening">The pages of samspil-screening: the screenings that were issued, and one of
    them.</doc:sheet>

  <xsl:include href="samspil:pages/screening/surveys.xsl"/>
  <xsl:include href="samspil:pages/screening/survey-results.xsl"/>
  <xsl:include href="samspil:pages/screening/screening-one.xsl"/>
  <xsl:include href="samspil:pages/screening/comparison.xsl"/>
  <xsl:include href="samspil:pages/screening/filling.xsl"/>

  <!-- All -->

  <xsl:template match="p:content[p:screenings]" mode="body">
    <xsl:apply-templates select="p:tabs"/>
    <xsl:apply-templates select="p:screenings/p:form | p:screenings/p:list"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'filter']/p:field[@name = 'state']/p:choice" mode="text">
    <xsl:value-of select="s:label(concat('screening-state.', @value))"/>
  </xsl:template>

  <doc:list name="screenings" columns="citizen questionnaire state days issued-at expires-on" fixed="citizen">The
    questionnaires that were issued.</doc:list>
  <xsl:template match="p:list[@name = 'screenings']" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.questionnaire"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.days"/>
    <xsl:apply-templates select="." mode="head.issued-at"/>
    <xsl:apply-templates select="." mode="head.expires-on"/>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.questionnaire"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.days"/>
    <xsl:apply-templates select="." mode="cell.issued-at"/>
    <xsl:apply-templates select="." mode="cell.expires-on"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'screenings']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'citizen'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.questionnaire">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'questionnaire'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/><xsl:with-param name="class" select="'w-120'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.days">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'days'"/><xsl:with-param name="sort" select="'waiting'"/><xsl:with-param name="class" select="'w-120'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.issued-at">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'issued-at'"/><xsl:with-param name="sort" select="'issued'"/><xsl:with-param name="class" select="'w-150'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.expires-on">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'expires-on'"/><xsl:with-param name="sort" select="'expires'"/><xsl:with-param name="class" select="'w-150'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:invitation" mode="cell.citizen">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@citizen"/></a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.questionnaire">
    <td data-label="{s:label('column.questionnaire')}"><xsl:value-of select="@questionnaire"/></td>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.state">
    <td data-label="{s:label('column.state')}">
      <span class="sp-tag"><xsl:value-of select="s:label(concat('screening-state.', @state))"/></span>
      <xsl:apply-templates select="@red[. != 0]" mode="lights"/>
    </td>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.days">
    <td data-label="{s:label('column.screenings.days')}"><xsl:apply-templates select="@days" mode="waited"/></td>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.issued-at">
    <td data-label="{s:label('column.screenings.issued-at')}">
      <xsl:value-of select="s:date(substring(@issued-at, 1, 10))"/>
      <br/>
      <span class="sp-quiet sp-small"><xsl:value-of select="@issued-by"/></span>
    </td>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.expires-on">
    <td>
      <xsl:if test="not(@submitted-at)"><xsl:attribute name="data-label"><xsl:value-of select="s:label('field.expires-on')"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="until"/>
    </td>
  </xsl:template>

  <doc:mode name="waited" match="@days">How long it has waited.</doc:mode>
  <xsl:template match="@days" mode="waited"><xsl:value-of select="s:count('screenings.days', .)"/></xsl:template>
  <xsl:template match="@days[. = 0]" mode="waited"><xsl:value-of select="s:label('screenings.days.none')"/></xsl:template>

  <!-- Days are only of interest while somebody waits for an answer. -->
  <doc:mode name="until" match="p:invitation">When an invitation runs out, or that it was answered.</doc:mode>
  <xsl:template match="p:invitation" mode="until">
    <span class="sp-quiet"><xsl:value-of select="s:date(@expires-on)"/></span>
  </xsl:template>
  <xsl:template match="p:invitation[@submitted-at]" mode="until">
    <span class="sp-quiet"><xsl:value-of select="s:label('screenings.sent', 'date', s:date(substring(@submitted-at, 1, 10)))"/></span>
  </xsl:template>
  <xsl:template match="p:invitation[@days-left]" mode="until">
    <xsl:value-of select="s:date(@expires-on)"/>
    <br/>
    <span class="sp-quiet sp-small"><xsl:value-of select="s:count('screenings.left', @days-left)"/></span>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="benefits">What a citizen has lived on.</doc:sheet>

  <!-- What the citizen lives on -->

  <doc:mode name="lived-on" match="p:benefits">What the citizen lives on and has lived on, with the way to change it.</doc:mode>
  <xsl:template match="p:benefits" mode="lived-on">
    <section aria-labelledby="benefits">
      <div class="sp-head">
        <h2 id="benefits"><xsl:value-of select="s:label('benefits.title')"/></h2>
        <xsl:apply-templates select="@href" mode="change-benefit"/>
      </div>
      <xsl:apply-templates select="." mode="periods"/>
    </section>
  </xsl:template>

  <doc:mode name="change-benefit" match="@href">The link to where a change of benefit is written.</doc:mode>
  <xsl:template match="@href" mode="change-benefit">
    <a class="sp-small sp-noprint" href="{.}"><xsl:value-of select="s:label('benefits.change')"/></a>
  </xsl:template>

  <doc:mode name="periods" match="p:benefits">The periods, or that none is known.</doc:mode>
  <xsl:template match="p:benefits" mode="periods">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'benefit-periods'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:benefits[p:benefit-period]" mode="periods">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'benefit-periods'"/>
      <xsl:with-param name="rows" select="p:benefit-period"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="benefit-periods" row="p:benefit-period" columns="benefit from to absent source" fixed="benefit from">What the citizen
    has lived on.</doc:list>
  <xsl:template match="p:benefit-period" mode="head">
    <xsl:apply-templates select="." mode="head.benefit"/>
    <xsl:apply-templates select="." mode="head.from"/>
    <xsl:apply-templates select="." mode="head.to"/>
    <xsl:apply-templates select="." mode="head.absent"/>
    <xsl:apply-templates select="." mode="head.source"/>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="cells">
    <xsl:apply-templates select="." mode="cell.benefit"/>
    <xsl:apply-templates select="." mode="cell.from"/>
    <xsl:apply-templates select="." mode="cell.to"/>
    <xsl:apply-templates select="." mode="cell.absent"/>
    <xsl:apply-templates select="." mode="cell.source"/>
  </xsl:template>

  <xsl:template match="p:benefit-period" mode="head.benefit">
    <th scope="col"><xsl:value-of select="s:label('column.benefit-periods.benefit')"/></th>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="head.from">
    <th scope="col"><xsl:value-of select="s:label('column.benefit-periods.from')"/></th>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="head.to">
    <th scope="col"><xsl:value-of select="s:label('column.benefit-periods.to')"/></th>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="head.absent">
    <th scope="col"><xsl:value-of select="s:label('column.benefit-periods.absent')"/></th>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="head.source">
    <th scope="col"><xsl:value-of select="s:label('column.source')"/></th>
  </xsl:template>

  <xsl:template match="p:benefit-period" mode="cell.benefit">
    <th scope="row"><xsl:value-of select="@benefit"/><xsl:apply-templates select="@imported-on" mode="beside-period"/></th>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="cell.from">
    <td data-label="{s:label('column.benefit-periods.from')}"><span class="sp-date"><xsl:value-of select="s:date(@starts-on)"/></span></td>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="cell.to">
    <td data-label="{s:label('column.benefit-periods.to')}"><xsl:apply-templates select="." mode="until"/></td>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="cell.absent">
    <td data-label="{s:label('column.benefit-periods.absent')}"><span class="sp-date"><xsl:value-of select="s:date(@first-absence-day)"/></span></td>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="cell.source">
    <td data-label="{s:label('column.source')}"><xsl:value-of select="s:label(concat('benefits.source.', @source))"/></td>
  </xsl:template>

  <doc:mode name="until" match="p:benefit-period">Its last day; that it runs, or is to come.</doc:mode>
  <xsl:template match="p:benefit-period" mode="until">
    <span class="sp-quiet"><xsl:value-of select="s:label('benefits.to-come')"/></span>
  </xsl:template>
  <xsl:template match="p:benefit-period[@now]" mode="until">
    <span class="sp-quiet"><xsl:value-of select="s:label('benefits.runs')"/></span>
  </xsl:template>
  <xsl:template match="p:benefit-period[@ends-on]" mode="until" priority="1">
    <span class="sp-date"><xsl:value-of select="s:date(@ends-on)"/></span>
  </xsl:template>

  <doc:mode name="beside-period" match="@imported-on">What the system of records says of a period that somebody changed here.</doc:mode>
  <xsl:template match="p:benefit-period/@imported-on" mode="beside-period">
    <div class="sp-quiet sp-small" data-keep="imported">
      <xsl:value-of select="s:label('benefits.imported', 'date', s:date(.))"/>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="../@imported-ends-on"><xsl:value-of select="s:label('benefits.imported.until')"/><xsl:text> </xsl:text><span class="sp-date"><xsl:value-of select="s:date(../@imported-ends-on)"/></span></xsl:when>
        <xsl:otherwise><xsl:value-of select="s:label('benefits.imported.runs')"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="../@imported-absence">; <xsl:value-of select="s:label('benefits.imported.absence')"/><xsl:text> </xsl:text><span class="sp-date"><xsl:value-of select="s:date(../@imported-absence)"/></span></xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="p:page[@name = 'benefits']/p:content" mode="title">
    <xsl:value-of select="s:label('benefits.title')"/>: <xsl:value-of select="p:course/p:citizen/@name"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'benefits']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="benefits-page"/>
  </xsl:template>

  <doc:mode name="benefits-page" match="p:course">The page of what the citizen lives on: the periods, and the form beside them.</doc:mode>
  <xsl:template match="p:course" mode="benefits-page">
    <div class="sp-cols">
      <div class="sp-stack">
        <section aria-labelledby="benefits">
          <div class="sp-head">
            <h2 id="benefits"><xsl:value-of select="s:label('benefits.title')"/></h2>
            <a class="sp-small sp-noprint" href="{p:tabs/p:item[@name = 'background']/@href}"><xsl:value-of select="s:label('background.all')"/></a>
          </div>
          <xsl:apply-templates select="p:benefits" mode="periods"/>
          <xsl:apply-templates select="." mode="benefits.after"/>
        </section>
      </div>
      <div class="sp-stack sp-noprint">
        <xsl:apply-templates select="p:deadline" mode="benefit-left"/>
        <xsl:apply-templates select="p:form"/>
        <xsl:apply-templates select="p:benefit-back" mode="benefit-back"/>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="benefit-left" match="p:deadline">A deadline by a rule for a benefit that the citizen does not get any more, and the button that ends it.</doc:mode>
  <xsl:template match="p:deadline" mode="benefit-left">
    <section class="sp-panel" aria-labelledby="benefit-left-{@id}">
      <h2 id="benefit-left-{@id}"><xsl:value-of select="s:label('benefits.left')"/></h2>
      <p><xsl:value-of select="s:label('benefits.left.what', 'kind', s:label-or(concat('deadline.', @kind), @kind), 'date', s:date(@due-on), 'benefit', @not-for)"/></p>
      <xsl:apply-templates select="p:form">
        <xsl:with-param name="id" select="concat('end-left-', @id)"/>
        <xsl:with-param name="class" select="'sp-bare'"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>

  <doc:mode name="benefit-back" match="p:benefit-back | @again">The newest change of benefit, and the button that takes it back.</doc:mode>
  <xsl:template match="p:benefit-back" mode="benefit-back">
    <section class="sp-panel" aria-labelledby="benefit-back">
      <h2 id="benefit-back"><xsl:value-of select="s:label('benefits.back')"/></h2>
      <p>
        <xsl:value-of select="s:label('benefits.back.what', 'benefit', @benefit, 'on', s:date(@starts-on), 'by', @by-name)"/>
        <xsl:apply-templates select="@again" mode="benefit-back"/>
      </p>
      <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="'sp-bare'"/></xsl:apply-templates>
    </section>
  </xsl:template>
  <xsl:template match="@again" mode="benefit-back">
    <xsl:text> </xsl:text><xsl:value-of select="s:label('benefits.back.again', 'benefit', .)"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'benefit-back']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <doc:hook name="benefits.after" match="p:course">Below what the citizen has lived on.</doc:hook>
  <xsl:template match="p:course" mode="benefits.after"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="agreement">The provider's pages.</doc:sheet>

  <!-- The provider's inbox -->

  <xsl:template match="p:page[@name = 'inbox']/p:content" mode="body">
    <div class="sp-gap-s"><xsl:apply-templates select="p:list"/></div>
  </xsl:template>

  <doc:list name="interventions" columns="intervention citizen starts-on state waits" fixed="intervention citizen">The
    interventions that one runs.</doc:list>
  <xsl:template match="p:list[@name = 'interventions']" mode="head">
    <xsl:apply-templates select="." mode="head.intervention"/>
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.starts-on"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.waits"/>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cells">
    <xsl:apply-templates select="." mode="cell.intervention"/>
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.starts-on"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.waits"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'interventions']" mode="head.intervention">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'intervention'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'interventions']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'name'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'interventions']" mode="head.starts-on">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'starts-on'"/><xsl:with-param name="sort" select="'starts'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'interventions']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/><xsl:with-param name="sort" select="'state'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'interventions']" mode="head.waits">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'waits'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:list/p:intervention" mode="cell.intervention">
    <th scope="row"><a href="{@href}"><xsl:value-of select="@title"/></a></th>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cell.citizen">
    <td data-label="{s:label('column.citizen')}">
      <xsl:value-of select="@citizen-name"/><xsl:apply-templates select="." mode="marks"/>
    </td>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cell.starts-on">
    <td data-label="{s:label('column.starts-on')}">
      <span class="sp-date"><xsl:value-of select="s:date(@starts-on)"/></span>
    </td>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:apply-templates select="." mode="state"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:intervention" mode="cell.waits">
    <td data-label="{s:label('column.waits')}"><xsl:apply-templates select="@waits" mode="yours"/></td>
  </xsl:template>

  <doc:mode name="yours" match="@waits">What the provider is waited for with.</doc:mode>
  <xsl:template match="@waits" mode="yours">
    <xsl:value-of select="s:label(concat('waits.', ., '.yours'))"/>
  </xsl:template>

  <!-- One intervention, for its provider -->

  <xsl:template match="p:page[@name = 'intervention']/p:content" mode="title">
    <xsl:value-of select="p:intervention/@title"/>: <xsl:value-of select="p:intervention/p:citizen/@name"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'intervention']/p:content" mode="heading"/>
  <xsl:template match="p:page[@name = 'intervention']/p:content" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:value-of select="p:intervention/@title"/></h1>
          <p><xsl:value-of select="p:intervention/p:citizen/@name"/><xsl:apply-templates select="p:intervention/p:citizen/@died-on" mode="mark"/></p>
        </div>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="p:page[@name = 'intervention']/p:content" mode="body">
    <xsl:apply-templates select="p:intervention" mode="whole"/>
  </xsl:template>

  <doc:mode name="whole" match="p:intervention">One intervention, for its provider.</doc:mode>
  <xsl:template match="p:intervention" mode="whole">
    <div class="sp-cols">
      <section aria-labelledby="agreed">
        <div class="sp-head">
          <h2 id="agreed"><xsl:value-of select="s:label('intervention.agreed')"/></h2>
          <p><xsl:apply-templates select="." mode="state"/></p>
        </div>
        <dl class="sp-pairs"><xsl:apply-templates select="." mode="agreed"/></dl>
        <ul class="sp-filter"><xsl:apply-templates select="@progression | @href" mode="way"/></ul>
        <xsl:apply-templates select="." mode="agreed.after"/>
      </section>
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name != 'decline']"/>
        <xsl:apply-templates select="p:form[@name = 'decline']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="agreed.after" match="p:intervention">Below what was agreed with the provider.</doc:hook>
  <xsl:template match="p:intervention" mode="agreed.after"/>

  <doc:mode name="agreed" match="p:intervention | @plan-version">What was agreed, as rows of a &lt;dl&gt;; the plan's
    version.</doc:mode>
  <xsl:template match="p:intervention" mode="agreed">
    <div><dt><xsl:value-of select="s:label('field.goal')"/></dt><dd><xsl:value-of select="@goal"/></dd></div>
    <div><dt><xsl:value-of select="s:label('column.period')"/></dt><dd><xsl:apply-templates select="." mode="period"/></dd></div>
    <xsl:apply-templates select="@first-measurement-on | @started-on | @provider-name | @caseworker-name" mode="fact"/>
    <xsl:apply-templates select="@plan-version" mode="agreed"/>
  </xsl:template>
  <xsl:template match="@plan-version" mode="agreed">
    <div>
      <dt><xsl:value-of select="s:label('tabs.plan')"/></dt>
      <dd><xsl:value-of select="s:label('plan.version', 'n', .)"/><xsl:if test="../@agreed-on">, <span class="sp-date"><xsl:value-of select="s:date(../@agreed-on)"/></span></xsl:if></dd>
    </div>
  </xsl:template>

  <doc:mode name="way" match="@progression | @href">A link to its measurements, or to its course.</doc:mode>
  <xsl:template match="@progression" mode="way">
    <li><a href="{.}"><xsl:value-of select="s:label('intervention.progression')"/></a></li>
  </xsl:template>
  <xsl:template match="@href" mode="way">
    <li><a href="{.}"><xsl:value-of select="s:label('intervention.course')"/></a></li>
  </xsl:template>

  <!-- To decline is rare: never the filled button. -->
  <xsl:template match="p:form[@name = 'decline' or @name = 'citizen-code']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
</xsl:stylesheet>

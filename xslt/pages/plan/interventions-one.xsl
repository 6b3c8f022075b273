<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="interventions-one">One intervention: how it stands, and what can be done with it.</doc:sheet>

  <!-- One of them, and what can be done with it -->

  <xsl:template match="p:page[@name = 'interventions-one']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="intervention-one"/>
  </xsl:template>

  <doc:mode name="intervention-one" match="p:course">The page of one intervention: how it stands, and what can be done with it.</doc:mode>
  <xsl:template match="p:course" mode="intervention-one">
    <div class="sp-cols">
      <div class="sp-stack">
        <section aria-labelledby="intervention-stands">
          <div class="sp-head">
            <h2 id="intervention-stands"><xsl:value-of select="p:intervention/@title"/></h2>
            <p><xsl:apply-templates select="p:intervention" mode="state"/></p>
          </div>
          <xsl:apply-templates select="p:intervention" mode="stands"/>
        </section>
        <xsl:apply-templates select="." mode="intervention-one.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name != 'withdraw-intervention' and @name != 'stop-intervention' and @name != 'start-corrected']"/>
        <xsl:apply-templates select="p:form[@name = 'withdraw-intervention' or @name = 'stop-intervention' or @name = 'start-corrected']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="intervention-one.after" match="p:course">Below how the intervention stands.</doc:hook>
  <xsl:template match="p:course" mode="intervention-one.after"/>

  <doc:mode name="stands" match="p:intervention">What is agreed of it, what it waits for, and what is in the way.</doc:mode>
  <xsl:template match="p:intervention" mode="stands">
    <xsl:apply-templates select="@gone | @provider-left" mode="trouble"/>
    <xsl:apply-templates select="." mode="waits-for-place"/>
    <xsl:apply-templates select="p:form" mode="press"/>
    <dl class="sp-pairs">
      <div><dt><xsl:value-of select="s:label('field.goal')"/></dt><dd><xsl:value-of select="@goal"/></dd></div>
      <div><dt><xsl:value-of select="s:label('column.period')"/></dt><dd><xsl:apply-templates select="." mode="period"/></dd></div>
      <xsl:apply-templates select="@provider-name | @first-measurement-on | @started-on | @ended-on" mode="fact"/>
      <xsl:apply-templates select="@kind | @track | @offer | @hours-week | @place | @price | @follow-up" mode="detail"/>
      <xsl:apply-templates select="p:facts | p:result" mode="detail"/>
    </dl>
    <p><a href="{@href}"><xsl:value-of select="s:label('intervention.page')"/></a></p>
  </xsl:template>

  <doc:mode name="detail" match="@kind | @track | @offer | @hours-week | @place | @price | @follow-up | p:facts | p:result">What was agreed besides, as a row of a &lt;dl&gt;.</doc:mode>
  <xsl:template match="@kind | @track" mode="detail">
    <div><dt><xsl:value-of select="s:label(concat('field.', local-name()))"/></dt><dd><xsl:value-of select="s:label(concat('choice.', local-name(), '.', .))"/></dd></div>
  </xsl:template>
  <xsl:template match="@follow-up" mode="detail">
    <div><dt><xsl:value-of select="s:label('field.follow-up')"/></dt><dd><xsl:value-of select="s:label(concat('choice.follow-up.', .))"/></dd></div>
  </xsl:template>
  <xsl:template match="@offer" mode="detail">
    <div><dt><xsl:value-of select="s:label('intervention.offer')"/></dt><dd><xsl:value-of select="s:label(concat('intervention.is.', .))"/></dd></div>
  </xsl:template>
  <xsl:template match="@hours-week" mode="detail">
    <div><dt><xsl:value-of select="s:label('field.hours-week')"/></dt><dd><xsl:value-of select="s:number(.)"/></dd></div>
  </xsl:template>
  <xsl:template match="@place" mode="detail">
    <div><dt><xsl:value-of select="s:label('field.place')"/></dt><dd><xsl:value-of select="."/></dd></div>
  </xsl:template>
  <xsl:template match="@price" mode="detail">
    <div><dt><xsl:value-of select="s:label('field.price')"/></dt><dd><xsl:value-of select="s:label(concat('catalogue.price.', ../@price-per), 'price', s:number(.))"/></dd></div>
  </xsl:template>
  <xsl:template match="p:facts | p:result" mode="detail">
    <div><dt><xsl:value-of select="s:label(concat('field.', local-name()))"/></dt><dd class="sp-text"><xsl:value-of select="s:show(.)"/></dd></div>
  </xsl:template>

  <xsl:template match="p:page[@name = 'interventions-one']/p:content/p:course/p:form[@name = 'intervention']" mode="form-heading">
    <h2><xsl:value-of select="s:label('form.change-intervention')"/></h2>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('form.change-intervention.help')"/></p>
  </xsl:template>
  <xsl:template match="p:page[@name = 'interventions-one']/p:content/p:course/p:form[@name = 'intervention']/p:submit" mode="text">
    <xsl:value-of select="s:label('submit.save')"/>
  </xsl:template>
  <!-- What cannot be undone is never the filled button. -->
  <xsl:template match="p:form[@name = 'withdraw-intervention' or @name = 'stop-intervention' or @name = 'start-corrected']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
</xsl:stylesheet>

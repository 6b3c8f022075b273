<?xml version="1.0" encoding="UTF-8"?>
<!-- What goes with what is removed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="removal">What goes with an action plan, a criterion or a line that is removed: asked before it is done.</doc:sheet>

  <xsl:template match="p:content[p:removal]" mode="title"><xsl:value-of select="s:label(concat('removal.', p:removal/@of))"/></xsl:template>
  <xsl:template match="p:content[p:removal]" mode="body">
    <p class="sp-lead"><xsl:value-of select="p:removal/@title"/></p>
    <xsl:apply-templates select="p:removal" mode="goes"/>
    <xsl:apply-templates select="p:removal/@edit" mode="instead"/>
    <xsl:apply-templates select="p:removal/p:form"><xsl:with-param name="class" select="'sp-panel sp-gap-s sp-noprint'"/></xsl:apply-templates>
    <xsl:apply-templates select="p:removal/@href" mode="cancel"/>
    <xsl:apply-templates select="p:removal" mode="removal.after"/>
  </xsl:template>

  <doc:hook name="removal.after" match="p:removal">Below the page that asks before something is removed.</doc:hook>
  <xsl:template match="p:removal" mode="removal.after"/>

  <doc:mode name="cancel" match="@href | @back">The way back to what one came from: nothing is removed.</doc:mode>
  <xsl:template match="@href | @back" mode="cancel">
    <p class="sp-noprint sp-gap-s"><a href="{.}"><xsl:value-of select="s:label('removal.back')"/></a></p>
  </xsl:template>
  <xsl:template match="*[p:form]/@href | *[p:form]/@back" mode="cancel">
    <p class="sp-noprint sp-gap-s"><a href="{.}"><xsl:value-of select="s:label('removal.keep')"/></a></p>
  </xsl:template>

  <doc:mode name="goes" match="p:removal">What goes with it.</doc:mode>
  <xsl:template match="p:removal" mode="goes">
    <ul class="sp-bullets">
      <xsl:apply-templates select="@criteria[. != 0] | @entries[. != 0] | @quarters" mode="goes"/>
      <li><xsl:value-of select="s:label(concat('removal.', @of, '.kept'))"/></li>
    </ul>
  </xsl:template>
  <xsl:template match="p:removal[@edit]" mode="goes"/>
  <doc:mode name="goes" match="@*">How many of a kind.</doc:mode>
  <xsl:template match="p:removal/@*" mode="goes"><li><xsl:value-of select="s:count(concat('removal.', local-name()), .)"/></li></xsl:template>
  <xsl:template match="p:removal/@quarters[. = 0]" mode="goes"><li><xsl:value-of select="s:label('removal.no-quarters')"/></li></xsl:template>

  <doc:mode name="instead" match="@edit">That it stays, and where its last day is set.</doc:mode>
  <xsl:template match="p:removal/@edit" mode="instead">
    <p><xsl:value-of select="s:count('removal.stays', ../@quarters)"/></p>
    <p class="sp-noprint"><a class="button button-secondary" href="{.}"><xsl:value-of select="s:label('removal.end')"/></a></p>
  </xsl:template>

  <!-- A line of the account -->

  <xsl:template match="p:page[@name = 'ledger-remove']/p:content[p:ledger]" mode="title"><xsl:value-of select="s:label('removal.line')"/></xsl:template>
  <doc:mode name="body" match="p:content">A line that is to go, and what stands in its place.</doc:mode>
  <xsl:template match="p:page[@name = 'ledger-remove']/p:content[p:ledger]" mode="body">
    <div class="sp-stack sp-gap-s">
      <xsl:apply-templates select="p:ledger" mode="rows"/>
      <xsl:apply-templates select="p:ledger" mode="instead"/>
      <xsl:apply-templates select="p:ledger/@used" mode="instead"/>
      <xsl:apply-templates select="p:ledger/p:form"/>
    </div>
    <xsl:apply-templates select="p:ledger/@back" mode="cancel"/>
    <xsl:apply-templates select="p:ledger" mode="ledger.after"/>
  </xsl:template>

  <doc:mode name="instead" match="p:ledger">What reports count with when the line is gone.</doc:mode>
  <xsl:template match="p:ledger" mode="instead">
    <section aria-labelledby="instead">
      <h2 id="instead"><xsl:value-of select="s:label('removal.then')"/></h2>
      <p><xsl:value-of select="s:label(concat('removal.then.', @of))"/></p>
      <xsl:apply-templates select="p:ledger-instead" mode="instead"/>
    </section>
  </xsl:template>
  <doc:mode name="instead" match="p:ledger-instead">The line that stands then.</doc:mode>
  <xsl:template match="p:ledger-instead" mode="instead"><p><xsl:value-of select="s:label('removal.none')"/></p></xsl:template>
  <xsl:template match="p:ledger-instead[p:ledger-row]" mode="instead">
    <p><xsl:value-of select="s:label('removal.older')"/></p>
    <dl class="sp-list sp-list--facts"><xsl:apply-templates select="p:ledger-row/p:value[@is != '']" mode="fact"/></dl>
  </xsl:template>
  <doc:mode name="fact" match="p:value">What it says of one thing.</doc:mode>
  <xsl:template match="p:ledger-row/p:value" mode="fact">
    <div><dt><xsl:value-of select="s:label(concat('field.rule.', @field))"/></dt><dd><xsl:apply-templates select="." mode="is"/></dd></div>
  </xsl:template>
  <xsl:template match="p:ledger-row/p:value[@number]" mode="is"><xsl:value-of select="s:number(@is)"/></xsl:template>
  <doc:mode name="instead" match="@used">That others name it, so it stays.</doc:mode>
  <xsl:template match="p:ledger/@used" mode="instead"><p><xsl:value-of select="s:label('removal.used')"/></p></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="room-findings">The conference's screen: what was found, what can be offered.</doc:sheet>

  <!-- What was found, and beside the one that is talked about what can be offered -->
  <doc:mode name="room-findings" match="p:form">What was found, by priority; beside it what can be offered for the one that is talked about.</doc:mode>
  <xsl:template match="p:form" mode="room-findings">
    <div class="sp-room-cols" id="findings" tabindex="-1">
      <section aria-labelledby="findings-title">
        <h2 id="findings-title"><xsl:value-of select="s:label('room.findings')"/></h2>
        <ol class="sp-room-findings"><xsl:apply-templates select="../p:finding" mode="finding"/></ol>
        <xsl:if test="not(../p:finding)"><xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'findings'"/></xsl:apply-templates></xsl:if>
      </section>
      <section class="sp-room-offers" id="offers" aria-labelledby="offers-title">
        <xsl:apply-templates select="../p:offers" mode="offers"/>
      </section>
    </div>
  </xsl:template>

  <doc:mode name="finding" match="p:finding">One of them. The one that is talked about has its text open.</doc:mode>
  <xsl:template match="p:finding" mode="finding">
    <li>
      <xsl:if test="@current"><xsl:attribute name="class">is-current</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="finding-head"/>
      <xsl:if test="@current">
        <p class="sp-text"><xsl:value-of select="p:description"/></p>
        <xsl:if test="p:suggestion"><p class="sp-text"><span class="sp-quiet"><xsl:value-of select="s:label('room.suggested')"/></span><xsl:text> </xsl:text><xsl:value-of select="p:suggestion"/></p></xsl:if>
        <p class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('profession.', @profession))"/>, <xsl:value-of select="@responsible-name"/><xsl:if test="@icf-code"> · <xsl:value-of select="@icf-code"/></xsl:if></p>
      </xsl:if>
    </li>
  </xsl:template>

  <doc:mode name="finding-head" match="p:finding">Its number, sign, words and what is decided; a button that turns to it.</doc:mode>
  <xsl:template match="p:finding" mode="finding-head">
    <button class="sp-room-finding" type="submit" name="look" value="{@id}">
      <xsl:if test="@current"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
      <span class="sp-num"><xsl:value-of select="@priority"/></span>
      <xsl:apply-templates select="@kind" mode="sign"/>
      <span class="sp-room-finding__t"><xsl:value-of select="@title"/><xsl:if test="@qualifier-title"> <span class="sp-quiet sp-small"><xsl:value-of select="@qualifier-title"/></span></xsl:if></span>
      <xsl:if test="@decisions != 0"><span class="sp-light sp-light--green">✓ <xsl:value-of select="s:count('room.decided', @decisions)"/></span></xsl:if>
    </button>
  </xsl:template>

  <doc:mode name="sign" match="@kind">Whether it hinders or helps.</doc:mode>
  <xsl:template match="p:finding/@kind" mode="sign"><span class="sp-br"><span class="sr-only"><xsl:value-of select="s:label('choice.kind.barrier')"/> </span><span aria-hidden="true">B</span></span></xsl:template>
  <xsl:template match="p:finding/@kind[. = 'resource']" mode="sign"><span class="sp-br sp-br--r"><span class="sr-only"><xsl:value-of select="s:label('choice.kind.resource')"/> </span><span aria-hidden="true">R</span></span></xsl:template>

  <doc:mode name="offers" match="p:offers">What the catalogue has, with a field to search it, and the button for own words.</doc:mode>
  <xsl:template match="p:offers" mode="offers">
    <h2 id="offers-title"><xsl:apply-templates select="." mode="offers-title"/></h2>
    <xsl:apply-templates select="../p:form[@name = 'conference-room']" mode="writing"/>
    <ul class="sp-room-list"><xsl:apply-templates select="p:catalogue-entry" mode="offer"/></ul>
    <xsl:if test="not(p:catalogue-entry)"><xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'offers'"/></xsl:apply-templates></xsl:if>
    <div class="sp-search">
      <xsl:apply-templates select="s:named(../p:form[@name = 'conference-room']/p:field, 'q')" mode="field"/>
      <button class="button button-secondary" type="submit" name="submit" value="find"><xsl:value-of select="s:label('submit.find')"/></button>
      <button class="button button-secondary" type="submit" name="submit" value="own"><xsl:value-of select="s:label('submit.own')"/></button>
    </div>
  </xsl:template>

  <doc:mode name="offers-title" match="p:offers">What they are offered for.</doc:mode>
  <xsl:template match="p:offers" mode="offers-title"><xsl:value-of select="s:label('room.offers')"/></xsl:template>
  <xsl:template match="p:offers[../p:finding/@current]" mode="offers-title">
    <xsl:value-of select="s:label('room.offers-for', 'finding', ../p:finding[@current]/@title)"/>
  </xsl:template>

  <doc:mode name="offer" match="p:catalogue-entry">One of them: places, waiting time, how long, whose; and the button that takes it.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="offer">
    <li>
      <div>
        <p class="sp-strong"><xsl:value-of select="@title"/><xsl:if test="@suggested"> <span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('room.is-suggested')"/></span></xsl:if><xsl:apply-templates select="@decided-for" mode="offer-fact"/></p>
        <p class="sp-room-facts">
          <xsl:apply-templates select="." mode="places"/>
          <xsl:apply-templates select="@waiting-days | @usual-weeks" mode="offer-fact"/>
          <span class="sp-quiet"><xsl:value-of select="@department-name"/></span>
        </p>
      </div>
      <xsl:apply-templates select="." mode="take"/>
    </li>
  </xsl:template>

  <doc:mode name="places" match="p:catalogue-entry">How many places are free.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="places"><span class="sp-light sp-light--green"><xsl:value-of select="s:label('room.places-open')"/></span></xsl:template>
  <xsl:template match="p:catalogue-entry[@free]" mode="places"><span class="sp-light sp-light--green"><xsl:value-of select="s:label('room.places', 'n', @free, 'of', @capacity)"/></span></xsl:template>
  <xsl:template match="p:catalogue-entry[@free = 0]" mode="places"><span class="sp-light sp-light--yellow"><xsl:value-of select="s:label('room.places-none', 'of', @capacity)"/></span></xsl:template>

  <doc:mode name="offer-fact" match="@waiting-days | @usual-weeks | @decided-for">How long one waits, how long it takes, and that it is chosen for another finding already.</doc:mode>
  <xsl:template match="@decided-for" mode="offer-fact"><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('room.decided-for', 'finding', .)"/></span></xsl:template>
  <xsl:template match="@waiting-days" mode="offer-fact"><span><xsl:value-of select="s:count('room.waiting', .)"/></span></xsl:template>
  <xsl:template match="@usual-weeks" mode="offer-fact"><span><xsl:value-of select="s:count('room.weeks', .)"/></span></xsl:template>

  <doc:mode name="take" match="p:catalogue-entry">The button that takes it, or that it was taken.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="take">
    <button class="button button-primary" type="submit" name="take" value="{@version}"><xsl:value-of select="s:label('submit.take-offer')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="@title"/></span></button>
  </xsl:template>
  <!-- For another finding, as the words beside its title say: once is enough. -->
  <xsl:template match="p:catalogue-entry[@decided-for]" mode="take"/>
  <xsl:template match="p:catalogue-entry[@decided]" mode="take" priority="1"><span class="sp-light sp-light--green">✓ <xsl:value-of select="s:label('room.taken')"/></span></xsl:template>

  <!-- An intervention in one's own words, or one that is changed -->
  <doc:mode name="writing" match="p:form">The intervention that is being written, where one is.</doc:mode>
  <xsl:template match="p:form" mode="writing"/>
  <xsl:template match="p:form[p:field/@name = 'goal']" mode="writing">
    <fieldset class="sp-panel" id="writing">
      <legend class="sp-strong"><xsl:value-of select="s:label('room.writing')"/></legend>
      <xsl:apply-templates select="s:named(p:field, 'title')" mode="field"/>
      <xsl:apply-templates select="s:named(p:field, 'goal')" mode="field"/>
      <xsl:apply-templates select="s:named(p:field, 'provider')" mode="field"/>
      <div class="sp-row">
        <xsl:apply-templates select="p:field[@name = 'starts-on' or @name = 'ends-on' or @name = 'first-measurement-on']" mode="field"/>
      </div>
      <div class="sp-actions">
        <button class="button button-primary" type="submit" name="submit" value="write"><xsl:value-of select="s:label('submit.write')"/></button>
        <button class="button button-secondary" type="submit" name="submit" value="leave"><xsl:value-of select="s:label('submit.leave')"/></button>
      </div>
    </fieldset>
  </xsl:template>
</xsl:stylesheet>

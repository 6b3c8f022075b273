<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="days-one">A part of a day of analysis: one citizen, one talk, one of the team; the day on paper;
    one's own days in another calendar.</doc:sheet>

  <!-- What all of these begin with: whom it is about, and the way back to the day. -->

  <xsl:template match="p:page[@name = 'day-citizen']/p:content | p:page[@name = 'day-talk']/p:content | p:page[@name = 'day-member']/p:content" mode="body">
    <xsl:apply-templates select="p:assessment-day" mode="day-part"/>
  </xsl:template>

  <doc:mode name="day-part" match="p:assessment-day">One citizen, one talk or one of the team: what is known and what one
    can do, beside the whole rotation.</doc:mode>
  <xsl:template match="p:assessment-day" mode="day-part">
    <p><a href="{@href}"><xsl:value-of select="s:label('day.back')"/></a></p>
    <div class="sp-cols">
      <div class="sp-stack">
        <div>
          <xsl:apply-templates select="." mode="day-about"/>
          <xsl:apply-templates select="." mode="day-facts"/>
        </div>
        <xsl:apply-templates select="." mode="rotation"/>
        <xsl:apply-templates select="." mode="day-part.after"/>
      </div>
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>

  <doc:hook name="day-part.after" match="p:assessment-day">Below the rotation, on the pages of a part of a day.</doc:hook>
  <xsl:template match="p:assessment-day" mode="day-part.after"/>

  <doc:mode name="day-about" match="p:assessment-day">Whom the page is about, and the talks.</doc:mode>
  <xsl:template match="p:assessment-day" mode="day-about"/>
  <xsl:template match="p:assessment-day[@current]" mode="day-about">
    <xsl:apply-templates select="p:assessed[@course = current()/@current]" mode="about"/>
  </xsl:template>
  <xsl:template match="p:assessment-day[@current-talk]" mode="day-about">
    <xsl:apply-templates select="p:assessed[p:talk/@id = current()/@current-talk]" mode="about-talk">
      <xsl:with-param name="talk" select="@current-talk"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:assessment-day[@current-member]" mode="day-about">
    <xsl:apply-templates select="p:member[@ordinal = current()/@current-member]" mode="about"/>
  </xsl:template>

  <doc:mode name="about" match="p:assessed | p:member">The one whom the page is about.</doc:mode>
  <xsl:template match="p:assessed" mode="about">
    <h2><xsl:value-of select="@citizen"/><xsl:apply-templates select="." mode="assessed-marks"/></h2>
    <ul class="sp-talks"><xsl:apply-templates select="p:talk" mode="talk-line"/></ul>
  </xsl:template>
  <xsl:template match="p:member" mode="about">
    <h2><xsl:value-of select="@name"/></h2>
    <p><xsl:value-of select="s:label(concat('profession.', @profession))"/><xsl:if test="@room"><xsl:text> · </xsl:text><xsl:value-of select="@room"/></xsl:if></p>
  </xsl:template>

  <doc:mode name="about-talk" match="p:assessed">The citizen, and the one talk. <doc:with name="talk">Its
    number.</doc:with></doc:mode>
  <xsl:template match="p:assessed" mode="about-talk">
    <xsl:param name="talk"/>
    <h2><xsl:value-of select="@citizen"/><xsl:apply-templates select="." mode="assessed-marks"/></h2>
    <ul class="sp-talks"><xsl:apply-templates select="p:talk[@id = $talk]" mode="talk-line"/></ul>
  </xsl:template>

  <!-- The day itself -->

  <xsl:template match="p:page[@name = 'day-change']/p:content" mode="body">
    <xsl:apply-templates select="p:assessment-day" mode="day-change"/>
  </xsl:template>

  <doc:mode name="day-change" match="p:assessment-day">What one can change of the day itself, above the rotation.</doc:mode>
  <xsl:template match="p:assessment-day" mode="day-change">
    <p><a href="{@href}"><xsl:value-of select="s:label('day.back')"/></a></p>
    <div class="sp-stack">
      <xsl:apply-templates select="." mode="day-facts"/>
      <xsl:apply-templates select="p:form"/>
      <xsl:if test="not(p:form[@name = 'day-times'])"><p class="sp-quiet"><xsl:value-of select="s:label('day.begun')"/></p></xsl:if>
      <xsl:apply-templates select="." mode="rotation"/>
      <xsl:apply-templates select="." mode="day-change.after"/>
    </div>
  </xsl:template>

  <doc:hook name="day-change.after" match="p:assessment-day">Below the rotation, where the day itself is changed.</doc:hook>
  <xsl:template match="p:assessment-day" mode="day-change.after"/>

  <xsl:template match="p:form[@name = 'day-facts']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <xsl:apply-templates select="p:field[@name = 'place' or @name = 'note']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    <div class="sp-row sp-row--even sp-gap-s">
      <xsl:apply-templates select="p:field[starts-with(@name, 'room-')]" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
  </xsl:template>
  <xsl:template match="p:form[@name = 'day-facts']/p:field[starts-with(@name, 'room-')]" mode="label">
    <xsl:value-of select="s:label('day.room-of', 'name', ../../p:member[@ordinal = substring-after(current()/@name, 'room-') - 1]/@name)"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'day-times']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <div class="sp-row sp-row--even sp-gap-s">
      <xsl:apply-templates select="p:field[not(starts-with(@name, 'conference-'))]" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
    <div class="sp-row sp-row--even sp-gap-s">
      <xsl:apply-templates select="p:field[starts-with(@name, 'conference-')]" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- On paper -->

  <xsl:template match="p:page[@name = 'day-list']/p:content" mode="body">
    <xsl:apply-templates select="p:assessment-day" mode="day-paper"/>
  </xsl:template>

  <doc:mode name="day-paper" match="p:assessment-day">The day on paper: the rotation, and a list for each of the team. No
    CPR numbers stand there.</doc:mode>
  <xsl:template match="p:assessment-day" mode="day-paper">
    <p class="sp-noprint"><a href="{@href}"><xsl:value-of select="s:label('day.back')"/></a> <span class="sp-quiet"><xsl:value-of select="s:label('day.print')"/></span></p>
    <div class="sp-stack">
      <div><xsl:apply-templates select="." mode="day-facts"/><xsl:apply-templates select="p:note" mode="show"/></div>
      <xsl:apply-templates select="." mode="rotation"/>
      <xsl:apply-templates select="p:member" mode="day-paper"/>
      <xsl:apply-templates select="." mode="day-paper.after"/>
    </div>
  </xsl:template>

  <doc:hook name="day-paper.after" match="p:assessment-day">At the end of the day on paper.</doc:hook>
  <xsl:template match="p:assessment-day" mode="day-paper.after"/>

  <doc:mode name="day-paper" match="p:member | p:place">What one of the team has on that day.</doc:mode>
  <xsl:template match="p:member" mode="day-paper">
    <section aria-labelledby="member-{@ordinal}" class="sp-keep-together">
      <h2 id="member-{@ordinal}"><xsl:value-of select="@name"/>, <xsl:value-of select="s:label(concat('profession.', @profession))"/><xsl:if test="@room"> · <xsl:value-of select="@room"/></xsl:if></h2>
      <ul class="sp-talks"><xsl:apply-templates select="../p:slot/p:place[@member = current()/@ordinal][p:talk]" mode="day-paper"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="p:place" mode="day-paper">
    <li>
      <span class="sp-num"><xsl:value-of select="translate(p:talk/@starts-at, ':', '.')"/>–<xsl:value-of select="translate(p:talk/@ends-at, ':', '.')"/></span><xsl:text> </xsl:text>
      <xsl:value-of select="p:talk/@citizen"/><xsl:apply-templates select="p:talk/@protected" mode="mark"/>
      <xsl:if test="@slots = 2"><xsl:text> · </xsl:text><xsl:value-of select="s:label('assessed.interpreter')"/></xsl:if>
    </li>
  </xsl:template>

  <!-- One's own days elsewhere -->

  <xsl:template match="p:page[@name = 'calendar']/p:content" mode="body">
    <xsl:apply-templates select="p:calendar" mode="calendar"/>
  </xsl:template>

  <doc:mode name="calendar" match="p:calendar">The secret address, and what one can do with it.</doc:mode>
  <xsl:template match="p:calendar" mode="calendar">
    <div class="sp-stack">
      <div>
        <p><xsl:value-of select="s:label('calendar.help')"/></p>
        <xsl:apply-templates select="@address | @created-at | @seen-at" mode="calendar"/>
      </div>
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="." mode="calendar.after"/>
    </div>
  </xsl:template>

  <doc:hook name="calendar.after" match="p:calendar">Below what one can do with the address.</doc:hook>
  <xsl:template match="p:calendar" mode="calendar.after"/>

  <doc:mode name="calendar" match="@address | @created-at | @seen-at">A fact about the address.</doc:mode>
  <xsl:template match="@address" mode="calendar">
    <div class="sp-note sp-note--green" data-keep="calendar-address">
      <h2><xsl:value-of select="s:label('calendar.address')"/></h2>
      <p><code><xsl:value-of select="."/></code></p>
      <p><xsl:value-of select="s:label('calendar.address.help')"/></p>
    </div>
  </xsl:template>
  <xsl:template match="@created-at | @seen-at" mode="calendar">
    <p class="sp-quiet"><xsl:value-of select="s:label(concat('calendar.', local-name()), 'at', s:time(.))"/></p>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="days">Days of analysis: the list, planning one, the rotation, one citizen, one talk, one of the
    team, the day on paper.</doc:sheet>

  <!-- The list -->

  <xsl:template match="p:page[@name = 'days']/p:content" mode="body">
    <xsl:apply-templates select="p:assessment-days" mode="days-links"/>
    <xsl:apply-templates select="p:form | p:list"/>
    <xsl:apply-templates select="p:assessment-days" mode="days.after"/>
  </xsl:template>

  <doc:hook name="days.after" match="p:assessment-days">Below the list of days.</doc:hook>
  <xsl:template match="p:assessment-days" mode="days.after"/>

  <doc:mode name="days-links" match="p:assessment-days">What one can do besides.</doc:mode>
  <xsl:template match="p:assessment-days" mode="days-links">
    <p class="sp-actions sp-noprint">
      <xsl:apply-templates select="@new-href | @calendar-href" mode="day-link"/>
    </p>
  </xsl:template>
  <doc:mode name="day-link" match="@new-href | @calendar-href | @list-href | @change-href">A way on, label day.ATTRIBUTE.</doc:mode>
  <xsl:template match="@new-href" mode="day-link">
    <a class="button button-primary" href="{.}"><xsl:value-of select="s:label('day.new-href')"/></a>
  </xsl:template>
  <xsl:template match="@calendar-href | @list-href | @change-href" mode="day-link">
    <xsl:text> </xsl:text>
    <a href="{.}"><xsl:value-of select="s:label(concat('day.', local-name()))"/></a>
  </xsl:template>
  <xsl:template match="p:assessment-days/@calendar-href" mode="day-link">
    <xsl:text> </xsl:text>
    <a href="{.}"><xsl:value-of select="s:label('day.feed')"/></a>
  </xsl:template>

  <doc:list name="days" columns="day place team citizens" fixed="day">The days of analysis.</doc:list>
  <xsl:template match="p:list[@name = 'days']" mode="head">
    <xsl:apply-templates select="." mode="head.day"/>
    <xsl:apply-templates select="." mode="head.place"/>
    <xsl:apply-templates select="." mode="head.team"/>
    <xsl:apply-templates select="." mode="head.citizens"/>
  </xsl:template>
  <xsl:template match="p:list/p:day" mode="cells">
    <xsl:apply-templates select="." mode="cell.day"/>
    <xsl:apply-templates select="." mode="cell.place"/>
    <xsl:apply-templates select="." mode="cell.team"/>
    <xsl:apply-templates select="." mode="cell.citizens"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'days']" mode="head.day">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'day'"/><xsl:with-param name="sort" select="'held-on'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'days']" mode="head.place">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'place'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'days']" mode="head.team">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'team'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'days']" mode="head.citizens">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizens'"/><xsl:with-param name="class" select="'is-num'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:list/p:day" mode="cell.day">
    <th scope="row">
      <a href="{@href}"><span class="sp-date"><xsl:value-of select="s:date(@held-on)"/></span></a><xsl:text> </xsl:text>
      <span class="sp-quiet sp-num"><xsl:value-of select="s:label('day.at', 'at', translate(@starts-at, ':', '.'))"/></span>
      <xsl:apply-templates select="@today" mode="day-mark"/>
      <xsl:apply-templates select="@state" mode="day-mark"/>
    </th>
  </xsl:template>
  <xsl:template match="p:list/p:day" mode="cell.place">
    <td data-label="{s:label('field.place')}"><xsl:value-of select="@place"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:day" mode="cell.team">
    <td data-label="{s:label('column.days.team')}"><xsl:value-of select="@team"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:day" mode="cell.citizens">
    <td class="is-num" data-label="{s:label('column.days.citizens')}"><xsl:value-of select="@citizens"/></td>
  </xsl:template>

  <doc:mode name="day-mark" match="@today | @state | @holiday | @weekend">What one must know of a day, as a tag.</doc:mode>
  <xsl:template match="@today" mode="day-mark">
    <xsl:text> </xsl:text><span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('day.today')"/></span>
  </xsl:template>
  <xsl:template match="@state" mode="day-mark">
    <xsl:if test=". = 'cancelled'">
      <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('day.cancelled')"/></span>
    </xsl:if>
  </xsl:template>
  <xsl:template match="@holiday" mode="day-mark">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('holiday.', .))"/></span>
  </xsl:template>
  <xsl:template match="@weekend" mode="day-mark">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('day.weekend')"/></span>
  </xsl:template>

  <!-- Planning one -->

  <xsl:template match="p:form[@name = 'day']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <div class="sp-row sp-row--even">
      <xsl:apply-templates select="p:field[contains(' held-on anyway starts-at slot-minutes pause-minutes break-after break-minutes place ', concat(' ', @name, ' '))]" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
    <h3 class="sp-gap-s"><xsl:value-of select="s:label('day.team')"/></h3>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('day.team.help')"/></p>
    <div class="sp-row sp-row--even">
      <xsl:apply-templates select="p:field[contains(' psychologist physiotherapist nurse caseworker member-5 member-6 member-7 member-8 ', concat(' ', @name, ' '))]" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
    <xsl:apply-templates select="p:field[@name = 'citizens']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    <div class="sp-row sp-row--even">
      <xsl:apply-templates select="p:field[@name = 'conference-on' or @name = 'conference-at']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
    <xsl:apply-templates select="p:field[@name = 'note']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:form[@name = 'day']/p:field[@name = 'citizens'][not(p:choice)]" mode="options">
    <xsl:param name="id"/>
    <p class="sp-quiet" id="{$id}" tabindex="-1"><xsl:value-of select="s:label('day.no-citizens')"/></p>
    <input type="hidden" name="citizens" value=""/>
  </xsl:template>

  <!-- A day -->

  <xsl:template match="p:content[p:assessment-day]" mode="title">
    <xsl:value-of select="s:label(concat('page.plan.', ../@name))"/>: <xsl:value-of select="s:date(p:assessment-day/@held-on)"/>
  </xsl:template>

  <xsl:template match="p:page[@name = 'day']/p:content" mode="body">
    <xsl:apply-templates select="p:assessment-day" mode="day"/>
  </xsl:template>

  <doc:mode name="day" match="p:assessment-day">The page of a day.</doc:mode>
  <xsl:template match="p:assessment-day" mode="day">
    <div class="sp-stack">
      <div>
        <xsl:apply-templates select="." mode="day-facts"/>
        <xsl:apply-templates select="p:note" mode="show"/>
        <p class="sp-actions sp-noprint"><xsl:apply-templates select="@change-href | @list-href | @calendar-href" mode="day-link"/></p>
      </div>
      <xsl:apply-templates select="." mode="rotation"/>
      <xsl:apply-templates select="." mode="assessed"/>
      <xsl:apply-templates select="." mode="day.after"/>
      <xsl:apply-templates select="p:form[@name = 'day-citizen']"/>
      <xsl:apply-templates select="p:form[@name = 'cancel-day']" mode="day-aside"/>
    </div>
  </xsl:template>

  <doc:hook name="day.after" match="p:assessment-day">Below a day's rotation and citizens.</doc:hook>
  <xsl:template match="p:assessment-day" mode="day.after"/>

  <!-- What is rare is folded away, unless it came back with an error. -->
  <doc:mode name="day-aside" match="p:form">A form that is rarely needed, behind its heading.</doc:mode>
  <xsl:template match="p:form" mode="day-aside">
    <details class="sp-noprint">
      <xsl:if test="p:field/p:error"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label(concat('day.aside.', @name))"/></summary>
      <xsl:apply-templates select="."/>
    </details>
  </xsl:template>

  <doc:mode name="day-facts" match="p:assessment-day">When and where, in a line, and what one must know.</doc:mode>
  <xsl:template match="p:assessment-day" mode="day-facts">
    <xsl:if test="@state = 'cancelled'">
      <div class="sp-note sp-note--yellow" data-keep="day-cancelled"><p><strong><xsl:value-of select="s:label('day.cancelled')"/>: </strong><xsl:value-of select="@state-reason"/></p></div>
    </xsl:if>
    <p>
      <xsl:value-of select="s:label(concat('weekday.', @weekday))"/><xsl:text> </xsl:text>
      <span class="sp-num"><xsl:value-of select="s:label('day.from-to', 'from', translate(@starts-at, ':', '.'), 'to', translate(@ends-at, ':', '.'))"/></span>
      <xsl:text> · </xsl:text><xsl:value-of select="@place"/>
      <xsl:text> · </xsl:text><xsl:value-of select="s:label('day.slots', 'n', @slot-minutes, 'pause', @pause-minutes)"/>
      <xsl:if test="@break-after"><xsl:text> · </xsl:text><xsl:value-of select="s:label('day.break', 'after', @break-after, 'n', @break-minutes)"/></xsl:if>
      <xsl:if test="@conference-on"><xsl:text> · </xsl:text><span class="sp-date"><xsl:value-of select="s:label('day.conference', 'date', s:date(@conference-on), 'at', translate(@conference-at, ':', '.'))"/></span></xsl:if>
      <xsl:apply-templates select="@holiday | @weekend" mode="day-mark"/>
    </p>
  </xsl:template>

  <!-- The rotation -->

  <doc:mode name="rotation" match="p:assessment-day | p:member | p:slot | p:place">Who meets whom: a row for each slot, a
    column for each of the team.</doc:mode>
  <xsl:template match="p:assessment-day" mode="rotation">
    <section aria-labelledby="rotation">
      <h2 id="rotation"><xsl:value-of select="s:label('day.rotation')"/></h2>
      <xsl:apply-templates select="." mode="rotation-table"/>
    </section>
  </xsl:template>

  <doc:mode name="rotation-table" match="p:assessment-day">The table of the rotation.</doc:mode>
  <xsl:template match="p:assessment-day" mode="rotation-table">
    <table class="sp-table sp-fold sp-rotation">
      <caption class="sr-only"><xsl:value-of select="s:label('list.rotation')"/></caption>
      <thead>
        <tr>
          <th scope="col" class="w-120"><xsl:value-of select="s:label('column.rotation.time')"/></th>
          <xsl:apply-templates select="p:member" mode="rotation"/>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:slot" mode="rotation"/></tbody>
    </table>
  </xsl:template>

  <xsl:template match="p:member" mode="rotation">
    <th scope="col">
      <xsl:value-of select="s:label(concat('profession.', @profession))"/><br/>
      <xsl:apply-templates select="." mode="member-name"/>
      <xsl:if test="@room"><br/><span class="sp-small"><xsl:value-of select="@room"/></span></xsl:if>
    </th>
  </xsl:template>
  <doc:mode name="member-name" match="p:member">The name, a link where one may change something.</doc:mode>
  <xsl:template match="p:member" mode="member-name"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="p:member[@href]" mode="member-name">
    <a href="{@href}" title="{s:label('day.member.help')}"><xsl:value-of select="@name"/></a>
  </xsl:template>

  <xsl:template match="p:slot" mode="rotation">
    <tr>
      <th scope="row" class="sp-num"><xsl:value-of select="translate(@starts-at, ':', '.')"/>–<xsl:value-of select="translate(@ends-at, ':', '.')"/></th>
      <xsl:apply-templates select="p:place" mode="rotation"/>
    </tr>
    <xsl:if test="@pause-until">
      <tr class="is-group">
        <th scope="row" class="sp-num"><xsl:value-of select="translate(@ends-at, ':', '.')"/>–<xsl:value-of select="translate(@pause-until, ':', '.')"/></th>
        <td class="sp-quiet" colspan="{count(p:place)}"><xsl:value-of select="s:label('day.pause')"/></td>
      </tr>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:place" mode="rotation">
    <td class="sp-quiet" data-label="{s:label(concat('profession.', @profession))}"><span aria-hidden="true">–</span><span class="sr-only"><xsl:value-of select="s:label('day.free')"/></span></td>
  </xsl:template>
  <xsl:template match="p:place[@taken]" mode="rotation">
    <td class="sp-quiet" data-label="{s:label(concat('profession.', @profession))}"><xsl:value-of select="s:label('day.taken')"/></td>
  </xsl:template>
  <xsl:template match="p:place[@goes-on]" mode="rotation">
    <td class="sp-quiet" data-label="{s:label(concat('profession.', @profession))}"><xsl:value-of select="s:label('day.goes-on')"/></td>
  </xsl:template>
  <xsl:template match="p:place[p:talk]" mode="rotation">
    <td data-label="{s:label(concat('profession.', @profession))}">
      <xsl:if test="@own"><xsl:attribute name="class">sp-own</xsl:attribute></xsl:if>
      <xsl:apply-templates select="p:talk" mode="talk-citizen"/><xsl:apply-templates select="p:talk/@protected" mode="mark"/>
      <xsl:if test="@slots = 2"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('day.until', 'at', translate(p:talk/@ends-at, ':', '.'))"/></span></xsl:if>
      <xsl:apply-templates select="p:talk/@state" mode="talk-state"/>
    </td>
  </xsl:template>

  <doc:mode name="talk-citizen" match="p:talk">Whom it is with, a link to the talk.</doc:mode>
  <xsl:template match="p:talk" mode="talk-citizen"><xsl:value-of select="@citizen"/></xsl:template>
  <xsl:template match="p:talk[@href]" mode="talk-citizen"><a href="{@href}"><xsl:value-of select="@citizen"/></a></xsl:template>

  <doc:mode name="talk-state" match="@state">How a talk stands; nothing for one that is only booked.</doc:mode>
  <xsl:template match="@state" mode="talk-state">
    <xsl:choose>
      <xsl:when test=". = 'booked'"/>
      <xsl:when test=". = 'held'"><xsl:text> </xsl:text><span class="sp-light sp-light--green sp-light--bare"><svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg><xsl:value-of select="s:label('talk-state.held')"/></span></xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('talk-state.', .))"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The citizens -->

  <doc:mode name="assessed" match="p:assessment-day">The citizens and their talks, or that nobody is invited.</doc:mode>
  <xsl:template match="p:assessment-day" mode="assessed">
    <section aria-labelledby="assessed">
      <h2 id="assessed"><xsl:value-of select="s:label('day.assessed')"/></h2>
      <xsl:call-template name="table">
        <xsl:with-param name="name" select="'assessed'"/>
        <xsl:with-param name="rows" select="p:assessed"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <doc:list name="assessed" row="p:assessed" columns="citizen talks do" fixed="citizen do">The citizens of a day.</doc:list>
  <xsl:template match="p:assessed" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.talks"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:assessed" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.talks"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>

  <xsl:template match="p:assessed" mode="head.citizen">
    <th scope="col" class="w-300"><xsl:value-of select="s:label('column.citizen')"/></th>
  </xsl:template>
  <xsl:template match="p:assessed" mode="head.talks">
    <th scope="col"><xsl:value-of select="s:label('column.talks')"/></th>
  </xsl:template>
  <xsl:template match="p:assessed" mode="head.do">
    <th scope="col" class="w-150"><span class="sr-only"><xsl:value-of select="s:label('column.do')"/></span></th>
  </xsl:template>

  <xsl:template match="p:assessed" mode="cell.citizen">
    <th scope="row">
      <a href="{@course-href}"><xsl:value-of select="@citizen"/></a><br/>
      <span class="sp-quiet sp-small"><xsl:value-of select="s:label('day.born', 'date', s:date(@birth-date))"/></span>
      <xsl:apply-templates select="." mode="assessed-marks"/>
    </th>
  </xsl:template>

  <doc:mode name="assessed-marks" match="p:assessed">What one must know of the citizen on that day, as tags.</doc:mode>
  <xsl:template match="p:assessed" mode="assessed-marks">
    <xsl:if test="@state != 'booked'"><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('talk-state.', @state))"/></span></xsl:if>
    <xsl:if test="@interpreter"><xsl:text> </xsl:text><span class="sp-tag" data-keep="interpreter"><xsl:value-of select="s:label('assessed.interpreter')"/></span></xsl:if>
    <xsl:apply-templates select="@protected | @died-on" mode="mark"/>
    <xsl:if test="@reason"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@reason"/></span></xsl:if>
  </xsl:template>

  <xsl:template match="p:assessed" mode="cell.talks">
    <td data-label="{s:label('column.talks')}"><ul class="sp-talks"><xsl:apply-templates select="p:talk" mode="talk-line"/></ul></td>
  </xsl:template>
  <xsl:template match="p:assessed" mode="cell.do">
    <td><xsl:apply-templates select="@href" mode="assessed-change"/></td>
  </xsl:template>
  <doc:mode name="assessed-change" match="@href">The way to change one citizen's day.</doc:mode>
  <xsl:template match="p:assessed/@href" mode="assessed-change">
    <a href="{.}"><xsl:value-of select="s:label('day.change')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../@citizen"/></span></a>
  </xsl:template>

  <doc:mode name="talk-line" match="p:talk">One talk of a citizen, in a line.</doc:mode>
  <xsl:template match="p:talk" mode="talk-line">
    <li>
      <xsl:if test="@state = 'cancelled' or @state = 'no-show'"><xsl:attribute name="class">sp-quiet</xsl:attribute></xsl:if>
      <span class="sp-num"><xsl:value-of select="translate(@starts-at, ':', '.')"/>–<xsl:value-of select="translate(@ends-at, ':', '.')"/></span><xsl:text> </xsl:text>
      <xsl:value-of select="s:label(concat('profession.', @profession))"/><xsl:text> </xsl:text><xsl:value-of select="@name"/>
      <xsl:apply-templates select="@state" mode="talk-state"/>
      <xsl:if test="@reason"><xsl:text> </xsl:text><span class="sp-small"><xsl:value-of select="@reason"/></span></xsl:if>
      <xsl:if test="@href and (@state = 'cancelled' or @state = 'no-show') and not(../../@current-talk = @id)"><xsl:text> </xsl:text><a class="sp-noprint" href="{@href}"><xsl:value-of select="s:label('day.again')"/></a></xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>

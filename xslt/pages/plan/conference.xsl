<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="conference">Conferences: those of a course with their records, and those of a day.</doc:sheet>

  <!-- Those of a course -->

  <xsl:template match="p:page[@name = 'conference']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="conference"/>
  </xsl:template>

  <doc:mode name="conference" match="p:course">The page of the conference.</doc:mode>
  <xsl:template match="p:course" mode="conference">
    <div class="sp-cols">
      <section aria-labelledby="conference">
        <div class="sp-head">
          <h2 id="conference"><xsl:value-of select="s:label('tabs.conference')"/></h2>
          <a class="sp-small sp-noprint" href="{$base}/plan/conferences"><xsl:value-of select="s:label('conferences.all')"/></a>
        </div>
        <xsl:apply-templates select="." mode="conference-warning"/>
        <xsl:apply-templates select="." mode="conference-list"/>
        <xsl:apply-templates select="." mode="conference.after"/>
      </section>
      <div class="sp-stack"><xsl:apply-templates select="." mode="conference-forms"/></div>
    </div>
  </xsl:template>

  <doc:hook name="conference.after" match="p:course">Below the conferences.</doc:hook>
  <xsl:template match="p:course" mode="conference.after"/>

  <!-- What is most often wanted stands first; what is rare is folded. -->
  <doc:mode name="conference-forms" match="p:course">Beside them: to open one now, to plan it, to call it off, to write down one that was
    held elsewhere.</doc:mode>
  <xsl:template match="p:course" mode="conference-forms">
    <xsl:apply-templates select="p:form[@name = 'conference-now']"/>
    <xsl:apply-templates select="p:form[@name = 'conference-plan']"/>
    <xsl:apply-templates select="p:form[@name = 'conference-off']" mode="rare"/>
    <xsl:apply-templates select="p:form[@name = 'conference']" mode="rare"/>
  </xsl:template>

  <doc:mode name="rare" match="p:form">What is rare: to call it off, to write down one that was held without this screen.</doc:mode>
  <xsl:template match="p:form" mode="rare">
    <details class="sp-more">
      <xsl:if test="@state"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label(concat('conference.rare.', @name))"/></summary>
      <xsl:apply-templates select="."/>
    </details>
  </xsl:template>

  <doc:mode name="conference-warning" match="p:course">What is missing before it.</doc:mode>
  <xsl:template match="p:course" mode="conference-warning"/>
  <xsl:template match="p:course[p:missing]" mode="conference-warning">
    <div class="sp-note sp-note--yellow" data-keep="missing-notes">
      <p><xsl:value-of select="s:label('conference.lacks')"/></p>
      <ul><xsl:apply-templates select="p:missing"/></ul>
    </div>
  </xsl:template>

  <doc:mode name="conference-list" match="p:course">The conferences, or that there was none.</doc:mode>
  <xsl:template match="p:course" mode="conference-list">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'conference'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course[p:conference]" mode="conference-list">
    <xsl:apply-templates select="p:conference" mode="card"/>
  </xsl:template>

  <doc:mode name="card" match="p:conference">One of them, with its record.</doc:mode>
  <xsl:template match="p:conference" mode="card">
    <article class="sp-card" aria-labelledby="conference-{@id}">
      <div class="sp-head">
        <h3 id="conference-{@id}"><a href="{@href}"><xsl:apply-templates select="." mode="when"/></a></h3>
        <p><span class="sp-tag"><xsl:value-of select="s:label(concat('conference-state.', @state))"/></span></p>
      </div>
      <xsl:apply-templates select="." mode="record"/>
    </article>
  </xsl:template>

  <doc:mode name="when" match="p:conference">The day on which it was held, or shall be, and the time.</doc:mode>
  <xsl:template match="p:conference" mode="when"><span class="sp-date"><xsl:value-of select="s:date(@held-on)"/></span></xsl:template>
  <xsl:template match="p:conference[not(@held-on)]" mode="when"><span class="sp-date"><xsl:value-of select="s:time(@planned-at)"/></span></xsl:template>
  <xsl:template match="p:conference[not(@held-on)][not(@planned-at)]" mode="when"><xsl:value-of select="s:label('tabs.conference')"/></xsl:template>

  <!-- The record: of one that is planned no more than where, of one that is off why. -->
  <doc:mode name="record" match="p:conference">What is to be read of a conference, by its state.</doc:mode>
  <xsl:template match="p:conference" mode="record">
    <p class="sp-quiet"><xsl:value-of select="@place"/></p>
  </xsl:template>
  <xsl:template match="p:conference[@state = 'held']" mode="record">
    <p><a href="{@href}"><xsl:value-of select="s:label('conference.go-on')"/></a></p>
  </xsl:template>
  <xsl:template match="p:conference[@state = 'cancelled']" mode="record">
    <p><xsl:value-of select="s:label('conference.off-because', 'reason', @state-reason, 'name', @by-name)"/></p>
  </xsl:template>
  <xsl:template match="p:conference[@state = 'concluded']" mode="record">
    <xsl:apply-templates select="." mode="who-was-there"/>
    <xsl:apply-templates select="p:citizens-words" mode="words"/>
    <xsl:apply-templates select="p:conclusion" mode="show"/>
    <xsl:apply-templates select="." mode="decided"/>
    <xsl:apply-templates select="p:examination" mode="examined"/>
    <xsl:apply-templates select="." mode="answered"/>
    <xsl:apply-templates select="." mode="record.after"/>
  </xsl:template>

  <doc:hook name="record.after" match="p:conference">At the end of a conference's record.</doc:hook>
  <xsl:template match="p:conference" mode="record.after"/>

  <doc:mode name="who-was-there" match="p:conference">Who was there, and who was not.</doc:mode>
  <xsl:template match="p:conference" mode="who-was-there">
    <p>
      <xsl:value-of select="s:label(concat('conference.present.', @citizen-present))"/>
      <xsl:if test="@absence-reason">: <xsl:value-of select="@absence-reason"/></xsl:if>
    </p>
    <xsl:if test="p:attendee"><ul class="sp-people"><xsl:apply-templates select="p:attendee" mode="was-there"/></ul></xsl:if>
  </xsl:template>

  <doc:mode name="was-there" match="p:attendee | @present">One who was expected, or came, and how.</doc:mode>
  <xsl:template match="p:attendee" mode="was-there">
    <li><xsl:value-of select="@name"/>, <xsl:value-of select="s:label(concat('contact-role.', @role))"/><xsl:apply-templates select="@present" mode="was-there"/><xsl:if test="not(@present)"> <span class="sp-quiet">(<xsl:value-of select="s:label('conference.not-noted')"/>)</span></xsl:if></li>
  </xsl:template>
  <xsl:template match="@present" mode="was-there"/>
  <xsl:template match="@present[. != 'yes']" mode="was-there"> <span class="sp-quiet">(<xsl:value-of select="s:label(concat('choice.present.', .))"/>)</span></xsl:template>

  <doc:mode name="words" match="p:citizens-words">What the citizen said, in the citizen's words.</doc:mode>
  <xsl:template match="p:citizens-words" mode="words">
    <blockquote class="sp-words"><p class="sp-text">»<xsl:value-of select="."/>«</p></blockquote>
  </xsl:template>

  <doc:mode name="decided" match="p:conference">What was decided, on a line of months.</doc:mode>
  <xsl:template match="p:conference" mode="decided"/>
  <xsl:template match="p:conference[p:decision]" mode="decided">
    <h3><xsl:value-of select="s:label('room.decisions')"/></h3>
    <xsl:apply-templates select="." mode="decision-table"/>
  </xsl:template>

  <doc:mode name="examined" match="p:examination">What has to be found out first.</doc:mode>
  <xsl:template match="p:examination" mode="examined">
    <h3><xsl:value-of select="s:label('field.examination')"/></h3>
    <p class="sp-text"><xsl:value-of select="."/></p>
    <xsl:if test="../@examination-on"><p class="sp-quiet"><xsl:value-of select="s:label('conference.examined-by', 'date', s:date(../@examination-on))"/></p></xsl:if>
  </xsl:template>

  <doc:mode name="answered" match="p:conference | @realistic | @manageable">What the citizen says of it, 0 to 10.</doc:mode>
  <xsl:template match="p:conference" mode="answered"/>
  <xsl:template match="p:conference[@realistic or @manageable]" mode="answered">
    <dl class="sp-answered"><xsl:apply-templates select="@realistic | @manageable" mode="answered"/></dl>
  </xsl:template>
  <xsl:template match="@realistic | @manageable" mode="answered">
    <div><dt><xsl:value-of select="s:label(concat('field.', local-name()))"/></dt><dd><xsl:value-of select="s:label('conference.of-ten', 'n', .)"/></dd></div>
  </xsl:template>

  <!-- Decisions as rows, what runs at the same time below each other -->

  <doc:mode name="decision-table" match="p:conference">Its decisions as rows.</doc:mode>
  <xsl:template match="p:conference" mode="decision-table">
    <table class="sp-table sp-fold sp-decided">
      <caption class="sr-only"><xsl:value-of select="s:label('room.decisions')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="s:label('column.intervention')"/></th>
          <th scope="col" class="sp-decided__when"><xsl:apply-templates select="p:months" mode="scale"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:decision" mode="row"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="scale" match="p:months | p:month">The names of the months over the bars.</doc:mode>
  <xsl:template match="p:months" mode="scale">
    <span class="sr-only"><xsl:value-of select="s:label('column.when')"/></span>
    <svg class="sp-chart" height="16" aria-hidden="true"><xsl:apply-templates select="p:month" mode="scale"/></svg>
  </xsl:template>
  <xsl:template match="p:month" mode="scale">
    <text x="{@x}%" y="13"><xsl:value-of select="s:label(concat('month.short.', @number))"/></text>
  </xsl:template>

  <doc:mode name="row" match="p:decision">A row of its table.</doc:mode>
  <xsl:template match="p:decision" mode="row">
    <tr>
      <th scope="row">
        <xsl:apply-templates select="." mode="linked"/>
        <p class="sp-decided__goal"><xsl:value-of select="@goal"/></p>
        <p class="sp-quiet sp-small"><xsl:value-of select="@provider-name"/><xsl:if test="@finding-title"> · <xsl:value-of select="s:label('conference.for', 'finding', @finding-title)"/></xsl:if></p>
        <xsl:apply-templates select="." mode="decision-buttons"/>
      </th>
      <td>
        <xsl:apply-templates select="." mode="bar-of"/>
        <p class="sp-small sp-date"><xsl:apply-templates select="." mode="from-to"/></p>
        <p class="sp-small sp-quiet"><xsl:value-of select="s:label('conference.measured', 'date', s:date(@first-measurement-on))"/></p>
      </td>
    </tr>
  </xsl:template>

  <doc:mode name="linked" match="p:decision">Its title, a link where it has become an intervention.</doc:mode>
  <xsl:template match="p:decision" mode="linked"><xsl:value-of select="@title"/></xsl:template>
  <xsl:template match="p:decision[@href]" mode="linked"><a href="{@href}"><xsl:value-of select="@title"/></a></xsl:template>

  <doc:mode name="decision-buttons" match="p:decision">What can be done with it on the conference's screen; nothing elsewhere.</doc:mode>
  <xsl:template match="p:decision" mode="decision-buttons"/>

  <doc:mode name="bar-of" match="p:decision">Its bar.</doc:mode>
  <xsl:template match="p:decision" mode="bar-of">
    <svg class="sp-chart" height="20" aria-hidden="true">
      <xsl:apply-templates select="../p:months/p:month" mode="line"/>
      <rect class="bar" x="{@x}%" y="3" width="{@width}%" height="14" rx="2"/>
      <circle class="dot" cx="{@measured-x}%" cy="10" r="5"/>
    </svg>
  </xsl:template>

  <doc:mode name="line" match="p:month">A month's beginning behind a bar.</doc:mode>
  <xsl:template match="p:month" mode="line"><line class="grid" x1="{@x}%" x2="{@x}%" y1="0" y2="20"/></xsl:template>

  <doc:mode name="from-to" match="p:decision">From when to when.</doc:mode>
  <xsl:template match="p:decision" mode="from-to"><xsl:value-of select="s:label('conference.from', 'from', s:date(@starts-on))"/></xsl:template>
  <xsl:template match="p:decision[@ends-on]" mode="from-to">
    <xsl:value-of select="s:label('period.from-to', 'from', s:date(@starts-on), 'to', s:date(@ends-on))"/>
  </xsl:template>

  <!-- Those of a day -->

  <xsl:template match="p:content[p:conferences]" mode="title">
    <xsl:value-of select="s:label('page.plan.conferences')"/><xsl:text> </xsl:text><xsl:value-of select="s:date(p:conferences/@day)"/>
  </xsl:template>
  <xsl:template match="p:content[p:conferences]" mode="body">
    <div class="sp-stack sp-gap-s">
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="p:conferences"/>
    </div>
  </xsl:template>

  <doc:mode match="p:conferences">The conferences of a day, and the way to the days before and after.</doc:mode>
  <xsl:template match="p:conferences">
    <section aria-labelledby="conferences">
      <h2 id="conferences" class="sr-only"><xsl:value-of select="s:label('page.plan.conferences')"/></h2>
      <xsl:apply-templates select="." mode="meetings"/>
      <nav class="sp-pager" aria-label="{s:label('conferences.days')}">
        <ul><xsl:apply-templates select="@previous-day | @next-day" mode="day"/></ul>
      </nav>
      <xsl:apply-templates select="." mode="conferences.after"/>
    </section>
  </xsl:template>

  <doc:hook name="conferences.after" match="p:conferences">Below the conferences of a day.</doc:hook>
  <xsl:template match="p:conferences" mode="conferences.after"/>

  <doc:mode name="day" match="@previous-day | @next-day">The way to another day.</doc:mode>
  <xsl:template match="@previous-day" mode="day">
    <li><a href="{../@previous-href}">← <span class="sr-only"><xsl:value-of select="s:label('conferences.previous')"/> </span><xsl:value-of select="s:date(.)"/></a></li>
  </xsl:template>
  <xsl:template match="@next-day" mode="day">
    <li><a href="{../@next-href}"><span class="sr-only"><xsl:value-of select="s:label('conferences.next')"/> </span><xsl:value-of select="s:date(.)"/> →</a></li>
  </xsl:template>

  <doc:mode name="meetings" match="p:conferences">The table, or that there is none on that day.</doc:mode>
  <xsl:template match="p:conferences" mode="meetings">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'conferences'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:conferences[p:meeting]" mode="meetings">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'conferences'"/>
      <xsl:with-param name="rows" select="p:meeting"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="conferences" row="p:meeting" columns="time citizen state notes place" fixed="time citizen">The conferences of
    a day.</doc:list>
  <xsl:template match="p:meeting" mode="head">
    <xsl:apply-templates select="." mode="head.time"/>
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.notes"/>
    <xsl:apply-templates select="." mode="head.place"/>
  </xsl:template>
  <xsl:template match="p:meeting" mode="cells">
    <xsl:apply-templates select="." mode="cell.time"/>
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.notes"/>
    <xsl:apply-templates select="." mode="cell.place"/>
  </xsl:template>

  <xsl:template match="p:meeting" mode="head.time"><th scope="col" class="w-100"><xsl:value-of select="s:label('column.time')"/></th></xsl:template>
  <xsl:template match="p:meeting" mode="head.citizen"><th scope="col"><xsl:value-of select="s:label('column.citizen')"/></th></xsl:template>
  <xsl:template match="p:meeting" mode="head.state"><th scope="col" class="w-150"><xsl:value-of select="s:label('column.state')"/></th></xsl:template>
  <xsl:template match="p:meeting" mode="head.notes"><th scope="col" class="w-150"><xsl:value-of select="s:label('column.notes')"/></th></xsl:template>
  <xsl:template match="p:meeting" mode="head.place"><th scope="col"><xsl:value-of select="s:label('field.place')"/></th></xsl:template>

  <xsl:template match="p:meeting" mode="cell.time">
    <td class="sp-num" data-label="{s:label('column.time')}"><xsl:value-of select="substring(s:time(@planned-at), 16)"/></td>
  </xsl:template>
  <xsl:template match="p:meeting" mode="cell.citizen">
    <th scope="row"><a href="{@href}"><xsl:value-of select="@name"/></a><xsl:apply-templates select="@protected | @interpreter | @died-on" mode="mark"/></th>
  </xsl:template>
  <xsl:template match="p:meeting" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:value-of select="s:label(concat('conference-state.', @state))"/></td>
  </xsl:template>
  <xsl:template match="p:meeting" mode="cell.notes">
    <td data-label="{s:label('column.notes')}"><xsl:if test="@notes-wanted"><xsl:value-of select="s:label('conferences.notes', 'n', @notes-signed, 'of', @notes-wanted)"/></xsl:if></td>
  </xsl:template>
  <xsl:template match="p:meeting" mode="cell.place">
    <td data-label="{s:label('field.place')}"><xsl:value-of select="@place"/></td>
  </xsl:template>
</xsl:stylesheet>

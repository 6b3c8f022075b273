<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="status">Where a course stands and what can happen next, and opening one from a referral.</doc:sheet>

  <xsl:template match="p:page[@name = 'status']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="status"/>
  </xsl:template>

  <doc:mode name="status" match="p:course">The page of state and goal.</doc:mode>
  <xsl:template match="p:course" mode="status">
    <div class="sp-cols">
      <div class="sp-stack">
        <section aria-labelledby="status">
          <h2 id="status"><xsl:value-of select="s:label('status.now')"/></h2>
          <dl class="sp-list sp-list--facts"><xsl:apply-templates select="." mode="status-facts"/></dl>
        </section>
        <xsl:apply-templates select="." mode="next-events"/>
        <xsl:apply-templates select="." mode="waivers"/>
        <xsl:apply-templates select="." mode="status.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name = 'goal']"/>
        <xsl:apply-templates select="p:next-event/p:form" mode="event-form"/>
        <xsl:apply-templates select="p:form[@name = 'waive-note']" mode="event-form"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="status.after" match="p:course">Below what can happen next.</doc:hook>
  <xsl:template match="p:course" mode="status.after"/>

  <doc:mode name="status-facts" match="p:course">The state, since when and why, the goal, the referral, as facts.</doc:mode>
  <xsl:template match="p:course" mode="status-facts">
    <xsl:apply-templates select="@state" mode="fact"/>
    <xsl:apply-templates select="@state-since" mode="fact"/>
    <xsl:apply-templates select="@state-reason | @returns-on | @outcome | @closed-on" mode="fact"/>
    <xsl:apply-templates select="@employment-goal" mode="fact"/>
    <xsl:apply-templates select="@frame" mode="fact"/>
    <xsl:apply-templates select="@opened-on | @referrer-actor | @referrer-name | @informed-on" mode="fact"/>
    <xsl:apply-templates select="p:referral | p:screening-note" mode="fact"/>
    <xsl:apply-templates select="." mode="status.facts.after"/>
  </xsl:template>

  <xsl:template match="p:course/@state-since" mode="show"><xsl:value-of select="substring(s:time(.), 1, 10)"/></xsl:template>
  <xsl:template match="p:course/@outcome" mode="show"><xsl:apply-templates select="." mode="word"/></xsl:template>

  <doc:hook name="status.facts.after" match="p:course">More facts of the state, as &lt;div&gt;&lt;dt&gt;&lt;dd&gt;.</doc:hook>
  <xsl:template match="p:course" mode="status.facts.after"/>

  <!-- What can happen next, and what it lacks. -->

  <doc:mode name="next-events" match="p:course">What can happen next, or that nothing can.</doc:mode>
  <xsl:template match="p:course" mode="next-events">
    <section aria-labelledby="next-events">
      <h2 id="next-events"><xsl:value-of select="s:label('status.next')"/></h2>
      <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'next-events'"/></xsl:apply-templates>
    </section>
  </xsl:template>
  <xsl:template match="p:course[p:next-event]" mode="next-events">
    <section aria-labelledby="next-events">
      <h2 id="next-events"><xsl:value-of select="s:label('status.next')"/></h2>
      <ul class="sp-events"><xsl:apply-templates select="p:next-event"/></ul>
    </section>
  </xsl:template>

  <doc:mode match="p:next-event">One thing that can happen, and what it lacks.</doc:mode>
  <xsl:template match="p:next-event">
    <li>
      <p class="sp-strong"><xsl:apply-templates select="." mode="event-name"/></p>
      <xsl:choose>
        <xsl:when test="p:missing">
          <p class="sp-quiet"><xsl:value-of select="s:label('status.lacks')"/></p>
          <ul><xsl:apply-templates select="p:missing"/></ul>
        </xsl:when>
        <xsl:otherwise><p class="sp-quiet"><xsl:value-of select="s:label('status.ready')"/></p></xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <doc:mode name="event-name" match="p:next-event">Its name, a link where it is done on another page.</doc:mode>
  <xsl:template match="p:next-event" mode="event-name">
    <xsl:value-of select="s:label(concat('course-event.', @name))"/>
  </xsl:template>
  <xsl:template match="p:next-event[@href]" mode="event-name">
    <a href="{@href}"><xsl:value-of select="s:label(concat('course-event.', @name))"/></a>
  </xsl:template>

  <!-- What takes a course back, or ends it, is rare: it stands folded until it is wanted, or was refused. -->
  <doc:mode name="event-form" match="p:form">The form of something that can happen.</doc:mode>
  <xsl:template match="p:form" mode="event-form">
    <details class="sp-panel">
      <xsl:if test="p:field/p:error or p:field/p:value">
        <xsl:attribute name="open">open</xsl:attribute>
      </xsl:if>
      <summary><xsl:value-of select="s:label(concat('form.', @name))"/></summary>
      <xsl:apply-templates select="."><xsl:with-param name="class" select="'sp-folded'"/></xsl:apply-templates>
    </details>
  </xsl:template>
  <xsl:template match="p:form[@name = 'screen-course' or @name = 'assess-course' or @name = 'analyse-course' or @name = 'resume-course' or @name = 'reopen-course']" mode="event-form">
    <xsl:apply-templates select="."/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'pause-course' or @name = 'close-course' or @name = 'close-low-course' or @name = 'waive-note']" mode="form-heading">
    <xsl:variable name="help" select="s:find(concat('form.', @name, '.help'))"/>
    <xsl:if test="$help != ''"><p class="sp-quiet sp-small"><xsl:value-of select="$help"/></p></xsl:if>
  </xsl:template>

  <!-- A department may call the goal by another word: the heading says it as the field does. -->
  <xsl:template match="p:form[@name = 'goal']" mode="form-heading">
    <h2><xsl:apply-templates select="p:field[@name = 'employment-goal']" mode="label"/></h2>
  </xsl:template>

  <!-- Why the conference does not wait for a note -->

  <doc:mode name="waivers" match="p:course">The notes that nobody waits for, with the reasons.</doc:mode>
  <xsl:template match="p:course" mode="waivers"/>
  <xsl:template match="p:course[p:note-waiver]" mode="waivers">
    <section aria-labelledby="waivers">
      <h2 id="waivers"><xsl:value-of select="s:label('status.waivers')"/></h2>
      <dl class="sp-list"><xsl:apply-templates select="p:note-waiver"/></dl>
    </section>
  </xsl:template>

  <doc:mode match="p:note-waiver">One of them.</doc:mode>
  <xsl:template match="p:note-waiver">
    <div>
      <dt class="sp-strong"><xsl:value-of select="s:label(concat('profession.', @profession))"/></dt>
      <dd>
        <xsl:value-of select="@reason"/>
        <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('status.waived', 'name', @by-name, 'date', s:date(@waived-on))"/></span>
      </dd>
    </div>
  </xsl:template>

  <!-- A course from a referral -->

  <xsl:template match="p:page[@name = 'new-course']/p:content" mode="heading"/>
  <xsl:template match="p:page[@name = 'new-course']/p:content" mode="title">
    <xsl:value-of select="s:label('page.plan.new-course')"/>: <xsl:value-of select="p:citizen/@name"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'new-course']/p:content" mode="body">
    <div class="sp-cols">
      <div class="sp-stack">
        <div>
          <h1><xsl:value-of select="s:label('page.plan.new-course')"/></h1>
          <p class="sp-lead"><xsl:apply-templates select="p:citizen" mode="linked"/></p>
          <xsl:apply-templates select="p:citizen" mode="line"/>
          <xsl:apply-templates select="p:citizen/@died-on" mode="no-letters"/>
        </div>
        <xsl:apply-templates select="p:answers-waiting"/>
        <xsl:apply-templates select="p:form"/>
      </div>
      <div class="sp-stack"><xsl:apply-templates select="." mode="open-courses"/></div>
    </div>
  </xsl:template>

  <doc:mode match="p:answers-waiting">That there are answers already, and where they are assessed.</doc:mode>
  <xsl:template match="p:answers-waiting">
    <div class="sp-note sp-note--yellow" role="note" data-keep="answers-waiting">
      <p><xsl:value-of select="s:label('new-course.answers', 'date', s:date(@since))"/></p>
      <xsl:apply-templates select="@href" mode="answers-link"/>
    </div>
  </xsl:template>
  <doc:mode name="answers-link" match="p:answers-waiting/@href">The way to the answers.</doc:mode>
  <xsl:template match="p:answers-waiting/@href" mode="answers-link">
    <p><a href="{.}"><xsl:value-of select="s:label('new-course.assess')"/></a></p>
  </xsl:template>

  <doc:mode name="open-courses" match="p:content | p:open-course">The citizen's courses that run, beside which another one is a
    leader's to open.</doc:mode>
  <xsl:template match="p:content" mode="open-courses"/>
  <xsl:template match="p:content[p:open-course]" mode="open-courses">
    <section aria-labelledby="open-courses">
      <h2 id="open-courses"><xsl:value-of select="s:label('new-course.open')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:open-course" mode="open-courses"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="p:open-course" mode="open-courses">
    <li>
      <div>
        <a href="{@href}"><xsl:value-of select="s:label('citizen.course', 'n', @id)"/></a>
        <xsl:if test="@frame"><xsl:text> </xsl:text><xsl:value-of select="@frame"/></xsl:if>
        <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('course-state.', @state))"/></span>
      </div>
    </li>
  </xsl:template>
</xsl:stylesheet>

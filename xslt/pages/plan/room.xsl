<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="room">The conference on a screen of its own, for a large display in a room: the citizen's words first, what was found,
    what can be offered, what is decided. The whole of it is one form, whose buttons take the number of what they stand beside as their value: whatever is
    pressed, all that was typed goes along.</doc:sheet>

  <!-- No number, no benefit, no tabs: somebody else may read along.  What must never be lost is here as in the course's head. -->
  <xsl:template match="p:page[@name = 'conference-room']/p:content" mode="banner" priority="1">
    <xsl:apply-templates select="p:course" mode="room-head"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'conference-room']/p:content/p:breadcrumbs" priority="1"/>

  <doc:mode name="room-head" match="p:course">Who it is about, where the course shall lead, which conference of the day it is.</doc:mode>
  <xsl:template match="p:course" mode="room-head">
    <div class="sp-course sp-room-head">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:value-of select="p:citizen/@name"/></h1>
          <p>
            <xsl:if test="p:citizen/@age"><xsl:value-of select="s:label('citizen.age', 'n', p:citizen/@age)"/></xsl:if>
            <xsl:apply-templates select="p:citizen" mode="marks"/>
          </p>
          <xsl:apply-templates select="." mode="room-way"/>
        </div>
        <xsl:if test="@employment-goal"><p class="sp-room-goal"><span class="sp-quiet"><xsl:value-of select="s:label('field.employment-goal')"/>:</span><xsl:text> </xsl:text><xsl:value-of select="@employment-goal"/></p></xsl:if>
        <xsl:apply-templates select="@state-reason" mode="room-reason"/>
        <xsl:apply-templates select="." mode="room.head.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="room.head.after" match="p:course">At the end of the head of the conference's screen.</doc:hook>
  <xsl:template match="p:course" mode="room.head.after"/>

  <doc:mode name="room-reason" match="@state-reason">Why the course is paused.</doc:mode>
  <xsl:template match="p:course/@state-reason" mode="room-reason"><p data-keep="state-reason"><xsl:value-of select="."/></p></xsl:template>

  <doc:mode name="room-way" match="p:course | p:turn">Back to the course, to the list of the day, and on to the next one, who is told by the time alone.</doc:mode>
  <xsl:template match="p:course" mode="room-way">
    <nav class="sp-room-way sp-noprint" aria-label="{s:label('room.way')}">
      <xsl:apply-templates select="p:turn" mode="room-way"/>
      <a href="{s:named(p:tabs/p:item, 'conference')/@href}"><xsl:value-of select="s:label('room.course')"/></a>
    </nav>
  </xsl:template>
  <xsl:template match="p:turn" mode="room-way">
    <xsl:if test="@previous-href"><a href="{@previous-href}"><xsl:value-of select="s:label('room.previous')"/></a></xsl:if>
    <a href="{@href}"><xsl:value-of select="s:label('room.turn', 'n', @number, 'of', @of)"/></a>
    <xsl:if test="@next-href"><a href="{@next-href}"><xsl:value-of select="s:label('room.next', 'at', substring(s:time(@next-at), 16))"/></a></xsl:if>
  </xsl:template>

  <!-- By state -->

  <xsl:template match="p:page[@name = 'conference-room']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="room"/>
  </xsl:template>

  <doc:mode name="room" match="p:course">The conference by its state: the door before it, the form, the record.</doc:mode>
  <xsl:template match="p:course" mode="room">
    <div class="sp-room">
      <xsl:apply-templates select="p:form[@name = 'conference-room']" mode="left-over"/>
      <div class="sp-head">
        <h2><xsl:apply-templates select="p:conference" mode="when"/></h2>
        <p><span class="sp-tag"><xsl:value-of select="s:label(concat('conference-state.', p:conference/@state))"/></span></p>
      </div>
      <xsl:apply-templates select="p:conference" mode="record"/>
      <xsl:apply-templates select="." mode="room-then"/>
    </div>
  </xsl:template>

  <doc:mode name="room-then" match="p:course">What one goes on with after it.</doc:mode>
  <xsl:template match="p:course" mode="room-then"/>
  <xsl:template match="p:course[p:conference/p:decision/@intervention]" mode="room-then">
    <p class="sp-noprint"><a class="button button-primary" href="{s:named(p:tabs/p:item, 'plan')/@href}"><xsl:value-of select="s:label('room.to-plan')"/></a></p>
  </xsl:template>

  <doc:mode name="left-over" match="p:form">What was typed after somebody else had ended the conference: to be copied.</doc:mode>
  <xsl:template match="p:form" mode="left-over">
    <form class="sp-panel sp-panel--yellow" id="form-conference-room" action="{@action}" method="{@method}" novalidate="novalidate">
      <p><xsl:value-of select="s:label('room.left-over')"/></p>
      <xsl:apply-templates select="." mode="hidden"/>
      <xsl:apply-templates select="." mode="fields"/>
    </form>
  </xsl:template>

  <!-- Before it: who is expected, what lacks, one button -->
  <xsl:template match="p:course[p:conference/@state = 'planned']" mode="room">
    <div class="sp-room">
      <p class="sp-lead"><xsl:apply-templates select="p:conference" mode="when"/><xsl:if test="p:conference/@place">, <xsl:value-of select="p:conference/@place"/></xsl:if></p>
      <xsl:apply-templates select="." mode="conference-warning"/>
      <p><xsl:value-of select="s:count('room.findings-waiting', count(p:finding))"/></p>
      <xsl:apply-templates select="p:form[@name = 'conference-open']"><xsl:with-param name="class" select="'sp-room-open'"/></xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- While it is held, for those who only look on: all that stands there. -->
  <xsl:template match="p:course[p:conference/@state = 'held'][not(p:form[@name = 'conference-room'])]" mode="room">
    <div class="sp-room sp-stack">
      <xsl:apply-templates select="p:conference/p:citizens-words" mode="words"/>
      <section aria-labelledby="findings">
        <h2 id="findings"><xsl:value-of select="s:label('room.findings')"/></h2>
        <ol class="sp-room-findings"><xsl:apply-templates select="p:finding" mode="finding"/></ol>
      </section>
      <xsl:apply-templates select="p:conference" mode="decided"/>
      <xsl:apply-templates select="p:conference/p:conclusion" mode="show"/>
    </div>
  </xsl:template>

  <!-- While it is held: the form -->
  <xsl:template match="p:course[p:conference/@state = 'held'][p:form/@name = 'conference-room']" mode="room">
    <xsl:apply-templates select="p:form[@name = 'conference-room']" mode="room"/>
  </xsl:template>

  <doc:mode name="room" match="p:form">The whole screen, while the conference is held.</doc:mode>
  <xsl:template match="p:form" mode="room">
    <form class="sp-room" id="form-conference-room" action="{@action}" method="{@method}" novalidate="novalidate" data-offline="{s:label('room.offline')}">
      <xsl:apply-templates select="." mode="room-bar"/>
      <xsl:apply-templates select="." mode="conflict"/>
      <xsl:apply-templates select="." mode="errors"/>
      <xsl:apply-templates select="." mode="form.before"/>
      <xsl:apply-templates select="." mode="hidden"/>
      <div class="sp-room-top">
        <xsl:apply-templates select="." mode="room-words"/>
        <xsl:apply-templates select="." mode="room-present"/>
      </div>
      <xsl:apply-templates select="." mode="room-findings"/>
      <xsl:apply-templates select="." mode="room-decisions"/>
      <xsl:apply-templates select="." mode="room-answers"/>
      <xsl:apply-templates select="." mode="form.after"/>
      <xsl:apply-templates select="." mode="room-end"/>
    </form>
  </xsl:template>

  <!-- Save stands first: it is what Enter in a field does. -->
  <doc:mode name="room-bar" match="p:form">Where one can go on the screen, and the button that keeps what was typed. It stays in sight.</doc:mode>
  <xsl:template match="p:form" mode="room-bar">
    <div class="sp-room-bar">
      <button class="button button-secondary" type="submit" name="submit" value="save"><xsl:value-of select="s:label('submit.save')"/></button>
      <nav aria-label="{s:label('room.parts')}">
        <ul>
          <li><a href="#words"><xsl:value-of select="s:label('room.part.words')"/></a></li>
          <li><a href="#present"><xsl:value-of select="s:label('room.part.present')"/></a></li>
          <li><a href="#findings"><xsl:value-of select="s:label('room.part.findings')"/></a></li>
          <li><a href="#decisions"><xsl:value-of select="s:label('room.part.decisions')"/> <span class="sp-count"><xsl:value-of select="count(../p:conference/p:decision)"/></span></a></li>
          <li><a href="#answers"><xsl:value-of select="s:label('room.part.answers')"/></a></li>
          <li><a href="#end"><xsl:value-of select="s:label('room.part.end')"/></a></li>
        </ul>
      </nav>
      <xsl:apply-templates select="p:submit[@name = 'draft']" mode="draft"/>
    </div>
  </xsl:template>

  <doc:mode name="first-name" match="p:citizen">What the citizen is called.</doc:mode>
  <xsl:template match="p:citizen" mode="first-name"><xsl:value-of select="substring-before(concat(@name, ' '), ' ')"/></xsl:template>

  <!-- In a room nobody fills all of it in: that each may be left out goes without saying. -->
  <xsl:template match="p:form[@name = 'conference-room']/p:field" mode="optional"/>

  <!-- The citizen's words, the largest text of the screen -->
  <doc:mode name="room-words" match="p:form">What the citizen says, typed as it is said.</doc:mode>
  <xsl:template match="p:form" mode="room-words">
    <xsl:variable name="name"><xsl:apply-templates select="../p:citizen" mode="first-name"/></xsl:variable>
    <section class="sp-room-words" id="words" aria-labelledby="words-title" tabindex="-1">
      <h2 id="words-title"><xsl:value-of select="s:label('room.words', 'name', $name)"/></h2>
      <xsl:apply-templates select="s:named(p:field, 'citizens-words')" mode="field"/>
    </section>
  </xsl:template>

  <!-- Who is here -->
  <doc:mode name="room-present" match="p:form">Who is here: the citizen, each of the team, who came along.</doc:mode>
  <xsl:template match="p:form" mode="room-present">
    <section class="sp-room-present" id="present" aria-labelledby="present-title" tabindex="-1">
      <div class="sp-head">
        <h2 id="present-title"><xsl:value-of select="s:label('room.present')"/></h2>
        <button class="button button-secondary" type="submit" name="submit" value="all-here"><xsl:value-of select="s:label('submit.all-here')"/></button>
      </div>
      <xsl:apply-templates select="." mode="interpreter"/>
      <xsl:apply-templates select="s:named(p:field, 'citizen-present')" mode="present"><xsl:with-param name="name" select="../p:citizen/@name"/></xsl:apply-templates>
      <xsl:apply-templates select="../p:conference/p:attendee" mode="present"/>
      <xsl:apply-templates select="s:named(p:field, 'absence-reason')" mode="folded"/>
      <xsl:apply-templates select="." mode="guest"/>
    </section>
  </xsl:template>

  <doc:mode name="interpreter" match="p:form">That an interpreter is needed, while none is on the list.</doc:mode>
  <xsl:template match="p:form" mode="interpreter">
    <xsl:if test="../p:citizen/@interpreter and not(../p:conference/p:attendee[@role = 'interpreter'])">
      <p class="sp-note sp-note--yellow" data-keep="no-interpreter"><xsl:value-of select="s:label('room.no-interpreter', 'language', s:label-or(concat('choice.language.', ../p:citizen/@language), ../p:citizen/@language))"/></p>
    </xsl:if>
  </xsl:template>

  <doc:mode name="present" match="p:field | p:attendee | p:choice">One person, and three buttons: here, on the phone, not here.
    <doc:with name="name">Who.</doc:with> <doc:with name="role">As what.</doc:with></doc:mode>
  <xsl:template match="p:attendee" mode="present">
    <xsl:apply-templates select="s:named(../../p:form[@name = 'conference-room']/p:field, concat('present-', @n))" mode="present">
      <xsl:with-param name="name" select="@name"/>
      <xsl:with-param name="role" select="s:label(concat('contact-role.', @role))"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:field" mode="present">
    <xsl:param name="name"/>
    <xsl:param name="role"/>
    <fieldset class="sp-room-person">
      <legend><xsl:value-of select="$name"/><xsl:if test="$role != ''"> <span class="sp-quiet sp-small"><xsl:value-of select="$role"/></span></xsl:if></legend>
      <div class="sp-room-choice"><xsl:apply-templates select="p:choice" mode="present"/></div>
      <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="s:id('conference-room')"/></xsl:apply-templates>
      <xsl:apply-templates select="p:theirs" mode="theirs"/>
    </fieldset>
  </xsl:template>
  <xsl:template match="p:choice" mode="present">
    <label>
      <input type="radio" name="{../@name}" value="{@value}">
        <xsl:if test="position() = 1"><xsl:attribute name="id">conference-room-<xsl:value-of select="../@name"/></xsl:attribute></xsl:if>
        <xsl:if test="@value = ../p:value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <span><xsl:value-of select="s:label(concat('choice.present.', @value))"/></span>
    </label>
  </xsl:template>

  <doc:mode name="folded" match="p:field">A field that is seldom used: open where something stands in it, or is wrong with it.</doc:mode>
  <xsl:template match="p:field" mode="folded">
    <details>
      <xsl:if test="p:value or p:error or p:theirs"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label(concat('room.fold.', @name))"/></summary>
      <xsl:apply-templates select="." mode="field"/>
    </details>
  </xsl:template>

  <doc:mode name="guest" match="p:form">Somebody who came along: a name, as what, a button.</doc:mode>
  <xsl:template match="p:form" mode="guest">
    <details>
      <xsl:if test="s:named(p:field, 'guest-name')/p:value or s:named(p:field, 'guest-name')/p:error"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('room.fold.guest')"/></summary>
      <div class="sp-row">
        <xsl:apply-templates select="s:named(p:field, 'guest-name')" mode="field"/>
        <xsl:apply-templates select="s:named(p:field, 'guest-role')" mode="field"/>
        <button class="button button-secondary" type="submit" name="submit" value="guest"><xsl:value-of select="s:label('submit.guest')"/></button>
      </div>
    </details>
  </xsl:template>

  <!-- What is decided -->
  <doc:mode name="room-decisions" match="p:form">What is decided, what runs at the same time below each other.</doc:mode>
  <xsl:template match="p:form" mode="room-decisions">
    <section id="decisions" aria-labelledby="decisions-title" tabindex="-1">
      <h2 id="decisions-title"><xsl:value-of select="s:label('room.decisions')"/></h2>
      <xsl:if test="not(../p:conference/p:decision)"><xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'decisions'"/></xsl:apply-templates></xsl:if>
      <xsl:apply-templates select="../p:conference[p:decision]" mode="decision-table"/>
    </section>
  </xsl:template>

  <xsl:template match="p:course[p:form/@name = 'conference-room']/p:conference[@state = 'held']/p:decision" mode="decision-buttons">
    <p class="sp-noprint">
      <button class="sp-linklike sp-small" type="submit" name="edit" value="{@id}"><xsl:value-of select="s:label('submit.edit')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="@title"/></span></button>
      <xsl:text> · </xsl:text>
      <button class="sp-linklike sp-small" type="submit" name="drop" value="{@id}"><xsl:value-of select="s:label('submit.take-back')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="@title"/></span></button>
    </p>
  </xsl:template>

  <!-- What the citizen says of it -->
  <doc:mode name="room-answers" match="p:form">The citizen says whether it can be done, 0 to 10.</doc:mode>
  <xsl:template match="p:form" mode="room-answers">
    <xsl:variable name="name"><xsl:apply-templates select="../p:citizen" mode="first-name"/></xsl:variable>
    <section id="answers" aria-labelledby="answers-title" tabindex="-1">
      <h2 id="answers-title"><xsl:value-of select="s:label('room.answers', 'name', $name)"/></h2>
      <div class="sp-room-scales">
        <xsl:apply-templates select="s:named(p:field, 'realistic')" mode="field"/>
        <xsl:apply-templates select="s:named(p:field, 'manageable')" mode="field"/>
      </div>
    </section>
  </xsl:template>

  <!-- The end -->
  <doc:mode name="room-end" match="p:form">What came out of it, what has to be found out first, and the button that ends the conference.</doc:mode>
  <xsl:template match="p:form" mode="room-end">
    <section id="end" aria-labelledby="end-title" tabindex="-1">
      <h2 id="end-title"><xsl:value-of select="s:label('room.end')"/></h2>
      <xsl:apply-templates select=".." mode="conference-warning"/>
      <div class="sp-room-ends">
        <xsl:apply-templates select="s:named(p:field, 'conclusion')" mode="field"/>
        <div>
          <xsl:apply-templates select="s:named(p:field, 'examination')" mode="field"/>
          <xsl:apply-templates select="s:named(p:field, 'examination-on')" mode="field"/>
        </div>
      </div>
      <xsl:apply-templates select="s:named(p:field, 'held-on')" mode="field"/>
      <p class="sp-lead"><xsl:apply-templates select="../p:conference" mode="will"/></p>
      <div class="sp-actions">
        <button class="button button-primary" type="submit" name="submit" value="conclude"><xsl:value-of select="s:label('submit.conclude')"/></button>
      </div>
    </section>
  </xsl:template>

  <doc:mode name="will" match="p:conference">What the button will do.</doc:mode>
  <xsl:template match="p:conference" mode="will"><xsl:value-of select="s:label('room.will-none')"/></xsl:template>
  <xsl:template match="p:conference[p:decision]" mode="will"><xsl:value-of select="s:count('room.will', count(p:decision))"/></xsl:template>
</xsl:stylesheet>

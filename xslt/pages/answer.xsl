<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>
  <xsl:import href="samspil:base/questions.xsl"/>
  <xsl:import href="samspil:base/measuring.xsl"/>

  <doc:sheet name="answer">The pages of samspil-answer: what citizens see, on any device, once. No menu, big targets,
    plain words.</doc:sheet>

  <!-- The frame: the municipality's name instead of ours, one narrow column -->

  <xsl:template match="p:page" mode="bar">
    <header class="sp-bar">
      <div class="sp-bar__in sp-bar__in--ask">
        <xsl:apply-templates select="." mode="bar.before"/>
        <span class="sp-bar__name">
          <xsl:if test="$logo != ''"><xsl:apply-templates select="." mode="bar.logo"/></xsl:if>
          <xsl:value-of select="$site"/>
          <xsl:apply-templates select="." mode="bar.demo"/>
        </span>
        <xsl:apply-templates select="." mode="bar.after"/>
      </div>
    </header>
  </xsl:template>

  <xsl:template match="p:page" mode="main">
    <main id="main" class="sp-ask">
      <xsl:apply-templates select="." mode="notices"/>
      <xsl:apply-templates select="p:content" mode="heading"/>
      <xsl:apply-templates select="p:content" mode="body.before"/>
      <xsl:apply-templates select="p:content" mode="body"/>
      <xsl:apply-templates select="." mode="main.after"/>
    </main>
  </xsl:template>

  <xsl:template match="p:content" mode="body">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <doc:hook name="answer.after" match="p:content">At the end of each of these pages.</doc:hook>
  <xsl:template match="p:content" mode="answer.after"/>

  <!-- The code -->

  <doc:mode match="p:welcome">The page that asks for the code.</doc:mode>
  <xsl:template match="p:welcome">
    <p class="sp-lead"><xsl:value-of select="s:label('answer.welcome')"/></p>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <p class="sp-quiet sp-small sp-saved"><xsl:value-of select="s:label('answer.lost-code')"/></p>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('answer.group-code')"/></p>
    <xsl:apply-templates select="p:languages"/>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'code']/p:field[@name = 'code']" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <input class="form-input sp-code-input" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" dir="ltr" id="{$id}" name="{@name}" value="{p:value}">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
    </input>
  </xsl:template>

  <!-- Citizens cannot leave it out; only a group's code comes without, which is said last. -->
  <xsl:template match="p:form[@name = 'code']/p:field[@name = 'birth-date']" mode="optional"/>

  <!-- What it is about, before the first question -->

  <xsl:template match="p:content[p:questionnaire]" mode="title">
    <xsl:value-of select="p:questionnaire/@title"/>
  </xsl:template>

  <doc:mode match="p:questionnaire">A page of the questionnaire; or, without one, what it is about.</doc:mode>
  <xsl:template match="p:questionnaire">
    <div class="sp-about">
      <xsl:apply-templates select="@lang" mode="question"/>
      <xsl:apply-templates select="p:intro"/>
      <p class="sp-text"><xsl:value-of select="s:label('answer.about', 'total', @total)"/></p>
      <xsl:apply-templates select="p:information"/>
    </div>
    <xsl:apply-templates select="@href"/>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <doc:mode match="@href">The way to the questions.</doc:mode>
  <xsl:template match="p:questionnaire/@href">
    <p class="sp-actions">
      <a class="button button-primary" href="{.}">
        <xsl:choose>
          <xsl:when test="../@answered &gt; 0"><xsl:value-of select="s:label('answer.go-on')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="s:label('submit.code.open')"/></xsl:otherwise>
        </xsl:choose>
      </a>
    </p>
  </xsl:template>

  <!-- The questions: one at a time, or a section -->

  <xsl:template match="p:content[p:questionnaire/@page]" mode="title">
    <xsl:value-of select="s:label('answer.step', 'from', p:questionnaire/@from, 'to', p:questionnaire/@to, 'total', p:questionnaire/@total)"/>
    <xsl:text>. </xsl:text>
    <xsl:value-of select="p:questionnaire/p:section/@title"/>
  </xsl:template>
  <xsl:template match="p:content[p:questionnaire[@from = @to]]" mode="title">
    <xsl:value-of select="s:label('answer.step-one', 'from', p:questionnaire/@from, 'total', p:questionnaire/@total)"/>
    <xsl:text>. </xsl:text>
    <xsl:value-of select="p:questionnaire/p:section/@title"/>
  </xsl:template>

  <xsl:template match="p:content[p:questionnaire/@page]" mode="heading">
    <xsl:apply-templates select="p:questionnaire" mode="step"/>
    <h1 class="sp-section"><xsl:apply-templates select="p:questionnaire/@lang" mode="question"/><xsl:value-of select="p:questionnaire/p:section/@title"/></h1>
  </xsl:template>

  <xsl:template match="p:questionnaire[@page]">
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <!-- On from left to right; but the first button of the form is what the Enter key presses. -->
  <xsl:template match="p:form[@name = 'questionnaire']" mode="submits">
    <div class="sp-actions sp-actions--ask">
      <xsl:apply-templates select="p:submit[@name != 'pause']"/>
    </div>
    <div class="sp-pause">
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('answer.saved')"/></p>
      <xsl:apply-templates select="p:submit[@name = 'pause']" mode="pause"/>
    </div>
    <xsl:apply-templates select="../p:languages"/>
  </xsl:template>

  <doc:mode name="pause" match="p:submit">The button for a break: it is a way out, not a step.</doc:mode>
  <xsl:template match="p:submit" mode="pause">
    <button class="sp-link" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- From the summary it leads back there. -->
  <xsl:template match="p:questionnaire[@then]/p:form/p:submit[@name = 'next']" mode="text">
    <xsl:value-of select="s:label('answer.to-summary')"/>
  </xsl:template>

  <!-- The languages -->

  <doc:mode match="p:languages">The languages to choose from.</doc:mode>
  <xsl:template match="p:languages">
    <nav class="sp-langbox" aria-label="{s:label('answer.languages')}">
      <ul class="sp-langs"><xsl:apply-templates select="p:language"/></ul>
    </nav>
  </xsl:template>

  <doc:mode match="p:language">One of them: a link, or a button of the page's form.</doc:mode>
  <xsl:template match="p:language">
    <li><button class="sp-link" type="submit" name="language" value="{@code}" lang="{@code}" dir="{@dir}"><xsl:value-of select="@name"/></button></li>
  </xsl:template>
  <xsl:template match="p:language[@href]">
    <li><a href="{@href}" lang="{@code}" hreflang="{@code}" dir="{@dir}"><xsl:value-of select="@name"/></a></li>
  </xsl:template>
  <xsl:template match="p:language[@current]">
    <li><span aria-current="true" lang="{@code}" dir="{@dir}"><xsl:value-of select="@name"/></span></li>
  </xsl:template>

  <xsl:template match="p:form[@name = 'language']">
    <form class="sp-langbox" id="form-language" action="{@action}" method="post">
      <xsl:apply-templates select="." mode="hidden"/>
      <xsl:apply-templates select="p:field" mode="field"/>
    </form>
  </xsl:template>

  <xsl:template match="p:form[@name = 'language']/p:field" mode="field">
    <ul class="sp-langs" aria-label="{s:label('answer.languages')}"><xsl:apply-templates select="p:choice" mode="language"/></ul>
  </xsl:template>

  <doc:mode name="language" match="p:choice">A button that changes the language.</doc:mode>
  <xsl:template match="p:choice" mode="language">
    <li>
      <button class="sp-link" type="submit" name="language" value="{@value}" lang="{@value}">
        <xsl:if test="@value = ../p:value"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
        <xsl:value-of select="."/>
      </button>
    </li>
  </xsl:template>

  <!-- The summary -->

  <doc:mode match="p:summary">All answers before they are sent, what is missing, and the button to send.</doc:mode>
  <xsl:template match="p:summary">
    <xsl:if test="@missed &gt; 0">
      <div class="sp-note sp-note--yellow" role="status" data-keep="missed">
        <p><xsl:value-of select="s:count('answer.missed', @missed)"/></p>
      </div>
    </xsl:if>
    <xsl:if test="@missed = 0"><p class="sp-lead"><xsl:value-of select="s:label('answer.summary')"/></p></xsl:if>
    <xsl:apply-templates select="p:section" mode="asked"/>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'summary']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'summary']" mode="submits">
    <div class="sp-actions sp-actions--ask">
      <xsl:apply-templates select="p:submit[@name != 'pause']"/>
    </div>
    <div class="sp-pause"><xsl:apply-templates select="p:submit[@name = 'pause']" mode="pause"/></div>
  </xsl:template>

  <!-- Nobody there -->

  <doc:mode match="p:still">Is anybody there?</doc:mode>
  <xsl:template match="p:still">
    <p class="sp-lead"><xsl:value-of select="s:label('answer.still')"/></p>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'still']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'still']" mode="submits">
    <div class="sp-actions sp-actions--ask"><xsl:apply-templates select="p:submit"/></div>
  </xsl:template>

  <xsl:template match="p:content[p:closed]" mode="title">
    <xsl:value-of select="s:label(concat('answer.closed.', p:closed/@why))"/>
  </xsl:template>
  <doc:mode match="p:closed">The visit is over: why, and how to go on.</doc:mode>
  <xsl:template match="p:closed">
    <p class="sp-lead"><xsl:value-of select="s:label(concat('answer.closed.', @why, '.help'))"/></p>
    <xsl:if test="@href"><p class="sp-actions"><a class="button button-secondary" href="{@href}"><xsl:value-of select="s:label('answer.type-code')"/></a></p></xsl:if>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <!-- A measurement -->

  <xsl:template match="p:content[p:measuring]" mode="title">
    <xsl:value-of select="s:label('answer.measuring', 'title', p:measuring/@title)"/>
  </xsl:template>

  <doc:mode match="p:measuring">A measurement: its form, or that there is nothing to measure.</doc:mode>
  <xsl:template match="p:measuring">
    <xsl:if test="not(p:form)">
      <p class="sp-lead"><xsl:apply-templates select="." mode="nothing"/></p>
      <p><xsl:value-of select="s:label('answer.close-page')"/></p>
    </xsl:if>
    <xsl:apply-templates select="p:typed"/>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <xsl:apply-templates select=".." mode="answer.after"/>
  </xsl:template>

  <doc:mode name="nothing" match="p:measuring">Why there is nothing to measure.</doc:mode>
  <xsl:template match="p:measuring" mode="nothing"><xsl:value-of select="s:label('answer.nothing-to-measure')"/></xsl:template>
  <xsl:template match="p:measuring[@answered]" mode="nothing"><xsl:value-of select="s:label('answer.measured-already')"/></xsl:template>

  <xsl:template match="p:form[@name = 'measurement']" mode="form-heading"/>
  <!-- The end -->

  <xsl:template match="p:content[p:answered]" mode="title">
    <xsl:value-of select="s:label('answer.answered')"/>
  </xsl:template>
  <doc:mode match="p:answered">The end: what was sent, and thanks.</doc:mode>
  <xsl:template match="p:answered">
    <div class="sp-note sp-note--green" role="status" data-keep="answered">
      <p><xsl:value-of select="s:label(concat('answer.answered.', @what))"/></p>
    </div>
    <p><xsl:value-of select="s:label('answer.close')"/></p>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="answered.after"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'again']" mode="form-heading"/>

  <doc:hook name="answered.after" match="p:answered">What the citizen may do next.</doc:hook>
  <xsl:template match="p:answered" mode="answered.after"/>

  <doc:mode match="p:paused">That one may go on later, and how.</doc:mode>
  <xsl:template match="p:paused">
    <p class="sp-lead"><xsl:value-of select="s:label('answer.paused')"/></p>
    <p><a class="button button-secondary" href="{@href}"><xsl:value-of select="s:label('answer.go-on')"/></a></p>
  </xsl:template>
</xsl:stylesheet>

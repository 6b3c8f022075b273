<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="surveys">Surveys of staff and groups: all of them, and one.</doc:sheet>

  <!-- All -->

  <xsl:template match="p:content[p:surveys]" mode="body">
    <xsl:apply-templates select="p:tabs"/>
    <div class="sp-gap"><xsl:apply-templates select="p:surveys"/></div>
  </xsl:template>

  <xsl:template match="p:content[p:surveys or p:screenings]/p:tabs">
    <nav class="sp-tabs" aria-label="{s:label('surveys.tabs')}">
      <ul><xsl:apply-templates select="p:item" mode="tab"/></ul>
    </nav>
  </xsl:template>

  <doc:mode match="p:surveys">The list, and the form for another one where one may put it.</doc:mode>
  <xsl:template match="p:surveys">
    <xsl:apply-templates select="p:list"/>
    <xsl:apply-templates select="." mode="surveys.after"/>
  </xsl:template>
  <xsl:template match="p:surveys[p:form]">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:list"/>
        <xsl:apply-templates select="." mode="surveys.after"/>
      </div>
      <xsl:apply-templates select="p:form"/>
    </div>
  </xsl:template>

  <doc:hook name="surveys.after" match="p:surveys">Below the list of surveys.</doc:hook>
  <xsl:template match="p:surveys" mode="surveys.after"/>

  <!-- Without a questionnaire there is nothing to choose. -->
  <xsl:template match="p:surveys/p:form[not(p:field[@name = 'questionnaire']/p:choice)]">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'survey-questionnaires'"/></xsl:apply-templates>
  </xsl:template>

  <doc:list name="surveys" columns="title state opens-on answered" fixed="title">The surveys of one's department, and
    those that ask oneself.</doc:list>
  <xsl:template match="p:list[@name = 'surveys']" mode="head">
    <xsl:apply-templates select="." mode="head.title"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.opens-on"/>
    <xsl:apply-templates select="." mode="head.answered"/>
  </xsl:template>
  <xsl:template match="p:list[@name = 'surveys']/*" mode="cells">
    <xsl:apply-templates select="." mode="cell.title"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.opens-on"/>
    <xsl:apply-templates select="." mode="cell.answered"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'surveys']" mode="head.title">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="sort" select="'title'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'surveys']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/><xsl:with-param name="sort" select="'state'"/><xsl:with-param name="class" select="'w-120'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'surveys']" mode="head.opens-on">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'opens-on'"/><xsl:with-param name="sort" select="'opens'"/><xsl:with-param name="class" select="'w-220'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'surveys']" mode="head.answered">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'answered'"/><xsl:with-param name="class" select="'w-150'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:survey" mode="cell.title">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <br/>
      <span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('survey-kind.', @kind))"/> · <xsl:value-of select="@questionnaire"/></span>
    </th>
  </xsl:template>
  <xsl:template match="p:survey" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:apply-templates select="@state" mode="survey-state"/></td>
  </xsl:template>
  <xsl:template match="p:survey" mode="cell.opens-on">
    <td data-label="{s:label('column.surveys.opens-on')}"><xsl:apply-templates select="." mode="period"/></td>
  </xsl:template>
  <xsl:template match="p:survey" mode="cell.answered">
    <td data-label="{s:label('column.surveys.answered')}"><xsl:apply-templates select="." mode="turnout"/></td>
  </xsl:template>

  <doc:mode name="survey-state" match="@state">Whether it can be answered, as a tag.</doc:mode>
  <xsl:template match="@state" mode="survey-state">
    <span class="sp-tag"><xsl:value-of select="s:label(concat('survey-state.', .))"/></span>
  </xsl:template>
  <xsl:template match="@state[. = 'open']" mode="survey-state">
    <span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('survey-state.open')"/></span>
  </xsl:template>

  <doc:mode name="period" match="p:survey">From when to when.</doc:mode>
  <xsl:template match="p:survey" mode="period">
    <span class="sp-date"><xsl:value-of select="s:date(@opens-on)"/></span> – <span class="sp-date"><xsl:value-of select="s:date(@closes-on)"/></span>
    <xsl:if test="@ended-on"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('survey.ended-on', 'date', s:date(@ended-on))"/></span></xsl:if>
  </xsl:template>

  <!-- How few is not said: in a small department that is soon a name. -->
  <doc:mode name="turnout" match="p:survey">How many answered, where that is enough to be told; nothing for those whom
    it is none of.</doc:mode>
  <xsl:template match="p:survey" mode="turnout"><span class="sp-quiet">–</span></xsl:template>
  <xsl:template match="p:survey[@few]" mode="turnout"><xsl:value-of select="s:label('survey.few')"/></xsl:template>
  <xsl:template match="p:survey[@answered]" mode="turnout"><span class="sp-num"><xsl:value-of select="s:number(@answered)"/></span></xsl:template>
  <xsl:template match="p:survey[@few and @asked]" mode="turnout"><xsl:value-of select="s:label('survey.few-of', 'asked', @asked)"/></xsl:template>
  <xsl:template match="p:survey[@answered and @asked]" mode="turnout"><span class="sp-num"><xsl:value-of select="s:label('survey.answered-of', 'n', @answered, 'asked', @asked)"/></span></xsl:template>

  <!-- One -->

  <xsl:template match="p:content[p:survey]" mode="title"><xsl:value-of select="p:survey/@title"/></xsl:template>

  <xsl:template match="p:content[p:survey]" mode="body"><xsl:apply-templates select="p:survey"/></xsl:template>

  <doc:mode match="p:survey">One survey: what one has to do with it, a group's code, its facts.</doc:mode>
  <xsl:template match="p:survey">
    <div class="sp-cols sp-gap-s">
      <div class="sp-stack">
        <xsl:apply-templates select="@own" mode="own"/>
        <xsl:apply-templates select="@results" mode="results"/>
        <xsl:apply-templates select="p:access-code" mode="group"/>
        <section class="sp-noprint" aria-labelledby="anonymous">
          <h2 id="anonymous"><xsl:value-of select="s:label('survey.anonymous')"/></h2>
          <ul class="sp-bullets"><xsl:apply-templates select="." mode="promises"/></ul>
        </section>
        <xsl:apply-templates select="." mode="survey.after"/>
      </div>
      <div class="sp-stack sp-noprint">
        <section aria-labelledby="facts">
          <h2 id="facts"><xsl:value-of select="s:label('survey.facts')"/></h2>
          <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="." mode="facts"/></dl>
        </section>
        <xsl:apply-templates select="p:form"/>
        <xsl:apply-templates select="." mode="survey.side.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="survey.after" match="p:survey">Below what is promised to those who answer.</doc:hook>
  <xsl:template match="p:survey" mode="survey.after"/>
  <doc:hook name="survey.side.after" match="p:survey">At the end of the right column; not printed.</doc:hook>
  <xsl:template match="p:survey" mode="survey.side.after"/>

  <doc:mode name="own" match="@own">What the user himself has to do with it: a button to answer, or that it is
    done.</doc:mode>
  <xsl:template match="@own" mode="own">
    <section class="sp-noprint" aria-labelledby="own">
      <h2 id="own"><xsl:value-of select="s:label(concat('survey.own.', .))"/></h2>
      <p><xsl:value-of select="s:label(concat('survey.own.', ., '.help'), 'date', s:date(../@closes-on))"/></p>
      <xsl:if test="../@href"><p class="sp-gap-s"><a class="button button-primary" href="{../@href}"><xsl:value-of select="s:label(concat('survey.go.', .))"/></a></p></xsl:if>
    </section>
  </xsl:template>

  <doc:mode name="results" match="@results">The link to what it says.</doc:mode>
  <xsl:template match="@results" mode="results">
    <p><a class="button button-primary" href="{.}"><xsl:value-of select="s:label('survey.to-results')"/></a></p>
  </xsl:template>

  <doc:mode name="promises" match="p:survey">What those who answer can rely on.</doc:mode>
  <xsl:template match="p:survey" mode="promises">
    <li><xsl:value-of select="s:label('survey.promise.name')"/></li>
    <li><xsl:value-of select="s:label('survey.promise.few')"/></li>
    <li><xsl:value-of select="s:label('survey.promise.end')"/></li>
  </xsl:template>

  <doc:mode name="facts" match="p:survey">What it asks, whom, until when.</doc:mode>
  <xsl:template match="p:survey" mode="facts">
    <div><dt><xsl:value-of select="s:label('field.state')"/></dt><dd><xsl:apply-templates select="@state" mode="survey-state"/></dd></div>
    <div><dt><xsl:value-of select="s:label('field.questionnaire')"/></dt><dd><xsl:value-of select="s:label('screening.questionnaire', 'title', @questionnaire, 'version', @version)"/></dd></div>
    <div><dt><xsl:value-of select="s:label('survey.asks')"/></dt><dd><xsl:value-of select="s:label(concat('survey.asks.', @kind), 'department', @department)"/></dd></div>
    <div><dt><xsl:value-of select="s:label('survey.period')"/></dt><dd><xsl:apply-templates select="." mode="period"/></dd></div>
    <xsl:if test="@answered or @few"><div><dt><xsl:value-of select="s:label('column.surveys.answered')"/></dt><dd><xsl:apply-templates select="." mode="turnout"/></dd></div></xsl:if>
  </xsl:template>

  <!-- The slip: the same for all of the group, on the wall or in the hand. -->
  <doc:mode name="group" match="p:access-code">The slip that is hung up or handed out: what it is, address, code, QR
    code.</doc:mode>
  <xsl:template match="p:access-code" mode="group">
    <section class="sp-letter" aria-labelledby="slip">
      <div class="sp-slip">
        <div class="sp-stack-s">
          <h2 id="slip"><xsl:value-of select="../@title"/></h2>
          <p><xsl:value-of select="s:label('survey.slip')"/></p>
          <ol class="sp-bullets">
            <li><xsl:value-of select="s:label('invitation.go')"/><xsl:text> </xsl:text><bdi class="sp-strong sp-break"><xsl:value-of select="@address"/></bdi></li>
            <li><xsl:value-of select="s:label('survey.slip.type')"/></li>
          </ol>
          <p class="sp-code-shown" data-keep="code"><xsl:value-of select="@code"/></p>
        </div>
        <xsl:apply-templates select="." mode="camera"/>
      </div>
      <p>
        <xsl:value-of select="s:label('survey.slip.until')"/>
        <xsl:text> </xsl:text>
        <span class="sp-date sp-strong"><xsl:value-of select="s:date(@expires-on)"/></span>.
      </p>
      <xsl:apply-templates select="." mode="print"/>
      <xsl:apply-templates select="." mode="slip.after"/>
    </section>
  </xsl:template>

  <doc:hook name="slip.after" match="p:access-code">At the foot of a group's slip.</doc:hook>
  <xsl:template match="p:access-code" mode="slip.after"/>

  <!-- Rare things are outlined. -->
  <xsl:template match="p:form[@name = 'survey-code' or @name = 'survey-end']/p:submit[1]" priority="2">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- One of the staff answers -->

  <xsl:template match="p:content[p:survey and (p:questionnaire or p:summary)]" mode="title" priority="1">
    <xsl:value-of select="p:survey/@title"/>
  </xsl:template>

  <xsl:template match="p:content[p:survey and (p:questionnaire or p:summary)]" mode="body" priority="1">
    <div class="sp-ask sp-ask--in">
      <xsl:apply-templates select="p:questionnaire | p:summary" mode="answering"/>
    </div>
  </xsl:template>

  <doc:mode name="answering" match="p:questionnaire | p:summary">A page of the questions, or all answers, inside the staff's
    frame.</doc:mode>
  <xsl:template match="p:questionnaire" mode="answering">
    <xsl:apply-templates select="." mode="step"/>
    <xsl:apply-templates select="p:intro | p:information"/>
    <h2><xsl:value-of select="p:section/@title"/></h2>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:summary" mode="answering">
    <xsl:if test="@missed &gt; 0">
      <div class="sp-note sp-note--yellow" role="status" data-keep="missed"><p><xsl:value-of select="s:count('answer.missed', @missed)"/></p></div>
    </xsl:if>
    <xsl:apply-templates select="p:section" mode="asked"/>
    <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="''"/></xsl:apply-templates>
  </xsl:template>
</xsl:stylesheet>

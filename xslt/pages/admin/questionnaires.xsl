<?xml version="1.0" encoding="UTF-8"?>
<!-- Questionnaires, for their authors. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="questionnaires">Questionnaires for their authors: all versions, one of them, its text.</doc:sheet>

  <!-- All versions -->

  <xsl:template match="p:content[p:questionnaires]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('questionnaires.help')"/></p>
    <p><a class="button button-secondary" href="{p:questionnaires/@new}"><xsl:value-of select="s:label('questionnaires.new')"/></a></p>
    <xsl:apply-templates select="p:questionnaires/p:form"><xsl:with-param name="class" select="'sp-panel sp-noprint'"/></xsl:apply-templates>
    <div class="sp-gap"><xsl:apply-templates select="p:questionnaires/p:list"/></div>
  </xsl:template>

  <xsl:template match="p:form[@name = 'filter'][@method = 'get']" mode="fields" priority="1">
    <xsl:param name="id" select="@name"/>
    <xsl:apply-templates select="p:field" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:list[@name = 'questionnaires']" mode="query">
    <xsl:apply-templates select="../p:form/p:field/p:value" mode="query"/>
  </xsl:template>

  <doc:list name="questionnaires" columns="title state audience screenings changed-at" fixed="title">All versions of all
    questionnaires.</doc:list>
  <xsl:template match="p:list[@name = 'questionnaires']" mode="head">
    <xsl:apply-templates select="." mode="head.title"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.audience"/>
    <xsl:apply-templates select="." mode="head.screenings"/>
    <xsl:apply-templates select="." mode="head.changed-at"/>
  </xsl:template>
  <xsl:template match="p:questionnaire-version" mode="cells">
    <xsl:apply-templates select="." mode="cell.title"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.audience"/>
    <xsl:apply-templates select="." mode="cell.screenings"/>
    <xsl:apply-templates select="." mode="cell.changed-at"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'questionnaires']" mode="head.title">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="sort" select="'title'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'questionnaires']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'questionnaires']" mode="head.audience">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'audience'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'questionnaires']" mode="head.screenings">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'screenings'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'questionnaires']" mode="head.changed-at">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'changed-at'"/><xsl:with-param name="sort" select="'changed'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:questionnaire-version" mode="cell.title">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <br/>
      <span class="sp-quiet sp-small"><xsl:apply-templates select="." mode="name"/></span>
    </th>
  </xsl:template>
  <xsl:template match="p:questionnaire-version" mode="cell.state">
    <td data-label="{s:label('column.questionnaires.state')}"><xsl:apply-templates select="." mode="state"/></td>
  </xsl:template>
  <xsl:template match="p:questionnaire-version" mode="cell.audience">
    <td data-label="{s:label('column.questionnaires.audience')}">
      <xsl:apply-templates select="." mode="whom"/>
      <br/>
      <span class="sp-quiet sp-small"><xsl:value-of select="@languages"/></span>
    </td>
  </xsl:template>
  <xsl:template match="p:questionnaire-version" mode="cell.screenings">
    <td data-label="{s:label('column.questionnaires.screenings')}"><xsl:apply-templates select="." mode="use"/></td>
  </xsl:template>
  <xsl:template match="p:questionnaire-version" mode="cell.changed-at">
    <td data-label="{s:label('column.questionnaires.changed-at')}"><xsl:apply-templates select="." mode="latest"/></td>
  </xsl:template>

  <doc:mode name="name" match="p:questionnaire-version">Its name and version.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="name">
    <xsl:value-of select="s:label('questionnaires.version', 'n', @version)"/> · <code><xsl:value-of select="@code"/></code>
  </xsl:template>

  <doc:mode name="state" match="p:questionnaire-version">The state as a tag, with colour and word.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="state">
    <span class="sp-tag"><xsl:value-of select="s:label(concat('questionnaire-state.', @state))"/></span>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@state = 'draft']" mode="state">
    <span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('questionnaire-state.draft')"/></span>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@state = 'published']" mode="state">
    <span class="sp-light sp-light--green">
      <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg>
      <xsl:value-of select="s:label('questionnaire-state.published')"/>
    </span>
  </xsl:template>

  <doc:mode name="whom" match="p:questionnaire-version">Whom it asks.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="whom">
    <xsl:value-of select="s:label(concat('audience.', @audience))"/>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@benefit-type]" mode="whom">
    <xsl:value-of select="s:label('audience.benefit', 'benefit', @benefit-title)"/>
  </xsl:template>

  <doc:mode name="use" match="p:questionnaire-version">How often it was put to a citizen, or in how many surveys it is, and how many
    of these can be answered still.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="use">
    <xsl:value-of select="s:count('questionnaires.screenings', @screenings)"/>
    <xsl:if test="@open != 0"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:count('questionnaires.open', @open)"/></span></xsl:if>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@screenings = 0]" mode="use">
    <span class="sp-quiet"><xsl:value-of select="s:label('questionnaires.unused')"/></span>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@surveys]" mode="use" priority="1">
    <xsl:value-of select="s:count('questionnaires.surveys', @surveys)"/>
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:count('questionnaires.responses', @responses)"/></span>
    <xsl:if test="@open != 0"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:count('questionnaires.open', @open)"/></span></xsl:if>
  </xsl:template>

  <doc:mode name="latest" match="p:questionnaire-version">What was last done with it, when, by whom.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="latest">
    <xsl:apply-templates select="." mode="done"><xsl:with-param name="at" select="@created-at"/><xsl:with-param name="who" select="@created-by-name"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@changed-at]" mode="latest">
    <xsl:apply-templates select="." mode="done"><xsl:with-param name="at" select="@changed-at"/><xsl:with-param name="who" select="@changed-by-name"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@published-at]" mode="latest" priority="1">
    <xsl:apply-templates select="." mode="done"><xsl:with-param name="at" select="@published-at"/><xsl:with-param name="who" select="@published-by-name"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@retired-at]" mode="latest" priority="2">
    <xsl:apply-templates select="." mode="done"><xsl:with-param name="at" select="@retired-at"/><xsl:with-param name="who" select="@retired-by-name"/></xsl:apply-templates>
  </xsl:template>

  <doc:mode name="done" match="p:questionnaire-version">A day and a person. <doc:with name="at">When.</doc:with> <doc:with name="who">Who;
    nobody: it came as a file.</doc:with></doc:mode>
  <xsl:template match="p:questionnaire-version" mode="done">
    <xsl:param name="at"/>
    <xsl:param name="who"/>
    <xsl:value-of select="s:date(substring($at, 1, 10))"/>
    <br/>
    <span class="sp-quiet sp-small"><xsl:value-of select="$who"/><xsl:if test="not($who)"><xsl:value-of select="s:label('questionnaires.by-file')"/></xsl:if></span>
  </xsl:template>

  <!-- One version -->

  <xsl:template match="p:content[p:questionnaire-version]" mode="title">
    <xsl:value-of select="s:label(concat('page.admin.', ../@name), 'title', p:questionnaire-version/@title, 'n', p:questionnaire-version/@version)"/>
  </xsl:template>

  <xsl:template match="p:page[@name = 'questionnaire']/p:content" mode="body">
    <xsl:apply-templates select="p:questionnaire-version" mode="facts"/>
    <xsl:apply-templates select="p:questionnaire-version/p:check" mode="found"/>
    <div class="sp-cols sp-gap">
      <div class="sp-stack">
        <xsl:apply-templates select="p:questionnaire-version" mode="asks"/>
        <xsl:apply-templates select="p:questionnaire-version[p:rule]" mode="judges"/>
        <xsl:apply-templates select="p:questionnaire-version[p:test]" mode="tried"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:questionnaire-version" mode="step"/>
        <xsl:apply-templates select="p:questionnaire-version" mode="about"/>
        <xsl:apply-templates select="p:questionnaire-version" mode="versions"/>
        <xsl:apply-templates select="p:questionnaire-version/p:form[@name = 'discard-draft']"/>
      </div>
    </div>
    <xsl:apply-templates select="p:questionnaire-version" mode="questionnaire.after"/>
  </xsl:template>

  <doc:hook name="questionnaire.after" match="p:questionnaire-version">Below a version of a questionnaire.</doc:hook>
  <xsl:template match="p:questionnaire-version" mode="questionnaire.after"/>

  <doc:mode name="facts" match="p:questionnaire-version">Under the heading: its name, its state.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="facts">
    <p class="sp-quiet"><xsl:apply-templates select="." mode="name"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="state"/></p>
  </xsl:template>

  <!-- All is well: nothing to mend, only what was looked at. -->
  <xsl:template match="p:questionnaire-version/p:check[@state = 'passed'] | p:new-questionnaire/p:check[@state = 'passed']" mode="found" priority="2">
    <div class="sp-note sp-note--green sp-gap-s" role="status" id="check" data-keep="check">
      <p><xsl:value-of select="s:label('questionnaires.passed')"/></p>
    </div>
    <xsl:apply-templates select="." mode="remarks"/>
  </xsl:template>

  <xsl:template match="p:questionnaire-version/p:check[p:finding/@refuses = 'no'] | p:new-questionnaire/p:check[p:finding/@refuses = 'no']" mode="remarks" priority="2">
    <div class="sp-note sp-note--yellow sp-gap-s" data-keep="remarks">
      <p class="sp-strong"><xsl:value-of select="s:count('questionnaires.remarks', count(p:finding[@refuses = 'no']))"/></p>
      <ul class="sp-findings"><xsl:apply-templates select="p:finding[@refuses = 'no']" mode="found"/></ul>
    </div>
  </xsl:template>

  <doc:mode name="found" match="p:check">What is wrong with the text, with links to its lines.</doc:mode>
  <xsl:template match="p:questionnaire-version/p:check | p:new-questionnaire/p:check" mode="found">
    <div class="sp-note sp-note--red sp-gap-s" role="status" id="check" data-keep="check">
      <p class="sp-strong"><xsl:value-of select="s:count('questionnaires.wrong', count(p:finding[@refuses = 'yes']))"/></p>
      <ul class="sp-findings"><xsl:apply-templates select="p:finding[@refuses = 'yes']" mode="found"/></ul>
    </div>
    <xsl:apply-templates select="." mode="remarks"/>
  </xsl:template>

  <xsl:template match="p:questionnaire-version/p:check/p:finding | p:new-questionnaire/p:check/p:finding" mode="words">
    <xsl:value-of select="s:label(concat('reason.', @key), 'element', string(@element), 'name', string(@name), 'where', string(@where), 'wanted', string(@wanted), 'is', string(@is), 'test', string(@test), 'words', string(@words))"/>
  </xsl:template>

  <!-- Of another file than the one that is shown. -->
  <xsl:template match="p:questionnaire-version/p:check/p:finding[@file] | p:new-questionnaire/p:check/p:finding[@file]" mode="found" priority="1">
    <li><xsl:value-of select="s:label('questionnaires.in-file', 'file', @file)"/><xsl:text>: </xsl:text><xsl:apply-templates select="." mode="words"/></li>
  </xsl:template>
  <xsl:template match="p:questionnaire-version/p:check/p:finding[@file-line] | p:new-questionnaire/p:check/p:finding[@file-line]" mode="found" priority="2">
    <li><xsl:value-of select="s:label('questionnaires.in-file.line', 'file', @file, 'n', @file-line)"/><xsl:text>: </xsl:text><xsl:apply-templates select="." mode="words"/></li>
  </xsl:template>

  <xsl:template match="p:questionnaire-version/p:check/p:finding[@line]" mode="found" priority="1">
    <li>
      <a>
        <xsl:attribute name="href"><xsl:if test="not(../../p:code)"><xsl:value-of select="../../@href"/>/edit</xsl:if>#l<xsl:value-of select="@line"/></xsl:attribute>
        <xsl:value-of select="s:label('studio.line', 'n', @line)"/>
      </a>
      <xsl:text>: </xsl:text>
      <xsl:apply-templates select="." mode="words"/>
    </li>
  </xsl:template>

  <!-- What can be done with it now -->

  <doc:mode name="step" match="p:questionnaire-version">What can be done with it now.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="step">
    <section class="sp-panel" aria-labelledby="step">
      <h2 id="step"><xsl:value-of select="s:label('studio.step')"/></h2>
      <p>
        <xsl:if test="@state = 'draft'"><a href="{@href}/edit"><xsl:value-of select="s:label('questionnaires.edit')"/></a> · </xsl:if>
        <xsl:if test="p:section"><a href="{@href}/try/1"><xsl:value-of select="s:label('questionnaires.try')"/></a> · </xsl:if>
        <a href="{@href}/file"><xsl:value-of select="s:label('studio.file')"/></a>
      </p>
      <xsl:apply-templates select="." mode="publishing"/>
      <xsl:apply-templates select="p:form[@name != 'discard-draft']"><xsl:with-param name="class" select="'sp-bare'"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <doc:mode name="publishing" match="p:questionnaire-version">What publishing, or retiring, will do.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="publishing">
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('questionnaires.retired.help')"/></p>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@state = 'draft']" mode="publishing">
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('questionnaires.publish.help')"/></p>
  </xsl:template>
  <xsl:template match="p:questionnaire-version[@state = 'published']" mode="publishing">
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('questionnaires.retire.help')"/></p>
    <xsl:if test="@open != 0"><div class="sp-note sp-note--yellow" data-keep="open"><p><xsl:value-of select="s:count('questionnaires.retire.open', @open)"/></p></div></xsl:if>
  </xsl:template>

  <xsl:template match="p:form[@name = 'publish' or @name = 'retire' or @name = 'copy']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'retire' or @name = 'copy']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <xsl:template match="p:form[@name = 'discard-draft']">
    <details>
      <summary><xsl:value-of select="s:label('studio.discard')"/></summary>
      <form class="sp-bare" id="form-discard-draft" action="{@action}" method="post">
        <p><xsl:value-of select="s:label('studio.discard.help')"/></p>
        <xsl:apply-templates select="." mode="hidden"/>
        <div class="sp-actions"><button class="button button-secondary" type="submit" name="submit" value="discard-draft"><xsl:value-of select="s:label('submit.discard')"/></button></div>
      </form>
    </details>
  </xsl:template>

  <doc:mode name="about" match="p:questionnaire-version">Whom it asks, in which languages, by which right.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="about">
    <section aria-labelledby="about">
      <h2 id="about"><xsl:value-of select="s:label('questionnaires.about')"/></h2>
      <dl class="sp-list">
        <div><dt class="sp-quiet"><xsl:value-of select="s:label('column.questionnaires.audience')"/></dt><dd><xsl:apply-templates select="." mode="whom"/></dd></div>
        <div><dt class="sp-quiet"><xsl:value-of select="s:label('questionnaires.languages')"/></dt><dd><xsl:value-of select="@languages"/></dd></div>
        <div><dt class="sp-quiet"><xsl:value-of select="s:label('questionnaires.legal-basis')"/></dt><dd><xsl:value-of select="@legal-basis"/></dd></div>
        <div><dt class="sp-quiet"><xsl:value-of select="s:label('questionnaires.licence')"/></dt><dd><xsl:value-of select="@licence"/></dd></div>
        <div><dt class="sp-quiet"><xsl:value-of select="s:label('column.questionnaires.screenings')"/></dt><dd><xsl:apply-templates select="." mode="use"/></dd></div>
      </dl>
    </section>
  </xsl:template>

  <!-- All versions of the same questionnaire -->

  <doc:mode name="versions" match="p:questionnaire-version">All versions of the same questionnaire.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="versions">
    <section aria-labelledby="versions">
      <h2 id="versions"><xsl:value-of select="s:label('studio.versions')"/></h2>
      <table class="sp-table sp-fold">
        <caption class="sr-only"><xsl:value-of select="s:label('studio.versions')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="s:label('column.versions.number')"/></th>
            <th scope="col"><xsl:value-of select="s:label('column.versions.state')"/></th>
            <th scope="col"><xsl:value-of select="s:label('column.versions.changed-at')"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="p:questionnaire-version" mode="version"/></tbody>
      </table>
    </section>
  </xsl:template>

  <doc:mode name="version" match="p:questionnaire-version">A version's row.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="version">
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="number"/></th>
      <td data-label="{s:label('column.versions.state')}"><xsl:apply-templates select="." mode="state"/></td>
      <td data-label="{s:label('column.versions.changed-at')}"><xsl:apply-templates select="." mode="latest"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="number" match="p:questionnaire-version">Its number, a link where it is another one's page.</doc:mode>
  <xsl:template match="p:questionnaire-version" mode="number"><a href="{@href}"><xsl:value-of select="@version"/></a></xsl:template>
  <xsl:template match="p:questionnaire-version[@id = ../@id]" mode="number"><xsl:value-of select="@version"/></xsl:template>

  <!-- The text -->

  <xsl:template match="p:page[@name = 'questionnaire-edit' or @name = 'questionnaire-new']/p:content" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('questionnaires.edit.help')"/></p>
    <xsl:apply-templates select="*/p:check" mode="found"/>
    <xsl:apply-templates select="*/p:difference" mode="plus-minus"/>
    <xsl:apply-templates select="*/p:form" mode="edit"/>
    <xsl:apply-templates select="*/p:code" mode="numbers"/>
    <xsl:apply-templates select="." mode="edit.after"/>
  </xsl:template>

  <doc:hook name="edit.after" match="p:content">Below the text of a questionnaire.</doc:hook>
  <xsl:template match="p:content" mode="edit.after"/>

  <xsl:template match="p:form[@name = 'questionnaire-text']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'questionnaire-text']/p:field" mode="optional"/>
  <xsl:template match="p:form[@name = 'questionnaire-text']/p:field[@name = 'text']" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <textarea class="form-input sp-source" rows="32" id="{$id}" name="text" spellcheck="false" autocapitalize="none" autocomplete="off" data-editor="{s:label('field.questionnaire-text.text')}" data-leave="{s:label('studio.leave')}">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <xsl:value-of select="p:value"/>
    </textarea>
  </xsl:template>

  <xsl:template match="p:difference[p:line][../p:form/@name = 'questionnaire-text']" mode="caption">
    <xsl:value-of select="s:label('questionnaires.difference')"/>
  </xsl:template>
</xsl:stylesheet>

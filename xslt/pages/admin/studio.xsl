<?xml version="1.0" encoding="UTF-8"?>
<!-- The studio: departments' own looks as versions. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="studio">Departments' own looks as versions: edited, checked, seen, put to use.</doc:sheet>

  <!-- All views -->

  <xsl:template match="p:content[p:stylesheets]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label(concat('stylesheets.', p:stylesheets/@of))"/></p>
    <xsl:apply-templates select="p:stylesheets/p:view/p:version" mode="asks"/>
    <div class="sp-cols sp-gap">
      <div class="sp-stack"><xsl:apply-templates select="p:stylesheets" mode="table"/></div>
      <xsl:apply-templates select="p:stylesheets/p:form"/>
    </div>
  </xsl:template>

  <doc:mode name="table" match="p:stylesheets">The views, a row each.</doc:mode>
  <xsl:template match="p:stylesheets" mode="table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'stylesheets'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:stylesheets[p:view]" mode="table">
    <table class="sp-table sp-fold">
      <caption class="sr-only"><xsl:value-of select="s:label('stylesheets.table')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="s:label('column.stylesheets.program')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.stylesheets.in-use')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.stylesheets.drafts')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.stylesheets.use')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.stylesheets.last-failure')"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:view" mode="row"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="row" match="p:view">A view's row.</doc:mode>
  <xsl:template match="p:view" mode="row">
    <tr>
      <th scope="row">
        <xsl:value-of select="s:label(concat('program.', @program))"/>
        <xsl:if test="../@of = 'all'"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@department-name"/></span></xsl:if>
      </th>
      <td data-label="{s:label('column.stylesheets.in-use')}"><xsl:apply-templates select="." mode="in-use"/></td>
      <td data-label="{s:label('column.stylesheets.drafts')}"><xsl:apply-templates select="." mode="drafts"/></td>
      <td data-label="{s:label('column.stylesheets.use')}"><xsl:apply-templates select="." mode="use"/></td>
      <td data-label="{s:label('column.stylesheets.last-failure')}"><xsl:apply-templates select="." mode="last-failure"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="in-use" match="p:view">What it shows with now, and the button that goes back.</doc:mode>
  <xsl:template match="p:view" mode="in-use">
    <span class="sp-quiet"><xsl:value-of select="s:label('stylesheets.shipped')"/></span>
  </xsl:template>
  <xsl:template match="p:view[p:version/@state = 'active']" mode="in-use">
    <xsl:apply-templates select="p:version[@state = 'active']" mode="in-use"/>
    <xsl:apply-templates select="p:form" mode="at-once"/>
  </xsl:template>
  <xsl:template match="p:view[p:version/@taken-out]" mode="in-use">
    <span class="sp-late"><xsl:value-of select="s:label('stylesheets.out')"/></span>
    <xsl:apply-templates select="p:form" mode="at-once"/>
  </xsl:template>

  <doc:mode name="at-once" match="p:form">The button that goes back to the version before.</doc:mode>
  <xsl:template match="p:form" mode="at-once">
    <xsl:apply-templates select="."><xsl:with-param name="id" select="concat('roll-back-', @id)"/><xsl:with-param name="class" select="'sp-bare'"/></xsl:apply-templates>
  </xsl:template>

  <doc:mode name="in-use" match="p:version">The version in use, since when, by whom.</doc:mode>
  <xsl:template match="p:version" mode="in-use">
    <a href="{@href}"><xsl:value-of select="s:label('stylesheets.version', 'n', @number)"/></a>
    <br/>
    <span class="sp-quiet sp-small"><xsl:value-of select="s:label('stylesheets.since', 'at', s:date(substring(@activated-at, 1, 10)), 'who', @activated-by-name)"/></span>
  </xsl:template>

  <doc:mode name="drafts" match="p:view">The drafts that are being written for it.</doc:mode>
  <xsl:template match="p:view" mode="drafts">
    <span class="sp-quiet"><xsl:value-of select="s:label('stylesheets.no-draft')"/></span>
  </xsl:template>
  <xsl:template match="p:view[p:version/@state = 'draft']" mode="drafts">
    <ul><xsl:apply-templates select="p:version[@state = 'draft']" mode="drafts"/></ul>
  </xsl:template>

  <doc:mode name="drafts" match="p:version">A draft, with who changed it last.</doc:mode>
  <xsl:template match="p:version" mode="drafts">
    <li>
      <a href="{@href}"><xsl:value-of select="s:label('stylesheets.version', 'n', @number)"/></a>
      <br/>
      <span class="sp-quiet sp-small"><xsl:value-of select="@changed-by-name"/> · <xsl:value-of select="s:show(@changed-at)"/></span>
      <xsl:if test="@asked-at"><br/><span class="sp-light sp-light--yellow"><xsl:value-of select="s:label('stylesheets.waits')"/></span></xsl:if>
    </li>
  </xsl:template>

  <doc:mode name="use" match="p:view">How often it was used, and what it cost.</doc:mode>
  <xsl:template match="p:view" mode="use">
    <span class="sp-quiet"><xsl:value-of select="s:label('stylesheets.unused')"/></span>
  </xsl:template>
  <xsl:template match="p:view[p:use]" mode="use"><xsl:apply-templates select="p:use"/></xsl:template>

  <doc:mode match="p:use">How many pages, how fast, how many failed.</doc:mode>
  <xsl:template match="p:use">
    <span class="sp-num"><xsl:value-of select="s:count('stylesheets.renderings', @renderings)"/></span>
    <xsl:if test="@milliseconds"><br/><span class="sp-num sp-quiet sp-small"><xsl:value-of select="s:label('stylesheets.milliseconds', 'n', s:number(@milliseconds))"/></span></xsl:if>
    <xsl:if test="@failures != '0'"><br/><span class="sp-num sp-late"><xsl:value-of select="s:count('stylesheets.failures', @failures)"/></span></xsl:if>
  </xsl:template>

  <doc:mode name="last-failure" match="p:view">When and why it failed last.</doc:mode>
  <xsl:template match="p:view" mode="last-failure">
    <span class="sp-quiet"><xsl:value-of select="s:label('stylesheets.no-failure')"/></span>
  </xsl:template>
  <xsl:template match="p:view[p:failure]" mode="last-failure">
    <xsl:apply-templates select="p:failure" mode="last-failure"/>
  </xsl:template>

  <doc:mode name="last-failure" match="p:failure">When, on which page and line, and why.</doc:mode>
  <xsl:template match="p:failure" mode="last-failure">
    <span class="sp-num"><xsl:value-of select="s:show(@at)"/></span>
    <br/>
    <span class="sp-small"><xsl:value-of select="s:label('stylesheets.version', 'n', @version)"/><xsl:text>, </xsl:text><code><xsl:value-of select="@page"/></code><xsl:apply-templates select="@line" mode="of-failure"/></span>
    <br/>
    <span class="sp-quiet sp-small sp-wrap"><xsl:value-of select="@reason"/></span>
  </xsl:template>

  <doc:mode name="of-failure" match="@line">The line that a failure names, after a comma.</doc:mode>
  <xsl:template match="@line" mode="of-failure">
    <xsl:text>, </xsl:text><xsl:value-of select="s:label('studio.line', 'n', .)"/>
  </xsl:template>

  <!-- What waits for somebody stands first. -->

  <doc:mode name="asks" match="p:version">A note for a draft that waits to be put to use, or a version that was taken
    out.</doc:mode>
  <xsl:template match="p:version" mode="asks"/>

  <xsl:template match="p:version[@asked-at and @state = 'draft']" mode="asks">
    <div class="sp-note sp-note--yellow sp-gap-s" data-keep="waits">
      <p>
        <xsl:value-of select="s:label('stylesheets.waits.long', 'program', s:label(concat('program.', @program)), 'department', ../@department-name, 'n', @number, 'who', @asked-by-name, 'at', s:show(@asked-at))"/>
        <xsl:text> </xsl:text>
        <a href="{@href}/activate"><xsl:value-of select="s:label('stylesheets.look-and-activate')"/></a>
      </p>
    </div>
  </xsl:template>

  <xsl:template match="p:version[@taken-out]" mode="asks">
    <div class="sp-note sp-note--red sp-gap-s" data-keep="taken-out">
      <p>
        <xsl:value-of select="s:label('stylesheets.taken-out', 'program', s:label(concat('program.', @program)), 'department', ../@department-name, 'n', @number, 'at', s:show(@retired-at))"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="@retired-why"/>
        <xsl:text> </xsl:text>
        <a href="{@href}"><xsl:value-of select="s:label('stylesheets.look')"/></a>
      </p>
    </div>
  </xsl:template>

  <!-- A version -->

  <xsl:template match="p:content[p:stylesheet]" mode="title">
    <xsl:value-of select="s:label(concat('page.admin.', ../@name), 'program', s:label(concat('program.', p:stylesheet/@program)), 'n', p:stylesheet/@number)"/>
  </xsl:template>

  <xsl:template match="p:content[p:stylesheet]" mode="body">
    <xsl:apply-templates select="p:stylesheet" mode="facts"/>
    <xsl:apply-templates select="." mode="studio"/>
  </xsl:template>

  <doc:mode name="facts" match="p:stylesheet">Under the heading: whose it is, its state, its reason.</doc:mode>
  <xsl:template match="p:stylesheet" mode="facts">
    <p class="sp-quiet">
      <xsl:value-of select="@department-name"/>
      <xsl:text> · </xsl:text>
      <xsl:value-of select="s:label('stylesheets.version', 'n', @number)"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="state"/>
    </p>
    <xsl:if test="not(p:form/@name = 'stylesheet')"><p><xsl:value-of select="@reason"/></p></xsl:if>
    <xsl:apply-templates select="@retired-why" mode="studio"/>
  </xsl:template>

  <doc:mode name="studio" match="@retired-why">When and why it was taken out of use.</doc:mode>
  <xsl:template match="@retired-why" mode="studio">
    <p class="sp-quiet"><xsl:value-of select="s:label('studio.retired', 'at', s:show(../@retired-at))"/><xsl:text> </xsl:text><xsl:value-of select="."/></p>
  </xsl:template>

  <doc:mode name="state" match="p:version | p:stylesheet">The state as a tag, with colour and word.</doc:mode>
  <xsl:template match="p:version | p:stylesheet" mode="state">
    <xsl:choose>
      <xsl:when test="@state = 'active'">
        <span class="sp-light sp-light--green">
          <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg>
          <xsl:value-of select="s:label('stylesheet-state.active')"/>
        </span>
      </xsl:when>
      <xsl:when test="@state = 'draft' and @asked-at"><span class="sp-light sp-light--yellow"><xsl:value-of select="s:label('stylesheets.waits')"/></span></xsl:when>
      <xsl:when test="@state = 'draft'"><span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('stylesheet-state.draft')"/></span></xsl:when>
      <xsl:otherwise><span class="sp-tag"><xsl:value-of select="s:label('stylesheet-state.retired')"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Its page: the text left, everything else right -->

  <doc:mode name="studio" match="p:content">What stands under the heading of a page about a version.</doc:mode>
  <xsl:template match="p:content" mode="studio">
    <xsl:apply-templates select="p:stylesheet/p:check" mode="found"/>
    <div class="sp-studio sp-gap">
      <div class="sp-stack">
        <xsl:apply-templates select="p:stylesheet/p:form[@name = 'stylesheet']" mode="edit"/>
        <xsl:apply-templates select="p:stylesheet/p:code" mode="numbers"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:stylesheet" mode="step"/>
        <xsl:apply-templates select="p:stylesheet" mode="versions"/>
        <xsl:apply-templates select="p:stylesheet" mode="use"/>
        <xsl:apply-templates select="p:stylesheet/p:form[@name = 'discard']"/>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="edit" match="p:form">The form with the text, and the script that makes an editor of it where scripts
    run.</doc:mode>
  <xsl:template match="p:form" mode="edit">
    <xsl:apply-templates select="."><xsl:with-param name="class" select="'sp-edit'"/></xsl:apply-templates>
    <script type="module" src="{$static}/studio.js?v={$version}"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'stylesheet']" mode="form-heading">
    <div class="sp-head">
      <h2 id="studio-text"><xsl:value-of select="s:label('studio.text', 'n', ../@number)"/></h2>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('studio.saved', 'at', s:show(../@changed-at), 'who', ../@changed-by-name)"/> · <a href="{../@href}/file"><xsl:value-of select="s:label('studio.file')"/></a></p>
    </div>
  </xsl:template>

  <!-- The text as it stands, tabs and all; studio.js puts an editor in its place where scripts run. -->
  <xsl:template match="p:form[@name = 'stylesheet']/p:field[@name = 'sheet']" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <textarea class="form-input sp-source" rows="32" id="{$id}" name="sheet" spellcheck="false" autocapitalize="none" autocomplete="off" data-editor="{s:label('field.stylesheet.sheet')}" data-leave="{s:label('studio.leave')}">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <xsl:value-of select="p:value"/>
    </textarea>
  </xsl:template>

  <!-- Rarely wanted, so out of the way. -->
  <xsl:template match="p:form[@name = 'stylesheet']/p:field[@name = 'file']" mode="field">
    <xsl:param name="form"/>
    <details>
      <xsl:if test="p:error"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('field.stylesheet.file')"/></summary>
      <xsl:apply-imports/>
    </details>
  </xsl:template>

  <xsl:template match="p:form[@name = 'stylesheet']/p:field[@name = 'sheet']/p:theirs" mode="theirs">
    <div class="sp-theirs">
      <span class="sp-small sp-quiet"><xsl:value-of select="s:label('forms.theirs')"/></span>
      <pre class="sp-pre" tabindex="0"><xsl:value-of select="."/></pre>
    </div>
  </xsl:template>

  <!-- What the gate says -->

  <doc:mode name="found" match="p:check">The note with what the gate says.</doc:mode>
  <xsl:template match="p:check" mode="found">
    <xsl:variable name="wrong" select="count(p:finding[@refuses = 'yes'])"/>
    <div class="sp-note sp-note--red sp-gap-s" role="status" id="check" data-keep="check">
      <p class="sp-strong"><xsl:value-of select="s:count('studio.wrong', $wrong)"/></p>
      <ul class="sp-findings"><xsl:apply-templates select="p:finding[@refuses = 'yes']" mode="found"/></ul>
    </div>
    <xsl:apply-templates select="." mode="remarks"/>
  </xsl:template>

  <xsl:template match="p:check[@state = 'passed']" mode="found">
    <div class="sp-note sp-note--green sp-gap-s" role="status" id="check" data-keep="check">
      <p><span class="sp-strong"><xsl:value-of select="s:label('studio.passed')"/></span><xsl:text> </xsl:text><xsl:value-of select="s:label('studio.passed.help', 'pages', @pages, 'page', @slowest-page, 'n', s:number(@slowest-milliseconds))"/></p>
    </div>
    <xsl:apply-templates select="." mode="remarks"/>
  </xsl:template>

  <xsl:template match="p:check[@state = 'unjudged']" mode="found">
    <div class="sp-note sp-note--red sp-gap-s" role="alert" id="check" data-keep="check">
      <p><span class="sp-strong"><xsl:value-of select="s:label('studio.unjudged')"/></span><xsl:text> </xsl:text><xsl:value-of select="@why"/></p>
    </div>
  </xsl:template>

  <doc:mode name="remarks" match="p:check">What the gate says that need not be mended.</doc:mode>
  <xsl:template match="p:check" mode="remarks"/>
  <xsl:template match="p:check[p:finding/@refuses = 'no']" mode="remarks">
    <div class="sp-note sp-note--yellow sp-gap-s" data-keep="remarks">
      <p class="sp-strong"><xsl:value-of select="s:count('studio.remarks', count(p:finding[@refuses = 'no']))"/></p>
      <ul class="sp-findings"><xsl:apply-templates select="p:finding[@refuses = 'no']" mode="found"/></ul>
    </div>
  </xsl:template>

  <doc:mode name="found" match="p:finding">One thing, with a link to its line.</doc:mode>
  <xsl:template match="p:finding" mode="found">
    <li><xsl:apply-templates select="." mode="words"/></li>
  </xsl:template>

  <xsl:template match="p:finding[@line]" mode="found">
    <li>
      <a>
        <xsl:attribute name="href"><xsl:if test="not(../../p:code)"><xsl:value-of select="../../@href"/>?check=yes</xsl:if>#l<xsl:value-of select="@line"/></xsl:attribute>
        <xsl:choose>
          <xsl:when test="@column"><xsl:value-of select="s:label('studio.place', 'line', @line, 'column', @column)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="s:label('studio.line', 'n', @line)"/></xsl:otherwise>
        </xsl:choose>
      </a>
      <xsl:text>: </xsl:text>
      <xsl:apply-templates select="." mode="words"/>
    </li>
  </xsl:template>

  <doc:mode name="words" match="p:finding">What it says, label gate.KEY.</doc:mode>
  <xsl:template match="p:finding" mode="words">
    <xsl:value-of select="s:label(concat('gate.', @key), 'name', string(@name), 'nearest', string(@nearest), 'where', string(@where), 'page', string(@page))"/>
  </xsl:template>

  <!-- The text, line by line -->

  <doc:mode name="numbers" match="p:code">The lines with their numbers.</doc:mode>
  <xsl:template match="p:code" mode="numbers">
    <div class="sp-lines">
      <div class="sp-head">
        <h2 id="studio-lines"><xsl:value-of select="s:label('studio.lines')"/></h2>
        <xsl:if test="not(../@editable)"><p class="sp-quiet sp-small"><a href="{../@href}/file"><xsl:value-of select="s:label('studio.file')"/></a></p></xsl:if>
      </div>
      <div class="sp-code" tabindex="0" role="region" aria-labelledby="studio-lines">
        <ol><xsl:apply-templates select="p:line" mode="numbers"/></ol>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="numbers" match="p:code/p:line">A line.</doc:mode>
  <xsl:template match="p:code/p:line" mode="numbers">
    <li id="l{@n}"><code><xsl:value-of select="."/></code></li>
  </xsl:template>

  <xsl:template match="p:code/p:line[@level]" mode="numbers">
    <xsl:variable name="n" select="@n"/>
    <li id="l{@n}" data-level="{@level}">
      <xsl:attribute name="class"><xsl:choose><xsl:when test="@level = 'error'">is-bad</xsl:when><xsl:otherwise>is-odd</xsl:otherwise></xsl:choose></xsl:attribute>
      <code><xsl:apply-templates select="." mode="marked"/></code>
    </li>
    <xsl:apply-templates select="../../p:check/p:finding[@line = $n]" mode="numbers"/>
  </xsl:template>

  <doc:mode name="marked" match="p:line">A line's text, with what is wrong in it marked.</doc:mode>
  <xsl:template match="p:line" mode="marked"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="p:line[@from]" mode="marked">
    <xsl:value-of select="substring(., 1, @from - 1)"/>
    <mark><xsl:value-of select="substring(., @from, @length)"/></mark>
    <xsl:value-of select="substring(., @from + @length)"/>
  </xsl:template>

  <doc:mode name="numbers" match="p:finding">What is said about a line, under it.</doc:mode>
  <xsl:template match="p:finding" mode="numbers">
    <li class="is-msg" data-line="{@line}" data-column="{@column}" data-refuses="{@refuses}"><p><xsl:apply-templates select="." mode="words"/></p></li>
  </xsl:template>

  <xsl:template match="p:finding[@refuses = 'no']" mode="numbers">
    <li class="is-msg is-odd" data-line="{@line}" data-column="{@column}" data-refuses="no"><p><xsl:apply-templates select="." mode="words"/></p></li>
  </xsl:template>

  <!-- What can be done with it now -->

  <doc:mode name="step" match="p:stylesheet">What can be done with it now.</doc:mode>
  <xsl:template match="p:stylesheet" mode="step">
    <section aria-labelledby="studio-step">
      <h2 id="studio-step"><xsl:value-of select="s:label('studio.step')"/></h2>
      <p><a href="{@href}/preview"><xsl:value-of select="s:label('studio.preview')"/></a> · <a href="{@href}/facts"><xsl:value-of select="s:label('studio.facts')"/></a></p>
      <xsl:apply-templates select="." mode="activation"/>
      <xsl:apply-templates select="p:form[@name = 'ask' or @name = 'roll-back']"><xsl:with-param name="class" select="'sp-bare'"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <doc:mode name="activation" match="p:stylesheet">What stands between it and its use.</doc:mode>
  <xsl:template match="p:stylesheet" mode="activation"/>
  <xsl:template match="p:stylesheet[@state = 'draft']" mode="activation">
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('studio.ask.help')"/></p>
  </xsl:template>
  <xsl:template match="p:stylesheet[@state = 'draft' and @asked-at]" mode="activation" priority="1">
    <p>
      <xsl:value-of select="s:label('studio.asked', 'who', @asked-by-name, 'at', s:show(@asked-at))"/>
      <xsl:text> </xsl:text>
      <a href="{@href}/activate"><xsl:value-of select="s:label('stylesheets.look-and-activate')"/></a>
    </p>
  </xsl:template>
  <xsl:template match="p:stylesheet[@state = 'active']" mode="activation">
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('studio.active.help')"/></p>
  </xsl:template>

  <xsl:template match="p:form[@name = 'discard']">
    <details>
      <summary><xsl:value-of select="s:label('studio.discard')"/></summary>
      <form class="sp-bare" id="form-discard" action="{@action}" method="post">
        <p><xsl:value-of select="s:label('studio.discard.help')"/></p>
        <xsl:apply-templates select="." mode="hidden"/>
        <div class="sp-actions"><button class="button button-secondary" type="submit" name="submit" value="discard"><xsl:value-of select="s:label('submit.discard')"/></button></div>
      </form>
    </details>
  </xsl:template>

  <!-- Steps that are rare or can wait are no filled buttons. -->
  <xsl:template match="p:form[@name = 'ask' or @name = 'roll-back']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- All versions of the view -->

  <doc:mode name="versions" match="p:stylesheet">All versions of the same view.</doc:mode>
  <xsl:template match="p:stylesheet" mode="versions">
    <section aria-labelledby="studio-versions">
      <h2 id="studio-versions"><xsl:value-of select="s:label('studio.versions')"/></h2>
      <table class="sp-table sp-fold">
        <caption class="sr-only"><xsl:value-of select="s:label('studio.versions')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="s:label('column.versions.number')"/></th>
            <th scope="col"><xsl:value-of select="s:label('column.versions.state')"/></th>
            <th scope="col"><xsl:value-of select="s:label('column.versions.changed-at')"/></th>
            <th scope="col"><xsl:value-of select="s:label('column.versions.who')"/></th>
            <th scope="col"><span class="sr-only"><xsl:value-of select="s:label('column.versions.compare')"/></span></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="p:version" mode="row"/></tbody>
      </table>
    </section>
  </xsl:template>

  <doc:mode name="row" match="p:stylesheet/p:version">A version's row.</doc:mode>
  <xsl:template match="p:stylesheet/p:version" mode="row">
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="number"/></th>
      <td data-label="{s:label('column.versions.state')}"><xsl:apply-templates select="." mode="state"/></td>
      <td class="sp-num" data-label="{s:label('column.versions.changed-at')}"><xsl:value-of select="s:date(substring(@changed-at, 1, 10))"/></td>
      <td data-label="{s:label('column.versions.who')}"><xsl:value-of select="@changed-by-name"/><br/><span class="sp-quiet sp-small sp-wrap"><xsl:value-of select="@reason"/></span></td>
      <td class="is-act"><xsl:apply-templates select="." mode="compare"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="number" match="p:version">Its number, a link where it is another one's page.</doc:mode>
  <xsl:template match="p:version" mode="number"><a href="{@href}"><xsl:value-of select="@number"/></a></xsl:template>
  <xsl:template match="p:stylesheet/p:version[@id = ../@id]" mode="number">
    <xsl:value-of select="@number"/>
  </xsl:template>

  <doc:mode name="compare" match="p:version">A link to what it has other than the one before.</doc:mode>
  <xsl:template match="p:version" mode="compare">
    <xsl:apply-templates select="following-sibling::p:version[1]" mode="compare-with"><xsl:with-param name="newer" select="."/></xsl:apply-templates>
  </xsl:template>
  <doc:mode name="compare-with" match="p:version">The link from the version before. <doc:with name="newer">The version
    that is compared with it.</doc:with></doc:mode>
  <xsl:template match="p:version" mode="compare-with">
    <xsl:param name="newer"/>
    <a href="{$newer/@href}/difference?with={@id}"><xsl:value-of select="s:label('studio.compare', 'n', @number)"/></a>
  </xsl:template>

  <!-- Is it used? -->

  <doc:mode name="use" match="p:stylesheet">How often it was used, and where it failed.</doc:mode>
  <xsl:template match="p:stylesheet" mode="use">
    <xsl:if test="p:use or p:failure or @state = 'active'">
      <section aria-labelledby="studio-use">
        <h2 id="studio-use"><xsl:value-of select="s:label('studio.use')"/></h2>
        <p><xsl:if test="not(p:use)"><xsl:value-of select="s:label('stylesheets.unused')"/></xsl:if><xsl:apply-templates select="p:use"/></p>
        <xsl:apply-templates select="." mode="failures"/>
      </section>
    </xsl:if>
  </xsl:template>

  <doc:mode name="failures" match="p:stylesheet">The pages that it failed on, the newest first.</doc:mode>
  <xsl:template match="p:stylesheet" mode="failures"/>
  <xsl:template match="p:stylesheet[p:failure]" mode="failures">
    <table class="sp-table sp-fold sp-gap-s">
      <caption class="sr-only"><xsl:value-of select="s:label('studio.failures')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="s:label('column.failures.at')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.failures.page')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.failures.reason')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.failures.reference')"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:failure" mode="row"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="row" match="p:failure">A page that it failed on.</doc:mode>
  <xsl:template match="p:failure" mode="row">
    <tr>
      <td class="sp-num"><xsl:value-of select="s:show(@at)"/></td>
      <td class="sp-nowrap" data-label="{s:label('column.failures.page')}"><code><xsl:value-of select="@page"/></code></td>
      <td class="sp-wrap" data-label="{s:label('column.failures.reason')}"><xsl:apply-templates select="@line" mode="of-lines"/><xsl:value-of select="@reason"/></td>
      <td class="sp-num" data-label="{s:label('column.failures.reference')}"><xsl:value-of select="@reference"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="of-lines" match="@line">The line that a reason names, before it; a link where the lines are
    shown.</doc:mode>
  <xsl:template match="@line" mode="of-lines">
    <xsl:value-of select="s:label('studio.line', 'n', .)"/><xsl:text>: </xsl:text>
  </xsl:template>
  <xsl:template match="p:stylesheet[p:code]/p:failure/@line" mode="of-lines">
    <a href="#l{.}"><xsl:value-of select="s:label('studio.line', 'n', .)"/></a><xsl:text>: </xsl:text>
  </xsl:template>
</xsl:stylesheet>

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
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The studio's other pages about a version: its difference from another, putting it to use, seeing it, what it does not show. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="studio-steps">A version's difference from another, putting it to use, seeing it, what it does not
    show.</doc:sheet>

  <!-- The difference -->

  <xsl:template match="p:page[@name = 'stylesheet-difference']/p:content" mode="studio">
    <div class="sp-stack sp-gap">
      <xsl:apply-templates select="p:stylesheet/p:difference" mode="plus-minus"/>
      <xsl:apply-templates select="p:stylesheet" mode="versions"/>
    </div>
  </xsl:template>

  <doc:mode name="plus-minus" match="p:difference">Both texts in one, what was taken away and what was added marked by
    sign and colour.</doc:mode>
  <xsl:template match="p:difference" mode="plus-minus">
    <div>
      <div class="sp-head"><h2 id="studio-difference"><xsl:apply-templates select="." mode="caption"/></h2></div>
      <xsl:apply-templates select="." mode="changes"/>
    </div>
  </xsl:template>

  <doc:mode name="caption" match="p:difference">Between which versions.</doc:mode>
  <xsl:template match="p:difference" mode="caption"><xsl:value-of select="s:label('studio.all-new')"/></xsl:template>
  <xsl:template match="p:difference[@from]" mode="caption">
    <xsl:value-of select="s:label('studio.difference', 'from', @from, 'to', @to)"/>
  </xsl:template>

  <doc:mode name="changes" match="p:difference">The lines, or that there is no difference.</doc:mode>
  <xsl:template match="p:difference" mode="changes">
    <p class="sp-quiet"><xsl:value-of select="s:label('studio.no-difference')"/></p>
  </xsl:template>
  <xsl:template match="p:difference[p:line/@change != 'same']" mode="changes">
    <div class="sp-code sp-diff" tabindex="0" role="region" aria-labelledby="studio-difference">
      <ol><xsl:apply-templates select="p:line | p:gap" mode="plus-minus"/></ol>
    </div>
  </xsl:template>

  <doc:mode name="plus-minus" match="p:line | p:gap">A line, or that lines are left out.</doc:mode>
  <xsl:template match="p:difference/p:line" mode="plus-minus">
    <li><span class="sp-diff__n"><xsl:value-of select="@new"/></span><code><xsl:text>  </xsl:text><xsl:value-of select="."/></code></li>
  </xsl:template>
  <xsl:template match="p:difference/p:line[@change = 'added']" mode="plus-minus">
    <li class="is-added"><span class="sp-diff__n"><xsl:value-of select="@new"/></span><code><xsl:text>+ </xsl:text><ins><xsl:value-of select="."/></ins></code></li>
  </xsl:template>
  <xsl:template match="p:difference/p:line[@change = 'removed']" mode="plus-minus">
    <li class="is-removed"><span class="sp-diff__n"><xsl:value-of select="@old"/></span><code><xsl:text>− </xsl:text><del><xsl:value-of select="."/></del></code></li>
  </xsl:template>
  <xsl:template match="p:difference/p:gap" mode="plus-minus">
    <li class="is-gap"><xsl:value-of select="s:count('studio.gap', @lines)"/></li>
  </xsl:template>
  <xsl:template match="p:difference/p:gap[@changed]" mode="plus-minus">
    <li class="is-gap"><xsl:value-of select="s:count('studio.rest', @lines)"/></li>
  </xsl:template>

  <!-- Putting it to use -->

  <xsl:template match="p:page[@name = 'stylesheet-activate']/p:content" mode="studio">
    <div class="sp-cols sp-gap">
      <div class="sp-stack">
        <xsl:apply-templates select="p:stylesheet/p:check" mode="found"/>
        <xsl:apply-templates select="p:stylesheet/p:difference" mode="plus-minus"/>
      </div>
      <div>
        <section class="sp-panel" aria-labelledby="studio-happens">
          <h2 id="studio-happens"><xsl:value-of select="s:label('activate.happens')"/></h2>
          <p><xsl:value-of select="s:label('activate.happens.help', 'program', s:label(concat('program.', p:stylesheet/@program)), 'department', p:stylesheet/@department-name)"/></p>
          <dl class="sp-list sp-list--pairs sp-gap-s">
            <xsl:apply-templates select="p:stylesheet/@asked-by-name | p:stylesheet/@asked-at" mode="fact"/>
          </dl>
          <p><a href="{p:stylesheet/@href}/preview"><xsl:value-of select="s:label('studio.preview')"/></a> · <a href="{p:stylesheet/@href}/facts"><xsl:value-of select="s:label('studio.facts')"/></a> · <a href="{p:stylesheet/@href}"><xsl:value-of select="s:label('activate.text')"/></a></p>
          <xsl:apply-templates select="p:stylesheet" mode="hinders"/>
          <xsl:apply-templates select="p:stylesheet/p:form[@name = 'activate']"><xsl:with-param name="class" select="'sp-bare'"/></xsl:apply-templates>
        </section>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="hinders" match="p:stylesheet">Why the user cannot put it to use.</doc:mode>
  <xsl:template match="p:stylesheet" mode="hinders"/>
  <xsl:template match="p:stylesheet[p:check/@state != 'passed']" mode="hinders">
    <p class="sp-strong"><xsl:value-of select="s:label('activate.hinders.refused')"/></p>
  </xsl:template>
  <xsl:template match="p:stylesheet[@hinders]" mode="hinders" priority="1">
    <p class="sp-strong"><xsl:value-of select="s:label(concat('activate.hinders.', @hinders))"/></p>
  </xsl:template>

  <!-- Seeing it -->

  <xsl:template match="p:page[@name = 'stylesheet-preview']/p:content" mode="studio">
    <div class="sp-cols sp-gap">
      <div class="sp-stack">
        <xsl:apply-templates select="p:stylesheet" mode="records"/>
        <section aria-labelledby="studio-samples">
          <h2 id="studio-samples"><xsl:value-of select="s:label('preview.samples')"/></h2>
          <p class="sp-quiet sp-small"><xsl:value-of select="s:label('preview.samples.help')"/></p>
          <ul class="sp-samples sp-gap-s"><xsl:apply-templates select="p:stylesheet/p:sample" mode="places"/></ul>
        </section>
      </div>
      <xsl:apply-templates select="p:stylesheet/p:form" mode="aside"/>
    </div>
  </xsl:template>

  <doc:mode name="records" match="p:stylesheet">Citizens whom somebody made up, with their pages.</doc:mode>
  <xsl:template match="p:stylesheet" mode="records">
    <p class="sp-quiet"><xsl:value-of select="s:label('preview.not-author')"/></p>
  </xsl:template>
  <xsl:template match="p:stylesheet[@mine and @state = 'draft']" mode="records">
    <section aria-labelledby="studio-citizens">
      <h2 id="studio-citizens"><xsl:value-of select="s:label('preview.citizens')"/></h2>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('preview.citizens.help')"/></p>
      <xsl:apply-templates select="." mode="citizens"/>
    </section>
  </xsl:template>

  <doc:mode name="citizens" match="p:stylesheet">The citizens, or that there are none.</doc:mode>
  <xsl:template match="p:stylesheet" mode="citizens">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'fictional'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:stylesheet[p:citizen/p:place]" mode="citizens">
    <ul class="sp-list sp-gap-s"><xsl:apply-templates select="p:citizen[p:place]" mode="places"/></ul>
  </xsl:template>

  <doc:mode name="places" match="p:citizen">A citizen's pages.</doc:mode>
  <xsl:template match="p:citizen" mode="places">
    <li>
      <div>
        <span class="sp-strong"><xsl:value-of select="@name"/></span>
        <ul class="sp-places"><xsl:apply-templates select="p:place" mode="places"/></ul>
      </div>
    </li>
  </xsl:template>

  <doc:mode name="places" match="p:place">One of them: the page twice, from where it can be seen alone.</doc:mode>
  <xsl:template match="p:place" mode="places">
    <li><a href="{@beside}"><xsl:apply-templates select="." mode="title"/></a></li>
  </xsl:template>

  <doc:mode name="title" match="p:place">The page's name.</doc:mode>
  <xsl:template match="p:place" mode="title">
    <xsl:value-of select="s:label-or(concat('tabs.', @name), s:label-or(concat('page.', ../../@program, '.', @name), @name))"/>
  </xsl:template>

  <doc:mode name="places" match="p:sample">A sample page.</doc:mode>
  <xsl:template match="p:sample" mode="places">
    <li><a href="{@beside}"><xsl:value-of select="@name"/></a></li>
  </xsl:template>

  <!-- A page of one's own choice: a panel, though it is no more than an address. -->
  <doc:mode name="aside" match="p:form">A form that leads somewhere, beside what the page is about.</doc:mode>
  <xsl:template match="p:form" mode="aside">
    <form class="sp-panel" id="form-{@name}" action="{@action}" method="{@method}" novalidate="novalidate">
      <xsl:apply-templates select="." mode="form-heading"/>
      <xsl:apply-templates select="." mode="hidden"/>
      <xsl:apply-templates select="." mode="fields"/>
      <xsl:apply-templates select="." mode="submits"/>
    </form>
  </xsl:template>

  <!-- The same page twice -->

  <xsl:template match="p:page[@name = 'stylesheet-beside']/p:content" mode="studio">
    <xsl:apply-templates select="p:stylesheet/@shows" mode="beside"/>
    <div class="sp-cols sp-cols--even sp-cols--tight sp-gap-s"><xsl:apply-templates select="p:stylesheet/p:pane" mode="beside"/></div>
    <div class="sp-gap"><xsl:apply-templates select="p:stylesheet/p:form" mode="aside"/></div>
  </xsl:template>

  <doc:mode name="beside" match="@shows">Which page it is.</doc:mode>
  <xsl:template match="@shows" mode="beside">
    <p><code><xsl:value-of select="."/></code><xsl:apply-templates select="../@facts" mode="beside"/></p>
  </xsl:template>
  <doc:mode name="beside" match="@facts">A link to what of the sample is not shown.</doc:mode>
  <xsl:template match="@facts" mode="beside">
    <xsl:text> · </xsl:text><a href="{.}"><xsl:value-of select="s:label('studio.facts')"/></a>
  </xsl:template>

  <doc:mode name="beside" match="p:pane">A frame with the page.</doc:mode>
  <xsl:template match="p:pane" mode="beside">
    <section class="sp-frame" aria-labelledby="pane-{@look}">
      <div class="sp-frame__bar">
        <h2 class="sp-strong" id="pane-{@look}"><xsl:value-of select="s:label(concat('preview.pane.', @look), 'n', ../@number)"/></h2>
        <a href="{@href}"><xsl:attribute name="aria-label"><xsl:value-of select="s:label(concat('preview.pane.', @look), 'n', ../@number)"/>: <xsl:value-of select="s:label('preview.alone')"/></xsl:attribute><xsl:value-of select="s:label('preview.alone')"/></a>
      </div>
      <iframe class="sp-frame__page" sandbox="allow-same-origin" src="{@src}" title="{s:label(concat('preview.pane.', @look), 'n', ../@number)}"/>
    </section>
  </xsl:template>

  <!-- A sample that cannot be made -->

  <xsl:template match="p:page[@name = 'stylesheet-sample']/p:content" mode="studio">
    <div class="sp-note sp-note--red sp-gap-s" data-keep="unrendered">
      <p class="sp-strong"><xsl:value-of select="s:label('preview.unrendered')"/></p>
      <p><xsl:apply-templates select="p:stylesheet/p:unrendered/@line" mode="of-lines"/><xsl:value-of select="p:stylesheet/p:unrendered"/></p>
    </div>
  </xsl:template>

  <!-- What it does not show -->

  <xsl:template match="p:page[@name = 'stylesheet-facts']/p:content" mode="studio">
    <p class="sp-quiet"><xsl:value-of select="s:label('facts.help')"/></p>
    <div class="sp-cols sp-gap">
      <div class="sp-stack"><xsl:apply-templates select="p:stylesheet" mode="not-shown"/></div>
      <nav aria-labelledby="studio-samples">
        <h2 id="studio-samples"><xsl:value-of select="s:label('preview.samples')"/></h2>
        <ul class="sp-samples sp-gap-s"><xsl:apply-templates select="p:stylesheet/p:sample" mode="choose"/></ul>
      </nav>
    </div>
  </xsl:template>

  <doc:mode name="choose" match="p:sample">A link to what of that sample is not shown.</doc:mode>
  <xsl:template match="p:sample" mode="choose">
    <li><a href="{@href}"><xsl:if test="@current"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><xsl:value-of select="@name"/></a></li>
  </xsl:template>

  <doc:mode name="not-shown" match="p:stylesheet">What is not shown of the chosen sample; none chosen: that one is to
    be.</doc:mode>
  <xsl:template match="p:stylesheet" mode="not-shown">
    <p><xsl:value-of select="s:label('facts.choose')"/></p>
  </xsl:template>
  <xsl:template match="p:stylesheet[p:facts]" mode="not-shown">
    <xsl:apply-templates select="p:facts" mode="not-shown"/>
  </xsl:template>

  <doc:mode name="not-shown" match="p:facts">What is not shown.</doc:mode>
  <xsl:template match="p:facts" mode="not-shown">
    <div class="sp-note sp-note--green" data-keep="facts"><p><xsl:value-of select="s:label('facts.none', 'page', @page)"/></p></div>
  </xsl:template>
  <xsl:template match="p:facts[@why]" mode="not-shown">
    <div class="sp-note sp-note--red" data-keep="facts"><p><xsl:value-of select="s:label('facts.unknown', 'page', @page)"/><xsl:text> </xsl:text><xsl:value-of select="@why"/></p></div>
  </xsl:template>
  <xsl:template match="p:facts[p:fact]" mode="not-shown">
    <h2><xsl:value-of select="s:count('facts.some', count(p:fact))"/></h2>
    <table class="sp-table sp-fold">
      <caption class="sr-only"><xsl:value-of select="s:count('facts.some', count(p:fact))"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="s:label('column.facts.fact')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.facts.value')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.facts.path')"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:fact" mode="row"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="row" match="p:fact">A fact's row: what it is in the reader's words, its value, where it
    stands.</doc:mode>
  <xsl:template match="p:fact" mode="row">
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="words"/></th>
      <td data-label="{s:label('column.facts.value')}"><xsl:value-of select="s:label-or(concat('choice.', @name, '.', .), s:label-or(concat('choice.', .), s:show(.)))"/></td>
      <td data-label="{s:label('column.facts.path')}"><code><xsl:value-of select="@path"/></code></td>
    </tr>
  </xsl:template>

  <doc:mode name="words" match="p:fact">What it is, in the reader's words where there are any.</doc:mode>
  <xsl:template match="p:fact" mode="words">
    <xsl:value-of select="s:label-or(concat('field.', @element), s:label-or(concat('element.', @element), @element))"/>
  </xsl:template>
  <xsl:template match="p:fact[@name]" mode="words">
    <xsl:value-of select="s:label-or(concat('field.', @element, '.', @name), s:label-or(concat('field.', @name), s:label-or(concat('column.', @name), @name)))"/>
  </xsl:template>
</xsl:stylesheet>

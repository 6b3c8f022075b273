<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s doc exsl">

  <doc:sheet name="worklist">What waits for the one who is signed in, on the home page, the most urgent first.</doc:sheet>

  <doc:mode name="count" match="p:worklist | @total">How much waits, as a sentence; a number behind a filter's
    words.</doc:mode>
  <xsl:template match="p:worklist" mode="count"><xsl:value-of select="s:label('home.nothing')"/></xsl:template>

  <xsl:template match="p:worklist[@total != 0]" mode="count">
    <xsl:value-of select="s:count('home.waiting', @total)"/>
    <xsl:if test="@urgent != 0">, <xsl:value-of select="s:count('home.late', @urgent)"/></xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <doc:mode match="p:worklist">What waits: filter and table; without items what stands there instead.</doc:mode>
  <xsl:template match="p:worklist[@total = 0]">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'worklist'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:worklist">
    <nav aria-label="{s:label('worklist.only')}">
      <ul class="sp-filter">
        <li>
          <a href="{$base}/">
            <xsl:if test="not(@only)"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
            <xsl:value-of select="s:label('worklist.all')"/>
            <xsl:apply-templates select="@total" mode="count"/>
          </a>
        </li>
        <xsl:apply-templates select="p:kind"/>
      </ul>
    </nav>
    <xsl:apply-templates select="." mode="worklist-table"/>
    <xsl:apply-templates select="@more"/>
  </xsl:template>

  <doc:mode match="@more">That more waits than the list can hold.</doc:mode>
  <xsl:template match="p:worklist/@more">
    <p class="sp-quiet"><xsl:value-of select="s:label('worklist.more')"/></p>
  </xsl:template>

  <doc:mode match="p:kind">A filter of what waits: one kind.</doc:mode>
  <xsl:template match="p:worklist/p:kind">
    <li>
      <a href="{$base}/?kind={@name}">
        <xsl:if test="../@only = @name"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
        <xsl:value-of select="s:label(concat('worklist.kinds.', @name))"/>
        <xsl:apply-templates select="@count" mode="count"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="@total" mode="count">
    <xsl:text> </xsl:text><span class="sp-count"><xsl:value-of select="."/></span>
  </xsl:template>

  <doc:mode name="worklist-table" match="p:worklist">The table of what waits, in groups by urgency.</doc:mode>
  <xsl:template match="p:worklist" mode="worklist-table">
    <xsl:variable name="head"><xsl:apply-templates select="p:item[1]" mode="head"/></xsl:variable>
    <table class="sp-table sp-fold sp-work">
      <caption class="sr-only"><xsl:value-of select="s:label('list.worklist')"/></caption>
      <thead><tr><xsl:copy-of select="$head"/></tr></thead>
      <xsl:apply-templates select="." mode="groups"><xsl:with-param name="columns" select="count(exsl:node-set($head)/*)"/></xsl:apply-templates>
    </table>
  </xsl:template>

  <doc:mode name="groups" match="p:worklist">The groups, the most urgent first. <doc:with name="columns">How many
    columns there are.</doc:with></doc:mode>
  <xsl:template match="p:worklist" mode="groups">
    <xsl:param name="columns"/>
    <xsl:apply-templates select="." mode="group"><xsl:with-param name="of" select="'urgent'"/><xsl:with-param name="columns" select="$columns"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="group"><xsl:with-param name="of" select="'today'"/><xsl:with-param name="columns" select="$columns"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="group"><xsl:with-param name="of" select="'soon'"/><xsl:with-param name="columns" select="$columns"/></xsl:apply-templates>
  </xsl:template>

  <doc:mode name="group" match="p:worklist">The items of one urgency, with their heading. <doc:with name="of">The
    urgency: urgent, today, soon.</doc:with> <doc:with name="columns">How many columns there
    are.</doc:with></doc:mode>
  <xsl:template match="p:worklist" mode="group">
    <xsl:param name="of"/>
    <xsl:param name="columns"/>
    <xsl:variable name="items" select="p:item[@urgency = $of]"/>
    <xsl:if test="$items">
      <tbody>
        <tr class="is-group">
          <th colspan="{$columns}" scope="rowgroup">
            <xsl:value-of select="s:label(concat('worklist.', $of))"/>
            <xsl:text> </xsl:text>
            <span class="sp-count"><xsl:value-of select="count($items)"/></span>
          </th>
        </tr>
        <xsl:apply-templates select="$items" mode="row"/>
      </tbody>
    </xsl:if>
  </xsl:template>

  <doc:list name="worklist" row="p:worklist/p:item" columns="kind citizen what when do" fixed="citizen what">What
    waits for the one who is signed in.</doc:list>
  <xsl:template match="p:worklist/p:item" mode="head">
    <xsl:apply-templates select="." mode="head.kind"/>
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.what"/>
    <xsl:apply-templates select="." mode="head.when"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="cells">
    <xsl:apply-templates select="." mode="cell.kind"/>
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.what"/>
    <xsl:apply-templates select="." mode="cell.when"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>

  <xsl:template match="p:worklist/p:item" mode="head.kind">
    <th scope="col" class="w-100"><xsl:value-of select="s:label('column.worklist.kind')"/></th>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="head.citizen">
    <th scope="col" class="w-220">
      <xsl:choose>
        <xsl:when test="../p:item/@department"><xsl:value-of select="s:label('column.worklist.about')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="s:label('column.worklist.citizen')"/></xsl:otherwise>
      </xsl:choose>
    </th>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="head.what">
    <th scope="col"><xsl:value-of select="s:label('column.worklist.what')"/></th>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="head.when">
    <th scope="col" class="w-150"><xsl:value-of select="s:label('column.worklist.when')"/></th>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="head.do">
    <th scope="col" class="is-act w-120">
      <span class="sr-only"><xsl:value-of select="s:label('column.worklist.do')"/></span>
    </th>
  </xsl:template>

  <xsl:template match="p:worklist/p:item" mode="cell.kind">
    <td><span class="sp-tag"><xsl:value-of select="s:label(concat('worklist.kind.', @kind))"/></span></td>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="cell.citizen">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@citizen | @department-name"/></a>
      <xsl:apply-templates select="." mode="marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="cell.what">
    <td class="is-what">
      <xsl:apply-templates select="." mode="what"/><xsl:apply-templates select="@law" mode="law"/><xsl:apply-templates select="@who" mode="stands-in"/>
    </td>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="cell.when">
    <td class="is-when"><xsl:apply-templates select="." mode="when"/></td>
  </xsl:template>
  <xsl:template match="p:worklist/p:item" mode="cell.do">
    <td class="is-act">
      <a href="{@href}">
        <xsl:apply-templates select="." mode="do"/>
        <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="s:label('worklist.for', 'name', @citizen | @department-name)"/></span>
      </a>
    </td>
  </xsl:template>

  <doc:mode name="law" match="@law">The rule that a deadline stands on.</doc:mode>
  <xsl:template match="@law" mode="law">
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="."/></span>
  </xsl:template>

  <doc:mode name="stands-in" match="@who">For whom the user does it.</doc:mode>
  <xsl:template match="@who" mode="stands-in"/>
  <xsl:template match="p:item[@kind = 'deadline' or @kind = 'note' or @kind = 'conference']/@who" mode="stands-in">
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('worklist.stands-in', 'name', .)"/></span>
  </xsl:template>

  <doc:mode name="do" match="p:item">The words of an item's link, label worklist.do.KIND.WHAT or
    worklist.do.KIND.</doc:mode>
  <xsl:template match="p:worklist/p:item" mode="do">
    <xsl:value-of select="s:first(concat('worklist.do.', @kind, '.', @what), concat('worklist.do.', @kind))"/>
  </xsl:template>

  <doc:mode name="what" match="p:item">What waits, in words, label work.KIND.WHAT or work.KIND.</doc:mode>
  <xsl:template match="p:worklist/p:item" mode="what">
    <xsl:value-of select="s:first(concat('work.', @kind, '.', @what), concat('work.', @kind))"/>
  </xsl:template>

  <xsl:template match="p:worklist/p:item[@days-over]" mode="what">
    <xsl:value-of select="s:first(concat('work.', @kind, '.', @what, '.late'), concat('work.', @kind, '.', @what), concat('work.', @kind))"/>
  </xsl:template>

  <xsl:template match="p:worklist/p:item[@title]" mode="what">
    <xsl:value-of select="s:label(concat('work.', @kind, '.', @what), 'title', @title, 'who', @who)"/>
  </xsl:template>

  <xsl:template match="p:worklist/p:item[@kind = 'stylesheet']" mode="what">
    <xsl:value-of select="s:label(concat('work.stylesheet.', @what), 'program', s:label(concat('program.', @program)), 'who', @who)"/>
  </xsl:template>

  <xsl:template match="p:worklist/p:item[@kind = 'conference']" mode="what" priority="1">
    <xsl:value-of select="s:label(concat('work.conference.', @what))"/>
    <xsl:if test="@what = 'planned'"><xsl:text> </xsl:text><xsl:value-of select="s:time(@planned-at)"/></xsl:if>
    <xsl:if test="@title">, <xsl:value-of select="@title"/></xsl:if>
  </xsl:template>

  <xsl:template match="p:worklist/p:item[@kind = 'triage']" mode="what">
    <xsl:value-of select="s:label('work.triage')"/>
    <xsl:apply-templates select="@red[. != 0] | @yellow[. != 0]" mode="lights"/>
    <xsl:if test="not(@red &gt; 0)"><xsl:apply-templates select="@green" mode="lights"/></xsl:if>
  </xsl:template>

  <doc:mode name="when" match="p:item | @days-left | @days-waited">How late or how soon; labels work.left, work.over,
    work.waited.</doc:mode>
  <xsl:template match="p:worklist/p:item" mode="when">
    <xsl:apply-templates select="@days-left" mode="when"/>
    <xsl:apply-templates select="@due-on" mode="date-line"/>
  </xsl:template>

  <xsl:template match="p:worklist/p:item[@days-over]" mode="when">
    <span class="sp-late"><xsl:value-of select="s:count('work.over', @days-over)"/></span>
    <xsl:apply-templates select="@due-on" mode="date-line"/>
  </xsl:template>

  <xsl:template match="p:worklist/p:item[@days-waited][@kind = 'triage' or not(@due-on)]" mode="when" priority="2">
    <xsl:apply-templates select="@days-waited" mode="when"/>
    <xsl:apply-templates select="@since" mode="date-line"/>
  </xsl:template>

  <xsl:template match="@days-left" mode="when"><xsl:value-of select="s:count('work.left', .)"/></xsl:template>
  <xsl:template match="@days-left[. = 0]" mode="when"><xsl:value-of select="s:label('work.left.today')"/></xsl:template>
  <xsl:template match="@days-left[. = 1]" mode="when">
    <xsl:value-of select="s:label('work.left.tomorrow')"/>
  </xsl:template>
  <xsl:template match="@days-waited" mode="when"><xsl:value-of select="s:count('work.waited', .)"/></xsl:template>
  <xsl:template match="@days-waited[. = 0]" mode="when">
    <xsl:value-of select="s:label('work.waited.today')"/>
  </xsl:template>
  <xsl:template match="p:item[@kind = 'screening']/@days-waited" mode="when">
    <xsl:value-of select="s:count('work.quiet', .)"/>
  </xsl:template>

  <doc:mode name="date-line" match="@due-on | @since">The date under it.</doc:mode>
  <xsl:template match="@due-on | @since" mode="date-line">
    <br/>
    <span class="sp-quiet sp-small sp-num">
      <xsl:if test="local-name() = 'since'"><xsl:value-of select="s:label('work.since')"/><xsl:text> </xsl:text></xsl:if>
      <span class="sp-date"><xsl:value-of select="s:date(.)"/></span>
    </span>
  </xsl:template>
</xsl:stylesheet>

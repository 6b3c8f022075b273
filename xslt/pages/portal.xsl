<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s doc exsl">
  <xsl:import href="samspil:base/all.xsl"/>

  <doc:sheet name="portal">The pages of samspil-portal: sign-in, home, citizens, a citizen, health.</doc:sheet>

  <xsl:include href="samspil:pages/portal/messages.xsl"/>

  <!-- Sign-in -->

  <xsl:template match="p:page[@name = 'sign-in']/p:content" mode="body">
    <div class="sp-narrow sp-gap-s">
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="." mode="sign-in.after"/>
    </div>
  </xsl:template>

  <doc:hook name="sign-in.after" match="p:content">Below the form to sign in, for whom to call.</doc:hook>
  <xsl:template match="p:content" mode="sign-in.after"/>

  <!-- Home -->

  <xsl:template match="p:content[p:home]" mode="heading"/>

  <xsl:template match="p:content[p:home]" mode="body">
    <xsl:apply-templates select="p:home"/>
  </xsl:template>

  <doc:mode match="p:home">The home page: greeting, search, what waits, the caseload.</doc:mode>
  <xsl:template match="p:home">
    <div class="sp-cols">
      <div>
        <h1><xsl:value-of select="s:label(concat('home.greeting.', @greeting), 'name', @first-name)"/></h1>
        <p class="sp-quiet">
          <xsl:value-of select="s:label('home.today', 'weekday', s:label(concat('weekday.', @weekday)), 'day', @day, 'month', s:label(concat('month.', @month)), 'year', @year)"/>
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="p:worklist" mode="count"/>
        </p>
      </div>
      <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="'sp-find sp-noprint'"/></xsl:apply-templates>
    </div>
    <div class="sp-cols sp-gap">
      <section aria-labelledby="worklist">
        <xsl:apply-templates select="p:messages"/>
        <p><a class="sp-link" href="{$base}/messages"><xsl:value-of select="s:label('home.messages')"/></a></p>
        <h2 class="sr-only" id="worklist"><xsl:value-of select="s:label('worklist')"/></h2>
        <xsl:apply-templates select="p:worklist"/>
        <xsl:apply-templates select="." mode="worklist.after"/>
      </section>
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="home.before"/>
        <xsl:apply-templates select="p:caseload"/>
        <xsl:apply-templates select="." mode="home.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="worklist.after" match="p:home">Below what waits.</doc:hook>
  <xsl:template match="p:home" mode="worklist.after"/>
  <doc:hook name="home.before" match="p:home">Above the courses, at the right.</doc:hook>
  <xsl:template match="p:home" mode="home.before"/>
  <doc:hook name="home.after" match="p:home">Below the courses, at the right.</doc:hook>
  <xsl:template match="p:home" mode="home.after"/>

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

  <doc:mode match="p:caseload">How many courses there are in each state.</doc:mode>
  <xsl:template match="p:caseload">
    <section aria-labelledby="caseload">
      <div class="sp-head">
        <h2 id="caseload"><xsl:value-of select="s:label(concat('caseload.', @of))"/></h2>
        <a class="sp-small" href="{$base}/plan"><xsl:value-of select="s:label('caseload.all')"/></a>
      </div>
      <dl class="sp-list sp-list--pairs">
        <xsl:apply-templates select="p:count"/>
        <div>
          <dt class="sp-strong"><xsl:value-of select="s:label('caseload.total')"/></dt>
          <dd class="sp-num sp-strong"><xsl:value-of select="@total"/></dd>
        </div>
      </dl>
    </section>
  </xsl:template>

  <doc:mode match="p:count">One state of these.</doc:mode>
  <xsl:template match="p:caseload/p:count">
    <div>
      <dt><xsl:value-of select="s:label(concat('course-state.', @state))"/></dt>
      <dd class="sp-num"><xsl:value-of select="@courses"/></dd>
    </div>
  </xsl:template>

  <!-- The search: one field and its button beside each other. -->

  <xsl:template match="p:form[@name = 'find']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'find']/p:field" mode="label">
    <xsl:value-of select="s:label('form.find')"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'find']/p:submit[1]" priority="2">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
  <xsl:template match="p:form[@name = 'find']/p:field" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <div class="sp-search">
      <input class="form-input" type="search" autocomplete="off" id="{$id}" name="{@name}" value="{p:value}">
        <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      </input>
      <xsl:apply-templates select="../p:submit"/>
    </div>
  </xsl:template>
  <xsl:template match="p:form[@name = 'find']" mode="submits"/>

  <!-- Citizens -->

  <xsl:template match="p:content[p:citizens]" mode="body">
    <xsl:apply-templates select="p:citizens"/>
  </xsl:template>

  <doc:mode match="p:citizens">The page to find citizens: search, list, form for a new one.</doc:mode>
  <xsl:template match="p:citizens">
    <div class="sp-cols sp-gap-s">
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name = 'find']"><xsl:with-param name="class" select="'sp-find'"/></xsl:apply-templates>
        <xsl:apply-templates select="p:list"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name = 'citizen']"/>
        <xsl:apply-templates select="." mode="citizens.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="citizens.after" match="p:citizens">Below the form for a new citizen.</doc:hook>
  <xsl:template match="p:citizens" mode="citizens.after"/>

  <xsl:template match="p:form[@name = 'citizen']" mode="errors">
    <xsl:apply-imports/>
    <xsl:apply-templates select="../p:known"/>
  </xsl:template>

  <doc:mode match="p:known">That this citizen is known already.</doc:mode>
  <xsl:template match="p:known">
    <p><a href="{@href}"><xsl:value-of select="s:label('citizens.known')"/></a></p>
  </xsl:template>

  <doc:list name="citizens" columns="citizen birth-date open-courses" fixed="citizen birth-date">The citizens that
    were found.</doc:list>
  <xsl:template match="p:list[@name = 'citizens']" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.birth-date"/>
    <xsl:apply-templates select="." mode="head.open-courses"/>
  </xsl:template>
  <xsl:template match="p:list[@name = 'citizens']/p:row" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.birth-date"/>
    <xsl:apply-templates select="." mode="cell.open-courses"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'citizens']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'name'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'citizens']" mode="head.birth-date">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'birth-date'"/><xsl:with-param name="sort" select="'birth-date'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'citizens']" mode="head.open-courses">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'open-courses'"/><xsl:with-param name="class" select="'is-num'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:list[@name = 'citizens']/p:row" mode="cell.citizen">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@citizen"/></a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:list[@name = 'citizens']/p:row" mode="cell.birth-date">
    <td data-label="{s:label('column.citizens.birth-date')}">
      <xsl:value-of select="s:date(@birth-date)"/>
      <xsl:apply-templates select="@died-on" mode="tag"/>
    </td>
  </xsl:template>
  <xsl:template match="p:list[@name = 'citizens']/p:row" mode="cell.open-courses">
    <td class="is-num" data-label="{s:label('column.citizens.open-courses')}">
      <xsl:value-of select="@open-courses"/>
    </td>
  </xsl:template>

  <xsl:template match="p:list[@name = 'citizens']" mode="query">
    <xsl:apply-templates select="../p:form[@name = 'find']/p:field/p:value" mode="query"/>
  </xsl:template>

  <doc:mode name="tag" match="@died-on | @fictional | @protected">What one must know of a person, as a tag.</doc:mode>
  <xsl:template match="@died-on" mode="tag">
    <xsl:text> </xsl:text>
    <span class="sp-tag" data-keep="died"><xsl:value-of select="s:label('citizen.died', 'date', s:date(.))"/></span>
  </xsl:template>

  <!-- One citizen -->

  <xsl:template match="p:content[p:citizen]" mode="title"><xsl:value-of select="p:citizen/@name"/></xsl:template>
  <xsl:template match="p:content[p:citizen]" mode="heading"/>
  <xsl:template match="p:content[p:citizen]" mode="banner">
    <xsl:apply-templates select="p:citizen" mode="banner"/>
  </xsl:template>

  <doc:mode name="banner" match="p:citizen">Whose page it is.</doc:mode>
  <xsl:template match="p:citizen" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:value-of select="@name"/></h1>
          <p>
            <span class="sp-num"><xsl:value-of select="@cpr"/></span>
            <xsl:if test="@cpr-kind = 'replacement'"><xsl:text> </xsl:text><span data-keep="replacement">(<xsl:value-of select="s:label('citizen.replacement.help')"/>)</span></xsl:if>
            <xsl:text> · </xsl:text>
            <xsl:value-of select="s:label('citizen.age', 'n', @age)"/>
            <xsl:if test="@benefit"> · <xsl:value-of select="@benefit"/></xsl:if>
            <xsl:if test="@phone"> · <span class="sp-num"><xsl:value-of select="@phone"/></span></xsl:if>
          </p>
          <xsl:apply-templates select="." mode="tags"/>
        </div>
        <xsl:apply-templates select="." mode="citizen.head.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="citizen.head.after" match="p:citizen">At the end of a citizen's head.</doc:hook>
  <xsl:template match="p:citizen" mode="citizen.head.after"/>

  <doc:mode name="tags" match="p:citizen">All that one must know of the person.</doc:mode>
  <xsl:template match="p:citizen" mode="tags">
    <xsl:if test="@protected or @interpreter or @died-on or @fictional">
      <p>
        <xsl:apply-templates select="@protected" mode="tag"/>
        <xsl:if test="@interpreter"><xsl:text> </xsl:text><span class="sp-tag" data-keep="interpreter"><xsl:value-of select="s:label('citizen.interpreter', 'language', s:label(concat('choice.language.', @language)))"/></span></xsl:if>
        <xsl:apply-templates select="@died-on" mode="tag"/>
        <xsl:apply-templates select="@fictional" mode="tag"/>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@fictional" mode="tag">
    <xsl:text> </xsl:text><span class="sp-tag" data-keep="fictional" title="{s:label('citizen.fictional.help')}"><xsl:value-of select="s:label('citizen.fictional')"/></span>
  </xsl:template>
  <xsl:template match="@protected" mode="tag">
    <span class="sp-tag" data-keep="protected"><xsl:value-of select="s:label('citizen.protected')"/></span>
  </xsl:template>
  <xsl:template match="p:citizen[@protected-to]/@protected" mode="tag">
    <span class="sp-tag" data-keep="protected"><xsl:value-of select="s:label('citizen.protected-to', 'date', s:date(../@protected-to))"/></span>
  </xsl:template>

  <xsl:template match="p:content[p:citizen]" mode="body">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:citizen" mode="citizen.before"/>
        <xsl:apply-templates select="p:citizen" mode="screenings"/>
        <xsl:apply-templates select="p:citizen" mode="courses"/>
        <xsl:apply-templates select="p:citizen" mode="benefits"/>
        <xsl:apply-templates select="p:citizen" mode="citizen.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:citizen/p:form[@name = 'screening']"/>
        <xsl:apply-templates select="p:citizen/p:form[@name = 'citizen-details']"/>
        <xsl:apply-templates select="p:citizen" mode="citizen.side.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="citizen.before" match="p:citizen">Above the screenings.</doc:hook>
  <xsl:template match="p:citizen" mode="citizen.before"/>
  <doc:hook name="citizen.side.after" match="p:citizen">At the end of the right column.</doc:hook>
  <xsl:template match="p:citizen" mode="citizen.side.after"/>
  <doc:hook name="citizen.after" match="p:citizen">Below the benefits.</doc:hook>
  <xsl:template match="p:citizen" mode="citizen.after"/>

  <doc:mode name="screenings" match="p:citizen">The citizen's screenings.</doc:mode>
  <xsl:template match="p:citizen" mode="screenings">
    <section aria-labelledby="screenings">
      <div class="sp-head"><h2 id="screenings"><xsl:value-of select="s:label('citizen.screenings')"/></h2></div>
      <xsl:apply-templates select="." mode="screenings-table"/>
      <xsl:apply-templates select="." mode="screenings.after"/>
    </section>
  </xsl:template>

  <doc:hook name="screenings.after" match="p:citizen">Below the screenings.</doc:hook>
  <xsl:template match="p:citizen" mode="screenings.after"/>
  <doc:hook name="courses.after" match="p:citizen">Below the courses.</doc:hook>
  <xsl:template match="p:citizen" mode="courses.after"/>

  <doc:mode name="screenings-table" match="p:citizen">The citizen's screenings in a table, or that there are
    none.</doc:mode>
  <xsl:template match="p:citizen" mode="screenings-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'citizen-screenings'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:citizen[p:screening]" mode="screenings-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'citizen-screenings'"/>
      <xsl:with-param name="rows" select="p:screening"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="citizen-screenings" row="p:citizen/p:screening" columns="questionnaire state issued-at result" fixed="questionnaire result">The
    citizen's screenings in a table.</doc:list>
  <xsl:template match="p:citizen/p:screening" mode="head">
    <xsl:apply-templates select="." mode="head.questionnaire"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.issued-at"/>
    <xsl:apply-templates select="." mode="head.result"/>
  </xsl:template>
  <xsl:template match="p:citizen/p:screening" mode="cells">
    <xsl:apply-templates select="." mode="cell.questionnaire"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.issued-at"/>
    <xsl:apply-templates select="." mode="cell.result"/>
  </xsl:template>

  <xsl:template match="p:citizen/p:screening" mode="head.questionnaire">
    <th scope="col"><xsl:value-of select="s:label('column.questionnaire')"/></th>
  </xsl:template>
  <xsl:template match="p:citizen/p:screening" mode="head.state">
    <th scope="col"><xsl:value-of select="s:label('column.state')"/></th>
  </xsl:template>
  <xsl:template match="p:citizen/p:screening" mode="head.issued-at">
    <th scope="col"><xsl:value-of select="s:label('field.issued-at')"/></th>
  </xsl:template>
  <xsl:template match="p:citizen/p:screening" mode="head.result">
    <th scope="col"><xsl:value-of select="s:label('field.result')"/></th>
  </xsl:template>

  <xsl:template match="p:citizen/p:screening" mode="cell.questionnaire">
    <th scope="row"><a href="{@href}"><xsl:value-of select="@questionnaire"/></a></th>
  </xsl:template>
  <xsl:template match="p:citizen/p:screening" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:value-of select="s:label(concat('screening-state.', @state))"/></td>
  </xsl:template>
  <xsl:template match="p:citizen/p:screening" mode="cell.issued-at">
    <td data-label="{s:label('field.issued-at')}"><xsl:value-of select="s:time(@issued-at)"/></td>
  </xsl:template>
  <xsl:template match="p:citizen/p:screening" mode="cell.result">
    <td data-label="{s:label('field.result')}">
      <xsl:apply-templates select="@red | @yellow | @green" mode="lights"/><xsl:apply-templates select="@assess-href" mode="assess"/>
    </td>
  </xsl:template>

  <doc:mode name="assess" match="@assess-href">The link to the assessment of a screening.</doc:mode>
  <xsl:template match="@assess-href" mode="assess">
    <xsl:text> </xsl:text><a class="sp-nowrap" href="{.}"><xsl:value-of select="s:label('citizen.assess')"/></a>
  </xsl:template>

  <doc:mode name="courses" match="p:citizen">The citizen's courses.</doc:mode>
  <xsl:template match="p:citizen" mode="courses">
    <section aria-labelledby="courses">
      <div class="sp-head"><h2 id="courses"><xsl:value-of select="s:label('citizen.courses')"/></h2><xsl:apply-templates select="@new-course" mode="new-course"/></div>
      <xsl:apply-templates select="." mode="courses-table"/>
      <xsl:apply-templates select="." mode="courses.after"/>
    </section>
  </xsl:template>

  <doc:mode name="new-course" match="@new-course">The link to open a course from a referral.</doc:mode>
  <xsl:template match="@new-course" mode="new-course">
    <a class="sp-small" href="{.}"><xsl:value-of select="s:label('page.plan.new-course')"/></a>
  </xsl:template>

  <doc:mode name="courses-table" match="p:citizen">The citizen's courses in a table, or that there are
    none.</doc:mode>
  <xsl:template match="p:citizen" mode="courses-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'citizen-courses'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:citizen[p:course]" mode="courses-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'citizen-courses'"/>
      <xsl:with-param name="rows" select="p:course"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="citizen-courses" row="p:citizen/p:course" columns="course state opened-on closed-on caseworker" fixed="course">The
    citizen's courses in a table.</doc:list>
  <xsl:template match="p:citizen/p:course" mode="head">
    <xsl:apply-templates select="." mode="head.course"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.opened-on"/>
    <xsl:apply-templates select="." mode="head.closed-on"/>
    <xsl:apply-templates select="." mode="head.caseworker"/>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="cells">
    <xsl:apply-templates select="." mode="cell.course"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.opened-on"/>
    <xsl:apply-templates select="." mode="cell.closed-on"/>
    <xsl:apply-templates select="." mode="cell.caseworker"/>
  </xsl:template>

  <xsl:template match="p:citizen/p:course" mode="head.course">
    <th scope="col"><xsl:value-of select="s:label('column.citizen-courses.course')"/></th>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="head.state">
    <th scope="col"><xsl:value-of select="s:label('column.state')"/></th>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="head.opened-on">
    <th scope="col"><xsl:value-of select="s:label('field.opened-on')"/></th>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="head.closed-on">
    <th scope="col"><xsl:value-of select="s:label('field.closed-on')"/></th>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="head.caseworker">
    <th scope="col"><xsl:value-of select="s:label('column.caseworker')"/></th>
  </xsl:template>

  <xsl:template match="p:citizen/p:course" mode="cell.course">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="s:label('citizen.course', 'n', @id)"/></a><xsl:apply-templates select="@frame" mode="frame"/>
    </th>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:value-of select="s:label(concat('course-state.', @state))"/></td>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="cell.opened-on">
    <td data-label="{s:label('field.opened-on')}"><xsl:value-of select="s:date(@opened-on)"/></td>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="cell.closed-on">
    <td data-label="{s:label('field.closed-on')}"><xsl:value-of select="s:date(@closed-on)"/></td>
  </xsl:template>
  <xsl:template match="p:citizen/p:course" mode="cell.caseworker">
    <td data-label="{s:label('column.caseworker')}"><xsl:value-of select="@caseworker"/></td>
  </xsl:template>

  <doc:mode name="frame" match="@frame">The legal frame of a course, beside its number.</doc:mode>
  <xsl:template match="@frame" mode="frame">
    <xsl:text> </xsl:text><span class="sp-quiet"><xsl:value-of select="."/></span>
  </xsl:template>

  <doc:mode name="benefits" match="p:citizen">The benefits over time.</doc:mode>
  <xsl:template match="p:citizen" mode="benefits">
    <section aria-labelledby="benefits">
      <div class="sp-head"><h2 id="benefits"><xsl:value-of select="s:label('citizen.benefits')"/></h2></div>
      <xsl:apply-templates select="." mode="benefits-table"/>
    </section>
  </xsl:template>

  <doc:mode name="benefits-table" match="p:citizen">The citizen's benefits over time in a table.</doc:mode>
  <xsl:template match="p:citizen" mode="benefits-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'benefits'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:citizen[p:benefit-period]" mode="benefits-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'benefits'"/>
      <xsl:with-param name="rows" select="p:benefit-period"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="benefits" row="p:benefit-period" columns="benefit-type starts-on ends-on" fixed="benefit-type">The
    citizen's benefits over time in a table..</doc:list>
  <xsl:template match="p:benefit-period" mode="head">
    <xsl:apply-templates select="." mode="head.benefit-type"/>
    <xsl:apply-templates select="." mode="head.starts-on"/>
    <xsl:apply-templates select="." mode="head.ends-on"/>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="cells">
    <xsl:apply-templates select="." mode="cell.benefit-type"/>
    <xsl:apply-templates select="." mode="cell.starts-on"/>
    <xsl:apply-templates select="." mode="cell.ends-on"/>
  </xsl:template>

  <xsl:template match="p:benefit-period" mode="head.benefit-type">
    <th scope="col"><xsl:value-of select="s:label('field.benefit-type')"/></th>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="head.starts-on">
    <th scope="col"><xsl:value-of select="s:label('column.benefits.starts-on')"/></th>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="head.ends-on">
    <th scope="col"><xsl:value-of select="s:label('column.benefits.ends-on')"/></th>
  </xsl:template>

  <xsl:template match="p:benefit-period" mode="cell.benefit-type">
    <th scope="row"><xsl:value-of select="@benefit"/></th>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="cell.starts-on">
    <td data-label="{s:label('column.benefits.starts-on')}"><xsl:value-of select="s:date(@starts-on)"/></td>
  </xsl:template>
  <xsl:template match="p:benefit-period" mode="cell.ends-on">
    <td data-label="{s:label('column.benefits.ends-on')}"><xsl:apply-templates select="." mode="ends"/></td>
  </xsl:template>

  <doc:mode name="ends" match="p:benefit-period">When a benefit ended, or that it runs.</doc:mode>
  <xsl:template match="p:benefit-period" mode="ends">
    <span class="sp-quiet"><xsl:value-of select="s:label('citizen.runs')"/></span>
  </xsl:template>
  <xsl:template match="p:benefit-period[@ends-on]" mode="ends"><xsl:value-of select="s:date(@ends-on)"/></xsl:template>

  <!-- Health -->

  <xsl:template match="p:content[p:health]" mode="body">
    <xsl:apply-templates select="p:health"/>
  </xsl:template>

  <doc:mode match="p:health">Whether this node is fit to answer.</doc:mode>
  <xsl:template match="p:health">
    <div class="sp-note sp-note--red" role="alert" data-keep="not-ready"><p><xsl:value-of select="s:label('health.not-ready')"/></p></div>
    <xsl:apply-templates select="." mode="checks"/>
  </xsl:template>

  <xsl:template match="p:health[@ready = 'yes']">
    <div class="sp-note sp-note--green" data-keep="ready"><p><xsl:value-of select="s:label('health.ok')"/></p></div>
    <xsl:apply-templates select="." mode="checks"/>
  </xsl:template>

  <doc:mode name="checks" match="p:health">What was checked.</doc:mode>
  <xsl:template match="p:health" mode="checks">
    <ul class="sp-bullets">
      <xsl:apply-templates select="p:check"/>
    </ul>
    <xsl:apply-templates select="@schema"/>
  </xsl:template>

  <doc:mode match="@schema">The schema of the database.</doc:mode>
  <xsl:template match="p:health/@schema">
    <p class="sp-quiet"><xsl:value-of select="s:label('health.schema', 'n', .)"/></p>
  </xsl:template>

  <doc:mode match="p:check">One check, label health.NAME.STATE.</doc:mode>
  <xsl:template match="p:health/p:check">
    <li><xsl:value-of select="s:label(concat('health.', @name, '.', @state))"/></li>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="course">The head of a course, the overview, what waits.</doc:sheet>

  <!-- The head -->

  <xsl:template match="p:content[p:course]" mode="title">
    <xsl:value-of select="s:label(concat('page.plan.', ../@name))"/>: <xsl:value-of select="p:course/p:citizen/@name"/>
  </xsl:template>
  <xsl:template match="p:content[p:course]" mode="heading"/>
  <xsl:template match="p:content[p:course]" mode="banner">
    <xsl:apply-templates select="p:course" mode="banner"/>
  </xsl:template>

  <doc:mode name="banner" match="p:course | p:citizen">Whose case this is, its facts, steps and tabs.</doc:mode>
  <xsl:template match="p:course" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in">
        <xsl:apply-templates select="." mode="course.before"/>
        <xsl:apply-templates select="p:citizen" mode="banner"/>
        <dl class="sp-facts">
          <xsl:apply-templates select="." mode="facts"/>
          <xsl:apply-templates select="." mode="course.facts.after"/>
        </dl>
        <xsl:apply-templates select="p:steps | p:tabs"/>
        <xsl:apply-templates select="." mode="course.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="facts" match="p:course">The facts in a course's head.</doc:mode>
  <xsl:template match="p:course" mode="facts">
    <xsl:apply-templates select="@employment-goal" mode="fact"/>
    <div>
      <dt><xsl:value-of select="s:label('field.caseworker')"/></dt>
      <dd>
        <xsl:value-of select="@caseworker-name"/>, <xsl:value-of select="@department-name"/>
        <xsl:apply-templates select="@deputy-name" mode="deputy"/>
      </dd>
    </div>
    <xsl:apply-templates select="@state | @next-deadline | @waits-for | @state-reason | @returns-on | @closed-on" mode="fact"/>
    <xsl:apply-templates select="p:citizen/@died-on" mode="fact"/>
  </xsl:template>

  <!-- For who runs a part of it: the name, no more. -->
  <xsl:template match="p:course[not(p:tabs)]" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <xsl:apply-templates select="p:citizen" mode="banner"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="course.before" match="p:course">At the beginning of a course's head.</doc:hook>
  <xsl:template match="p:course" mode="course.before"/>
  <doc:hook name="course.after" match="p:course">At the end of a course's head, below the tabs.</doc:hook>
  <xsl:template match="p:course" mode="course.after"/>
  <doc:hook name="course.facts.after" match="p:course">More facts in the head, as
    &lt;div&gt;&lt;dt&gt;&lt;dd&gt;.</doc:hook>
  <xsl:template match="p:course" mode="course.facts.after"/>

  <doc:mode name="linked" match="p:citizen">The name, a link where one may go on.</doc:mode>
  <xsl:template match="p:citizen" mode="linked"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="p:citizen[@href]" mode="linked">
    <a href="{@href}"><xsl:value-of select="@name"/></a>
  </xsl:template>

  <xsl:template match="p:content[p:course]/p:breadcrumbs/p:item" mode="item">
    <xsl:choose>
      <xsl:when test="@name"><xsl:value-of select="s:first(concat('tabs.', @name), concat('navigation.', @name))"/></xsl:when>
      <xsl:otherwise><xsl:apply-imports/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:citizen" mode="banner">
    <div class="sp-course__title">
      <h1><xsl:apply-templates select="." mode="linked"/></h1>
      <p>
        <xsl:apply-templates select="@cpr"/>
        <xsl:if test="@age"> · <xsl:value-of select="s:label('citizen.age', 'n', @age)"/></xsl:if>
        <xsl:if test="@benefit"> · <xsl:value-of select="@benefit"/></xsl:if>
        <xsl:if test="@cpr"> · </xsl:if>
        <xsl:value-of select="s:label('citizen.course', 'n', ../@id)"/>
        <xsl:apply-templates select="." mode="marks"/>
      </p>
    </div>
  </xsl:template>

  <doc:mode match="@cpr">The CPR number.</doc:mode>
  <xsl:template match="p:citizen/@cpr"><span class="sp-num"><xsl:value-of select="."/></span></xsl:template>

  <xsl:template match="p:citizen | p:list/p:course | p:list/p:intervention" mode="marks">
    <xsl:apply-templates select="@cpr-kind[. = 'replacement'] | @protected | @interpreter | @died-on | @fictional" mode="mark"/>
  </xsl:template>

  <doc:mode name="mark" match="@cpr-kind | @protected | @interpreter | @died-on | @fictional">What one must know of
    the person, as a tag.</doc:mode>
  <xsl:template match="@cpr-kind" mode="mark">
    <xsl:text> </xsl:text><span class="sp-tag" data-keep="replacement" title="{s:label('citizen.replacement.help')}"><xsl:value-of select="s:label('citizen.replacement')"/></span>
  </xsl:template>
  <xsl:template match="@protected" mode="mark">
    <xsl:text> </xsl:text><span class="sp-tag" data-keep="protected"><xsl:value-of select="s:label('citizen.protected')"/></span>
  </xsl:template>
  <xsl:template match="@protected[../@protected-to]" mode="mark">
    <xsl:text> </xsl:text><span class="sp-tag" data-keep="protected"><xsl:value-of select="s:label('citizen.protected-to', 'date', s:date(../@protected-to))"/></span>
  </xsl:template>
  <xsl:template match="@interpreter" mode="mark">
    <xsl:text> </xsl:text><span class="sp-tag" data-keep="interpreter"><xsl:value-of select="s:label('citizen.interpreter', 'language', s:label-or(concat('choice.language.', ../@language), ../@language))"/></span>
  </xsl:template>
  <xsl:template match="@died-on" mode="mark">
    <xsl:text> </xsl:text><span class="sp-tag" data-keep="died"><xsl:value-of select="s:label('citizen.died', 'date', s:date(.))"/></span>
  </xsl:template>

  <xsl:template match="@fictional" mode="mark">
    <xsl:text> </xsl:text><span class="sp-tag" data-keep="fictional" title="{s:label('citizen.fictional.help')}"><xsl:value-of select="s:label('citizen.fictional')"/></span>
  </xsl:template>

  <xsl:template match="p:course/@next-deadline" mode="show">
    <span class="sp-strong sp-date"><xsl:value-of select="s:date(.)"/></span>
    <br/>
    <xsl:value-of select="s:label-or(concat('deadline.', ../@next-deadline-kind), ../@next-deadline-kind)"/>
  </xsl:template>

  <!-- Why a course is paused, and that it is closed, is a warning. -->
  <xsl:template match="p:course/@state-reason | p:course/@closed-on" mode="fact">
    <div data-keep="{local-name()}">
      <dt><xsl:value-of select="s:own('field')"/></dt>
      <dd><xsl:apply-templates select="." mode="show"/></dd>
    </div>
  </xsl:template>

  <xsl:template match="p:course[@late]/@next-deadline" mode="show">
    <span class="sp-late sp-date"><xsl:value-of select="s:date(.)"/></span>
    <br/>
    <xsl:value-of select="s:label-or(concat('deadline.', ../@next-deadline-kind), ../@next-deadline-kind)"/>
  </xsl:template>

  <xsl:template match="p:course/@waits-for" mode="show">
    <xsl:value-of select="s:label(concat('waits.', .))"/>
  </xsl:template>
  <xsl:template match="p:course[@waits-since]/@waits-for" mode="show">
    <xsl:value-of select="s:label(concat('waits.', .))"/>
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('waits.since', 'date', s:date(../@waits-since))"/></span>
  </xsl:template>

  <doc:mode name="deputy" match="@deputy-name">Who stands in for the caseworker today.</doc:mode>
  <xsl:template match="@deputy-name" mode="deputy">
    <br/><span class="sp-small"><xsl:value-of select="s:label('course.deputy', 'name', .)"/></span>
  </xsl:template>

  <!-- Of one who is dead, what one must not do. -->
  <xsl:template match="p:course/p:citizen/@died-on" mode="fact">
    <div data-keep="no-letters">
      <dt><xsl:value-of select="s:label('field.letters')"/></dt>
      <dd><xsl:value-of select="s:label('citizen.no-letters')"/></dd>
    </div>
  </xsl:template>
  <doc:mode name="no-letters" match="@died-on">That a dead citizen gets no letters.</doc:mode>
  <xsl:template match="@died-on" mode="no-letters">
    <p class="sp-strong" data-keep="no-letters"><xsl:value-of select="s:label('citizen.no-letters')"/></p>
  </xsl:template>
  <xsl:template match="p:course/@state" mode="show">
    <xsl:value-of select="s:label(concat('course-state.', .))"/>
  </xsl:template>

  <!-- The overview -->

  <xsl:template match="p:page[@name = 'overview']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="overview"/>
  </xsl:template>

  <doc:mode name="overview" match="p:course">The overview.</doc:mode>
  <xsl:template match="p:course" mode="overview">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="overview.before"/>
        <section aria-labelledby="waits">
          <h2 id="waits"><xsl:value-of select="s:label('overview.waits')"/></h2>
          <xsl:apply-templates select="." mode="waits"/>
        </section>
        <xsl:apply-templates select="." mode="waits.after"/>
        <section aria-labelledby="overview-interventions">
          <xsl:apply-templates select="." mode="section"><xsl:with-param name="of" select="'interventions'"/></xsl:apply-templates>
          <xsl:apply-templates select="." mode="interventions"/>
        </section>
        <xsl:apply-templates select="." mode="overview.interventions.after"/>
        <section aria-labelledby="overview-focus-areas">
          <xsl:apply-templates select="." mode="section"><xsl:with-param name="of" select="'focus-areas'"/></xsl:apply-templates>
          <xsl:apply-templates select="." mode="short-areas"/>
        </section>
        <xsl:apply-templates select="." mode="overview.after"/>
      </div>
      <div class="sp-stack"><xsl:apply-templates select="." mode="overview-side"/></div>
    </div>
  </xsl:template>

  <doc:mode name="overview-side" match="p:course">The right column of the overview.</doc:mode>
  <xsl:template match="p:course" mode="overview-side">
    <xsl:apply-templates select="." mode="overview.side.before"/>
    <section aria-labelledby="overview-contacts">
      <xsl:apply-templates select="." mode="section"><xsl:with-param name="of" select="'contacts'"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="short-contacts"/>
    </section>
    <section aria-labelledby="overview-facts">
      <h2 id="overview-facts"><xsl:value-of select="s:label('overview.facts')"/></h2>
      <dl class="sp-list sp-list--pairs">
        <xsl:apply-templates select="@state | @frame | @opened-on | @outcome | p:citizen/@birth-date | p:citizen/@phone" mode="fact"/>
        <xsl:apply-templates select="." mode="overview.facts.after"/>
      </dl>
    </section>
    <xsl:apply-templates select="." mode="overview.side.after"/>
  </xsl:template>

  <doc:hook name="overview.before" match="p:course">Above what waits.</doc:hook>
  <xsl:template match="p:course" mode="overview.before"/>
  <doc:hook name="waits.after" match="p:course">Below what waits.</doc:hook>
  <xsl:template match="p:course" mode="waits.after"/>
  <doc:hook name="overview.interventions.after" match="p:course">Below the overview's time line.</doc:hook>
  <xsl:template match="p:course" mode="overview.interventions.after"/>
  <doc:hook name="overview.after" match="p:course">At the end of the overview.</doc:hook>
  <xsl:template match="p:course" mode="overview.after"/>
  <doc:hook name="overview.side.before" match="p:course">At the beginning of the overview's right column.</doc:hook>
  <xsl:template match="p:course" mode="overview.side.before"/>
  <doc:hook name="overview.facts.after" match="p:course">More facts about the course, as
    &lt;div&gt;&lt;dt&gt;&lt;dd&gt;.</doc:hook>
  <xsl:template match="p:course" mode="overview.facts.after"/>
  <doc:hook name="overview.side.after" match="p:course">At the end of the overview's right column.</doc:hook>
  <xsl:template match="p:course" mode="overview.side.after"/>

  <doc:mode name="section" match="p:course">The heading of a part of it, with a link to the whole.
    <doc:with name="of">The part, as its tab is named.</doc:with></doc:mode>
  <xsl:template match="p:course" mode="section">
    <xsl:param name="of"/>
    <div class="sp-head">
      <h2 id="overview-{$of}"><xsl:value-of select="s:label(concat('tabs.', $of))"/></h2>
      <a class="sp-small" href="{s:named(p:tabs/p:item, $of)/@href}"><xsl:value-of select="s:label(concat('overview.all.', $of))"/></a>
    </div>
  </xsl:template>

  <doc:mode name="waits" match="p:course | p:deadline | p:missing-note | p:intervention">What waits, and its
    rows.</doc:mode>
  <xsl:template match="p:course" mode="waits">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'waits'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:course[p:deadline or p:missing-note or p:intervention/@waits]" mode="waits">
    <table class="sp-table sp-fold sp-work">
      <caption class="sr-only"><xsl:value-of select="s:label('overview.waits')"/></caption>
      <thead>
        <tr><th scope="col" class="w-180"><xsl:value-of select="s:label('column.when')"/></th><th scope="col"><xsl:value-of select="s:label('column.what')"/></th></tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="p:deadline | p:missing-note | p:intervention[@waits]" mode="waits"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="p:deadline" mode="waits">
    <tr>
      <td><xsl:apply-templates select="." mode="when"/></td>
      <td>
        <span class="sp-strong"><xsl:value-of select="s:label-or(concat('deadline.', @kind), @kind)"/></span>
        <xsl:if test="@law"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@law"/></span></xsl:if>
      </td>
    </tr>
  </xsl:template>

  <doc:mode name="when" match="p:deadline">How late or how soon.</doc:mode>
  <xsl:template match="p:deadline" mode="when">
    <span class="sp-date"><xsl:value-of select="s:date(@due-on)"/></span>
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:count('deadline.days', @days)"/></span>
  </xsl:template>
  <xsl:template match="p:deadline[@days = 0]" mode="when">
    <span class="sp-date sp-strong"><xsl:value-of select="s:date(@due-on)"/></span>
    <br/><span class="sp-small"><xsl:value-of select="s:label('deadline.today')"/></span>
  </xsl:template>
  <xsl:template match="p:deadline[@late]" mode="when">
    <span class="sp-late"><xsl:value-of select="s:count('deadline.over', @days-over)"/></span>
    <br/><span class="sp-quiet sp-small sp-date"><xsl:value-of select="s:date(@due-on)"/></span>
  </xsl:template>

  <xsl:template match="p:missing-note" mode="waits">
    <tr>
      <td class="sp-quiet"><xsl:value-of select="s:label('waits.note')"/></td>
      <td><xsl:value-of select="s:label('waits.note.of', 'profession', s:label(concat('profession.', @profession)))"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="p:intervention" mode="waits">
    <tr>
      <td>
        <xsl:if test="@late"><xsl:attribute name="class">sp-late</xsl:attribute></xsl:if>
        <span class="sp-date"><xsl:value-of select="s:date(@starts-on)"/></span>
      </td>
      <td>
        <a href="{@href}"><xsl:value-of select="@title"/></a>
        <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('waits.', @waits, '.by'), 'name', @provider-name)"/></span>
      </td>
    </tr>
  </xsl:template>

  <doc:mode name="short-areas" match="p:course">The focus areas in short.</doc:mode>
  <xsl:template match="p:course" mode="short-areas">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'focus-areas'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:course[p:focus-area]" mode="short-areas">
    <table class="sp-table sp-fold sp-focus">
      <caption class="sr-only"><xsl:value-of select="s:label('list.focus-areas-short')"/></caption>
      <thead><tr><xsl:apply-templates select="p:focus-area[1]" mode="short-head"/></tr></thead>
      <tbody><xsl:apply-templates select="p:focus-area" mode="short"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="short" match="p:focus-area | p:contact">A row of the overview.</doc:mode>
  <xsl:template match="p:focus-area" mode="short">
    <tr>
      <xsl:apply-templates select="." mode="short-cells"/>
    </tr>
  </xsl:template>

  <doc:list name="focus-areas-short" row="p:focus-area" head="short-head" cells="short-cells" columns="priority kind area degree" fixed="kind area">The
    focus areas in short, on the overview.</doc:list>
  <xsl:template match="p:focus-area" mode="short-head">
    <xsl:apply-templates select="." mode="head.priority"/>
    <xsl:apply-templates select="." mode="head.kind"/>
    <xsl:apply-templates select="." mode="head.area"/>
    <xsl:apply-templates select="." mode="head.degree"/>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="short-cells">
    <xsl:apply-templates select="." mode="cell.priority"/>
    <xsl:apply-templates select="." mode="cell.kind"/>
    <xsl:apply-templates select="." mode="cell.area"/>
    <xsl:apply-templates select="." mode="cell.degree"/>
  </xsl:template>

  <xsl:template match="p:focus-area" mode="head.area">
    <th scope="col"><xsl:value-of select="s:label('column.area')"/></th>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="head.degree">
    <th scope="col" class="w-180"><xsl:value-of select="s:label('column.degree')"/></th>
  </xsl:template>

  <xsl:template match="p:focus-area" mode="cell.area">
    <th scope="row">
      <xsl:apply-templates select="." mode="name"/>
      <p><xsl:value-of select="@summary"/></p>
    </th>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="cell.degree">
    <td data-label="{s:label('column.degree')}"><xsl:apply-templates select="." mode="degree"/></td>
  </xsl:template>

  <doc:mode name="short-contacts" match="p:course">The contacts in short.</doc:mode>
  <xsl:template match="p:course" mode="short-contacts">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'contacts'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:course[p:contact]" mode="short-contacts">
    <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="p:contact" mode="short"/></dl>
  </xsl:template>

  <xsl:template match="p:contact" mode="short">
    <div>
      <dt><xsl:value-of select="@name"/></dt>
      <dd><xsl:value-of select="s:label(concat('contact-role.', @role))"/></dd>
    </div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="course">The overview of a course, what waits.</doc:sheet>

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

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="background">What is known about the citizen, by sections.</doc:sheet>

  <xsl:template match="p:page[@name = 'background']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="background"/>
  </xsl:template>

  <doc:mode name="background" match="p:course">The page of the background.</doc:mode>
  <xsl:template match="p:course" mode="background">
    <div class="sp-stack">
      <xsl:apply-templates select="p:referral" mode="referral"/>
      <section aria-labelledby="background">
        <h2 id="background"><xsl:value-of select="s:label('tabs.background')"/></h2>
        <xsl:call-template name="table">
          <xsl:with-param name="name" select="'background'"/>
          <xsl:with-param name="rows" select="p:section"/>
        </xsl:call-template>
      </section>
      <xsl:apply-templates select="p:benefits" mode="lived-on"/>
      <xsl:apply-templates select="p:section[p:entry]" mode="known"/>
      <xsl:apply-templates select="." mode="print"/>
      <xsl:apply-templates select="." mode="background.after"/>
    </div>
  </xsl:template>

  <doc:mode name="known" match="p:section">All that is known in one section, to read and to print.</doc:mode>
  <xsl:template match="p:section" mode="known">
    <section aria-labelledby="section-{@name}">
      <h3 id="section-{@name}"><xsl:apply-templates select="." mode="section-name"/></h3>
      <xsl:apply-templates select="." mode="entries"/>
    </section>
  </xsl:template>

  <doc:hook name="background.after" match="p:course">Below the sections of the background.</doc:hook>
  <xsl:template match="p:course" mode="background.after"/>

  <doc:mode name="referral" match="p:referral">The referral's text.</doc:mode>
  <xsl:template match="p:referral" mode="referral">
    <section aria-labelledby="referral">
      <h2 id="referral"><xsl:value-of select="s:label('background.referral')"/></h2>
      <xsl:apply-templates select="." mode="show"/>
      <xsl:apply-templates select="." mode="referrer"/>
    </section>
  </xsl:template>

  <doc:mode name="referrer" match="p:referral">Who referred the citizen.</doc:mode>
  <xsl:template match="p:referral" mode="referrer"/>
  <xsl:template match="p:referral[@actor or @by]" mode="referrer">
    <p class="sp-quiet sp-small">
      <xsl:value-of select="s:label('background.referrer')"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="@by"/>
      <xsl:if test="@by and @actor">, </xsl:if>
      <xsl:value-of select="@actor"/>
    </p>
  </xsl:template>

  <doc:list name="background" row="p:section" columns="section filled told-on" fixed="section">The sections of the
    background.</doc:list>
  <xsl:template match="p:section" mode="head">
    <xsl:apply-templates select="." mode="head.section"/>
    <xsl:apply-templates select="." mode="head.filled"/>
    <xsl:apply-templates select="." mode="head.told-on"/>
  </xsl:template>
  <xsl:template match="p:section" mode="cells">
    <xsl:apply-templates select="." mode="cell.section"/>
    <xsl:apply-templates select="." mode="cell.filled"/>
    <xsl:apply-templates select="." mode="cell.told-on"/>
  </xsl:template>

  <xsl:template match="p:section" mode="head.section">
    <th scope="col"><xsl:value-of select="s:label('column.section')"/></th>
  </xsl:template>
  <xsl:template match="p:section" mode="head.filled">
    <th scope="col" class="is-num"><xsl:value-of select="s:label('column.filled')"/></th>
  </xsl:template>
  <xsl:template match="p:section" mode="head.told-on">
    <th scope="col"><xsl:value-of select="s:label('column.told-on')"/></th>
  </xsl:template>

  <xsl:template match="p:section" mode="cell.section">
    <th scope="row"><xsl:apply-templates select="." mode="section-name"/></th>
  </xsl:template>
  <xsl:template match="p:section" mode="cell.filled">
    <td class="is-num" data-label="{s:label('column.filled')}">
      <xsl:apply-templates select="@filled" mode="filled"/>
    </td>
  </xsl:template>
  <xsl:template match="p:section" mode="cell.told-on">
    <td data-label="{s:label('column.told-on')}"><xsl:value-of select="s:date(@told-on)"/></td>
  </xsl:template>

  <doc:mode name="section-name" match="p:section">A section of the background, with a link where one may go
    on.</doc:mode>
  <xsl:template match="p:section" mode="section-name">
    <xsl:value-of select="s:label(concat('section.', @name))"/>
  </xsl:template>
  <xsl:template match="p:section[@href]" mode="section-name">
    <a href="{@href}"><xsl:value-of select="s:label(concat('section.', @name))"/></a>
  </xsl:template>

  <doc:mode name="filled" match="@filled">How much of it is filled in.</doc:mode>
  <xsl:template match="@filled" mode="filled"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="@filled[. = 0]" mode="filled">
    <span class="sp-quiet"><xsl:value-of select="s:label('background.nothing')"/></span>
  </xsl:template>
  <xsl:template match="@filled[../@of]" mode="filled" priority="1">
    <xsl:value-of select="s:label('background.of', 'n', ., 'of', ../@of)"/>
  </xsl:template>

  <!-- One section -->

  <xsl:template match="p:page[@name = 'background-section']/p:content" mode="title">
    <xsl:value-of select="s:label(concat('section.', p:course/p:section/@name))"/>: <xsl:value-of select="p:course/p:citizen/@name"/>
  </xsl:template>

  <xsl:template match="p:page[@name = 'background-section']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="section-page"/>
  </xsl:template>

  <doc:mode name="section-page" match="p:course">The page of one section: what is known, and the form beside it.</doc:mode>
  <xsl:template match="p:course" mode="section-page">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:referral" mode="referral"/>
        <section aria-labelledby="section">
          <div class="sp-head">
            <h2 id="section"><xsl:value-of select="s:label(concat('section.', p:section/@name))"/></h2>
            <a class="sp-small sp-noprint" href="{p:tabs/p:item[@name = 'background']/@href}"><xsl:value-of select="s:label('background.all')"/></a>
          </div>
          <xsl:apply-templates select="p:section" mode="entries"/>
          <xsl:apply-templates select="p:section" mode="beside"/>
          <xsl:apply-templates select="." mode="section-page.after"/>
        </section>
      </div>
      <div class="sp-stack sp-noprint"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>

  <doc:hook name="section-page.after" match="p:course">Below what is known in a section.</doc:hook>
  <xsl:template match="p:course" mode="section-page.after"/>

  <doc:mode name="beside" match="p:section">What Samspil knows beside what was told: the number of focus areas, earlier
    courses.</doc:mode>
  <xsl:template match="p:section" mode="beside"/>
  <xsl:template match="p:section[@name = 'functioning']" mode="beside">
    <p class="sp-noprint">
      <a href="{../p:tabs/p:item[@name = 'focus-areas']/@href}"><xsl:value-of select="s:count('background.focus-areas', ../@focus-areas)"/></a>
    </p>
  </xsl:template>
  <xsl:template match="p:section[@name = 'earlier']" mode="beside">
    <h3><xsl:value-of select="s:label('background.earlier')"/></h3>
    <p class="sp-quiet"><xsl:value-of select="s:label('background.earlier.none')"/></p>
  </xsl:template>
  <xsl:template match="p:section[@name = 'earlier'][../p:earlier-course]" mode="beside">
    <h3><xsl:value-of select="s:label('background.earlier')"/></h3>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('background.earlier.help')"/></p>
    <xsl:apply-templates select="../p:earlier-course" mode="card"/>
  </xsl:template>

  <doc:mode name="card" match="p:earlier-course">A course before this one, to read.</doc:mode>
  <xsl:template match="p:earlier-course" mode="card">
    <article class="sp-card" aria-labelledby="earlier-{@id}">
      <h4 id="earlier-{@id}" class="sp-strong"><xsl:apply-templates select="." mode="linked"/></h4>
      <p class="sp-quiet sp-small">
        <xsl:value-of select="s:label(concat('course-state.', @state))"/> · <xsl:apply-templates select="." mode="earlier-period"/>
        <xsl:if test="@department-name"> · <xsl:value-of select="@department-name"/></xsl:if>
      </p>
      <xsl:if test="@outcome"><p><xsl:value-of select="s:label('background.outcome')"/>: <xsl:value-of select="s:label-or(concat('choice.outcome.', @outcome), @outcome)"/></p></xsl:if>
      <xsl:if test="p:earlier-intervention"><ul><xsl:apply-templates select="p:earlier-intervention" mode="line"/></ul></xsl:if>
    </article>
  </xsl:template>

  <doc:mode name="linked" match="p:earlier-course">What it was called, a link where one may see it.</doc:mode>
  <xsl:template match="p:earlier-course" mode="linked"><xsl:apply-templates select="." mode="earlier-name"/></xsl:template>
  <xsl:template match="p:earlier-course[@href]" mode="linked">
    <a href="{@href}"><xsl:apply-templates select="." mode="earlier-name"/></a>
  </xsl:template>
  <doc:mode name="earlier-name" match="p:earlier-course">The name of its frame, and its number.</doc:mode>
  <xsl:template match="p:earlier-course" mode="earlier-name">
    <xsl:value-of select="s:label('citizen.course', 'n', @id)"/>
    <xsl:if test="@frame">, <xsl:value-of select="@frame"/></xsl:if>
  </xsl:template>
  <doc:mode name="earlier-period" match="p:earlier-course">From when to when it ran.</doc:mode>
  <xsl:template match="p:earlier-course" mode="earlier-period">
    <xsl:value-of select="s:label('period.since', 'from', s:date(@opened-on))"/>
  </xsl:template>
  <xsl:template match="p:earlier-course[@closed-on]" mode="earlier-period">
    <xsl:value-of select="s:label('period.from-to', 'from', s:date(@opened-on), 'to', s:date(@closed-on))"/>
  </xsl:template>

  <doc:mode name="line" match="p:earlier-intervention">An intervention of an earlier course.</doc:mode>
  <xsl:template match="p:earlier-intervention" mode="line">
    <li>
      <xsl:value-of select="@title"/>
      <span class="sp-quiet sp-small"> · <xsl:value-of select="s:label(concat('intervention-state.', @state))"/> · <xsl:value-of select="s:date(@starts-on)"/></span>
    </li>
  </xsl:template>

  <doc:mode name="entries" match="p:section">What is known in it, or that nothing is.</doc:mode>
  <xsl:template match="p:section" mode="entries">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'section'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:section[p:entry]" mode="entries">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'entries'"/>
      <xsl:with-param name="rows" select="p:entry"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="entries" row="p:entry" columns="what value source" fixed="what value">What is known in a section, and
    from whom.</doc:list>
  <xsl:template match="p:entry" mode="head">
    <xsl:apply-templates select="." mode="head.what"/>
    <xsl:apply-templates select="." mode="head.value"/>
    <xsl:apply-templates select="." mode="head.source"/>
  </xsl:template>
  <xsl:template match="p:entry" mode="cells">
    <xsl:apply-templates select="." mode="cell.what"/>
    <xsl:apply-templates select="." mode="cell.value"/>
    <xsl:apply-templates select="." mode="cell.source"/>
  </xsl:template>

  <xsl:template match="p:entry" mode="head.what">
    <th scope="col" class="w-220"><xsl:value-of select="s:label('column.what')"/></th>
  </xsl:template>
  <xsl:template match="p:entry" mode="head.value">
    <th scope="col"><xsl:value-of select="s:label('column.value')"/></th>
  </xsl:template>
  <xsl:template match="p:entry" mode="head.source">
    <th scope="col" class="w-220"><xsl:value-of select="s:label('column.source')"/></th>
  </xsl:template>

  <xsl:template match="p:entry" mode="cell.what">
    <th scope="row"><xsl:value-of select="s:first(concat('field.', ../@name, '.', @name), concat('field.', @name))"/></th>
  </xsl:template>
  <xsl:template match="p:entry" mode="cell.value">
    <td data-label="{s:label('column.value')}">
      <xsl:apply-templates select="." mode="value"/>
      <xsl:apply-templates select="p:imported" mode="imported"/>
    </td>
  </xsl:template>
  <xsl:template match="p:entry" mode="cell.source">
    <td data-label="{s:label('column.source')}">
      <xsl:apply-templates select="." mode="source"/>, <span class="sp-date"><xsl:value-of select="s:date(@told-on)"/></span>
      <xsl:if test="@by-name"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('entry.by', 'name', @by-name)"/></span></xsl:if>
    </td>
  </xsl:template>

  <doc:mode name="source" match="p:entry">Who says so; which system of records, where it comes from one.</doc:mode>
  <xsl:template match="p:entry" mode="source"><xsl:value-of select="s:label(concat('choice.source.', @source))"/></xsl:template>
  <xsl:template match="p:entry[@imported-from][@source = 'case-system'][p:value = p:imported]" mode="source">
    <xsl:value-of select="s:label('choice.source.case-system')"/> (<xsl:value-of select="@imported-from"/>)</xsl:template>

  <doc:mode name="imported" match="p:imported">What the system of records says, where a person put something else in its
    place.</doc:mode>
  <xsl:template match="p:imported" mode="imported"/>
  <xsl:template match="p:entry[not(p:value = p:imported)]/p:imported" mode="imported">
    <div class="sp-quiet sp-small" data-keep="imported">
      <xsl:value-of select="s:label('entry.imported', 'system', ../@imported-from, 'date', s:date(../@imported-on))"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="valued"/>
    </div>
  </xsl:template>

  <doc:mode name="value" match="p:entry">One thing known; or that it was emptied, where a system of records says something.</doc:mode>
  <xsl:template match="p:entry" mode="value"><xsl:apply-templates select="p:value" mode="valued"/></xsl:template>
  <xsl:template match="p:entry[p:value = '']" mode="value">
    <span class="sp-quiet"><xsl:value-of select="s:label('entry.emptied')"/></span>
  </xsl:template>

  <doc:mode name="valued" match="p:value | p:imported">A value of the background, by its type.</doc:mode>
  <xsl:template match="p:entry/p:value | p:entry/p:imported" mode="valued"><xsl:apply-templates select="." mode="show"/></xsl:template>
  <xsl:template match="p:entry[@type = 'date']/p:value | p:entry[@type = 'date']/p:imported" mode="valued" priority="1">
    <span class="sp-date"><xsl:value-of select="s:date(.)"/></span>
  </xsl:template>
  <xsl:template match="p:entry[@type = 'month']/p:value | p:entry[@type = 'month']/p:imported" mode="valued" priority="1">
    <span class="sp-date"><xsl:value-of select="substring(s:date(concat(., '-01')), 4)"/></span>
  </xsl:template>
  <xsl:template match="p:entry[@type = 'decimal']/p:value | p:entry[@type = 'decimal']/p:imported" mode="valued" priority="1"><xsl:value-of select="s:number(.)"/></xsl:template>
  <xsl:template match="p:entry[@type = 'choice']/p:value | p:entry[@type = 'choice']/p:imported" mode="valued" priority="1">
    <xsl:value-of select="s:first(concat('choice.', ../@name, '.', .), concat('choice.', .))"/>
  </xsl:template>

  <!-- A month is kept as 2015-03 and typed as 03-2015. -->
  <xsl:template match="p:field[@name = 'last-job-month' or @name = 'benefit-since']" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <input class="form-input sp-short" type="text" inputmode="numeric" autocomplete="off" id="{$id}" name="{@name}">
      <xsl:attribute name="value">
        <xsl:choose>
          <xsl:when test="substring(p:value, 5, 1) = '-'"><xsl:value-of select="substring(s:date(concat(p:value, '-01')), 4)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="p:value"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
    </input>
  </xsl:template>
</xsl:stylesheet>

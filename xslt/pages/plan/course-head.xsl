<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="course-head">The head of a course: whose case it is, its facts, steps and tabs.</doc:sheet>

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
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="citizen">One citizen: head, screenings, courses, benefits.</doc:sheet>

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

  <doc:mode name="tag" match="@died-on | @fictional | @protected">What one must know of a person, as a tag.</doc:mode>
  <xsl:template match="@died-on" mode="tag">
    <xsl:text> </xsl:text>
    <span class="sp-tag" data-keep="died"><xsl:value-of select="s:label('citizen.died', 'date', s:date(.))"/></span>
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
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="courses">The list of courses: search, saved searches, who stands in for whom.</doc:sheet>

  <xsl:template match="p:page[@name = 'courses']/p:content" mode="body">
    <div class="sp-stack sp-gap-s">
      <xsl:apply-templates select="p:form | p:saved | p:list[@name = 'courses']"/>
      <xsl:apply-templates select="p:list[@name = 'interventions']" mode="inbox"/>
    </div>
  </xsl:template>

  <!-- What one can do about the whole list stands on the heading's line. -->
  <xsl:template match="p:page[@name = 'courses']/p:content[p:tools]" mode="heading">
    <div class="sp-head">
      <h1><xsl:apply-templates select="." mode="title"/></h1>
      <xsl:apply-templates select="p:tools"/>
    </div>
  </xsl:template>

  <doc:mode name="inbox" match="p:list">The provider's interventions, below the courses or alone.</doc:mode>
  <xsl:template match="p:list" mode="inbox">
    <section aria-labelledby="inbox">
      <h2 id="inbox"><xsl:value-of select="s:label('page.plan.inbox')"/></h2>
      <xsl:apply-templates select="../p:shows"/>
      <xsl:apply-templates select="."/>
    </section>
  </xsl:template>

  <xsl:template match="p:page[@name = 'courses']/p:content[not(p:list[@name = 'courses'])]" mode="heading"/>
  <xsl:template match="p:page[@name = 'courses']/p:content[not(p:list[@name = 'courses'])]" mode="title">
    <xsl:value-of select="s:label('page.plan.inbox')"/>
  </xsl:template>
  <xsl:template match="p:content[not(p:list[@name = 'courses'])]/p:list[@name = 'interventions']" mode="inbox">
    <h1><xsl:value-of select="s:label('page.plan.inbox')"/></h1>
    <xsl:apply-templates select="../p:shows"/>
    <xsl:apply-templates select="."/>
  </xsl:template>

  <doc:mode match="p:tools | p:item">What one can do about many courses at once: links beside the heading, label tools.NAME.</doc:mode>
  <xsl:template match="p:tools">
    <nav class="sp-noprint" aria-label="{s:label('tools')}"><ul class="sp-filter"><xsl:apply-templates select="p:item"/></ul></nav>
  </xsl:template>

  <xsl:template match="p:tools/p:item">
    <li><a href="{@href}"><xsl:value-of select="s:label(concat('tools.', @name))"/></a></li>
  </xsl:template>

  <!-- Searches that one makes often -->

  <doc:mode match="p:saved | p:filter">The searches that the user has saved, and what saves this one; one of them.</doc:mode>
  <xsl:template match="p:saved">
    <div class="sp-saved sp-noprint">
      <xsl:if test="p:filter">
        <nav aria-label="{s:label('saved')}"><ul class="sp-filter"><xsl:apply-templates select="p:filter"/></ul></nav>
      </xsl:if>
      <xsl:if test="p:form or p:filter/p:form">
        <details>
          <xsl:if test="p:form/@state"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
          <summary>
            <xsl:choose>
              <xsl:when test="p:form"><xsl:value-of select="s:label('saved.save')"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="s:label('saved.tidy')"/></xsl:otherwise>
            </xsl:choose>
          </summary>
          <xsl:apply-templates select="p:form"/>
          <xsl:if test="p:filter/p:form"><ul class="sp-saved__tidy"><xsl:apply-templates select="p:filter/p:form" mode="tidy"/></ul></xsl:if>
        </details>
      </xsl:if>
      <xsl:apply-templates select="." mode="saved.after"/>
    </div>
  </xsl:template>

  <doc:hook name="saved.after" match="p:saved">Below the saved searches.</doc:hook>
  <xsl:template match="p:saved" mode="saved.after"/>

  <xsl:template match="p:saved/p:filter">
    <li>
      <a href="{@href}">
        <xsl:if test="@current"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
        <xsl:value-of select="@name"/>
      </a>
    </li>
  </xsl:template>

  <doc:mode name="tidy" match="p:form">A saved search with the button that removes it.</doc:mode>
  <xsl:template match="p:filter/p:form" mode="tidy">
    <li>
      <form action="{@action}" method="{@method}">
        <xsl:apply-templates select="." mode="hidden"/>
        <span><xsl:value-of select="../@name"/></span>
        <button class="button button-secondary" type="submit" name="submit" value="remove">
          <xsl:apply-templates select="p:submit" mode="text"/>
          <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../@name"/></span>
        </button>
      </form>
    </li>
  </xsl:template>

  <!-- The search: posted, so that no CPR number comes into an address. -->
  <xsl:template match="p:page[@name = 'courses']/p:content/p:form[@name = 'find']">
    <form class="sp-filterbar sp-noprint" id="form-find" action="{@action}" method="{@method}" role="search" aria-label="{s:label('form.find')}" novalidate="novalidate">
      <xsl:apply-templates select="." mode="errors"/>
      <xsl:apply-templates select="." mode="hidden"/>
      <div class="sp-row">
        <xsl:apply-templates select="." mode="fields"/>
        <xsl:apply-templates select="." mode="submits"/>
      </div>
    </form>
  </xsl:template>

  <!-- What "all" would mean here is said by the list itself. -->
  <xsl:template match="p:page[@name = 'courses']/p:content/p:form/p:field[@name = 'state']" mode="none">
    <xsl:value-of select="s:label('courses.open')"/>
  </xsl:template>
  <xsl:template match="p:page[@name = 'courses']/p:content/p:form/p:field[@name = 'whose']" mode="none">
    <xsl:value-of select="s:label('courses.usual')"/>
  </xsl:template>

  <doc:list name="courses" columns="citizen state waits-for next-deadline frame caseworker" fixed="citizen">The courses that one
    sees.</doc:list>
  <xsl:template match="p:list[@name = 'courses']" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.waits-for"/>
    <xsl:apply-templates select="." mode="head.next-deadline"/>
    <xsl:apply-templates select="." mode="head.frame"/>
    <xsl:apply-templates select="." mode="head.caseworker"/>
  </xsl:template>
  <xsl:template match="p:list/p:course" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.waits-for"/>
    <xsl:apply-templates select="." mode="cell.next-deadline"/>
    <xsl:apply-templates select="." mode="cell.frame"/>
    <xsl:apply-templates select="." mode="cell.caseworker"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'courses']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'name'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'courses']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/><xsl:with-param name="sort" select="'state'"/><xsl:with-param name="class" select="'w-150'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'courses']" mode="head.waits-for">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'waits-for'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'courses']" mode="head.next-deadline">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'next-deadline'"/><xsl:with-param name="sort" select="'deadline'"/><xsl:with-param name="class" select="'w-220'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'courses']" mode="head.frame">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'frame'"/><xsl:with-param name="sort" select="'opened'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'courses']" mode="head.caseworker">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'caseworker'"/><xsl:with-param name="sort" select="'caseworker'"/><xsl:with-param name="class" select="'w-180'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:list/p:course" mode="cell.citizen">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@name"/></a>
      <xsl:text> </xsl:text>
      <span class="sp-quiet sp-num sp-small"><xsl:value-of select="@cpr"/></span>
      <xsl:apply-templates select="." mode="marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:list/p:course" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:apply-templates select="@state" mode="show"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:course" mode="cell.waits-for">
    <td data-label="{s:label('column.waits-for')}"><xsl:apply-templates select="@waits-for" mode="show"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:course" mode="cell.next-deadline">
    <td data-label="{s:label('column.next-deadline')}"><xsl:apply-templates select="@next-deadline" mode="show"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:course" mode="cell.frame">
    <td data-label="{s:label('column.frame')}">
      <xsl:value-of select="@frame"/>
      <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('course.opened', 'id', @id, 'date', s:date(@opened-on))"/></span>
    </td>
  </xsl:template>
  <xsl:template match="p:list/p:course" mode="cell.caseworker">
    <td data-label="{s:label('column.caseworker')}">
      <xsl:value-of select="@caseworker-name"/>
      <br/><span class="sp-quiet sp-small"><xsl:value-of select="@department"/></span>
      <xsl:if test="@deputy"><br/><span class="sp-tag"><xsl:value-of select="s:label('courses.deputy')"/></span></xsl:if>
    </td>
  </xsl:template>
</xsl:stylesheet>

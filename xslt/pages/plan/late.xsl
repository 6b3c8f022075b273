<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="late">For who leads: what is late, and what lies still.</doc:sheet>

  <xsl:template match="p:page[@name = 'late']/p:content" mode="body">
    <xsl:apply-templates select="p:late-work" mode="late-work"/>
  </xsl:template>

  <doc:mode name="late-work" match="p:late-work">The page of what is late.</doc:mode>
  <xsl:template match="p:late-work" mode="late-work">
    <p class="sp-quiet"><xsl:value-of select="s:label('late.help', 'days', @still-days)"/></p>
    <div class="sp-stack sp-gap-s">
      <xsl:apply-templates select="self::p:late-work[p:late-caseworker]" mode="late-caseworkers"/>
      <section aria-labelledby="late-list">
        <h2 id="late-list"><xsl:value-of select="s:label('list.late')"/></h2>
        <xsl:apply-templates select="p:form | p:list"/>
      </section>
    </div>
    <xsl:apply-templates select="." mode="late-work.after"/>
  </xsl:template>

  <doc:hook name="late-work.after" match="p:late-work">Below what is late.</doc:hook>
  <xsl:template match="p:late-work" mode="late-work.after"/>

  <doc:mode name="late-caseworkers" match="p:late-work">How much each caseworker has of it.</doc:mode>
  <xsl:template match="p:late-work" mode="late-caseworkers">
    <section aria-labelledby="late-caseworkers">
      <h2 id="late-caseworkers"><xsl:value-of select="s:label('late.by-caseworker')"/></h2>
      <ul class="sp-filter"><xsl:apply-templates select="p:late-caseworker"/></ul>
    </section>
  </xsl:template>
  <doc:mode match="p:late-caseworker">One of them, a link to what is theirs.</doc:mode>
  <xsl:template match="p:late-caseworker">
    <li><a href="{@href}"><xsl:value-of select="s:label('late.caseworker', 'name', @name, 'late', s:count('late.deadlines', @late), 'still', s:count('late.stills', @still))"/></a></li>
  </xsl:template>

  <doc:list name="late" columns="citizen late-what late-since caseworker" fixed="citizen late-what">What is late, the longest first.</doc:list>
  <xsl:template match="p:list[@name = 'late']" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.late-what"/>
    <xsl:apply-templates select="." mode="head.late-since"/>
    <xsl:apply-templates select="." mode="head.caseworker"/>
  </xsl:template>
  <xsl:template match="p:list/p:late" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.late-what"/>
    <xsl:apply-templates select="." mode="cell.late-since"/>
    <xsl:apply-templates select="." mode="cell.caseworker"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'late']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'name'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'late']" mode="head.late-what">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'late-what'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'late']" mode="head.late-since">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'late-since'"/><xsl:with-param name="sort" select="'since'"/><xsl:with-param name="class" select="'w-180'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'late']" mode="head.caseworker">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'caseworker'"/><xsl:with-param name="sort" select="'caseworker'"/><xsl:with-param name="class" select="'w-220'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:list/p:late" mode="cell.citizen">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@citizen"/></a>
      <xsl:text> </xsl:text><xsl:apply-templates select="." mode="marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:list/p:late" mode="cell.late-what">
    <td data-label="{s:label('column.late-what')}"><xsl:value-of select="s:label-or(concat('deadline.', @kind), @kind)"/>
      <xsl:if test="@law"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@law"/></span></xsl:if>
    </td>
  </xsl:template>
  <xsl:template match="p:list/p:late[@title]" mode="cell.late-what">
    <td data-label="{s:label('column.late-what')}"><xsl:value-of select="s:label(concat('late.', @what))"/><br/><span class="sp-quiet sp-small"><xsl:value-of select="@title"/></span></td>
  </xsl:template>
  <xsl:template match="p:list/p:late[@what = 'still']" mode="cell.late-what">
    <td data-label="{s:label('column.late-what')}"><xsl:value-of select="s:label('late.still')"/><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('course-state.', @state))"/></span></td>
  </xsl:template>
  <xsl:template match="p:list/p:late" mode="cell.late-since">
    <td data-label="{s:label('column.late-since')}">
      <span class="sp-late"><xsl:value-of select="s:count(concat('late.days.', @what), @days)"/></span>
      <br/><span class="sp-quiet sp-small sp-date"><xsl:value-of select="s:date(@since)"/></span>
    </td>
  </xsl:template>
  <xsl:template match="p:list/p:late" mode="cell.caseworker">
    <td data-label="{s:label('column.caseworker')}"><xsl:value-of select="@caseworker-name"/></td>
  </xsl:template>
</xsl:stylesheet>

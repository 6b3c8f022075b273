<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="citizens">To find citizens: search, list, form for a new one.</doc:sheet>

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
</xsl:stylesheet>

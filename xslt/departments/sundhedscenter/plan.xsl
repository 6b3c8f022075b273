<?xml version="1.0" encoding="UTF-8"?>
<!--
  The health centre's course.  Its people work with functioning, so the profession that is responsible comes first, the ICF code leads
  the area's name, and the head of a course counts what helps and what hinders.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <!-- The table of focus areas: the same columns in another order. -->
  <xsl:template match="p:focus-area" mode="head">
    <xsl:apply-templates select="." mode="head.responsible"/>
    <xsl:apply-templates select="." mode="head.kind"/>
    <xsl:apply-templates select="." mode="head.focus-area"/>
    <xsl:apply-templates select="." mode="head.qualifier"/>
    <xsl:apply-templates select="." mode="head.suggestion"/>
    <xsl:apply-templates select="." mode="head.priority"/>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="cells">
    <xsl:apply-templates select="." mode="cell.responsible"/>
    <xsl:apply-templates select="." mode="cell.kind"/>
    <xsl:apply-templates select="." mode="cell.focus-area"/>
    <xsl:apply-templates select="." mode="cell.qualifier"/>
    <xsl:apply-templates select="." mode="cell.suggestion"/>
    <xsl:apply-templates select="." mode="cell.priority"/>
  </xsl:template>

  <!-- "FB28013  Rygsmerter": the code leads. -->
  <xsl:template match="p:focus-area[@icf-code]" mode="name">
    <span class="sp-tag sp-num"><xsl:value-of select="@icf-code"/></span>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="." mode="link"/>
    <xsl:apply-templates select="@state" mode="area-state"/>
  </xsl:template>

  <!-- In the head of the course: how many of each, with the signs of the table. -->
  <xsl:template match="p:course[p:focus-area]" mode="course.facts.after">
    <div>
      <dt><xsl:value-of select="s:label('tabs.focus-areas')"/></dt>
      <dd>
        <xsl:apply-templates select="p:focus-area[@kind = 'barrier'][1]/@kind" mode="sign"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="count(p:focus-area[@kind = 'barrier'])"/>
        <xsl:text> · </xsl:text>
        <xsl:apply-templates select="p:focus-area[@kind = 'resource'][1]/@kind" mode="sign"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="count(p:focus-area[@kind = 'resource'])"/>
      </dd>
    </div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- A job centre: the deadline first in the list of courses, the frame in the head, its own line at the foot. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:list/p:course" mode="cells">
    <xsl:apply-imports/>
    <td data-label="Åbnet">
      <xsl:if test="@late"><xsl:attribute name="class">sp-late</xsl:attribute></xsl:if>
      <xsl:value-of select="s:date(@opened-on)"/>
    </td>
  </xsl:template>

  <xsl:template match="p:list[@name = 'courses']" mode="head">
    <xsl:apply-imports/>
    <xsl:call-template name="column">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="sort" select="'opened'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:course" mode="course.facts.after">
    <div>
      <dt>Ramme</dt>
      <dd><xsl:value-of select="@frame"/></dd>
    </div>
  </xsl:template>

  <xsl:template match="p:deadline[@late]" mode="when">
    <strong><xsl:value-of select="s:count('deadline.over', @days-over)"/></strong>
    <br/>
    <span class="sp-quiet jobcenter-{@kind}"><xsl:value-of select="s:date(@due-on)"/></span>
  </xsl:template>

  <xsl:template match="p:page" mode="foot.after">
    <span>Jobcentret · <a href="tel:+4512345678">12 34 56 78</a> · <a href="{$base}/">Min dag</a></span>
  </xsl:template>
</xsl:stylesheet>

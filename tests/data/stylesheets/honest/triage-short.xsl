<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/triage.xsl"/>
  <!-- More than a week: say so in words. -->
  <xsl:template match="@days[. &gt; 7]" mode="waited">
    <strong><xsl:value-of select="s:count('triage.waited', .)"/></strong>
    <xsl:text> – for længe</xsl:text>
  </xsl:template>
  <xsl:template match="p:waiting" mode="hint">
    <xsl:call-template name="mark"><xsl:with-param name="text" select="@questionnaire"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="mark">
    <xsl:param name="text"/>
    <span class="sp-tag"><xsl:value-of select="$text"/></span>
  </xsl:template>
  <xsl:template match="p:content" mode="triage.after">
    <p>Der er <xsl:value-of select="count(p:list/p:waiting[@red &gt; 0])"/> røde.</p>
  </xsl:template>
</xsl:stylesheet>

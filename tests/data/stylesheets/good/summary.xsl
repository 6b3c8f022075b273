<?xml version="1.0" encoding="UTF-8"?>
<!-- a part of the page of the department's own, counted by a key -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:key name="by-kind" match="p:focus-area" use="@kind"/>
  <xsl:template match="p:page" mode="main.after">
    <xsl:if test="//p:focus-area">
      <section aria-labelledby="own-summary">
        <h2 id="own-summary">Overblik</h2>
        <p>Barrierer: <xsl:value-of select="count(key('by-kind', 'barrier'))"/>, ressourcer: <xsl:value-of select="count(key('by-kind', 'resource'))"/></p>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

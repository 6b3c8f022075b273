<?xml version="1.0" encoding="UTF-8"?>
<!-- a tree of the layer's own, walked -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s exsl">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:variable name="links"><link to="/citizens">Borgere</link><link to="/triage">Triage</link></xsl:variable>
  <xsl:template match="p:page" mode="main.after">
    <ul>
      <xsl:for-each select="exsl:node-set($links)/link">
        <li><a href="{$base}{@to}"><xsl:value-of select="."/></a></li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- elements 400 deep, often -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:for-each select="str:tokenize(str:padding(4000, 'a '))"><xsl:call-template name="deep"><xsl:with-param name="n" select="400"/></xsl:call-template></xsl:for-each></xsl:template>
  <xsl:template name="deep">
    <xsl:param name="n"/>
    <div class="sp-stack"><xsl:if test="$n &gt; 0"><xsl:call-template name="deep"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:if></div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- tokens of tokens of tokens -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:variable name="t" select="str:tokenize(str:padding(2000, 'a '))"/>
    <xsl:for-each select="$t"><xsl:for-each select="$t"><xsl:for-each select="$t"><xsl:if test=". = 'b'">x</xsl:if></xsl:for-each></xsl:for-each></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

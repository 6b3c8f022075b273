<?xml version="1.0" encoding="UTF-8"?>
<!-- a key of trees, made anew for each -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s exsl">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:for-each select="//node()"><xsl:variable name="v"><xsl:copy-of select="/"/></xsl:variable>
      <xsl:for-each select="exsl:node-set($v)"><xsl:if test="key('k', 'nothing')">x</xsl:if></xsl:for-each></xsl:for-each>
  </xsl:template>
  <xsl:key name="k" match="node()" use="//node()"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a variable with a copy of the page, for each node, kept -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s exsl">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:for-each select="//node()"><xsl:variable name="v"><xsl:copy-of select="/"/></xsl:variable><xsl:for-each select="//node()"><xsl:variable name="w"><xsl:copy-of select="/"/></xsl:variable><xsl:if test="count(exsl:node-set($w)//*) = -1">x</xsl:if></xsl:for-each></xsl:for-each></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a slow expression in a loop -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:for-each select="//node()"><xsl:for-each select="//node()"><xsl:if test="count(//*[. = current()]) = -1">x</xsl:if></xsl:for-each></xsl:for-each></xsl:template>
</xsl:stylesheet>

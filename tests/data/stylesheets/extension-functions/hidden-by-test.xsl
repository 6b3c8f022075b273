<?xml version="1.0" encoding="UTF-8"?>
<!-- a function called only where it is known -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:dyn="http://exslt.org/dynamic" exclude-result-prefixes="p s dyn">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:if test="function-available('dyn:evaluate')"><p><xsl:value-of select="dyn:evaluate('1')"/></p></xsl:if></xsl:template>
</xsl:stylesheet>

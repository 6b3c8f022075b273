<?xml version="1.0" encoding="UTF-8"?>
<!-- a template that counts and never ends -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:call-template name="n"><xsl:with-param name="i" select="1"/></xsl:call-template></xsl:template>
  <xsl:template name="n">
    <xsl:param name="i"/>
    <xsl:call-template name="n"><xsl:with-param name="i" select="$i + 1"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

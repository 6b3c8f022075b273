<?xml version="1.0" encoding="UTF-8"?>
<!-- a template that counts down past its end -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:call-template name="n"><xsl:with-param name="i" select="10"/></xsl:call-template></xsl:template>
  <xsl:template name="n">
    <xsl:param name="i"/>
    <xsl:if test="$i != 0"><xsl:call-template name="n"><xsl:with-param name="i" select="$i - 3"/></xsl:call-template></xsl:if>
  </xsl:template>
</xsl:stylesheet>

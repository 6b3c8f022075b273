<?xml version="1.0" encoding="UTF-8"?>
<!-- a protected address hidden until found -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="@protected" mode="mark" priority="9">
    <span hidden="until-found"><span class="sp-tag"><xsl:value-of select="s:label('citizen.protected')"/></span></span>
  </xsl:template>
</xsl:stylesheet>

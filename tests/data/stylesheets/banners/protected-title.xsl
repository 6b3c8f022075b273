<?xml version="1.0" encoding="UTF-8"?>
<!-- a protected address in a title attribute -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="@protected" mode="mark" priority="9">
    <span class="sp-tag" title="{s:label('citizen.protected')}">!</span>
  </xsl:template>
</xsl:stylesheet>

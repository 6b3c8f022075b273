<?xml version="1.0" encoding="UTF-8"?>
<!-- that the page shows the past hidden -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="@as-of" mode="notices" priority="9">
    <div class="sp-note sp-note--yellow" role="status" hidden="hidden"><p><xsl:value-of select="s:label('as-of', 'at', s:show(.))"/></p></div>
  </xsl:template>
</xsl:stylesheet>

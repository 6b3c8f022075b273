<?xml version="1.0" encoding="UTF-8"?>
<!-- notices that all say the same -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:notice" priority="9">
    <div class="sp-note" role="status"><p>Gemt</p></div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- that the page shows the past said without its role -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="@as-of" mode="notices" priority="9">
    <p class="sp-quiet sp-small">Arkiv</p>
  </xsl:template>
</xsl:stylesheet>

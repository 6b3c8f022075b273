<?xml version="1.0" encoding="UTF-8"?>
<!-- a drawing alone for a protected address -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="@protected" mode="mark" priority="9">
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5"/></svg>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a drawing that says it is a picture and has no name -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="main.after" priority="9">
    <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 1 1"><circle r="1"/></svg>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a portal with two first headings -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/portal.xsl"/>

  <xsl:template match="p:page" mode="main.after" priority="9">
    <h1>Mere</h1>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a token by another name -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:token" mode="hidden" priority="9">
    <input type="hidden" name="csrf" value="{.}"/>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- characters replaced by tags, as XSLT 2 does -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:character-map name="m"><xsl:output-character character="[" string="&lt;"/></xsl:character-map>
</xsl:stylesheet>

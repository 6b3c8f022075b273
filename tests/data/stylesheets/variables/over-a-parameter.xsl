<?xml version="1.0" encoding="UTF-8"?>
<!-- a variable over a parameter of the base's -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:variable name="static" select="'http://127.0.0.1:@PORT@'"/>
</xsl:stylesheet>

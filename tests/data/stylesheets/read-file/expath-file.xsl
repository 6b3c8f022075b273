<?xml version="1.0" encoding="UTF-8"?>
<!-- a file by EXPath's functions -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:file="http://expath.org/ns/file" exclude-result-prefixes="p s file">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="file:read-text('@CANARY@')"/></p></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a number to call for the citizen -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/answer.xsl"/>

  <xsl:template match="p:page" mode="main.after"><p>Har du brug for hjælp? Ring 12 34 56 78.</p></xsl:template>
</xsl:stylesheet>

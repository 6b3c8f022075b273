<?xml version="1.0" encoding="UTF-8"?>
<!-- an element without its prefix -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="focus-area" mode="focus-area.after"><td>x</td></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- two templates of one name -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template name="a"><p>x</p></xsl:template>
  <xsl:template name="a"><p>y</p></xsl:template>
</xsl:stylesheet>

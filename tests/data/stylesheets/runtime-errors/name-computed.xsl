<?xml version="1.0" encoding="UTF-8"?>
<!-- an element with a computed name that is none -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:element name="{concat('a', ' b')}"/></xsl:template>
</xsl:stylesheet>

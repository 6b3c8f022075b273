<?xml version="1.0" encoding="UTF-8"?>
<!-- XInclude of the layer itself -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xi="http://www.w3.org/2001/XInclude" exclude-result-prefixes="p s xi">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xi:include href=""/></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- XInclude of the old namespace -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xi3="http://www.w3.org/2003/XInclude" exclude-result-prefixes="p s xi3">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xi3:include href="@CANARY@" parse="text"/></xsl:template>
</xsl:stylesheet>

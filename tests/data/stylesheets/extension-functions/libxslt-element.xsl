<?xml version="1.0" encoding="UTF-8"?>
<!-- libxslt's own test element -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:libxslt="http://xmlsoft.org/XSLT/namespace" exclude-result-prefixes="p s libxslt" extension-element-prefixes="libxslt">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><libxslt:test/></xsl:template>
</xsl:stylesheet>

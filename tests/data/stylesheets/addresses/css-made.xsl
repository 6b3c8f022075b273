<?xml version="1.0" encoding="UTF-8"?>
<!-- CSS from another host, made -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="head.after"><xsl:element name="link"><xsl:attribute name="rel">stylesheet</xsl:attribute><xsl:attribute name="href">//example.invalid/x.css</xsl:attribute></xsl:element></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- fn:transform of XPath 3 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:fn="http://www.w3.org/2005/xpath-functions" exclude-result-prefixes="p s fn">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="fn:transform(.)"/></p></xsl:template>
</xsl:stylesheet>

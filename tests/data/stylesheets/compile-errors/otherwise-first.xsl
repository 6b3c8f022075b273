<?xml version="1.0" encoding="UTF-8"?>
<!-- an otherwise before its when -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:choose>
      <xsl:otherwise><p>x</p></xsl:otherwise>
      <xsl:when test="1"><p>y</p></xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a group of choices without a question -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:field[@name = 'kind']" mode="field" priority="9">
    <div><xsl:apply-templates select="p:choice" mode="radio"><xsl:with-param name="id" select="'k'"/></xsl:apply-templates></div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- choices with each other's values -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:choice" mode="option" priority="9">
    <option value="{../p:choice[1]/@value}"><xsl:apply-templates select="." mode="text"/></option>
  </xsl:template>
</xsl:stylesheet>

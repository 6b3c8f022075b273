<?xml version="1.0" encoding="UTF-8"?>
<!-- a button that does nothing -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:submit" priority="9">
    <button type="button" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
</xsl:stylesheet>

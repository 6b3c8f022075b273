<?xml version="1.0" encoding="UTF-8"?>
<!-- document() given to a template -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:apply-templates select="." mode="own">
      <xsl:with-param name="d" select="document('@CANARY@')"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:page" mode="own">
    <xsl:param name="d"/>
    <p><xsl:value-of select="$d"/></p>
  </xsl:template>
</xsl:stylesheet>

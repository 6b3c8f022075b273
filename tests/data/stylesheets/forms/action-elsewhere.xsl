<?xml version="1.0" encoding="UTF-8"?>
<!-- a form that is sent to another page of ours -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:form" priority="9">
    <form action="/sign-out" method="{@method}">
      <xsl:apply-templates select="." mode="hidden"/>
      <xsl:apply-templates select="." mode="fields"/>
      <xsl:apply-templates select="." mode="submits"/>
    </form>
  </xsl:template>
</xsl:stylesheet>

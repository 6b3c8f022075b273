<?xml version="1.0" encoding="UTF-8"?>
<!-- a sign-in that is sent to another host -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/portal.xsl"/>

  <xsl:template match="p:form[@name = 'sign-in']" priority="9">
    <form action="http://127.0.0.1:@PORT@/" method="post">
      <xsl:apply-templates select="." mode="hidden"/>
      <xsl:apply-templates select="." mode="fields"/>
      <xsl:apply-templates select="." mode="submits"/>
    </form>
  </xsl:template>
</xsl:stylesheet>

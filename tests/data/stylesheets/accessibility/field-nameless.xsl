<?xml version="1.0" encoding="UTF-8"?>
<!-- a field of the layer's own without a label -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="main.after" priority="9">
    <form action="/citizens" method="get" role="search"><input type="search" name="q"/></form>
  </xsl:template>
</xsl:stylesheet>

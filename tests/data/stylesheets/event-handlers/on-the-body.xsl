<?xml version="1.0" encoding="UTF-8"?>
<!-- a handler on the body of the page -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page">
    <html lang="{@lang}">
      <head><title>x</title></head>
      <body onload="alert(1)"><xsl:apply-templates select="." mode="main"/></body>
    </html>
  </xsl:template>
</xsl:stylesheet>

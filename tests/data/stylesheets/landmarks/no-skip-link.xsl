<?xml version="1.0" encoding="UTF-8"?>
<!-- a page without its skip link -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" priority="9">
    <html lang="{@lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:apply-templates select="." mode="title"/></title>
        <link rel="stylesheet" href="{$static}/samspil.css"/>
      </head>
      <body class="sp">
        
        <xsl:apply-templates select="." mode="bar"/>
        <xsl:apply-templates select="." mode="main"/>
        <xsl:apply-templates select="." mode="foot"/>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>

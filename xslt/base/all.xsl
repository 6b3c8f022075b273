<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:doc="urn:samspil:doc"
    exclude-result-prefixes="doc">

  <doc:sheet name="all">The base that every page is built on. A program's stylesheet imports this; a department's
    layer imports the program's.</doc:sheet>

  <xsl:include href="samspil:base/layout.xsl"/>
  <xsl:include href="samspil:base/notices.xsl"/>
  <xsl:include href="samspil:base/show.xsl"/>
  <xsl:include href="samspil:base/forms.xsl"/>
  <xsl:include href="samspil:base/controls.xsl"/>
  <xsl:include href="samspil:base/drafts.xsl"/>
  <xsl:include href="samspil:base/tables.xsl"/>
  <xsl:include href="samspil:base/charts.xsl"/>
  <xsl:include href="samspil:base/fallback.xsl"/>
</xsl:stylesheet>

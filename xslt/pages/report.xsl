<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>

  <doc:sheet name="report">The pages of samspil-report: whether it works and whether it pays.</doc:sheet>
</xsl:stylesheet>

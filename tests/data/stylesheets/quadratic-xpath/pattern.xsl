<?xml version="1.0" encoding="UTF-8"?>
<!-- a slow pattern, tried at each node -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:*[count(//node()[count(//node()[count(//node()) &gt; 1]) &gt; 1]) = 0]" mode="show" priority="9"/>
  <xsl:template match="p:*[count(//node()[count(//node()[count(//node()) &gt; 1]) &gt; 1]) = 0]" priority="9"/>
</xsl:stylesheet>

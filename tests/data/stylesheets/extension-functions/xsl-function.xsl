<?xml version="1.0" encoding="UTF-8"?>
<!-- xsl:function of XSLT 2 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:my="urn:example:mine" exclude-result-prefixes="p s my">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:function name="my:f"><xsl:sequence select="1"/></xsl:function>
</xsl:stylesheet>

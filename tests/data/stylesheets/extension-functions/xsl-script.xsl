<?xml version="1.0" encoding="UTF-8"?>
<!-- xsl:script of XSLT 1.1 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:my="urn:example:mine" exclude-result-prefixes="p s my">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:script implements-prefix="my" language="java" src="java:java.lang.Runtime"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a component of Xalan -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:lxslt="http://xml.apache.org/xslt" xmlns:my="urn:example:mine" exclude-result-prefixes="p s lxslt my">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <lxslt:component prefix="my" functions="f"><lxslt:script lang="javascript">function f() { return 1; }</lxslt:script></lxslt:component>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- func:script of EXSLT -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:func="http://exslt.org/functions" xmlns:my="urn:example:mine" exclude-result-prefixes="p s func my">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <func:script implements-prefix="my" language="ecmascript" src="http://127.0.0.1:@PORT@/x.js"/>
</xsl:stylesheet>

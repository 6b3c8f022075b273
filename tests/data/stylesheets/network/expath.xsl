<?xml version="1.0" encoding="UTF-8"?>
<!-- a request by EXPath's functions -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:http="http://expath.org/ns/http-client" exclude-result-prefixes="p s http">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="http:send-request('http://127.0.0.1:@PORT@/')"/></p></xsl:template>
</xsl:stylesheet>

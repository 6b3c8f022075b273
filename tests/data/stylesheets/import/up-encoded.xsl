<?xml version="1.0" encoding="UTF-8"?>
<!-- an import by an encoded way up -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/%2e%2e/pages/plan.xsl"/>


</xsl:stylesheet>

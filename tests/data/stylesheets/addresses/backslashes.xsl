<?xml version="1.0" encoding="UTF-8"?>
<!-- a link to another host by backslashes -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><a href="\\example.invalid\x">x</a></p></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- dyn:map -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:dyn="http://exslt.org/dynamic" exclude-result-prefixes="p s dyn">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="dyn:map(//*, 'name()')"/></p></xsl:template>
</xsl:stylesheet>

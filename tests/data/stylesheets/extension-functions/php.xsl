<?xml version="1.0" encoding="UTF-8"?>
<!-- PHP functions -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:php="http://php.net/xsl" exclude-result-prefixes="p s php">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="php:function('system', 'id')"/></p></xsl:template>
</xsl:stylesheet>

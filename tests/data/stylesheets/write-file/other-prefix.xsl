<?xml version="1.0" encoding="UTF-8"?>
<!-- exsl:document under an innocent prefix -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><nice:document xmlns:nice="http://exslt.org/common" href="@DIR@/prefix" xsl:extension-element-prefixes="nice"><b>written</b></nice:document></xsl:template>
</xsl:stylesheet>

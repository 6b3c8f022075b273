<?xml version="1.0" encoding="UTF-8"?>
<!-- xt:document writes a file -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xt="http://www.jclark.com/xt" exclude-result-prefixes="p s xt" extension-element-prefixes="xt">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xt:document href="@DIR@/xt-document"><b>written</b></xt:document></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- exsl:document with a fallback -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s exsl" extension-element-prefixes="exsl">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><exsl:document href="@DIR@/fallback"><xsl:fallback><p>fine</p></xsl:fallback></exsl:document></xsl:template>
</xsl:stylesheet>

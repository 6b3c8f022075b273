<?xml version="1.0" encoding="UTF-8"?>
<!-- a key with a slow pattern -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:key name="k" match="*[count(//node()[count(//node()[count(//node()) = 0]) = 0]) = 0]" use="@id"/>
  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="count(key('k', '0'))"/></p></xsl:template>
</xsl:stylesheet>

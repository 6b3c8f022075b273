<?xml version="1.0" encoding="UTF-8"?>
<!-- a sort by a language of 100,000 letters -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:for-each select="//p:item"><xsl:sort select="@name" lang="{str:padding(100000, 'x')}"/><b>x</b></xsl:for-each></xsl:template>
</xsl:stylesheet>

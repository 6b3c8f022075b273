<?xml version="1.0" encoding="UTF-8"?>
<!-- the page copied for each of its nodes -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:for-each select="//node() | //@*"><xsl:for-each select="//node() | //@*"><p class="sp-quiet sp-small sp-flush sp-strong"><xsl:value-of select="/"/></p></xsl:for-each></xsl:for-each></xsl:template>
</xsl:stylesheet>

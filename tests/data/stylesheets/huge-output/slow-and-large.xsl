<?xml version="1.0" encoding="UTF-8"?>
<!-- a page just below the limit, in small pieces, over and over -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:for-each select="str:tokenize(str:padding(2000, 'a '))"><xsl:for-each select="str:tokenize(str:padding(2000, 'a '))"><i/></xsl:for-each></xsl:for-each></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- positions in positions -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:set="http://exslt.org/sets" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s set str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:variable name="t" select="str:tokenize(str:padding(100000, 'a '))"/>
  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="count($t[position() mod count($t[. = 'a']) = 1])"/></p></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a long text encoded -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:variable name="e1" select="str:padding(100000, '%')"/>
  <xsl:variable name="e2" select="str:encode-uri(concat($e1, $e1), true())"/>
  <xsl:variable name="e3" select="str:encode-uri(concat($e2, $e2), true())"/>
  <xsl:variable name="e4" select="str:encode-uri(concat($e3, $e3), true())"/>
  <xsl:variable name="e5" select="str:encode-uri(concat($e4, $e4), true())"/>
  <xsl:variable name="e6" select="str:encode-uri(concat($e5, $e5), true())"/>
  <xsl:variable name="e7" select="str:encode-uri(concat($e6, $e6), true())"/>
  <xsl:variable name="e8" select="str:encode-uri(concat($e7, $e7), true())"/>
  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="string-length($e8)"/></p></xsl:template>
</xsl:stylesheet>

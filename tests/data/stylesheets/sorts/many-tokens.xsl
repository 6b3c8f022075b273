<?xml version="1.0" encoding="UTF-8"?>
<!-- 200,000 tokens sorted by a slow key -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:for-each select="str:tokenize(str:padding(400000, 'b a '))">
      <xsl:sort select="count(//*)" data-type="number"/>
      <xsl:if test="position() = 1"><p>x</p></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

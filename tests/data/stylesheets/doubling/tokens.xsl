<?xml version="1.0" encoding="UTF-8"?>
<!-- tokens of a long text -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <p>
      <xsl:for-each select="str:tokenize(str:padding(100000, 'a '))">
        <xsl:value-of select="count(str:tokenize(str:padding(100000, 'a ')))"/>
      </xsl:for-each>
    </p>
  </xsl:template>
</xsl:stylesheet>

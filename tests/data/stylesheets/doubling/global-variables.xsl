<?xml version="1.0" encoding="UTF-8"?>
<!-- variables of the whole layer that double -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:variable name="v0" select="'xxxxxxxxxxxxxxxx'"/>
  <xsl:variable name="v1" select="concat($v0, $v0)"/>
  <xsl:variable name="v2" select="concat($v1, $v1)"/>
  <xsl:variable name="v3" select="concat($v2, $v2)"/>
  <xsl:variable name="v4" select="concat($v3, $v3)"/>
  <xsl:variable name="v5" select="concat($v4, $v4)"/>
  <xsl:variable name="v6" select="concat($v5, $v5)"/>
  <xsl:variable name="v7" select="concat($v6, $v6)"/>
  <xsl:variable name="v8" select="concat($v7, $v7)"/>
  <xsl:variable name="v9" select="concat($v8, $v8)"/>
  <xsl:variable name="v10" select="concat($v9, $v9)"/>
  <xsl:variable name="v11" select="concat($v10, $v10)"/>
  <xsl:variable name="v12" select="concat($v11, $v11)"/>
  <xsl:variable name="v13" select="concat($v12, $v12)"/>
  <xsl:variable name="v14" select="concat($v13, $v13)"/>
  <xsl:variable name="v15" select="concat($v14, $v14)"/>
  <xsl:variable name="v16" select="concat($v15, $v15)"/>
  <xsl:variable name="v17" select="concat($v16, $v16)"/>
  <xsl:variable name="v18" select="concat($v17, $v17)"/>
  <xsl:variable name="v19" select="concat($v18, $v18)"/>
  <xsl:variable name="v20" select="concat($v19, $v19)"/>
  <xsl:variable name="v21" select="concat($v20, $v20)"/>
  <xsl:variable name="v22" select="concat($v21, $v21)"/>
  <xsl:variable name="v23" select="concat($v22, $v22)"/>
  <xsl:variable name="v24" select="concat($v23, $v23)"/>
  <xsl:variable name="v25" select="concat($v24, $v24)"/>
  <xsl:variable name="v26" select="concat($v25, $v25)"/>
  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="string-length($v26)"/></p></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a tree walked as if it were nodes -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:variable name="v"><b>x</b></xsl:variable>
    <xsl:for-each select="$v/b"><p>x</p></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

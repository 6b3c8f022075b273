<?xml version="1.0" encoding="UTF-8"?>
<!-- exsl:document inside a variable -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s exsl" extension-element-prefixes="exsl">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:variable name="v">
      <exsl:document href="@DIR@/variable"><b>written</b></exsl:document>
    </xsl:variable>
    <p><xsl:value-of select="$v"/></p>
  </xsl:template>
</xsl:stylesheet>

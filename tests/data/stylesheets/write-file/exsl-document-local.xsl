<?xml version="1.0" encoding="UTF-8"?>
<!-- exsl:document with its prefix declared on the element alone -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s exsl">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <div xsl:extension-element-prefixes="exsl">
      <exsl:document href="@DIR@/exsl-document-local"><b>written</b></exsl:document>
    </div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- xt:document with its prefix declared on the element alone -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xt="http://www.jclark.com/xt" exclude-result-prefixes="p s xt">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <div xsl:extension-element-prefixes="xt">
      <xt:document href="@DIR@/xt-document-local"><b>written</b></xt:document>
    </div>
  </xsl:template>
</xsl:stylesheet>

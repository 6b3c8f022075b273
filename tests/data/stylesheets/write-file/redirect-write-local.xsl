<?xml version="1.0" encoding="UTF-8"?>
<!-- redirect:write of Xalan with its prefix declared on the element alone -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xredirect="org.apache.xalan.xslt.extensions.Redirect" exclude-result-prefixes="p s xredirect">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <div xsl:extension-element-prefixes="xredirect">
      <xredirect:write file="@DIR@/redirect-write-local"><b>written</b></xredirect:write>
    </div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- redirect:write of Xalan writes to a file's URL -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xredirect="org.apache.xalan.xslt.extensions.Redirect" exclude-result-prefixes="p s xredirect" extension-element-prefixes="xredirect">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xredirect:write file="file://@DIR@/redirect-write-url"><b>written</b></xredirect:write></xsl:template>
</xsl:stylesheet>

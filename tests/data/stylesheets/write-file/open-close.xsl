<?xml version="1.0" encoding="UTF-8"?>
<!-- redirect:open and redirect:close -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xredirect="org.apache.xalan.xslt.extensions.Redirect" exclude-result-prefixes="p s xredirect" extension-element-prefixes="xredirect">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xredirect:open file="@DIR@/open"/>
    <xredirect:close file="@DIR@/open"/>
  </xsl:template>
</xsl:stylesheet>

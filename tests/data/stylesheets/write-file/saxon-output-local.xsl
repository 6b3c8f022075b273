<?xml version="1.0" encoding="UTF-8"?>
<!-- saxon:output with its prefix declared on the element alone -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:saxon="http://icl.com/saxon" exclude-result-prefixes="p s saxon">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <div xsl:extension-element-prefixes="saxon">
      <saxon:output file="@DIR@/saxon-output-local"><b>written</b></saxon:output>
    </div>
  </xsl:template>
</xsl:stylesheet>

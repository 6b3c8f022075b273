<?xml version="1.0" encoding="UTF-8"?>
<!-- saxon:while, a loop without end -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:saxon="http://icl.com/saxon" exclude-result-prefixes="p s saxon" extension-element-prefixes="saxon">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><saxon:while test="true()"><b>x</b></saxon:while></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- saxon:assign -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:saxon="http://icl.com/saxon" exclude-result-prefixes="p s saxon" extension-element-prefixes="saxon">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:variable name="v" select="1"/>
    <saxon:assign name="v" select="2"/>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- xalan:evaluate -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xalan="http://xml.apache.org/xalan" exclude-result-prefixes="p s xalan">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="xalan:evaluate('1')"/></p></xsl:template>
</xsl:stylesheet>

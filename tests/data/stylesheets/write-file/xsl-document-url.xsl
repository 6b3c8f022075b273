<?xml version="1.0" encoding="UTF-8"?>
<!-- xsl:document of XSLT 1.1 writes to a file's URL -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><xsl:document href="file://@DIR@/xsl-document-url"><b>written</b></xsl:document></xsl:template>
</xsl:stylesheet>

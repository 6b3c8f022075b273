<?xml version="1.0" encoding="UTF-8"?>
<!-- regexp:match -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:regexp="http://exslt.org/regular-expressions" exclude-result-prefixes="p s regexp">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="regexp:match('a', '(a+)+$')"/></p></xsl:template>
</xsl:stylesheet>

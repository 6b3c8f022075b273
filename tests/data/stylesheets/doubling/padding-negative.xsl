<?xml version="1.0" encoding="UTF-8"?>
<!-- str:padding of a negative length -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="str:padding(-1, 'x')"/></p></xsl:template>
</xsl:stylesheet>

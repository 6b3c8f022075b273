<?xml version="1.0" encoding="UTF-8"?>
<!-- a number in a format of a million letters -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:number value="1" format="{str:padding(1000000, '1.')}"/></p></xsl:template>
</xsl:stylesheet>

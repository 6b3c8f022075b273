<?xml version="1.0" encoding="UTF-8"?>
<!-- an element with a name of 3 MiB -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:variable name="much" select="str:padding(100000, 'x')"/>
  <xsl:variable name="more" select="concat($much, $much, $much, $much, $much, $much)"/>
  <xsl:variable name="big" select="concat($more, $more, $more, $more, $more, $more)"/>
  <xsl:template match="p:page" mode="foot.after"><xsl:element name="{$big}"/></xsl:template>
</xsl:stylesheet>

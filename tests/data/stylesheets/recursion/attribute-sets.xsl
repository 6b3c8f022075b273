<?xml version="1.0" encoding="UTF-8"?>
<!-- two attribute sets of each other -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:attribute-set name="a" use-attribute-sets="b"/>
  <xsl:attribute-set name="b" use-attribute-sets="a"/>
  <xsl:template match="p:page" mode="foot.after"><p xsl:use-attribute-sets="a">x</p></xsl:template>
</xsl:stylesheet>

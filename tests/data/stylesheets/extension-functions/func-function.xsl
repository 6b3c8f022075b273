<?xml version="1.0" encoding="UTF-8"?>
<!-- a function defined by EXSLT -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:func="http://exslt.org/functions" xmlns:my="urn:example:mine" exclude-result-prefixes="p s func my" extension-element-prefixes="func">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <func:function name="my:f"><func:result select="1"/></func:function>
  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="my:f()"/></p></xsl:template>
</xsl:stylesheet>

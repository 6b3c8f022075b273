<?xml version="1.0" encoding="UTF-8"?>
<!-- up and down -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:set="http://exslt.org/sets" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s set str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="count(//*[count(ancestor-or-self::*/descendant-or-self::node()[count(ancestor-or-self::*/descendant-or-self::node()) &gt; 0]) &gt; 0])"/></p></xsl:template>
</xsl:stylesheet>

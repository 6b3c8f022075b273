<?xml version="1.0" encoding="UTF-8"?>
<!-- elements of XSLT turned into the page's -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:my="urn:example:mine" exclude-result-prefixes="p s my">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:namespace-alias stylesheet-prefix="my" result-prefix="p"/>
  <xsl:template match="p:page" mode="foot.after"><my:p>x</my:p></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- an extension element that nobody knows -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:my="urn:example:mine" exclude-result-prefixes="p s my" extension-element-prefixes="my">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><my:do/></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a script of XHTML -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:h="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p s h">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><h:script>alert(1)</h:script></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a script of Microsoft's -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:msxsl="urn:schemas-microsoft-com:xslt" xmlns:my="urn:example:mine" exclude-result-prefixes="p s msxsl my">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <msxsl:script language="JScript" implements-prefix="my">function f() { return 1; }</msxsl:script>
  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="my:f()"/></p></xsl:template>
</xsl:stylesheet>

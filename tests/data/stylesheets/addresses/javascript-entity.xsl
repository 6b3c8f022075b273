<?xml version="1.0" encoding="UTF-8"?>
<!-- a link that runs code, in references -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><a href="&#106;&#97;&#118;&#97;&#115;cript&#58;alert(1)">x</a></p></xsl:template>
</xsl:stylesheet>

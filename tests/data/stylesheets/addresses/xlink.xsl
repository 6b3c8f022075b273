<?xml version="1.0" encoding="UTF-8"?>
<!-- a link of XLink that runs code -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:xlink="http://www.w3.org/1999/xlink" exclude-result-prefixes="p s xlink">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><svg xmlns="http://www.w3.org/2000/svg"><title>x</title><a xlink:href="javascript:alert(1)"><text>x</text></a></svg></xsl:template>
</xsl:stylesheet>

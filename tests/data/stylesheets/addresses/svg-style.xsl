<?xml version="1.0" encoding="UTF-8"?>
<!-- a drawing filled from another host -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><svg xmlns="http://www.w3.org/2000/svg"><title>x</title><rect fill="url(http://127.0.0.1:@PORT@/x#a)" width="1" height="1"/></svg></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a drawing with a name -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Afdelingens mærke" viewBox="0 0 12 12" width="12" height="12"><circle cx="6" cy="6" r="5"/></svg></p></xsl:template>
</xsl:stylesheet>

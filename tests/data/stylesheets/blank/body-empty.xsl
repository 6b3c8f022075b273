<?xml version="1.0" encoding="UTF-8"?>
<!-- a page with an empty body -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="/"><html lang="da"><head><title>x</title></head><body></body></html></xsl:template>
</xsl:stylesheet>

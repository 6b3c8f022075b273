<?xml version="1.0" encoding="UTF-8"?>
<!-- a listing with a script behind it -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><textarea><xsl:text disable-output-escaping="yes">&lt;/textarea&gt;&lt;script&gt;</xsl:text></textarea></xsl:template>
</xsl:stylesheet>

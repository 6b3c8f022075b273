<?xml version="1.0" encoding="UTF-8"?>
<!-- a hint under the notices -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="notices.after">
    <xsl:if test="//p:focus-area[@grade &gt; 3]">
      <div class="sp-note" role="status"><p>Husk pauser.</p></div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

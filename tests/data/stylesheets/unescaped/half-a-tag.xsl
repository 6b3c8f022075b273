<?xml version="1.0" encoding="UTF-8"?>
<!-- a tag opened here and closed there -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:text disable-output-escaping="yes">&lt;div class="wide"&gt;</xsl:text>
    <p>x</p>
    <xsl:text disable-output-escaping="yes">&lt;/div&gt;</xsl:text>
  </xsl:template>
</xsl:stylesheet>

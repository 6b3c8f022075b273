<?xml version="1.0" encoding="UTF-8"?>
<!-- a box on the front page -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/portal.xsl"/>

  <xsl:template match="p:home" mode="home.after">
    <section aria-labelledby="own-news">
      <h2 id="own-news">Fra afdelingen</h2>
      <p>Møde torsdag kl. 9. <a href="{$base}/citizens">Borgere</a></p>
    </section>
  </xsl:template>
</xsl:stylesheet>

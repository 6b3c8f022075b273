<?xml version="1.0" encoding="UTF-8"?>
<!-- a main part that is hidden -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="main" priority="9">
    <main id="main" hidden="hidden">
      <xsl:apply-templates select="p:content" mode="banner"/>
      <div class="sp-page">
        <xsl:apply-templates select="." mode="notices"/>
        <xsl:apply-templates select="p:content/p:breadcrumbs"/>
        <xsl:apply-templates select="p:content" mode="heading"/>
        <xsl:apply-templates select="p:content" mode="body"/>
      </div>
    </main>
  </xsl:template>
</xsl:stylesheet>

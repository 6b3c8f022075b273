<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" exclude-result-prefixes="p">
  <xsl:import href="samspil:pages/portal.xsl"/>
  <xsl:template match="p:home" mode="home.after">
    <section aria-labelledby="help-at-hand">
      <h2 id="help-at-hand">Brug for hjælp?</h2>
      <p>Skriv til <a href="mailto:it@eksempel.dk">it@eksempel.dk</a>, <xsl:value-of select="@first-name"/>.</p>
    </section>
  </xsl:template>
  <xsl:template match="p:page" mode="head.after">
    <link rel="stylesheet" href="{$static}/jobcenter.css?v={$version}"/>
  </xsl:template>
</xsl:stylesheet>

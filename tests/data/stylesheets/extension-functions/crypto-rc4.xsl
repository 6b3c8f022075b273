<?xml version="1.0" encoding="UTF-8"?>
<!-- crypto:rc4_encrypt -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:crypto="http://exslt.org/crypto" exclude-result-prefixes="p s crypto">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="crypto:rc4_encrypt('key', //p:citizen/@cpr)"/></p></xsl:template>
</xsl:stylesheet>

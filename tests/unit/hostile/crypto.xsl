<?xml version="1.0" encoding="UTF-8"?>
<!-- crypto functions -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" xmlns:crypto="http://exslt.org/crypto">
<xsl:template match="/"><html><body><xsl:value-of select="crypto:md5('x')"/></body></html></xsl:template>
</xsl:stylesheet>

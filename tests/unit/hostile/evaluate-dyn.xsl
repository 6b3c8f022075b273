<?xml version="1.0" encoding="UTF-8"?>
<!-- dyn:evaluate runs text as XPath -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" xmlns:dyn="http://exslt.org/dynamic">
<xsl:template match="/"><html><body><xsl:value-of select="dyn:evaluate('1 + 1')"/></body></html></xsl:template>
</xsl:stylesheet>

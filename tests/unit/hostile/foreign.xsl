<?xml version="1.0" encoding="UTF-8"?>
<!-- the page's own XML copied into the HTML -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><xsl:copy-of select="p:page"/></html></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- document() reads a stylesheet of ours -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><xsl:value-of select="document('samspil:good.xsl')"/></body></html></xsl:template>
</xsl:stylesheet>

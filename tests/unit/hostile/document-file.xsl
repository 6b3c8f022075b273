<?xml version="1.0" encoding="UTF-8"?>
<!-- document() reads a file -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><xsl:value-of select="document('/etc/hostname')"/></body></html></xsl:template>
</xsl:stylesheet>

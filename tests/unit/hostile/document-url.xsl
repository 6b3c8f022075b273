<?xml version="1.0" encoding="UTF-8"?>
<!-- document() reads from the network -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><xsl:value-of select="document('http://127.0.0.1:18299/')"/></body></html></xsl:template>
</xsl:stylesheet>

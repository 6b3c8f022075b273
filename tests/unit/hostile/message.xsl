<?xml version="1.0" encoding="UTF-8"?>
<!-- xsl:message: a warning counts as a fault -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><xsl:message>look here</xsl:message>x</body></html></xsl:template>
</xsl:stylesheet>

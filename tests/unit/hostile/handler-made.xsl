<?xml version="1.0" encoding="UTF-8"?>
<!-- an event handler by xsl:attribute -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><p><xsl:attribute name="onfocus">alert(1)</xsl:attribute>x</p></body></html></xsl:template>
</xsl:stylesheet>

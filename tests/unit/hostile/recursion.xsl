<?xml version="1.0" encoding="UTF-8"?>
<!-- endless recursion -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/" name="again"><html><xsl:call-template name="again"/></html></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- meta that sends the reader away -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><meta http-equiv="refresh" content="0;url=http://evil.invalid/"/></body></html></xsl:template>
</xsl:stylesheet>

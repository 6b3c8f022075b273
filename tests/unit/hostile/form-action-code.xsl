<?xml version="1.0" encoding="UTF-8"?>
<!-- a form whose button runs code -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><button formaction="javascript:alert(1)">x</button></body></html></xsl:template>
</xsl:stylesheet>

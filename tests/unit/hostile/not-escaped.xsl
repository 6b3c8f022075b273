<?xml version="1.0" encoding="UTF-8"?>
<!-- disable-output-escaping makes mark-up of text -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><xsl:text disable-output-escaping="yes">&lt;script&gt;alert(1)&lt;/script&gt;</xsl:text></body></html></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- xsl:document writes a file -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><xsl:document href="/tmp/samspil-hostile-written">x</xsl:document></body></html></xsl:template>
</xsl:stylesheet>

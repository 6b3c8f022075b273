<?xml version="1.0" encoding="UTF-8"?>
<!-- exsl:document writes a file -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">
<xsl:template match="/"><html><body><exsl:document href="/tmp/samspil-hostile-written">x</exsl:document></body></html></xsl:template>
</xsl:stylesheet>

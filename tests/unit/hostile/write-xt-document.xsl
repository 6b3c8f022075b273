<?xml version="1.0" encoding="UTF-8"?>
<!-- xt:document writes a file -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" xmlns:xt="http://www.jclark.com/xt" extension-element-prefixes="xt">
<xsl:template match="/"><html><body><xt:document href="/tmp/samspil-hostile-written">x</xt:document></body></html></xsl:template>
</xsl:stylesheet>

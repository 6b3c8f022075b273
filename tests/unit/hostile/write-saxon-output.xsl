<?xml version="1.0" encoding="UTF-8"?>
<!-- saxon:output writes a file -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" xmlns:saxon="http://icl.com/saxon" extension-element-prefixes="saxon">
<xsl:template match="/"><html><body><saxon:output href="/tmp/samspil-hostile-written">x</saxon:output></body></html></xsl:template>
</xsl:stylesheet>

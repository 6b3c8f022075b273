<?xml version="1.0" encoding="UTF-8"?>
<!-- redirect:write writes a file -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" xmlns:redirect="org.apache.xalan.xslt.extensions.Redirect" extension-element-prefixes="redirect">
<xsl:template match="/"><html><body><redirect:write file="/tmp/samspil-hostile-written">x</redirect:write></body></html></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a void element with content -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><br>x</br></body></html></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a script inside SVG -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg></body></html></xsl:template>
</xsl:stylesheet>

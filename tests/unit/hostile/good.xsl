<?xml version="1.0" encoding="UTF-8"?>
<!-- Nothing hostile: shows that the others fail for their own reasons. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body>x</body></html></xsl:template>
</xsl:stylesheet>

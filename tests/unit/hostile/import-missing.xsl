<?xml version="1.0" encoding="UTF-8"?>
<!-- xsl:import of what is not there -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:import href="samspil:no/such.xsl"/><xsl:template match="/"><html><body>x</body></html></xsl:template>
</xsl:stylesheet>

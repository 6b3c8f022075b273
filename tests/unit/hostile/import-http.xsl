<?xml version="1.0" encoding="UTF-8"?>
<!-- xsl:import from the network -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:import href="http://127.0.0.1:18299/x.xsl"/><xsl:template match="/"><html><body>x</body></html></xsl:template>
</xsl:stylesheet>

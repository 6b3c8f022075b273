<?xml version="1.0" encoding="UTF-8"?>
<!-- xsl:import that climbs out of the share directory -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:import href="samspil:../hostile/good.xsl"/><xsl:template match="/"><html><body>x</body></html></xsl:template>
</xsl:stylesheet>

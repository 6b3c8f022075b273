<?xml version="1.0" encoding="UTF-8"?>
<!-- date:date-time, which is not offered -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:date="http://exslt.org/dates-and-times" exclude-result-prefixes="p s date">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="date:date-time()"/></p></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- an attribute that the portal's page has not -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/portal.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <p><xsl:value-of select="p:user/@departmentname"/></p>
  </xsl:template>
</xsl:stylesheet>

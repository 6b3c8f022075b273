<?xml version="1.0" encoding="UTF-8"?>
<!-- a table with an empty head -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:list" mode="head" priority="9">
    <th scope="col"></th>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- forms in a fieldset that is off -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:form" priority="9">
    <fieldset disabled="disabled"><legend>x</legend><xsl:apply-imports/></fieldset>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a template that is not there -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <table>
      <caption>x</caption>
      <tr><xsl:call-template name="colum"><xsl:with-param name="name" select="'state'"/></xsl:call-template></tr>
    </table>
  </xsl:template>
</xsl:stylesheet>

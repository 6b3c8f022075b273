<?xml version="1.0" encoding="UTF-8"?>
<!-- a table of the department's own -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="main.after">
    <xsl:if test="//p:contact">
      <table class="sp-table">
        <caption>Hvem er med</caption>
        <thead><tr><th scope="col">Navn</th><th scope="col">Afdeling</th></tr></thead>
        <tbody>
          <xsl:for-each select="//p:contact">
            <xsl:sort select="@name"/>
            <tr><th scope="row"><xsl:value-of select="@name"/></th><td><xsl:value-of select="@department"/></td></tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a list taken apart with EXSLT -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s str">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:course" mode="course.facts.after">
    <div>
      <dt>Fag</dt>
      <dd>
        <xsl:for-each select="str:tokenize(@professions, ',')">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="s:label(concat('profession.', .))"/>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The job centre's triage: how long an answer has waited is what one looks for, so it stands right after the name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/triage.xsl"/>

  <xsl:template match="p:list[@name = 'triage']" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.submitted-at"/>
    <xsl:apply-templates select="." mode="head.red"/>
    <xsl:apply-templates select="." mode="head.indicates"/>
    <xsl:apply-templates select="." mode="head.questionnaire"/>
    <xsl:apply-templates select="." mode="head.taken"/>
  </xsl:template>
  <xsl:template match="p:waiting" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.submitted-at"/>
    <xsl:apply-templates select="." mode="cell.red"/>
    <xsl:apply-templates select="." mode="cell.indicates"/>
    <xsl:apply-templates select="." mode="cell.questionnaire"/>
    <xsl:apply-templates select="." mode="cell.taken"/>
  </xsl:template>
</xsl:stylesheet>

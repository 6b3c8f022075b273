<?xml version="1.0" encoding="UTF-8"?>
<!-- trees that double the one before -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:variable name="v0"><b>x</b></xsl:variable>
    <xsl:variable name="v1"><xsl:copy-of select="$v0"/><xsl:copy-of select="$v0"/></xsl:variable>
    <xsl:variable name="v2"><xsl:copy-of select="$v1"/><xsl:copy-of select="$v1"/></xsl:variable>
    <xsl:variable name="v3"><xsl:copy-of select="$v2"/><xsl:copy-of select="$v2"/></xsl:variable>
    <xsl:variable name="v4"><xsl:copy-of select="$v3"/><xsl:copy-of select="$v3"/></xsl:variable>
    <xsl:variable name="v5"><xsl:copy-of select="$v4"/><xsl:copy-of select="$v4"/></xsl:variable>
    <xsl:variable name="v6"><xsl:copy-of select="$v5"/><xsl:copy-of select="$v5"/></xsl:variable>
    <xsl:variable name="v7"><xsl:copy-of select="$v6"/><xsl:copy-of select="$v6"/></xsl:variable>
    <xsl:variable name="v8"><xsl:copy-of select="$v7"/><xsl:copy-of select="$v7"/></xsl:variable>
    <xsl:variable name="v9"><xsl:copy-of select="$v8"/><xsl:copy-of select="$v8"/></xsl:variable>
    <xsl:variable name="v10"><xsl:copy-of select="$v9"/><xsl:copy-of select="$v9"/></xsl:variable>
    <xsl:variable name="v11"><xsl:copy-of select="$v10"/><xsl:copy-of select="$v10"/></xsl:variable>
    <xsl:variable name="v12"><xsl:copy-of select="$v11"/><xsl:copy-of select="$v11"/></xsl:variable>
    <xsl:variable name="v13"><xsl:copy-of select="$v12"/><xsl:copy-of select="$v12"/></xsl:variable>
    <xsl:variable name="v14"><xsl:copy-of select="$v13"/><xsl:copy-of select="$v13"/></xsl:variable>
    <xsl:variable name="v15"><xsl:copy-of select="$v14"/><xsl:copy-of select="$v14"/></xsl:variable>
    <xsl:variable name="v16"><xsl:copy-of select="$v15"/><xsl:copy-of select="$v15"/></xsl:variable>
    <xsl:variable name="v17"><xsl:copy-of select="$v16"/><xsl:copy-of select="$v16"/></xsl:variable>
    <xsl:variable name="v18"><xsl:copy-of select="$v17"/><xsl:copy-of select="$v17"/></xsl:variable>
    <xsl:variable name="v19"><xsl:copy-of select="$v18"/><xsl:copy-of select="$v18"/></xsl:variable>
    <xsl:variable name="v20"><xsl:copy-of select="$v19"/><xsl:copy-of select="$v19"/></xsl:variable>
    <xsl:variable name="v21"><xsl:copy-of select="$v20"/><xsl:copy-of select="$v20"/></xsl:variable>
    <xsl:variable name="v22"><xsl:copy-of select="$v21"/><xsl:copy-of select="$v21"/></xsl:variable>
    <xsl:variable name="v23"><xsl:copy-of select="$v22"/><xsl:copy-of select="$v22"/></xsl:variable>
    <xsl:variable name="v24"><xsl:copy-of select="$v23"/><xsl:copy-of select="$v23"/></xsl:variable>
    <xsl:copy-of select="$v24"/>
  </xsl:template>
</xsl:stylesheet>

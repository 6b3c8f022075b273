<?xml version="1.0" encoding="UTF-8"?>
<!-- sixteen sorts of one list -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after">
    <xsl:for-each select="//p:item">
      <xsl:sort select="@k0"/>
      <xsl:sort select="@k1"/>
      <xsl:sort select="@k2"/>
      <xsl:sort select="@k3"/>
      <xsl:sort select="@k4"/>
      <xsl:sort select="@k5"/>
      <xsl:sort select="@k6"/>
      <xsl:sort select="@k7"/>
      <xsl:sort select="@k8"/>
      <xsl:sort select="@k9"/>
      <xsl:sort select="@k10"/>
      <xsl:sort select="@k11"/>
      <xsl:sort select="@k12"/>
      <xsl:sort select="@k13"/>
      <xsl:sort select="@k14"/>
      <xsl:sort select="@k15"/>
      <b>x</b>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

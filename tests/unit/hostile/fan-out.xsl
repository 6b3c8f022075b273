<?xml version="1.0" encoding="UTF-8"?>
<!-- 2 to the power of 24 calls, never deep -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><xsl:call-template name="two"><xsl:with-param name="n" select="24"/></xsl:call-template></html></xsl:template>
<xsl:template name="two"><xsl:param name="n"/><xsl:if test="$n &gt; 0"><xsl:call-template name="two"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template><xsl:call-template name="two"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:if></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- one XPath expression over the tree squared, and squared again -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body><xsl:value-of select="count(//*[count(//*[count(//*) &gt; 0]) &gt; count(//*[count(//*) &gt; 1])])"/></body></html></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- 2.6 MiB, written a byte and a few at a time -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p str">
<xsl:template match="/"><html><body><xsl:for-each select="str:tokenize(str:padding(100000, 'a '))"><hr/><hr/><hr/><hr/><hr/><hr/><hr/><hr/><hr/><hr/><hr/><hr/><hr/></xsl:for-each></body></html></xsl:template>
</xsl:stylesheet>

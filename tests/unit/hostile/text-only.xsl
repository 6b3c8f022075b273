<?xml version="1.0" encoding="UTF-8"?>
<!-- output without an element -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/">just text</xsl:template></xsl:stylesheet>

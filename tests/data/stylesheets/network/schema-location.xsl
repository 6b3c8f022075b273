<?xml version="1.0" encoding="UTF-8"?>
<!-- a schema elsewhere -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x http://127.0.0.1:@PORT@/x.xsd">
  <xsl:import href="http://127.0.0.1:@PORT@/x.xsd"/>

  <xsl:template match="p:page" mode="foot.after"><p>x</p></xsl:template>
</xsl:stylesheet>

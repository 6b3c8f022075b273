<?xml version="1.0" encoding="UTF-8"?>
<!-- a handler of XML events -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:ev="http://www.w3.org/2001/xml-events" exclude-result-prefixes="p s ev">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p ev:event="click" ev:handler="#x">x</p></xsl:template>
</xsl:stylesheet>

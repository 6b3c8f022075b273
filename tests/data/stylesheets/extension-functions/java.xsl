<?xml version="1.0" encoding="UTF-8"?>
<!-- Java by Xalan -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:java="http://xml.apache.org/xalan/java" exclude-result-prefixes="p s java">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><p><xsl:value-of select="java:java.lang.Runtime.getRuntime()"/></p></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- a drawing that sets an address -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><svg xmlns="http://www.w3.org/2000/svg"><a href="#x"><title>x</title><set attributeName="href" to="javascript:alert(1)"/></a></svg></xsl:template>
</xsl:stylesheet>

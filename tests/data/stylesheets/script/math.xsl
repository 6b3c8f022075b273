<?xml version="1.0" encoding="UTF-8"?>
<!-- a script in a formula -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:m="http://www.w3.org/1998/Math/MathML" exclude-result-prefixes="p s m">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:template match="p:page" mode="foot.after"><m:math><m:annotation-xml encoding="text/html"><script>alert(1)</script></m:annotation-xml></m:math></xsl:template>
</xsl:stylesheet>

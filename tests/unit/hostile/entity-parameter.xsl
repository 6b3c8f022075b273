<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE x [<!ENTITY % more SYSTEM "http://127.0.0.1:18299/x.dtd"> %more;]>
<!-- a parameter entity that loads a DTD -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body>x</body></html></xsl:template>
</xsl:stylesheet>

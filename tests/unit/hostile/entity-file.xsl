<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE x [<!ENTITY canary SYSTEM "/etc/hostname">]>
<!-- an external entity in the DTD -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
<xsl:template match="/"><html><body>&canary;</body></html></xsl:template>
</xsl:stylesheet>

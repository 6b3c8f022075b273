<?xml version="1.0" encoding="UTF-8"?>
<!--
  The job centre's course.  Its people work towards a job, so the employment goal stands above what waits, and who is in contact with
  the citizen stands with the profession first.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <!-- The goal first, then what waits as shipped. -->
  <xsl:template match="p:course[@employment-goal]" mode="waits">
    <p class="sp-lead">
      <span class="sp-quiet"><xsl:value-of select="s:label('field.employment-goal')"/>: </span>
      <span class="sp-strong"><xsl:value-of select="@employment-goal"/></span>
    </p>
    <xsl:apply-imports/>
  </xsl:template>

  <!-- A deadline's law is what one quotes in a letter: it stands beside the name, not below it. -->
  <xsl:template match="p:deadline[@law]" mode="waits">
    <tr>
      <td><xsl:apply-templates select="." mode="when"/></td>
      <td>
        <span class="sp-strong"><xsl:value-of select="s:label-or(concat('deadline.', @kind), @kind)"/></span>
        <xsl:text> </xsl:text>
        <span class="sp-tag"><xsl:value-of select="@law"/></span>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  The job centre's course.  Its people work towards a job, so on the overview the employment goal stands out, who is in contact with
  the citizen stands with the profession first, and a deadline has its law beside it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <!-- "Sagsbehandler  Mads Samling": one looks for the profession. -->
  <xsl:template match="p:contact" mode="short">
    <div>
      <dt class="sp-quiet"><xsl:value-of select="s:label(concat('contact-role.', @role))"/></dt>
      <dd class="sp-strong"><xsl:value-of select="@name"/></dd>
    </div>
  </xsl:template>

  <!-- The goal is what all of it is for: on the overview it stands out in the course's head. -->
  <xsl:template match="p:page[@name = 'overview']/p:content/p:course/@employment-goal" mode="show">
    <span class="sp-strong"><xsl:value-of select="."/></span>
  </xsl:template>

  <!-- A deadline's law is what one quotes in a letter: it stands beside the name, not below it. -->
  <xsl:template match="p:deadline[@law]" mode="waits">
    <tr>
      <td><xsl:apply-templates select="." mode="when"/></td>
      <td>
        <span class="sp-strong"><xsl:value-of select="s:label-or(concat('deadline.', @kind), @kind)"/></span>
        <xsl:text> </xsl:text>
        <span class="sp-quiet"><xsl:value-of select="@law"/></span>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- A health centre: what hinders with its qualifier, and a way to the measurements. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:pages/plan.xsl"/>

  <xsl:param name="radio-max" select="7"/>
  <xsl:key name="areas-by-kind" match="p:focus-area" use="@kind"/>

  <xsl:template match="p:focus-area" mode="row">
    <tr>
      <th scope="row">
        <xsl:value-of select="@priority"/>
        <xsl:text>. </xsl:text>
        <xsl:apply-templates select="@icf-title" mode="show"/>
      </th>
      <td><xsl:value-of select="@icf-code"/></td>
      <td class="sp-small"><xsl:apply-templates select="p:description" mode="show"/></td>
      <xsl:apply-templates select="." mode="cell.priority"/>
    </tr>
  </xsl:template>

  <xsl:template match="p:course" mode="overview.after">
    <xsl:variable name="barriers" select="p:focus-area[@kind = 'barrier']"/>
    <section aria-labelledby="hinders">
      <h2 id="hinders">Det, der hindrer</h2>
      <xsl:choose>
        <xsl:when test="$barriers">
          <ul>
            <xsl:for-each select="$barriers">
              <xsl:sort select="@priority" data-type="number"/>
              <li><xsl:value-of select="concat(position(), '. ', @icf-title)"/></li>
            </xsl:for-each>
          </ul>
          <p><xsl:value-of select="count(key('areas-by-kind', 'barrier'))"/> i alt</p>
        </xsl:when>
        <xsl:otherwise><p class="sp-quiet">Intet endnu.</p></xsl:otherwise>
      </xsl:choose>
      <p><a href="{p:tabs/p:item[@name = 'progression']/@href}">Se målingerne</a></p>
    </section>
  </xsl:template>
</xsl:stylesheet>

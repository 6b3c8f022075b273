<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="studio-versions">All versions of a view, and whether it is used.</doc:sheet>

  <!-- All versions of the view -->

  <doc:mode name="versions" match="p:stylesheet">All versions of the same view.</doc:mode>
  <xsl:template match="p:stylesheet" mode="versions">
    <section aria-labelledby="studio-versions">
      <h2 id="studio-versions"><xsl:value-of select="s:label('studio.versions')"/></h2>
      <table class="sp-table sp-fold">
        <caption class="sr-only"><xsl:value-of select="s:label('studio.versions')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="s:label('column.versions.number')"/></th>
            <th scope="col"><xsl:value-of select="s:label('column.versions.state')"/></th>
            <th scope="col"><xsl:value-of select="s:label('column.versions.changed-at')"/></th>
            <th scope="col"><xsl:value-of select="s:label('column.versions.who')"/></th>
            <th scope="col"><span class="sr-only"><xsl:value-of select="s:label('column.versions.compare')"/></span></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="p:version" mode="row"/></tbody>
      </table>
    </section>
  </xsl:template>

  <doc:mode name="row" match="p:stylesheet/p:version">A version's row.</doc:mode>
  <xsl:template match="p:stylesheet/p:version" mode="row">
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="number"/></th>
      <td data-label="{s:label('column.versions.state')}"><xsl:apply-templates select="." mode="state"/></td>
      <td class="sp-num" data-label="{s:label('column.versions.changed-at')}"><xsl:value-of select="s:date(substring(@changed-at, 1, 10))"/></td>
      <td data-label="{s:label('column.versions.who')}"><xsl:value-of select="@changed-by-name"/><br/><span class="sp-quiet sp-small sp-wrap"><xsl:value-of select="@reason"/></span></td>
      <td class="is-act"><xsl:apply-templates select="." mode="compare"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="number" match="p:version">Its number, a link where it is another one's page.</doc:mode>
  <xsl:template match="p:version" mode="number"><a href="{@href}"><xsl:value-of select="@number"/></a></xsl:template>
  <xsl:template match="p:stylesheet/p:version[@id = ../@id]" mode="number">
    <xsl:value-of select="@number"/>
  </xsl:template>

  <doc:mode name="compare" match="p:version">A link to what it has other than the one before.</doc:mode>
  <xsl:template match="p:version" mode="compare">
    <xsl:apply-templates select="following-sibling::p:version[1]" mode="compare-with"><xsl:with-param name="newer" select="."/></xsl:apply-templates>
  </xsl:template>
  <doc:mode name="compare-with" match="p:version">The link from the version before. <doc:with name="newer">The version
    that is compared with it.</doc:with></doc:mode>
  <xsl:template match="p:version" mode="compare-with">
    <xsl:param name="newer"/>
    <a href="{$newer/@href}/difference?with={@id}"><xsl:value-of select="s:label('studio.compare', 'n', @number)"/></a>
  </xsl:template>

  <!-- Is it used? -->

  <doc:mode name="use" match="p:stylesheet">How often it was used, and where it failed.</doc:mode>
  <xsl:template match="p:stylesheet" mode="use">
    <xsl:if test="p:use or p:failure or @state = 'active'">
      <section aria-labelledby="studio-use">
        <h2 id="studio-use"><xsl:value-of select="s:label('studio.use')"/></h2>
        <p><xsl:if test="not(p:use)"><xsl:value-of select="s:label('stylesheets.unused')"/></xsl:if><xsl:apply-templates select="p:use"/></p>
        <xsl:apply-templates select="." mode="failures"/>
      </section>
    </xsl:if>
  </xsl:template>

  <doc:mode name="failures" match="p:stylesheet">The pages that it failed on, the newest first.</doc:mode>
  <xsl:template match="p:stylesheet" mode="failures"/>
  <xsl:template match="p:stylesheet[p:failure]" mode="failures">
    <table class="sp-table sp-fold sp-gap-s">
      <caption class="sr-only"><xsl:value-of select="s:label('studio.failures')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="s:label('column.failures.at')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.failures.page')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.failures.reason')"/></th>
          <th scope="col"><xsl:value-of select="s:label('column.failures.reference')"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:failure" mode="row"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="row" match="p:failure">A page that it failed on.</doc:mode>
  <xsl:template match="p:failure" mode="row">
    <tr>
      <td class="sp-num"><xsl:value-of select="s:show(@at)"/></td>
      <td class="sp-nowrap" data-label="{s:label('column.failures.page')}"><code><xsl:value-of select="@page"/></code></td>
      <td class="sp-wrap" data-label="{s:label('column.failures.reason')}"><xsl:apply-templates select="@line" mode="of-lines"/><xsl:value-of select="@reason"/></td>
      <td class="sp-num" data-label="{s:label('column.failures.reference')}"><xsl:value-of select="@reference"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="of-lines" match="@line">The line that a reason names, before it; a link where the lines are
    shown.</doc:mode>
  <xsl:template match="@line" mode="of-lines">
    <xsl:value-of select="s:label('studio.line', 'n', .)"/><xsl:text>: </xsl:text>
  </xsl:template>
  <xsl:template match="p:stylesheet[p:code]/p:failure/@line" mode="of-lines">
    <a href="#l{.}"><xsl:value-of select="s:label('studio.line', 'n', .)"/></a><xsl:text>: </xsl:text>
  </xsl:template>
</xsl:stylesheet>

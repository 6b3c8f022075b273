<?xml version="1.0" encoding="UTF-8"?>
<!-- Which files of other systems were taken in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="imports">Which files of other systems were taken in, when and by whom.</doc:sheet>

  <xsl:template match="p:content[p:imports]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('imports.help')"/></p>
    <div class="sp-gap"><xsl:apply-templates select="p:imports/p:list"/></div>
    <xsl:apply-templates select="p:imports" mode="imports.after"/>
  </xsl:template>

  <doc:hook name="imports.after" match="p:imports">Below the files.</doc:hook>
  <xsl:template match="p:imports" mode="imports.after"/>

  <doc:list name="imports" columns="at kind file total added changed same unknown by" fixed="at kind file">Files
    of other systems.</doc:list>
  <xsl:template match="p:list[@name = 'imports']" mode="head">
    <xsl:apply-templates select="." mode="head.at"/>
    <xsl:apply-templates select="." mode="head.kind"/>
    <xsl:apply-templates select="." mode="head.file"/>
    <xsl:apply-templates select="." mode="head.total"/>
    <xsl:apply-templates select="." mode="head.added"/>
    <xsl:apply-templates select="." mode="head.changed"/>
    <xsl:apply-templates select="." mode="head.same"/>
    <xsl:apply-templates select="." mode="head.unknown"/>
    <xsl:apply-templates select="." mode="head.by"/>
  </xsl:template>
  <xsl:template match="p:import" mode="cells">
    <xsl:apply-templates select="." mode="cell.at"/>
    <xsl:apply-templates select="." mode="cell.kind"/>
    <xsl:apply-templates select="." mode="cell.file"/>
    <xsl:apply-templates select="." mode="cell.total"/>
    <xsl:apply-templates select="." mode="cell.added"/>
    <xsl:apply-templates select="." mode="cell.changed"/>
    <xsl:apply-templates select="." mode="cell.same"/>
    <xsl:apply-templates select="." mode="cell.unknown"/>
    <xsl:apply-templates select="." mode="cell.by"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'imports']" mode="head.at">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'at'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'imports']" mode="head.kind">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'kind'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'imports']" mode="head.file">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'file'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'imports']" mode="head.total">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'total'"/><xsl:with-param name="class" select="'is-num'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'imports']" mode="head.added">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'added'"/><xsl:with-param name="class" select="'is-num'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'imports']" mode="head.changed">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'changed'"/><xsl:with-param name="class" select="'is-num'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'imports']" mode="head.same">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'same'"/><xsl:with-param name="class" select="'is-num'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'imports']" mode="head.unknown">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'unknown'"/><xsl:with-param name="class" select="'is-num'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'imports']" mode="head.by">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'by'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:import" mode="cell.at">
    <td class="sp-num sp-nowrap" data-label="{s:label('column.imports.at')}"><xsl:value-of select="s:time(@at)"/></td>
  </xsl:template>
  <xsl:template match="p:import" mode="cell.kind">
    <th scope="row" data-label="{s:label('column.imports.kind')}"><xsl:apply-templates select="@kind" mode="import-kind"/><xsl:if test="@out = 'yes'"><xsl:text> </xsl:text><span class="sp-quiet sp-nowrap"><xsl:value-of select="s:label('imports.out')"/></span></xsl:if></th>
  </xsl:template>
  <xsl:template match="p:import" mode="cell.file">
    <td data-label="{s:label('column.imports.file')}"><span class="sp-break" title="{@mark}"><xsl:value-of select="@file"/></span></td>
  </xsl:template>
  <xsl:template match="p:import" mode="cell.total">
    <td class="is-num" data-label="{s:label('column.imports.total')}"><xsl:value-of select="s:number(@total)"/></td>
  </xsl:template>
  <xsl:template match="p:import" mode="cell.added">
    <td class="is-num" data-label="{s:label('column.imports.added')}"><xsl:if test="@added"><xsl:value-of select="s:number(@added)"/></xsl:if></td>
  </xsl:template>
  <xsl:template match="p:import" mode="cell.changed">
    <td class="is-num" data-label="{s:label('column.imports.changed')}"><xsl:if test="@changed"><xsl:value-of select="s:number(@changed)"/></xsl:if></td>
  </xsl:template>
  <xsl:template match="p:import" mode="cell.same">
    <td class="is-num" data-label="{s:label('column.imports.same')}"><xsl:if test="@same"><xsl:value-of select="s:number(@same)"/></xsl:if></td>
  </xsl:template>
  <xsl:template match="p:import" mode="cell.unknown">
    <td class="is-num" data-label="{s:label('column.imports.unknown')}"><xsl:if test="@unknown"><xsl:value-of select="s:number(@unknown)"/></xsl:if></td>
  </xsl:template>
  <xsl:template match="p:import" mode="cell.by">
    <td data-label="{s:label('column.imports.by')}"><xsl:value-of select="@by"/></td>
  </xsl:template>

  <doc:mode name="import-kind" match="@kind">What kind of rows they were, label imports.kind.KIND.</doc:mode>
  <xsl:template match="@kind" mode="import-kind"><xsl:value-of select="s:label-or(concat('imports.kind.', .), .)"/></xsl:template>

</xsl:stylesheet>

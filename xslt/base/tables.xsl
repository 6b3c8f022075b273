<?xml version="1.0" encoding="UTF-8"?>
<!--
  tables: lists with paging and sorting by links; they fold on narrow screens.

  Default mode p:list: the whole list, or what stands there when it is empty
  Modes        caption  p:list: its name for those who do not see the page, label list.NAME
               columns  p:list: the <col> elements, for widths; empty here
               head     p:list: the header cells.  A page overrides this one (and cells), with the template column for each
               column   p:list: a header's words, label column.LIST.NAME, column.NAME or field.NAME; sort: the same as a link
               row      a row of a list: its <tr>
               cells    a row of a list: its cells.  A page overrides this one
               empty    p:list: no rows: labels empty.NAME and empty.NAME.help
               pager    p:list: previous, next and how many; query: what these addresses keep of the filter form beside the list
  Templates    column   a header cell, for use in mode head.  Parameters name, sort (the way that the program knows; none: words
                        only) and class
  A cell more: override cells and head, with xsl:apply-imports for what is there already.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc"
    xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s doc str">

  <xsl:template match="p:list">
    <div class="sp-listing">
      <xsl:apply-templates select="." mode="filled"/>
    </div>
  </xsl:template>

  <xsl:template match="p:list" mode="filled">
    <table class="sp-table sp-fold" id="list-{@name}">
      <caption class="sr-only"><xsl:apply-templates select="." mode="caption"/></caption>
      <xsl:apply-templates select="." mode="columns"/>
      <thead>
        <tr>
          <xsl:apply-templates select="." mode="head"/>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="*" mode="row"/>
      </tbody>
    </table>
    <xsl:apply-templates select="." mode="pager"/>
  </xsl:template>

  <xsl:template match="p:list[@total = '0']" mode="filled">
    <xsl:apply-templates select="." mode="empty"/>
  </xsl:template>

  <xsl:template match="*" mode="empty">
    <xsl:param name="name" select="@name"/>
    <xsl:variable name="help" select="s:find(concat('empty.', $name, '.help'))"/>
    <div class="sp-empty">
      <p class="sp-strong"><xsl:value-of select="s:first(concat('empty.', $name), 'empty')"/></p>
      <xsl:if test="$help != ''"><p class="sp-quiet"><xsl:value-of select="$help"/></p></xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="p:list" mode="caption">
    <xsl:value-of select="s:label(concat('list.', @name))"/>
  </xsl:template>

  <xsl:template match="p:list" mode="columns"/>

  <xsl:template match="p:list/*" mode="row">
    <tr>
      <xsl:apply-templates select="." mode="cells"/>
    </tr>
  </xsl:template>

  <!-- Until a page says which cells it wants, a row shows its attributes, named in each cell. -->

  <xsl:template match="p:list" mode="head">
    <th scope="col"><xsl:apply-templates select="." mode="caption"/></th>
  </xsl:template>

  <xsl:template match="*" mode="cells">
    <td>
      <dl class="sp-pairs"><xsl:apply-templates select="@* | *" mode="raw"/></dl>
    </td>
  </xsl:template>

  <!-- A column's header -->

  <xsl:template name="column">
    <xsl:param name="name"/>
    <xsl:param name="sort"/>
    <xsl:param name="class"/>
    <th scope="col">
      <xsl:if test="$class"><xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="not($sort)"><xsl:apply-templates select="." mode="column"><xsl:with-param name="name" select="$name"/></xsl:apply-templates></xsl:when>
        <xsl:when test="@sort = $sort">
          <xsl:attribute name="aria-sort">ascending</xsl:attribute>
          <xsl:apply-templates select="." mode="sort"><xsl:with-param name="name" select="$name"/><xsl:with-param name="sort" select="concat('-', $sort)"/><xsl:with-param name="arrow" select="' ↑'"/></xsl:apply-templates>
        </xsl:when>
        <xsl:when test="@sort = concat('-', $sort)">
          <xsl:attribute name="aria-sort">descending</xsl:attribute>
          <xsl:apply-templates select="." mode="sort"><xsl:with-param name="name" select="$name"/><xsl:with-param name="sort" select="$sort"/><xsl:with-param name="arrow" select="' ↓'"/></xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="sort"><xsl:with-param name="name" select="$name"/><xsl:with-param name="sort" select="$sort"/></xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </th>
  </xsl:template>

  <xsl:template match="p:list" mode="column">
    <xsl:param name="name"/>
    <xsl:value-of select="s:first(concat('column.', @name, '.', $name), concat('column.', $name), concat('field.', $name))"/>
  </xsl:template>

  <xsl:template match="p:list" mode="sort">
    <xsl:param name="name"/>
    <xsl:param name="sort"/>
    <xsl:param name="arrow"/>
    <a class="sp-sort">
      <xsl:attribute name="href">?sort=<xsl:value-of select="$sort"/><xsl:apply-templates select="." mode="query"/></xsl:attribute>
      <xsl:apply-templates select="." mode="column"><xsl:with-param name="name" select="$name"/></xsl:apply-templates>
      <xsl:if test="$arrow"><span aria-hidden="true"><xsl:value-of select="$arrow"/></span></xsl:if>
    </a>
  </xsl:template>

  <!-- What an address of the same list keeps: how many at a time, and what the filter form beside it holds. -->
  <xsl:template match="p:list" mode="query">
    <xsl:if test="@limit != 50">&amp;limit=<xsl:value-of select="@limit"/></xsl:if>
    <xsl:apply-templates select="../p:form[@method = 'get']/p:field/p:value" mode="query"/>
  </xsl:template>

  <xsl:template match="p:value" mode="query">
    <xsl:if test=". != ''">&amp;<xsl:value-of select="../@name"/>=<xsl:value-of select="str:encode-uri(., true())"/></xsl:if>
  </xsl:template>

  <!-- Paging -->

  <xsl:template match="p:list" mode="pager">
    <div class="sp-pager">
      <p class="sp-quiet sp-small sp-flush">
        <xsl:value-of select="s:label('lists.shown', 'from', @offset + 1, 'to', @offset + count(*), 'total', s:number(@total))"/>
      </p>
      <xsl:if test="@offset &gt; 0 or @offset + @limit &lt; @total">
        <nav aria-label="{s:label('lists.pages')}">
          <ul>
            <xsl:if test="@offset &gt; 0">
              <li><a rel="prev"><xsl:attribute name="href">?offset=<xsl:value-of select="(@offset - @limit) * (@offset &gt; @limit)"/><xsl:apply-templates select="." mode="query-sorted"/></xsl:attribute><xsl:value-of select="s:label('lists.previous')"/></a></li>
            </xsl:if>
            <xsl:if test="@offset + @limit &lt; @total">
              <li><a rel="next"><xsl:attribute name="href">?offset=<xsl:value-of select="@offset + @limit"/><xsl:apply-templates select="." mode="query-sorted"/></xsl:attribute><xsl:value-of select="s:label('lists.next')"/></a></li>
            </xsl:if>
          </ul>
        </nav>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="p:list" mode="query-sorted">
    <xsl:if test="@sort">&amp;sort=<xsl:value-of select="@sort"/></xsl:if>
    <xsl:apply-templates select="." mode="query"/>
  </xsl:template>
</xsl:stylesheet>

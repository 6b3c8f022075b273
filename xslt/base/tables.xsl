<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc"
    xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s doc str">

  <doc:sheet name="tables">Lists with paging and sorting by links; they fold on narrow screens.</doc:sheet>

  <doc:mode match="p:list">The whole list, or what stands there when it is empty.</doc:mode>
  <xsl:template match="p:list">
    <div class="sp-listing">
      <xsl:apply-templates select="." mode="list.before"/>
      <xsl:apply-templates select="." mode="filled"/>
      <xsl:apply-templates select="." mode="list.after"/>
    </div>
  </xsl:template>

  <doc:hook name="list.before" match="p:list">Above a list; a layer names which: p:list[@name = 'courses'].</doc:hook>
  <xsl:template match="p:list" mode="list.before"/>
  <doc:hook name="list.after" match="p:list">Below a list and its pager.</doc:hook>
  <xsl:template match="p:list" mode="list.after"/>

  <doc:mode name="filled" match="p:list">The table and the pager below it; without rows mode empty.</doc:mode>
  <xsl:template match="p:list" mode="filled">
    <table class="sp-table sp-fold" id="list-{@name}">
      <caption class="sr-only"><xsl:apply-templates select="." mode="caption"/></caption>
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

  <doc:mode name="empty" match="*">There are no rows: labels empty.NAME and empty.NAME.help. <doc:with name="name">The
    NAME, where it is not the element's own.</doc:with></doc:mode>
  <xsl:template match="*" mode="empty">
    <xsl:param name="name" select="@name"/>
    <xsl:variable name="help" select="s:find(concat('empty.', $name, '.help'))"/>
    <div class="sp-empty">
      <p class="sp-strong"><xsl:value-of select="s:first(concat('empty.', $name), 'empty')"/></p>
      <xsl:if test="$help != ''"><p class="sp-quiet"><xsl:value-of select="$help"/></p></xsl:if>
    </div>
  </xsl:template>

  <doc:mode name="caption" match="p:list">The list's name for those who do not see the page, label
    list.NAME.</doc:mode>
  <xsl:template match="p:list" mode="caption">
    <xsl:value-of select="s:label(concat('list.', @name))"/>
  </xsl:template>

  <doc:mode name="row" match="*">A row: &lt;tr&gt; and its cells.</doc:mode>
  <xsl:template match="*" mode="row">
    <tr>
      <xsl:apply-templates select="." mode="cells"/>
    </tr>
    <xsl:apply-templates select="." mode="row.after"/>
  </xsl:template>

  <doc:hook name="row.after" match="*">After a row, for another &lt;tr&gt;; more cells at its end are an override of
    cells with xsl:apply-imports.</doc:hook>
  <xsl:template match="*" mode="row.after"/>

  <!-- Until a page says which cells it wants, a row shows its attributes, named in each cell. -->

  <doc:mode name="head" match="p:list">The header cells: for each column its mode head.COLUMN.</doc:mode>
  <xsl:template match="p:list" mode="head">
    <th scope="col"><xsl:apply-templates select="." mode="caption"/></th>
  </xsl:template>

  <doc:mode name="cells" match="p:list/*">A row's cells; until a page has its own, its attributes with their
    names.</doc:mode>
  <xsl:template match="*" mode="cells">
    <td>
      <dl class="sp-pairs"><xsl:apply-templates select="@* | *" mode="raw"/></dl>
    </td>
  </xsl:template>

  <!-- Rows that are not a p:list's -->

  <doc:template name="table">A table of rows that are no p:list: the first row says the header cells, by mode head;
    each is drawn by mode row. <doc:with name="name">Its name: label list.NAME is its caption.</doc:with>
    <doc:with name="rows">The rows; there must be one.</doc:with> <doc:with name="class">Of the
    &lt;table&gt;.</doc:with></doc:template>
  <xsl:template name="table">
    <xsl:param name="name"/>
    <xsl:param name="rows"/>
    <xsl:param name="class" select="'sp-table sp-fold'"/>
    <table class="{$class}">
      <caption class="sr-only"><xsl:value-of select="s:label(concat('list.', $name))"/></caption>
      <thead>
        <tr>
          <xsl:apply-templates select="$rows[1]" mode="head"/>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="$rows" mode="row"/>
      </tbody>
    </table>
  </xsl:template>

  <!-- A column's header -->

  <doc:template name="column">A header cell of a p:list. <doc:with name="name">The column's name, for its
    words.</doc:with> <doc:with name="sort">The way to sort that the program knows; none: words only.</doc:with>
    <doc:with name="class">Of the cell.</doc:with></doc:template>
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

  <doc:mode name="column" match="p:list">A header's words, label column.LIST.NAME, column.NAME or field.NAME.
    <doc:with name="name">The column's name.</doc:with></doc:mode>
  <xsl:template match="p:list" mode="column">
    <xsl:param name="name"/>
    <xsl:value-of select="s:first(concat('column.', @name, '.', $name), concat('column.', $name), concat('field.', $name))"/>
  </xsl:template>

  <doc:mode name="sort" match="p:list">A header's words as a link that sorts. <doc:with name="name">The column's
    name.</doc:with> <doc:with name="sort">The way to sort.</doc:with> <doc:with name="arrow">Which way it is sorted
    now.</doc:with></doc:mode>
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
  <doc:mode name="query" match="p:list | p:value">What an address of the same list keeps: how many at a time, and what
    the filter form beside it holds.</doc:mode>
  <xsl:template match="p:list" mode="query">
    <xsl:if test="@limit != 50">&amp;limit=<xsl:value-of select="@limit"/></xsl:if>
    <xsl:apply-templates select="../p:form[@method = 'get']/p:field/p:value" mode="query"/>
  </xsl:template>

  <xsl:template match="p:value" mode="query">
    <xsl:if test=". != ''">&amp;<xsl:value-of select="../@name"/>=<xsl:value-of select="str:encode-uri(., true())"/></xsl:if>
  </xsl:template>

  <!-- Paging -->

  <doc:mode name="pager" match="p:list">Previous, next and how many.</doc:mode>
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

  <doc:mode name="query-sorted" match="p:list">The same, and the way it is sorted.</doc:mode>
  <xsl:template match="p:list" mode="query-sorted">
    <xsl:if test="@sort">&amp;sort=<xsl:value-of select="@sort"/></xsl:if>
    <xsl:apply-templates select="." mode="query"/>
  </xsl:template>
</xsl:stylesheet>

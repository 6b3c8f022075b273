<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="documents">The documents of a course: what was filed, one of them, and what can be printed.</doc:sheet>

  <xsl:template match="p:page[@name = 'documents']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="documents"/>
  </xsl:template>

  <doc:mode name="documents" match="p:course">The page of documents.</doc:mode>
  <xsl:template match="p:course" mode="documents">
    <section aria-labelledby="documents">
      <h2 id="documents"><xsl:value-of select="s:label('tabs.documents')"/></h2>
      <xsl:apply-templates select="p:citizen/@died-on" mode="no-letters"/>
      <xsl:apply-templates select="p:form[@name = 'document']" mode="document-form"/>
      <xsl:apply-templates select="p:form[@name = 'documents']"/>
      <xsl:apply-templates select="p:hidden-documents | p:list"/>
    </section>
    <section class="sp-gap" aria-labelledby="documents-print">
      <h2 id="documents-print"><xsl:value-of select="s:label('documents.print')"/></h2>
      <p class="sp-quiet"><xsl:value-of select="s:label('documents.help')"/></p>
      <xsl:apply-templates select="." mode="document-table"/>
      <xsl:apply-templates select="." mode="documents.after"/>
    </section>
  </xsl:template>

  <doc:hook name="documents.after" match="p:course">Below the documents.</doc:hook>
  <xsl:template match="p:course" mode="documents.after"/>

  <doc:mode name="document-form" match="p:form">The form that files documents, folded until it is wanted, or was refused.</doc:mode>
  <xsl:template match="p:form" mode="document-form">
    <details class="sp-gap-s sp-noprint" id="new-document">
      <xsl:if test="@state"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('form.document.open')"/></summary>
      <xsl:apply-templates select="."/>
    </details>
  </xsl:template>

  <xsl:template match="p:form[@name = 'document' or @name = 'document-draft']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <xsl:apply-templates select="p:field[@name = 'twice' or @name = 'files' or @name = 'title']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    <div class="sp-row sp-row--even sp-gap-s">
      <xsl:apply-templates select="p:field[@name = 'document-kind' or @name = 'source']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
    <div class="sp-row sp-row--even sp-gap-s">
      <xsl:apply-templates select="p:field[@name = 'received-on' or @name = 'journal-ref']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
    <xsl:apply-templates select="p:field[@name = 'sensitive' or @name = 'document-provider']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
  </xsl:template>

  <doc:mode match="p:hidden-documents">That there are sensitive documents which the reader may not see.</doc:mode>
  <xsl:template match="p:hidden-documents">
    <p class="sp-quiet"><xsl:value-of select="s:count('documents.hidden', @count)"/></p>
  </xsl:template>

  <!-- What was filed -->

  <xsl:template match="p:list[@name = 'case-documents']" mode="query">
    <xsl:if test="@limit != 50">&amp;limit=<xsl:value-of select="@limit"/></xsl:if>
    <xsl:if test="/p:page/@as-of">&amp;as-of=<xsl:value-of select="/p:page/@as-of"/></xsl:if>
    <xsl:apply-templates select="../p:form[@name = 'documents']/p:field/p:value" mode="query"/>
  </xsl:template>
  <xsl:template match="p:course[p:form[@name = 'documents']/p:field/p:value]/p:list[@name = 'case-documents']" mode="empty">
    <div class="sp-empty">
      <p class="sp-strong"><xsl:value-of select="s:label('empty.documents-filtered')"/></p>
      <p class="sp-quiet"><xsl:value-of select="s:label('empty.documents-filtered.help')"/></p>
    </div>
  </xsl:template>

  <doc:list name="case-documents" columns="title kind source received file" fixed="title file">What was filed in a course.</doc:list>
  <xsl:template match="p:list[@name = 'case-documents']" mode="head">
    <xsl:apply-templates select="." mode="head.title"/>
    <xsl:apply-templates select="." mode="head.kind"/>
    <xsl:apply-templates select="." mode="head.source"/>
    <xsl:apply-templates select="." mode="head.received"/>
    <xsl:apply-templates select="." mode="head.file"/>
  </xsl:template>
  <xsl:template match="p:list/p:case-document" mode="cells">
    <xsl:apply-templates select="." mode="cell.title"/>
    <xsl:apply-templates select="." mode="cell.kind"/>
    <xsl:apply-templates select="." mode="cell.source"/>
    <xsl:apply-templates select="." mode="cell.received"/>
    <xsl:apply-templates select="." mode="cell.file"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'case-documents']" mode="head.title">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="sort" select="'title'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'case-documents']" mode="head.kind">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'kind'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'case-documents']" mode="head.source">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'source'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'case-documents']" mode="head.received">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'received'"/><xsl:with-param name="sort" select="'received'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'case-documents']" mode="head.file">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'file'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:list/p:case-document" mode="cell.title">
    <th scope="row">
      <a class="sp-wrap" href="{@href}"><xsl:value-of select="@title"/></a>
      <xsl:apply-templates select="." mode="document-marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:list/p:case-document" mode="cell.kind">
    <td data-label="{s:label('column.case-documents.kind')}"><xsl:apply-templates select="@kind" mode="word"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:case-document" mode="cell.source">
    <td data-label="{s:label('column.case-documents.source')}" class="sp-wrap"><xsl:value-of select="@source"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:case-document" mode="cell.received">
    <td data-label="{s:label('column.case-documents.received')}"><span class="sp-date"><xsl:value-of select="s:date(@received-on)"/></span></td>
  </xsl:template>
  <xsl:template match="p:list/p:case-document" mode="cell.file">
    <td data-label="{s:label('column.case-documents.file')}"><xsl:apply-templates select="." mode="document-file"/></td>
  </xsl:template>

  <xsl:template match="p:case-document/@kind" mode="word"><xsl:value-of select="s:label(concat('choice.document-kind.', .))"/></xsl:template>

  <doc:mode name="document-marks" match="p:case-document">What one must know of it, as tags.</doc:mode>
  <xsl:template match="p:case-document" mode="document-marks">
    <xsl:if test="@state != 'final'"><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('document-state.', @state))"/></span></xsl:if>
    <xsl:if test="@sensitive"><xsl:text> </xsl:text><span class="sp-tag sp-tag--line"><xsl:value-of select="s:label('document.sensitive')"/></span></xsl:if>
    <xsl:if test="@intervention"><xsl:text> </xsl:text><span class="sp-tag sp-tag--line"><xsl:value-of select="s:label('document.given', 'title', @intervention)"/></span></xsl:if>
    <xsl:if test="@scan = 'waiting' or @scan = 'infected'"><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('document-scan.', @scan))"/></span></xsl:if>
  </xsl:template>

  <doc:mode name="document-file" match="p:case-document">The link that saves its file, or why it cannot be had.</doc:mode>
  <xsl:template match="p:case-document" mode="document-file">
    <span class="sp-quiet"><xsl:value-of select="s:label(concat('document-scan.', @scan, '.help'), 'found', @scan-found)"/></span>
  </xsl:template>
  <xsl:template match="p:case-document[@file]" mode="document-file">
    <a href="{@file}"><xsl:value-of select="s:label('document.save')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="@title"/></span></a>
    <xsl:text> </xsl:text><span class="sp-quiet sp-nowrap"><xsl:value-of select="s:label('document.size', 'type', s:label-or(concat('file-kind.', @type), @type), 'n', @kilobytes)"/></span>
  </xsl:template>

  <!-- On other pages, where documents stand as a short list -->

  <doc:mode name="given-documents" match="p:intervention">The documents that the provider of an intervention was given.</doc:mode>
  <xsl:template match="p:intervention" mode="given-documents"/>
  <xsl:template match="p:intervention[p:case-document]" mode="given-documents">
    <h3 class="sp-gap-s"><xsl:value-of select="s:label('documents.given')"/></h3>
    <ul><xsl:apply-templates select="p:case-document"/></ul>
  </xsl:template>

  <doc:mode match="p:case-document">One in a short list: what a provider sees of it.</doc:mode>
  <xsl:template match="p:case-document">
    <li>
      <span class="sp-strong sp-wrap"><xsl:value-of select="@title"/></span><xsl:text>, </xsl:text>
      <xsl:value-of select="s:date(@received-on)"/><xsl:text>. </xsl:text>
      <xsl:apply-templates select="." mode="document-file"/>
    </li>
  </xsl:template>

  <!-- One -->

  <xsl:template match="p:page[@name = 'documents-one']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="document-one"/>
  </xsl:template>

  <doc:mode name="document-one" match="p:course">The page of one document.</doc:mode>
  <xsl:template match="p:course" mode="document-one">
    <section aria-labelledby="document">
      <p class="sp-noprint"><a href="{p:tabs/p:item[@name = 'documents']/@href}"><xsl:value-of select="s:label('document.all')"/></a></p>
      <h2 id="document" class="sp-wrap"><xsl:value-of select="p:case-document/@title"/></h2>
      <xsl:apply-templates select="p:case-document" mode="document-note"/>
      <xsl:apply-templates select="p:case-document" mode="document-facts"/>
      <xsl:apply-templates select="p:form" mode="document-change"/>
      <xsl:apply-templates select="p:case-document" mode="document.after"/>
    </section>
  </xsl:template>

  <doc:hook name="document.after" match="p:case-document">Below one document.</doc:hook>
  <xsl:template match="p:case-document" mode="document.after"/>

  <doc:mode name="document-note" match="p:case-document">What must be known first of one that is a draft, wrong, waiting or infected.</doc:mode>
  <xsl:template match="p:case-document" mode="document-note"/>
  <xsl:template match="p:case-document[@state != 'final' or @scan = 'waiting' or @scan = 'infected']" mode="document-note">
    <div class="sp-note sp-note--yellow" data-keep="state-reason">
      <xsl:if test="@state != 'final'"><p><xsl:value-of select="s:label(concat('document-state.', @state, '.help'), 'reason', @state-reason)"/></p></xsl:if>
      <xsl:if test="@scan = 'waiting' or @scan = 'infected'"><p><xsl:value-of select="s:label(concat('document-scan.', @scan, '.help'), 'found', @scan-found)"/></p></xsl:if>
    </div>
  </xsl:template>

  <doc:mode name="document-facts" match="p:case-document">What is known of it, and the link that saves its file.</doc:mode>
  <xsl:template match="p:case-document" mode="document-facts">
    <dl class="sp-pairs">
      <div><dt><xsl:value-of select="s:label('column.case-documents.kind')"/></dt><dd><xsl:apply-templates select="@kind" mode="word"/></dd></div>
      <xsl:apply-templates select="@source | @received-on | @journal-ref" mode="fact"/>
      <div><dt><xsl:value-of select="s:label('document.filed')"/></dt><dd><xsl:value-of select="s:label('document.filed-by', 'name', @by-name, 'at', s:show(@at))"/></dd></div>
      <div><dt><xsl:value-of select="s:label('document.who')"/></dt><dd><xsl:apply-templates select="." mode="document-who"/></dd></div>
      <div><dt><xsl:value-of select="s:label('column.case-documents.file')"/></dt><dd><span class="sp-wrap"><xsl:value-of select="@file-name"/></span><xsl:text>. </xsl:text><xsl:apply-templates select="." mode="document-file"/></dd></div>
      <div><dt><xsl:value-of select="s:label('document.scan')"/></dt><dd><xsl:value-of select="s:label(concat('document-scan.', @scan))"/></dd></div>
    </dl>
  </xsl:template>

  <doc:mode name="document-who" match="p:case-document">Who may see it.</doc:mode>
  <xsl:template match="p:case-document" mode="document-who">
    <xsl:choose>
      <xsl:when test="@state = 'draft'"><xsl:value-of select="s:label('document.who.draft')"/></xsl:when>
      <xsl:when test="@sensitive"><xsl:value-of select="s:label('document.who.sensitive')"/></xsl:when>
      <xsl:when test="@intervention"><xsl:value-of select="s:label('document.who.provider', 'title', @intervention)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:label('document.who.course')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="document-change" match="p:form">What can be done with it: a draft's form is open, the others fold.</doc:mode>
  <xsl:template match="p:form" mode="document-change">
    <details class="sp-gap-s sp-noprint">
      <xsl:if test="@state"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label(concat('form.', @name, '.open'))"/></summary>
      <xsl:apply-templates select="."/>
    </details>
  </xsl:template>
  <xsl:template match="p:form[@name = 'document-draft']" mode="document-change">
    <div class="sp-gap-s sp-noprint"><xsl:apply-templates select="."/></div>
  </xsl:template>

  <!-- What can be printed -->

  <doc:mode name="document-table" match="p:course">The table of documents, or that there are none.</doc:mode>
  <xsl:template match="p:course" mode="document-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'documents'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course[p:document]" mode="document-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'documents'"/>
      <xsl:with-param name="rows" select="p:document"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="documents" row="p:document" columns="document date" fixed="document">What there is of a course to print.</doc:list>
  <xsl:template match="p:document" mode="head">
    <xsl:apply-templates select="." mode="head.document"/>
    <xsl:apply-templates select="." mode="head.date"/>
  </xsl:template>
  <xsl:template match="p:document" mode="cells">
    <xsl:apply-templates select="." mode="cell.document"/>
    <xsl:apply-templates select="." mode="cell.date"/>
  </xsl:template>
  <xsl:template match="p:document" mode="head.document"><th scope="col"><xsl:value-of select="s:label('column.document')"/></th></xsl:template>
  <xsl:template match="p:document" mode="head.date"><th scope="col" class="w-150"><xsl:value-of select="s:label('column.date')"/></th></xsl:template>
  <xsl:template match="p:document" mode="cell.document">
    <th scope="row"><a href="{@href}"><xsl:value-of select="s:label(concat('document.', @kind), 'n', @id)"/></a></th>
  </xsl:template>
  <xsl:template match="p:document" mode="cell.date">
    <td data-label="{s:label('column.date')}"><xsl:value-of select="s:date(@on)"/></td>
  </xsl:template>
</xsl:stylesheet>

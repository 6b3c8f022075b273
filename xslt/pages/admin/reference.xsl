<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="reference">The reference: what pages are made of and what one may build on. Its own words are English.</doc:sheet>

  <xsl:template match="p:content[p:reference]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('reference.about')"/></p>
    <xsl:apply-templates select="p:reference/p:form"/>
    <xsl:apply-templates select="p:reference" mode="chapters"/>
    <xsl:apply-templates select="p:reference/@found" mode="found"/>
    <xsl:apply-templates select="p:reference" mode="contents"/>
    <xsl:apply-templates select="p:reference/p:group"/>
  </xsl:template>

  <doc:mode name="chapters" match="p:reference">The programs, each a link to its part.</doc:mode>
  <xsl:template match="p:reference" mode="chapters">
    <nav class="sp-gap-s" aria-label="{s:label('reference.chapters')}">
      <ul class="sp-filter"><xsl:apply-templates select="p:chapter"/></ul>
    </nav>
  </xsl:template>

  <doc:mode match="p:reference/p:chapter">One of these links.</doc:mode>
  <xsl:template match="p:reference/p:chapter">
    <li>
      <a href="{@href}">
        <xsl:if test="@current"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="s:label(concat('choice.program.', @name))"/>
      </a>
    </li>
  </xsl:template>

  <doc:mode name="found" match="p:reference/@found">How many entries a search found.</doc:mode>
  <xsl:template match="p:reference/@found" mode="found">
    <p class="sp-strong" role="status"><xsl:value-of select="s:count('reference.found', .)"/></p>
    <xsl:if test="../@more"><p class="sp-quiet"><xsl:value-of select="s:label('reference.more')"/></p></xsl:if>
  </xsl:template>

  <doc:mode name="contents" match="p:reference">Links to the kinds of entries on the page.</doc:mode>
  <xsl:template match="p:reference" mode="contents"/>
  <xsl:template match="p:reference[p:group]" mode="contents">
    <nav class="sp-gap-s" aria-label="{s:label('reference.contents')}">
      <ul class="sp-filter"><xsl:apply-templates select="p:group" mode="link"/></ul>
    </nav>
  </xsl:template>

  <doc:mode name="link" match="p:reference/p:group">One of these links.</doc:mode>
  <xsl:template match="p:reference/p:group" mode="link">
    <li><a><xsl:attribute name="href">#<xsl:apply-templates select="." mode="anchor"/></xsl:attribute><xsl:value-of select="s:label(concat('reference.', @kind))"/><xsl:apply-templates select="p:entry[1]/@program" mode="whose"/></a><xsl:text> </xsl:text><span class="sp-quiet sp-num"><xsl:value-of select="count(p:entry)"/></span></li>
  </xsl:template>

  <doc:mode name="anchor" match="p:reference/p:group">Its id: the kind, where all programs were searched with the program's name before it.</doc:mode>
  <xsl:template match="p:reference/p:group" mode="anchor"><xsl:value-of select="@kind"/></xsl:template>
  <xsl:template match="p:reference/p:group[p:entry/@program]" mode="anchor"><xsl:value-of select="concat(p:entry/@program, '-', @kind)"/></xsl:template>

  <doc:mode match="p:reference/p:group">The entries of one kind.</doc:mode>
  <xsl:template match="p:reference/p:group">
    <section class="sp-gap">
      <xsl:attribute name="id"><xsl:apply-templates select="." mode="anchor"/></xsl:attribute>
      <h2><xsl:value-of select="s:label(concat('reference.', @kind))"/><xsl:apply-templates select="p:entry[1]/@program" mode="whose"/></h2>
      <xsl:apply-templates select="." mode="entries"/>
    </section>
  </xsl:template>

  <doc:mode name="whose" match="p:entry/@program">Behind a heading, whose entries they are, where all programs were searched.</doc:mode>
  <xsl:template match="p:entry/@program" mode="whose"><span class="sp-quiet"> · <xsl:value-of select="s:label(concat('choice.program.', .))"/></span></xsl:template>

  <doc:mode name="entries" match="p:reference/p:group">The group's entries; of labels a table.</doc:mode>
  <xsl:template match="p:reference/p:group" mode="entries"><xsl:apply-templates select="p:entry"/></xsl:template>
  <xsl:template match="p:reference/p:group[@kind = 'label']" mode="entries">
    <table class="sp-table sp-fold">
      <caption class="sr-only"><xsl:value-of select="s:label('reference.label')"/></caption>
      <thead><tr><th scope="col"><xsl:value-of select="s:label('reference.key')"/></th><th scope="col"><xsl:value-of select="s:label('reference.text')"/></th></tr></thead>
      <tbody><xsl:apply-templates select="p:entry" mode="row"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="row" match="p:group/p:entry">A label: its key and its text.</doc:mode>
  <xsl:template match="p:group/p:entry" mode="row">
    <tr>
      <xsl:apply-templates select="." mode="id"/>
      <th scope="row"><code><xsl:value-of select="@name"/></code></th>
      <td data-label="{s:label('reference.text')}"><xsl:value-of select="s:label(@name)"/></td>
    </tr>
  </xsl:template>

  <!-- Entries of two programs may have one id: those of a search over all have it with the program's name. -->
  <doc:mode name="id" match="p:group/p:entry">The entry's id, for links to it.</doc:mode>
  <xsl:template match="p:group/p:entry" mode="id">
    <xsl:attribute name="id"><xsl:if test="@program"><xsl:value-of select="concat(@program, '-')"/></xsl:if><xsl:value-of select="@id"/></xsl:attribute>
  </xsl:template>

  <doc:mode match="p:group/p:entry">An entry: its name, what it is, and an example.</doc:mode>
  <xsl:template match="p:group/p:entry">
    <article class="sp-entry">
      <xsl:apply-templates select="." mode="id"/>
      <h3><xsl:apply-templates select="." mode="name"/></h3>
      <xsl:apply-templates select="@key" mode="label"/>
      <xsl:apply-templates select="p:words"/>
      <xsl:apply-templates select="." mode="facts"/>
      <xsl:apply-templates select="." mode="parts"/>
      <xsl:apply-templates select="p:example"/>
    </article>
  </xsl:template>

  <doc:mode name="name" match="p:group/p:entry">The entry's name, and for which nodes it is.</doc:mode>
  <xsl:template match="p:group/p:entry" mode="name">
    <code><xsl:value-of select="@name"/><xsl:if test="not(@name)"><xsl:value-of select="s:label('reference.no-mode')"/></xsl:if></code>
    <xsl:if test="@match"><span class="sp-quiet"> · <code><xsl:value-of select="@match"/></code></span></xsl:if>
  </xsl:template>

  <doc:mode name="label" match="p:entry/@key | p:property/@key">The text of the label that names it.</doc:mode>
  <xsl:template match="p:entry/@key | p:property/@key" mode="label"><p><xsl:value-of select="s:label(.)"/></p></xsl:template>

  <doc:mode match="p:entry/p:words | p:property/p:words | p:parameter/p:words">What the entry, attribute or parameter is, in English.</doc:mode>
  <xsl:template match="p:entry/p:words | p:property/p:words | p:parameter/p:words"><p lang="en"><xsl:value-of select="."/></p></xsl:template>

  <doc:mode name="facts" match="p:group/p:entry">Where it stands, what it holds and which samples have it.</doc:mode>
  <xsl:template match="p:group/p:entry" mode="facts">
    <xsl:if test="@sheet"><p class="sp-quiet"><xsl:value-of select="s:label('reference.in')"/><xsl:text> </xsl:text><code><xsl:value-of select="@sheet"/>.xsl</code></p></xsl:if>
    <xsl:if test="p:within"><p class="sp-quiet"><xsl:value-of select="s:label('reference.within')"/><xsl:text> </xsl:text><xsl:apply-templates select="p:within"/></p></xsl:if>
    <xsl:if test="p:holds"><p class="sp-quiet"><xsl:value-of select="s:label('reference.holds')"/><xsl:text> </xsl:text><xsl:apply-templates select="p:holds"/></p></xsl:if>
    <xsl:if test="@text"><p class="sp-quiet"><xsl:value-of select="s:label('reference.holds-text')"/></p></xsl:if>
    <xsl:if test="p:column"><p class="sp-quiet"><xsl:value-of select="s:label('reference.columns')"/><xsl:text> </xsl:text><xsl:apply-templates select="p:column"/></p></xsl:if>
    <xsl:if test="p:sample"><p class="sp-quiet"><xsl:value-of select="s:label('reference.samples')"/><xsl:text> </xsl:text><xsl:apply-templates select="p:sample"/></p></xsl:if>
  </xsl:template>

  <doc:mode match="p:entry/p:holds | p:entry/p:within | p:entry/p:sample | p:entry/p:column">One of a row of names, after a comma.</doc:mode>
  <xsl:template match="p:entry/p:holds | p:entry/p:within"><xsl:if test="position() &gt; 1">, </xsl:if><a href="{@href}"><xsl:value-of select="@name"/></a></xsl:template>
  <xsl:template match="p:entry/p:sample"><xsl:if test="position() &gt; 1">, </xsl:if><code><xsl:value-of select="@name"/></code></xsl:template>
  <xsl:template match="p:entry/p:column"><xsl:if test="position() &gt; 1">, </xsl:if><code><xsl:value-of select="@name"/></code><xsl:if test="@fixed"><xsl:text> </xsl:text><xsl:value-of select="s:label('reference.fixed')"/></xsl:if></xsl:template>

  <doc:mode name="parts" match="p:group/p:entry">The table of attributes, fields or parameters.</doc:mode>
  <xsl:template match="p:group/p:entry" mode="parts"/>
  <xsl:template match="p:group/p:entry[p:property or p:parameter]" mode="parts">
    <table class="sp-table sp-fold">
      <caption class="sr-only"><xsl:value-of select="s:label('reference.parts')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="s:label('reference.name')"/></th>
          <th scope="col"><xsl:value-of select="s:label('reference.value')"/></th>
          <th scope="col"><xsl:value-of select="s:label('reference.words')"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="p:property | p:parameter" mode="row"/></tbody>
    </table>
  </xsl:template>

  <doc:mode name="row" match="p:entry/p:property | p:entry/p:parameter">An attribute, field or parameter: name, type, words.</doc:mode>
  <xsl:template match="p:entry/p:property | p:entry/p:parameter" mode="row">
    <tr>
      <th scope="row"><code><xsl:if test="../@kind = 'element'">@</xsl:if><xsl:value-of select="@name"/></code></th>
      <td data-label="{s:label('reference.value')}"><xsl:apply-templates select="." mode="type"/></td>
      <td data-label="{s:label('reference.words')}"><xsl:apply-templates select="@key" mode="label"/><xsl:apply-templates select="p:words"/><xsl:apply-templates select="p:seen"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="type" match="p:entry/p:property | p:entry/p:parameter">What an attribute or field can hold; values are spelled out.</doc:mode>
  <xsl:template match="p:entry/p:parameter" mode="type"/>
  <xsl:template match="p:entry/p:property" mode="type">
    <xsl:choose>
      <xsl:when test="p:option"><xsl:apply-templates select="p:option"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@type"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(@always)"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('reference.optional')"/></span></xsl:if>
  </xsl:template>

  <doc:mode match="p:property/p:option">One of the values that an attribute can have.</doc:mode>
  <xsl:template match="p:property/p:option"><xsl:if test="position() &gt; 1"><br/></xsl:if><code><xsl:value-of select="@name"/></code></xsl:template>

  <doc:mode match="p:property/p:seen">A value of an attribute, out of a sample.</doc:mode>
  <xsl:template match="p:property/p:seen"><p class="sp-quiet"><xsl:value-of select="s:label('reference.such-as')"/><xsl:text> </xsl:text><code><xsl:value-of select="."/></code></p></xsl:template>

  <doc:mode match="p:entry/p:example">How it looks, or how it is used.</doc:mode>
  <xsl:template match="p:entry/p:example"><pre class="sp-example"><code><xsl:value-of select="."/></code></pre></xsl:template>
</xsl:stylesheet>

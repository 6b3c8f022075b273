<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="look">What a department sets with forms: colours and logo, columns of lists, words.</doc:sheet>

  <xsl:template match="p:content[p:look]" mode="body">
    <xsl:apply-templates select="p:look" mode="whose"/>
    <xsl:apply-templates select="p:tabs"/>
    <div class="sp-gap">
      <xsl:apply-templates select="p:look" mode="tab"/>
    </div>
  </xsl:template>

  <doc:mode name="whose" match="p:look">Whose look it is, who changed it last, and, for those who run all of them, the
    others to choose from.</doc:mode>
  <xsl:template match="p:look" mode="whose">
    <p class="sp-quiet">
      <xsl:value-of select="s:label('look.of', 'department', @name)"/>
      <xsl:apply-templates select="@changed-at" mode="whose"/>
    </p>
    <xsl:if test="p:department">
      <details class="sp-gap-s">
        <summary><xsl:value-of select="s:label('look.departments')"/></summary>
        <ul><xsl:apply-templates select="p:department" mode="whose"/></ul>
      </details>
    </xsl:if>
  </xsl:template>

  <doc:mode name="whose" match="@changed-at">When it was changed last, and by whom.</doc:mode>
  <xsl:template match="@changed-at" mode="whose">
    <xsl:text> </xsl:text>
    <xsl:value-of select="s:label('look.changed', 'name', ../@changed-by, 'at', s:time(.))"/>
  </xsl:template>

  <doc:mode name="whose" match="p:department">A department to choose.</doc:mode>
  <xsl:template match="p:look/p:department" mode="whose">
    <li><a href="{@href}"><xsl:if test="@current"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if><xsl:value-of select="@name"/></a></li>
  </xsl:template>

  <xsl:template match="p:content[p:look]/p:tabs">
    <nav class="sp-tabs" aria-label="{s:label('look.tabs')}">
      <ul><xsl:apply-templates select="p:item" mode="tab"/></ul>
    </nav>
  </xsl:template>

  <!-- Colours and logo -->

  <doc:mode name="tab" match="p:look">One of the three pages: colours and logo, columns, words.</doc:mode>
  <xsl:template match="p:look[@tab = 'look']" mode="tab">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name = 'look']"/>
        <xsl:apply-templates select="p:form[@name = 'logo-remove']"><xsl:with-param name="class" select="'sp-noprint'"/></xsl:apply-templates>
      </div>
      <section class="sp-stack" aria-labelledby="look-preview">
        <xsl:apply-templates select="p:preview"/>
        <dl class="sp-list--pairs"><xsl:apply-templates select="p:colour"/></dl>
      </section>
    </div>
  </xsl:template>

  <doc:mode match="p:preview">How the header bar, a button and a link look with the colours of the form.</doc:mode>
  <xsl:template match="p:preview">
    <div>
      <h2 id="look-preview"><xsl:value-of select="s:label('look.preview')"/></h2>
      <xsl:apply-templates select="@css" mode="css"/>
      <div class="sp-preview">
        <div class="sp-bar">
          <div class="sp-bar__in">
            <span class="sp-bar__name"><xsl:apply-templates select="@logo" mode="logo"/><xsl:value-of select="s:label('product')"/></span>
            <span class="sp-bar__who"><a href="#look-preview"><xsl:value-of select="s:label('look.preview.bar')"/></a></span>
          </div>
        </div>
        <div class="sp-preview__in">
          <p><a href="#look-preview"><xsl:value-of select="s:label('look.preview.link')"/></a></p>
          <p><span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('look.preview.tag')"/></span></p>
          <p><button type="button" class="button button-primary"><xsl:value-of select="s:label('look.preview.button')"/></button></p>
        </div>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="css" match="@css">The style sheet of the preview.</doc:mode>
  <xsl:template match="p:preview/@css" mode="css"><link rel="stylesheet" href="{.}"/></xsl:template>

  <doc:mode name="logo" match="@logo">The department's logo.</doc:mode>
  <xsl:template match="p:preview/@logo" mode="logo">
    <img class="sp-preview__logo" src="{.}" alt="{../@logo-text}"/>
  </xsl:template>

  <doc:mode match="p:colour">A colour, and how well it can be read.</doc:mode>
  <xsl:template match="p:colour">
    <div>
      <dt><xsl:value-of select="s:label(concat('field.look.', @name))"/><xsl:text> </xsl:text><code><xsl:value-of select="@value"/></code></dt>
      <dd><xsl:apply-templates select="@ratio" mode="contrast"/></dd>
    </div>
  </xsl:template>

  <doc:mode name="contrast" match="@ratio">How well a colour can be read, and how well it must be.</doc:mode>
  <xsl:template match="p:colour/@ratio" mode="contrast">
    <xsl:value-of select="s:label('look.contrast', 'ratio', s:number(.), 'needed', s:number(../@needed))"/>
  </xsl:template>
  <xsl:template match="p:colour[@passes = 'no']/@ratio" mode="contrast">
    <span class="sp-late"><xsl:value-of select="s:label('look.contrast-low', 'ratio', s:number(.), 'needed', s:number(../@needed), 'nearest', ../@nearest)"/></span>
  </xsl:template>

  <!-- What takes a setting away stands back behind what saves one. -->
  <xsl:template match="p:form[@name = 'logo-remove' or @name = 'columns-restore' or @name = 'label-restore']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- What was measured stands beside the form. -->
  <xsl:template match="p:form[@name = 'look']/p:field/p:error" mode="words">
    <xsl:variable name="colour" select="../../../p:colour[@name = current()/../@name]"/>
    <xsl:value-of select="s:label(concat('error.', @key), 'min', ../@min, 'max', ../@max, 'ratio', s:number($colour/@ratio), 'needed', s:number($colour/@needed), 'nearest', $colour/@nearest, 'against', $colour/@against)"/>
  </xsl:template>

  <!-- Columns -->

  <xsl:template match="p:look[@tab = 'look-columns']" mode="tab">
    <div class="sp-cols">
      <div class="sp-stack">
        <p class="sp-flush"><xsl:value-of select="s:label('look.columns.help')"/></p>
        <xsl:apply-templates select="p:form[@name = 'columns']"/>
        <xsl:apply-templates select="p:form[@name = 'columns-restore']"><xsl:with-param name="class" select="'sp-noprint'"/></xsl:apply-templates>
      </div>
      <nav aria-labelledby="look-lists">
        <h2 id="look-lists"><xsl:value-of select="s:label('look.lists')"/></h2>
        <ul class="sp-list"><xsl:apply-templates select="p:shipped-list"/></ul>
      </nav>
    </div>
  </xsl:template>

  <doc:mode match="p:shipped-list">A list whose columns may be chosen.</doc:mode>
  <xsl:template match="p:shipped-list">
    <li>
      <span>
        <a href="{@href}"><xsl:if test="@current"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><xsl:apply-templates select="@name" mode="list"/></a>
        <span class="sp-quiet sp-small"><xsl:text> </xsl:text><xsl:value-of select="s:label(concat('program.', @program))"/></span>
        <xsl:apply-templates select="@own" mode="own"/>
      </span>
    </li>
  </xsl:template>

  <doc:mode name="list" match="@name">What a list is called, label look.list.NAME.</doc:mode>
  <xsl:template match="p:shipped-list/@name" mode="list">
    <xsl:value-of select="s:label-or(concat('look.list.', .), .)"/>
  </xsl:template>

  <doc:mode name="own" match="@own">That a list has columns of the department's own.</doc:mode>
  <xsl:template match="p:shipped-list/@own" mode="own">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('look.own')"/></span>
  </xsl:template>

  <xsl:template match="p:form[@name = 'columns']" mode="form-heading">
    <h2><xsl:apply-templates select="../p:shipped-list[@current]/@name" mode="list"/></h2>
  </xsl:template>

  <xsl:template match="p:form[@name = 'columns']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <div class="sp-row sp-row--even sp-gap-s">
      <xsl:apply-templates select="p:field" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="p:form[@name = 'columns']/p:field" mode="label">
    <xsl:variable name="name" select="substring-after(@name, 'column-')"/>
    <xsl:value-of select="s:first(concat('column.', ../../p:shipped-list[@current]/@name, '.', $name), concat('column.', $name), concat('field.', $name))"/>
    <xsl:if test="@required"><span class="sp-optional"><xsl:text> </xsl:text><xsl:value-of select="s:label('look.column-fixed')"/></span></xsl:if>
  </xsl:template>
  <xsl:template match="p:form[@name = 'columns']/p:field" mode="optional"/>

  <!-- Words -->

  <xsl:template match="p:look[@tab = 'look-labels']" mode="tab">
    <div class="sp-stack">
      <xsl:apply-templates select="p:word" mode="chosen"/>
      <div>
        <xsl:apply-templates select="p:form[@name = 'find-label']"/>
        <xsl:apply-templates select="p:words"/>
        <p class="sp-quiet sp-small"><xsl:value-of select="s:label('look.labels.locked')"/></p>
      </div>
    </div>
  </xsl:template>

  <doc:mode match="p:words">The texts that were found, or all that are replaced.</doc:mode>
  <xsl:template match="p:words">
    <h2><xsl:value-of select="s:count(concat('look.words.', @of), @total)"/></h2>
    <xsl:if test="@total &gt; count(p:word)"><p class="sp-quiet"><xsl:value-of select="s:label('look.words.more', 'n', count(p:word))"/></p></xsl:if>
    <ul class="sp-list"><xsl:apply-templates select="p:word"/></ul>
  </xsl:template>

  <doc:mode match="p:word">A text: its own words, its key, and the shipped words where they differ.</doc:mode>
  <xsl:template match="p:word">
    <li>
      <span>
        <a href="{@href}"><xsl:apply-templates select="." mode="text"/></a>
        <br/>
        <span class="sp-quiet sp-small"><code><xsl:value-of select="@key"/></code><xsl:apply-templates select="p:own" mode="instead"/></span>
      </span>
    </li>
  </xsl:template>

  <doc:mode name="text" match="p:word">What a text says now.</doc:mode>
  <xsl:template match="p:word" mode="text"><xsl:value-of select="p:shipped"/></xsl:template>
  <xsl:template match="p:word[p:own]" mode="text"><xsl:value-of select="p:own"/></xsl:template>

  <doc:mode name="instead" match="p:own">What a replaced text says elsewhere.</doc:mode>
  <xsl:template match="p:own" mode="instead">
    <xsl:text> · </xsl:text><xsl:value-of select="s:label('look.instead', 'text', ../p:shipped)"/>
  </xsl:template>

  <doc:mode name="chosen" match="p:word">The text that is being replaced.</doc:mode>
  <xsl:template match="p:word" mode="chosen">
    <section class="sp-stack" aria-labelledby="word">
      <div>
        <h2 id="word"><xsl:apply-templates select="." mode="text"/></h2>
        <p class="sp-quiet sp-small"><code><xsl:value-of select="@key"/></code><xsl:apply-templates select="p:own" mode="instead"/></p>
        <xsl:if test="@locked"><p><xsl:value-of select="s:label('look.locked')"/></p></xsl:if>
        <xsl:if test="@places"><p><xsl:value-of select="s:label('look.places', 'places', @places)"/></p></xsl:if>
      </div>
      <xsl:apply-templates select="p:form[@name = 'label']"/>
      <xsl:apply-templates select="p:form[@name = 'label-restore']"><xsl:with-param name="class" select="'sp-noprint'"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <xsl:template match="p:form[@name = 'label']/p:field/p:error" mode="words">
    <xsl:value-of select="s:label(concat('error.', @key), 'min', ../@min, 'max', ../@max, 'places', ../../../@places)"/>
  </xsl:template>
</xsl:stylesheet>

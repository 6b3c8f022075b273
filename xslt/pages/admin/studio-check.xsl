<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="studio-check">What the gate says of a layer's text, line by line.</doc:sheet>

  <!-- What the gate says -->

  <doc:mode name="found" match="p:check">The note with what the gate says.</doc:mode>
  <xsl:template match="p:check" mode="found">
    <xsl:variable name="wrong" select="count(p:finding[@refuses = 'yes'])"/>
    <div class="sp-note sp-note--red sp-gap-s" role="status" id="check" data-keep="check">
      <p class="sp-strong"><xsl:value-of select="s:count('studio.wrong', $wrong)"/></p>
      <ul class="sp-findings"><xsl:apply-templates select="p:finding[@refuses = 'yes']" mode="found"/></ul>
    </div>
    <xsl:apply-templates select="." mode="remarks"/>
  </xsl:template>

  <xsl:template match="p:check[@state = 'passed']" mode="found">
    <div class="sp-note sp-note--green sp-gap-s" role="status" id="check" data-keep="check">
      <p><span class="sp-strong"><xsl:value-of select="s:label('studio.passed')"/></span><xsl:text> </xsl:text><xsl:value-of select="s:label('studio.passed.help', 'pages', @pages, 'page', @slowest-page, 'n', s:number(@slowest-milliseconds))"/></p>
    </div>
    <xsl:apply-templates select="." mode="remarks"/>
  </xsl:template>

  <xsl:template match="p:check[@state = 'unjudged']" mode="found">
    <div class="sp-note sp-note--red sp-gap-s" role="alert" id="check" data-keep="check">
      <p><span class="sp-strong"><xsl:value-of select="s:label('studio.unjudged')"/></span><xsl:text> </xsl:text><xsl:value-of select="@why"/></p>
    </div>
  </xsl:template>

  <doc:mode name="remarks" match="p:check">What the gate says that need not be mended.</doc:mode>
  <xsl:template match="p:check" mode="remarks"/>
  <xsl:template match="p:check[p:finding/@refuses = 'no']" mode="remarks">
    <div class="sp-note sp-note--yellow sp-gap-s" data-keep="remarks">
      <p class="sp-strong"><xsl:value-of select="s:count('studio.remarks', count(p:finding[@refuses = 'no']))"/></p>
      <ul class="sp-findings"><xsl:apply-templates select="p:finding[@refuses = 'no']" mode="found"/></ul>
    </div>
  </xsl:template>

  <doc:mode name="found" match="p:finding">One thing, with a link to its line.</doc:mode>
  <xsl:template match="p:finding" mode="found">
    <li><xsl:apply-templates select="." mode="words"/></li>
  </xsl:template>

  <xsl:template match="p:finding[@line]" mode="found">
    <li>
      <a>
        <xsl:attribute name="href"><xsl:if test="not(../../p:code)"><xsl:value-of select="../../@href"/>?check=yes</xsl:if>#l<xsl:value-of select="@line"/></xsl:attribute>
        <xsl:choose>
          <xsl:when test="@column"><xsl:value-of select="s:label('studio.place', 'line', @line, 'column', @column)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="s:label('studio.line', 'n', @line)"/></xsl:otherwise>
        </xsl:choose>
      </a>
      <xsl:text>: </xsl:text>
      <xsl:apply-templates select="." mode="words"/>
    </li>
  </xsl:template>

  <doc:mode name="words" match="p:finding">What it says, label gate.KEY.</doc:mode>
  <xsl:template match="p:finding" mode="words">
    <xsl:value-of select="s:label(concat('gate.', @key), 'name', string(@name), 'nearest', string(@nearest), 'where', string(@where), 'page', string(@page))"/>
  </xsl:template>

  <!-- The text, line by line -->

  <doc:mode name="numbers" match="p:code">The lines with their numbers.</doc:mode>
  <xsl:template match="p:code" mode="numbers">
    <div class="sp-lines">
      <div class="sp-head">
        <h2 id="studio-lines"><xsl:value-of select="s:label('studio.lines')"/></h2>
        <xsl:if test="not(../@editable)"><p class="sp-quiet sp-small"><a href="{../@href}/file"><xsl:value-of select="s:label('studio.file')"/></a></p></xsl:if>
      </div>
      <div class="sp-code" tabindex="0" role="region" aria-labelledby="studio-lines">
        <ol><xsl:apply-templates select="p:line" mode="numbers"/></ol>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="numbers" match="p:code/p:line">A line.</doc:mode>
  <xsl:template match="p:code/p:line" mode="numbers">
    <li id="l{@n}"><code><xsl:value-of select="."/></code></li>
  </xsl:template>

  <xsl:template match="p:code/p:line[@level]" mode="numbers">
    <xsl:variable name="n" select="@n"/>
    <li id="l{@n}" data-level="{@level}">
      <xsl:attribute name="class"><xsl:choose><xsl:when test="@level = 'error'">is-bad</xsl:when><xsl:otherwise>is-odd</xsl:otherwise></xsl:choose></xsl:attribute>
      <code><xsl:apply-templates select="." mode="marked"/></code>
    </li>
    <xsl:apply-templates select="../../p:check/p:finding[@line = $n]" mode="numbers"/>
  </xsl:template>

  <doc:mode name="marked" match="p:line">A line's text, with what is wrong in it marked.</doc:mode>
  <xsl:template match="p:line" mode="marked"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="p:line[@from]" mode="marked">
    <xsl:value-of select="substring(., 1, @from - 1)"/>
    <mark><xsl:value-of select="substring(., @from, @length)"/></mark>
    <xsl:value-of select="substring(., @from + @length)"/>
  </xsl:template>

  <doc:mode name="numbers" match="p:finding">What is said about a line, under it.</doc:mode>
  <xsl:template match="p:finding" mode="numbers">
    <li class="is-msg" data-line="{@line}" data-column="{@column}" data-refuses="{@refuses}"><p><xsl:apply-templates select="." mode="words"/></p></li>
  </xsl:template>

  <xsl:template match="p:finding[@refuses = 'no']" mode="numbers">
    <li class="is-msg is-odd" data-line="{@line}" data-column="{@column}" data-refuses="no"><p><xsl:apply-templates select="." mode="words"/></p></li>
  </xsl:template>
</xsl:stylesheet>

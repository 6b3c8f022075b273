<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="comparison">A screening beside earlier ones.</doc:sheet>

  <!-- Beside earlier ones -->

  <xsl:template match="p:content[p:comparison]" mode="title">
    <xsl:value-of select="s:label('comparison.of', 'name', p:comparison/p:citizen/@name)"/>
  </xsl:template>
  <xsl:template match="p:content[p:comparison]" mode="heading"/>
  <xsl:template match="p:content[p:comparison]" mode="banner">
    <xsl:apply-templates select="p:comparison" mode="banner"/>
  </xsl:template>

  <doc:mode name="banner" match="p:comparison">Whose screenings they are.</doc:mode>
  <xsl:template match="p:comparison" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:apply-templates select=".." mode="title"/></h1>
          <xsl:apply-templates select="p:citizen" mode="line"/>
        </div>
        <p class="sp-quiet"><xsl:value-of select="@title"/></p>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="p:content[p:comparison]" mode="body">
    <xsl:apply-templates select="p:comparison"/>
  </xsl:template>

  <!-- The newest first.  Wider than a telephone: it scrolls within itself, and can be reached by the keyboard. -->
  <doc:mode match="p:comparison">The table of columns, and other questionnaires below it.</doc:mode>
  <xsl:template match="p:comparison">
    <p><a href="{@href}"><xsl:value-of select="s:label('comparison.back')"/></a></p>
    <xsl:apply-templates select="." mode="only"/>
    <div class="sp-compare" role="region" tabindex="0" aria-label="{s:label('list.comparison')}">
      <table class="sp-table">
        <caption class="sr-only"><xsl:value-of select="s:label('list.comparison')"/></caption>
        <thead><tr><th scope="col"><xsl:value-of select="s:label('comparison.what')"/></th><xsl:apply-templates select="p:column" mode="head"><xsl:sort select="position()" data-type="number" order="descending"/></xsl:apply-templates></tr></thead>
        <tbody><xsl:apply-templates select="p:compared"/></tbody>
      </table>
    </div>
    <xsl:if test="p:other">
      <section aria-labelledby="others">
        <h2 id="others"><xsl:value-of select="s:label('comparison.others')"/></h2>
        <ul class="sp-bullets"><xsl:apply-templates select="p:other"/></ul>
      </section>
    </xsl:if>
    <xsl:apply-templates select="." mode="comparison.after"/>
  </xsl:template>

  <doc:hook name="comparison.after" match="p:comparison">Below a screening beside earlier ones.</doc:hook>
  <xsl:template match="p:comparison" mode="comparison.after"/>

  <doc:mode name="only" match="p:comparison">That there is nothing to compare with, or what the signs mean.</doc:mode>
  <xsl:template match="p:comparison" mode="only">
    <p class="sp-quiet"><xsl:value-of select="s:label('comparison.help')"/></p>
    <p class="sp-compare__way"><xsl:value-of select="s:label('comparison.scroll')"/><span aria-hidden="true"> →</span></p>
  </xsl:template>
  <xsl:template match="p:comparison[count(p:column) = 1]" mode="only">
    <p class="sp-quiet"><xsl:value-of select="s:label('comparison.only')"/></p>
  </xsl:template>

  <doc:mode name="head" match="p:column">When it was answered, and its counts.</doc:mode>
  <xsl:template match="p:column" mode="head">
    <th scope="col">
      <a href="{@href}"><xsl:value-of select="s:date(substring(@submitted-at, 1, 10))"/></a>
      <xsl:text> </xsl:text><span class="sp-quiet"><xsl:value-of select="s:label('comparison.version', 'version', @version)"/></span>
      <xsl:apply-templates select="." mode="counts"/>
    </th>
  </xsl:template>

  <doc:mode name="counts" match="p:column">Its counts; none where nothing has a colour.</doc:mode>
  <xsl:template match="p:column" mode="counts"/>
  <xsl:template match="p:column[../p:compared/p:at/@level]" mode="counts">
    <div class="sp-compare__counts"><xsl:apply-templates select="@red | @yellow | @green" mode="lights"/></div>
  </xsl:template>

  <doc:mode match="p:compared | p:other">A row through all columns; another questionnaire.</doc:mode>
  <xsl:template match="p:compared">
    <tr class="sp-compare__{@kind}"><th scope="row"><xsl:value-of select="@title"/></th><xsl:apply-templates select="p:at" mode="cell"><xsl:sort select="position()" data-type="number" order="descending"/></xsl:apply-templates></tr>
  </xsl:template>
  <xsl:template match="p:other">
    <li><a href="{@href}"><xsl:value-of select="@title"/></a><xsl:text> </xsl:text><span class="sp-quiet"><xsl:value-of select="s:date(substring(@submitted-at, 1, 10))"/></span></li>
  </xsl:template>

  <doc:mode name="cell" match="p:at">What it was in one of them, and how it changed.</doc:mode>
  <xsl:template match="p:at" mode="cell">
    <td>
      <xsl:if test="@changed"><xsl:attribute name="class">is-changed</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="was"/>
      <xsl:apply-templates select="@move | @by" mode="moved"/>
    </td>
  </xsl:template>

  <doc:mode name="was" match="p:at">A colour, a figure or an answer.</doc:mode>
  <xsl:template match="p:at" mode="was"/>
  <xsl:template match="p:at[@state]" mode="was"><span class="sp-quiet"><xsl:value-of select="s:label(concat('answer-state.', @state))"/></span></xsl:template>
  <xsl:template match="p:at[@level]" mode="was" priority="2"><xsl:apply-templates select="@level" mode="light"/></xsl:template>
  <xsl:template match="p:at[p:text]" mode="was" priority="1"><xsl:value-of select="p:text"/></xsl:template>
  <xsl:template match="p:at[@value]" mode="was" priority="3">
    <span class="sp-strong"><xsl:value-of select="s:number(@value)"/></span><xsl:text> </xsl:text><xsl:value-of select="p:text"/>
  </xsl:template>

  <doc:mode name="moved" match="@move | @by">How it changed, with a sign and in words.</doc:mode>
  <xsl:template match="@move" mode="moved">
    <br/><span class="sp-small sp-strong"><xsl:value-of select="s:label(concat('comparison.', .))"/></span>
  </xsl:template>
  <xsl:template match="@by" mode="moved">
    <br/><span class="sp-small">
      <xsl:if test="../@noticeable"><xsl:attribute name="class">sp-small sp-strong</xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test=". &gt; 0"><xsl:value-of select="s:label('comparison.up', 'n', s:number(.))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="s:label('comparison.down', 'n', s:number(substring(., 2)))"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="../@noticeable"><xsl:text> </xsl:text><xsl:value-of select="s:label('comparison.noticeable')"/></xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>

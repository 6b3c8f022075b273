<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="show">Single values.</doc:sheet>

  <doc:mode name="show" match="@* | *">A single value: dates and times the Danish way, text that people wrote with its
    line breaks.</doc:mode>
  <xsl:template match="@*" mode="show"><xsl:value-of select="s:show(.)"/></xsl:template>

  <xsl:template match="*" mode="show">
    <div class="sp-text"><xsl:value-of select="."/></div>
  </xsl:template>

  <doc:mode name="number" match="@*">A decimal: 37,0.</doc:mode>
  <xsl:template match="@*" mode="number"><xsl:value-of select="s:number(.)"/></xsl:template>

  <doc:mode name="word" match="@*">A value that is a key: its label choice.NAME.VALUE, else choice.VALUE.</doc:mode>
  <xsl:template match="@*" mode="word">
    <xsl:value-of select="s:first(concat('choice.', local-name(), '.', .), concat('choice.', .))"/>
  </xsl:template>

  <!-- One template with a choice: a pattern that compares an attribute is tried on every attribute of the page. -->
  <doc:mode name="light" match="@*">A value red, yellow or green: colour, symbol and word; another one as a tag.
    <doc:with name="text">Other words than label choice.VALUE.</doc:with></doc:mode>
  <xsl:template match="@*" mode="light">
    <xsl:param name="text" select="s:label-or(concat('choice.', .), '')"/>
    <xsl:choose>
      <xsl:when test=". = 'red'">
        <span class="sp-light sp-light--red">
          <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .8 11.6 11H.4z"/></svg>
          <xsl:value-of select="$text"/>
        </span>
      </xsl:when>
      <xsl:when test=". = 'yellow'">
        <span class="sp-light sp-light--yellow">
          <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .2 11.8 6 6 11.8.2 6z"/></svg>
          <xsl:value-of select="$text"/>
        </span>
      </xsl:when>
      <xsl:when test=". = 'green'">
        <span class="sp-light sp-light--green">
          <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg>
          <xsl:value-of select="$text"/>
        </span>
      </xsl:when>
      <xsl:otherwise><span class="sp-tag"><xsl:apply-templates select="." mode="word"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="fact" match="@* | *">A row of a &lt;dl&gt;: a value and what it is, label field.ELEMENT.NAME, else
    field.NAME.</doc:mode>
  <xsl:template match="@*" mode="fact">
    <div>
      <dt><xsl:value-of select="s:own('field')"/></dt>
      <dd><xsl:apply-templates select="." mode="show"/></dd>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="fact">
    <div>
      <dt><xsl:value-of select="s:first(concat('field.', local-name(..), '.', local-name()), concat('field.', local-name()))"/></dt>
      <dd><xsl:apply-templates select="." mode="show"/></dd>
    </div>
  </xsl:template>

  <!-- "10 røde" with its sign. -->
  <doc:mode name="lights" match="@red | @yellow | @green">A number of red, yellow or green ones, "10 røde", with its
    sign; labels count.NAME.</doc:mode>
  <xsl:template match="@red | @yellow | @green" mode="lights">
    <xsl:text> </xsl:text>
    <span class="sp-light sp-light--{local-name()} sp-light--bare">
      <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><xsl:apply-templates select="." mode="sign"/></svg>
      <xsl:value-of select="s:count(concat('count.', local-name()), .)"/>
    </span>
  </xsl:template>
  <doc:mode name="sign" match="@red | @yellow | @green">The shape that says the colour to those who do not see it,
    inside an &lt;svg&gt;.</doc:mode>
  <xsl:template match="@red" mode="sign"><path d="M6 .8 11.6 11H.4z"/></xsl:template>
  <xsl:template match="@yellow" mode="sign"><path d="M6 .2 11.8 6 6 11.8.2 6z"/></xsl:template>
  <xsl:template match="@green" mode="sign"><circle cx="6" cy="6" r="5.2"/></xsl:template>

  <!-- A person in a list: CPR number and what one must know of it. -->

  <doc:mode name="marks" match="*">A person in a list: the CPR number and what one must know.</doc:mode>
  <xsl:template match="*" mode="marks">
    <xsl:if test="@cpr | @protected">
      <span class="sp-quiet sp-num">
        <xsl:value-of select="@cpr"/>
        <xsl:if test="@cpr-kind = 'replacement'"> · <abbr title="{s:label('citizen.replacement.help')}" data-keep="replacement"><xsl:value-of select="s:label('citizen.replacement')"/></abbr></xsl:if>
        <xsl:if test="@cpr and @protected"> · </xsl:if>
        <xsl:if test="@protected"><span data-keep="protected"><xsl:value-of select="s:label('citizen.protected')"/></span></xsl:if>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- Whose case it is, under the name. -->

  <doc:mode name="line" match="p:citizen | @benefit">Whose case it is, in a line under the name: CPR number, age,
    benefit.</doc:mode>
  <xsl:template match="p:citizen" mode="line">
    <p>
      <span class="sp-num"><xsl:value-of select="@cpr"/></span>
      <xsl:if test="@cpr-kind = 'replacement'"><xsl:text> </xsl:text><span data-keep="replacement">(<xsl:value-of select="s:label('citizen.replacement.help')"/>)</span></xsl:if>
      <xsl:text> · </xsl:text>
      <xsl:value-of select="s:label('citizen.age', 'n', @age)"/>
      <xsl:apply-templates select="@benefit" mode="line"/>
      <xsl:if test="@protected"> · <span data-keep="protected"><xsl:value-of select="s:label('citizen.protected')"/></span></xsl:if>
      <xsl:if test="@fictional"> · <xsl:value-of select="s:label('citizen.fictional')"/></xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="@benefit" mode="line"><xsl:text> · </xsl:text><xsl:value-of select="."/></xsl:template>

  <!-- Printing is the browser's; the button is there where scripts run. -->
  <doc:mode name="print" match="*">A button that prints the page.</doc:mode>
  <xsl:template match="*" mode="print">
    <p class="sp-noprint"><button class="button button-secondary" type="button" data-print="" hidden="hidden"><xsl:value-of select="s:label('print')"/></button></p>
  </xsl:template>
</xsl:stylesheet>

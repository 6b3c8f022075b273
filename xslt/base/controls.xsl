<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:exsl="http://exslt.org/common" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s exsl doc">

  <doc:sheet name="controls">The controls of a form's fields, by type: inputs, lists to pull down, groups, scales.</doc:sheet>

  <!-- The controls, by type -->

  <doc:mode name="control" match="p:field">The control itself, by type. <doc:with name="id">The field's id.</doc:with>
    <doc:with name="help">Its help; empty: none is shown.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <xsl:variable name="type" select="string(@type)"/>
    <xsl:choose>
      <xsl:when test="$type = 'line' and @name != 'username'">
        <input class="form-input" type="text" id="{$id}" name="{@name}" value="{p:value}" autocomplete="off">
          <xsl:if test="@required or p:error or $help != ''">
            <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
          </xsl:if>
        </input>
      </xsl:when>
      <xsl:when test="$type = 'text'">
        <xsl:apply-templates select="." mode="control-text"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="$type = 'choice'">
        <xsl:apply-templates select="." mode="control-choice"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="$type = 'file'">
        <xsl:apply-templates select="." mode="control-file"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="control-typed"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="control-text" match="p:field">The control for a text of several lines. <doc:with name="id">The
    field's id.</doc:with> <doc:with name="help">Its help; empty: none is shown.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="control-text">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <textarea class="form-input" rows="5" id="{$id}" name="{@name}">
      <xsl:if test="@max &lt;= 1000"><xsl:attribute name="rows">3</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <xsl:value-of select="p:value"/>
    </textarea>
  </xsl:template>

  <doc:mode name="control-choice" match="p:field">The list to pull down. <doc:with name="id">The field's
    id.</doc:with> <doc:with name="help">Its help; empty: none is shown.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="control-choice">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <select class="form-select" id="{$id}" name="{@name}">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <option value=""><xsl:apply-templates select="." mode="none"/></option>
      <xsl:apply-templates select="p:choice" mode="option"><xsl:with-param name="value" select="string(p:value)"/></xsl:apply-templates>
    </select>
  </xsl:template>

  <doc:mode name="control-file" match="p:field">The control to choose a file. <doc:with name="id">The field's
    id.</doc:with> <doc:with name="help">Its help; empty: none is shown.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="control-file">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <input class="form-input" type="file" id="{$id}" name="{@name}">
      <xsl:copy-of select="@accept"/>
      <xsl:if test="@most"><xsl:attribute name="multiple">multiple</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
    </input>
  </xsl:template>

  <doc:mode name="control-typed" match="p:field">The control for numbers, dates, codes and passwords.
    <doc:with name="id">The field's id.</doc:with> <doc:with name="help">Its help; empty: none is
    shown.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="control-typed">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <input class="form-input" type="text" id="{$id}" name="{@name}">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="typed"><xsl:with-param name="type" select="string(@type)"/></xsl:apply-templates>
    </input>
  </xsl:template>

  <!--
    What an input of one line has beside: its value and what may be typed.  Nothing about citizens is offered by the browser.
    A date is a text field, since a browser's own date field would throw away what it cannot read.  A decimal that was typed with
    a comma comes back as it was; what stands in the database has a point.
  -->
  <doc:mode name="typed" match="p:field">What an input of one line has beside: its value and what may be typed.
    <doc:with name="type">The field's type.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="typed">
    <xsl:param name="type"/>
    <xsl:choose>
      <xsl:when test="$type = 'password'">
        <xsl:attribute name="type">password</xsl:attribute>
        <xsl:attribute name="autocomplete">current-password</xsl:attribute>
      </xsl:when>
      <xsl:when test="@name = 'username'">
        <xsl:attribute name="value"><xsl:value-of select="p:value"/></xsl:attribute>
        <xsl:attribute name="autocomplete">username</xsl:attribute>
        <xsl:attribute name="autocapitalize">none</xsl:attribute>
        <xsl:attribute name="spellcheck">false</xsl:attribute>
      </xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="value">
          <xsl:choose>
            <xsl:when test="$type = 'date'"><xsl:value-of select="s:date(p:value)"/></xsl:when>
            <xsl:when test="$type = 'decimal' and not(contains(p:value, ','))"><xsl:value-of select="translate(p:value, '.', ',')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="p:value"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:attribute name="autocomplete">off</xsl:attribute>
        <xsl:if test="$type != 'line'"><xsl:apply-templates select="." mode="typed-not-line"><xsl:with-param name="type" select="$type"/></xsl:apply-templates></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="typed-not-line" match="p:field">The same for codes, numbers and dates. <doc:with name="type">The
    field's type.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="typed-not-line">
    <xsl:param name="type"/>
    <xsl:choose>
      <xsl:when test="$type = 'code'">
        <xsl:attribute name="autocapitalize">characters</xsl:attribute>
        <xsl:attribute name="spellcheck">false</xsl:attribute>
      </xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="class">form-input sp-short</xsl:attribute>
        <xsl:attribute name="inputmode"><xsl:choose><xsl:when test="$type = 'decimal'">decimal</xsl:when><xsl:otherwise>numeric</xsl:otherwise></xsl:choose></xsl:attribute>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What stands in a list to pull down before anything is chosen; in a filter it means all. -->
  <doc:mode name="none" match="p:field">What stands in a list to pull down before anything is chosen; in a filter it
    means all.</doc:mode>
  <xsl:template match="p:field" mode="none">
    <xsl:choose>
      <xsl:when test="../@method = 'get'"><xsl:value-of select="s:label('forms.all')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:label('forms.choose')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="option" match="p:choice">One line of a list to pull down. <doc:with name="value">What is
    chosen.</doc:with></doc:mode>
  <xsl:template match="p:choice" mode="option">
    <xsl:param name="value" select="../p:value"/>
    <option value="{@value}">
      <xsl:if test="@value = $value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="text"/>
    </option>
  </xsl:template>

  <doc:mode name="text" match="p:choice">A choice's words: its own where they are data, else label choice.FIELD.KEY or
    choice.KEY.</doc:mode>
  <xsl:template match="p:choice" mode="text"><xsl:value-of select="s:own('choice', '.')"/></xsl:template>

  <!-- The options of a group -->

  <!-- The first option has the field's own id, where the summary's link leads; the n-th ends with -n (1 div 0 leaves nothing of it). -->
  <doc:mode name="options" match="p:field">The inputs of a group. The first has the field's own id, where the
    summary's link leads. <doc:with name="id">The field's id.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="options">
    <xsl:param name="id"/>
    <xsl:choose>
      <xsl:when test="@type = 'choices'">
        <xsl:apply-templates select="p:choice" mode="checkbox"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="p:choice">
        <xsl:apply-templates select="p:choice" mode="radio"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="scale"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="radio" match="p:choice">One of several. <doc:with name="id">The field's id.</doc:with></doc:mode>
  <xsl:template match="p:choice" mode="radio">
    <xsl:param name="id"/>
    <xsl:variable name="option" select="concat($id, substring(concat('-', position()), 1 div (position() != 1)))"/>
    <div class="form-group-radio">
      <input type="radio" class="form-radio" name="{../@name}" value="{@value}" id="{$option}">
        <xsl:if test="@value = ../p:value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="{$option}"><xsl:apply-templates select="." mode="text"/></label>
    </div>
  </xsl:template>

  <doc:mode name="checkbox" match="p:choice">One that may be ticked beside others. <doc:with name="id">The field's
    id.</doc:with></doc:mode>
  <xsl:template match="p:choice" mode="checkbox">
    <xsl:param name="id"/>
    <xsl:variable name="option" select="concat($id, substring(concat('-', position()), 1 div (position() != 1)))"/>
    <div class="form-group-checkbox">
      <input type="checkbox" class="form-checkbox" name="{../@name}" value="{@value}" id="{$option}">
        <xsl:if test="@value = ../p:value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="{$option}"><xsl:apply-templates select="." mode="text"/></label>
    </div>
  </xsl:template>

  <!-- A scale without choices of its own runs from min to max, inside 0 to 10. -->
  <doc:mode name="scale" match="p:field | n">A scale without choices of its own: numbers from min to max, inside 0 to
    10. <doc:with name="id">The field's id.</doc:with> <doc:with name="field">The field, for a
    number.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="scale">
    <xsl:param name="id"/>
    <xsl:variable name="numbers"><n>0</n><n>1</n><n>2</n><n>3</n><n>4</n><n>5</n><n>6</n><n>7</n><n>8</n><n>9</n><n>10</n></xsl:variable>
    <xsl:variable name="field" select="."/>
    <div class="sp-scale">
      <xsl:apply-templates select="exsl:node-set($numbers)/n[. &gt;= $field/@min and . &lt;= $field/@max]" mode="scale">
        <xsl:with-param name="field" select="$field"/>
        <xsl:with-param name="id" select="$id"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="n" mode="scale">
    <xsl:param name="field"/>
    <xsl:param name="id"/>
    <label class="sp-scale__n">
      <input type="radio" name="{$field/@name}" value="{.}" id="{concat($id, substring(concat('-', position()), 1 div (position() != 1)))}">
        <xsl:if test=". = $field/p:value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <span><xsl:value-of select="."/></span>
    </label>
  </xsl:template>
</xsl:stylesheet>

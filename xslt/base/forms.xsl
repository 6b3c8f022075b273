<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p s doc exsl">

  <doc:sheet name="forms">What a page can do, with all that was typed, what is wrong with it, and what somebody else
    has saved in between.</doc:sheet>

  <doc:param name="radio-max">A required choice of at most so many is drawn as radio buttons, else as a list to pull
    down.</doc:param>
  <xsl:param name="radio-max" select="4"/>

  <doc:mode match="p:form">The whole form. A filter (method get) has its fields in a row. <doc:with name="id">What the
    ids of its fields begin with, its name where nothing is given; a page that draws one form several times gives each
    its own.</doc:with> <doc:with name="class">Of the &lt;form&gt;.</doc:with></doc:mode>
  <xsl:template match="p:form">
    <xsl:param name="id" select="@name"/>
    <xsl:param name="class" select="'sp-panel'"/>
    <form class="{$class}" id="form-{$id}" action="{@action}" method="{@method}" novalidate="novalidate">
      <xsl:copy-of select="@enctype"/>
      <xsl:apply-templates select="." mode="form-heading"/>
      <xsl:apply-templates select="." mode="conflict"/>
      <xsl:apply-templates select="." mode="errors"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="form.before"/>
      <xsl:apply-templates select="." mode="hidden"/>
      <xsl:apply-templates select="." mode="fields"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="form.after"/>
      <xsl:apply-templates select="." mode="submits"/>
    </form>
  </xsl:template>

  <!-- A filter: fields in a row, one button, nothing to save; gone back to, it says what its page was asked, not what was chosen since. -->
  <xsl:template match="p:form[@method = 'get']">
    <xsl:param name="id" select="@name"/>
    <form class="sp-filterbar sp-noprint" id="form-{$id}" action="{@action}" method="get" role="search" autocomplete="off" novalidate="novalidate">
      <xsl:apply-templates select="." mode="form.before"/>
      <xsl:apply-templates select="." mode="hidden"/>
      <div class="sp-row">
        <xsl:apply-templates select="." mode="fields"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
        <xsl:apply-templates select="." mode="form.after"/>
        <xsl:apply-templates select="." mode="submits"/>
      </div>
    </form>
  </xsl:template>

  <doc:hook name="form.before" match="p:form">Before its fields.</doc:hook>
  <xsl:template match="p:form" mode="form.before"/>
  <doc:hook name="form.after" match="p:form">Between its fields and its buttons.</doc:hook>
  <xsl:template match="p:form" mode="form.after"/>

  <doc:mode name="form-heading" match="p:form">Its heading, label form.NAME, and form.NAME.help under it, where there
    are such.</doc:mode>
  <xsl:template match="p:form" mode="form-heading">
    <xsl:variable name="heading" select="s:find(concat('form.', @name))"/>
    <xsl:variable name="help" select="s:find(concat('form.', @name, '.help'))"/>
    <xsl:if test="$heading != ''"><h2><xsl:value-of select="$heading"/></h2></xsl:if>
    <xsl:if test="$help != ''"><p class="sp-quiet sp-small"><xsl:value-of select="$help"/></p></xsl:if>
  </xsl:template>

  <doc:mode name="hidden" match="p:form | p:token | p:once | @revision | p:field">Token, once, revision and hidden
    fields: every form needs them all.</doc:mode>
  <xsl:template match="p:form" mode="hidden">
    <xsl:apply-templates select="p:token | p:once | @revision | p:field[@type = 'hidden']" mode="hidden"/>
  </xsl:template>

  <xsl:template match="p:token | p:once | @revision" mode="hidden">
    <input type="hidden" name="{local-name()}" value="{.}"/>
  </xsl:template>

  <xsl:template match="p:field" mode="hidden">
    <input type="hidden" name="{@name}" value="{p:value}"/>
  </xsl:template>

  <!-- What is wrong, first: one link for each field. -->

  <doc:mode name="errors" match="p:form | p:error">What is wrong, first: a link to each such field.
    <doc:with name="id">What the ids begin with.</doc:with></doc:mode>
  <xsl:template match="p:form" mode="errors"/>

  <xsl:template match="p:form[p:field/p:error]" mode="errors">
    <xsl:param name="id" select="@name"/>
    <div class="sp-note sp-note--red" role="alert" id="{$id}-errors" data-keep="errors">
      <h2><xsl:value-of select="s:count('forms.errors', count(p:field/p:error))"/></h2>
      <ul>
        <xsl:apply-templates select="p:field/p:error" mode="errors"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="p:error" mode="errors">
    <xsl:param name="id"/>
    <li>
      <a href="#{$id}-{../@name}">
        <xsl:apply-templates select=".." mode="label"/>
        <xsl:text>: </xsl:text>
        <xsl:apply-templates select="." mode="words"/>
      </a>
    </li>
  </xsl:template>

  <doc:mode name="words" match="p:error">What is wrong, label error.KEY.</doc:mode>
  <xsl:template match="p:error" mode="words">
    <xsl:value-of select="s:label(concat('error.', @key), 'min', ../@min, 'max', ../@max)"/>
  </xsl:template>

  <!-- Somebody else has saved in between: both texts are shown, nothing is lost. -->

  <doc:mode name="conflict" match="p:form">That somebody else has saved in between.</doc:mode>
  <xsl:template match="p:form" mode="conflict"/>

  <xsl:template match="p:form[p:field/p:theirs]" mode="conflict">
    <div class="sp-note sp-note--yellow" role="alert" data-keep="conflict">
      <h2><xsl:value-of select="s:label('forms.conflict')"/></h2>
      <p><xsl:value-of select="s:label('forms.conflict.help')"/></p>
    </div>
  </xsl:template>

  <doc:mode name="theirs" match="p:theirs">What the other one saved, beside one's own text.</doc:mode>
  <xsl:template match="p:theirs" mode="theirs">
    <div class="sp-theirs" data-keep="theirs">
      <span class="sp-small sp-quiet"><xsl:value-of select="s:label('forms.theirs')"/></span>
      <xsl:choose>
        <xsl:when test=". = ''"><div class="sp-quiet"><xsl:value-of select="s:label('forms.theirs-empty')"/></div></xsl:when>
        <xsl:when test="../p:choice[@value = current()]"><div><xsl:apply-templates select="../p:choice[@value = current()]" mode="text"/></div></xsl:when>
        <xsl:otherwise><div class="sp-text"><xsl:value-of select="s:show(.)"/></div></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- The fields -->

  <doc:mode name="fields" match="p:form">All its fields. <doc:with name="id">What the ids begin
    with.</doc:with></doc:mode>
  <xsl:template match="p:form" mode="fields">
    <xsl:param name="id" select="@name"/>
    <xsl:apply-templates select="p:field" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
  </xsl:template>

  <doc:hook name="field.after" match="p:field">At the end of its group.</doc:hook>
  <xsl:template match="p:field" mode="field.after"/>

  <!-- The way of drawing is chosen by tests on one variable: a pattern with a predicate for each type costs three times as much. -->
  <doc:mode name="field" match="p:field">One field with label, help, error and control. <doc:with name="form">What its
    id begins with.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="field">
    <xsl:param name="form" select="../@name"/>
    <xsl:variable name="type" select="string(@type)"/>
    <xsl:choose>
      <xsl:when test="$type = 'hidden'"/>
      <xsl:when test="$type = 'check'">
        <xsl:apply-templates select="." mode="check"><xsl:with-param name="form" select="$form"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="$type = 'choices' or $type = 'scale' or ($type = 'choice' and @required and count(p:choice) &lt;= $radio-max)">
        <xsl:apply-templates select="." mode="group"><xsl:with-param name="form" select="$form"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="id" select="s:id($form)"/>
        <xsl:variable name="help" select="s:own-find('help')"/>
        <div class="form-group">
          <xsl:apply-templates select="p:error" mode="class"/>
          <label class="form-label" for="{$id}"><xsl:apply-templates select="." mode="label"/><xsl:if test="not(@required or @in-case)"><xsl:apply-templates select="." mode="optional"/></xsl:if></label>
          <xsl:if test="$help != ''"><span class="form-hint" id="{$id}-help"><xsl:value-of select="$help"/></span></xsl:if>
          <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
          <xsl:apply-templates select="." mode="control"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
          <xsl:apply-templates select="." mode="field.after"/>
          <xsl:apply-templates select="p:theirs" mode="theirs"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Several inputs that answer one question stand in a <fieldset>; the first of them has the field's id. -->
  <doc:mode name="group" match="p:field">The same for several inputs that answer one question, in a &lt;fieldset&gt;.
    <doc:with name="form">What its id begins with.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="group">
    <xsl:param name="form"/>
    <xsl:variable name="id" select="s:id($form)"/>
    <xsl:variable name="help" select="s:own-find('help')"/>
    <fieldset class="form-group">
      <xsl:apply-templates select="p:error" mode="class"/>
      <xsl:apply-templates select="." mode="described"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <legend class="form-label"><xsl:apply-templates select="." mode="label"/><xsl:if test="not(@required or @in-case)"><xsl:apply-templates select="." mode="optional"/></xsl:if></legend>
      <xsl:if test="$help != ''"><span class="form-hint" id="{$id}-help"><xsl:value-of select="$help"/></span></xsl:if>
      <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="options"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="field.after"/>
      <xsl:apply-templates select="p:theirs" mode="theirs"/>
    </fieldset>
  </xsl:template>

  <!-- One box to tick: the label stands behind it. -->
  <doc:mode name="check" match="p:field">The same for one box to tick: the label stands behind it.
    <doc:with name="form">What its id begins with.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="check">
    <xsl:param name="form"/>
    <xsl:variable name="id" select="s:id($form)"/>
    <xsl:variable name="help" select="s:own-find('help')"/>
    <div class="form-group">
      <xsl:apply-templates select="p:error" mode="class"/>
      <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <div class="form-group-checkbox">
        <input type="checkbox" class="form-checkbox" value="yes" id="{$id}" name="{@name}">
          <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
          <xsl:if test="p:value = 'yes' or p:value = '1'"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
        </input>
        <label class="form-label" for="{$id}"><xsl:apply-templates select="." mode="label"/></label>
        <xsl:if test="$help != ''"><span class="form-hint" id="{$id}-help"><xsl:value-of select="$help"/></span></xsl:if>
      </div>
      <xsl:apply-templates select="." mode="field.after"/>
      <xsl:apply-templates select="p:theirs" mode="theirs"/>
    </div>
  </xsl:template>

  <!-- The parts of a field -->

  <!-- A question that is data brings its own words, as <label>. -->
  <doc:mode name="label" match="p:field">Its words: its own where they are data, else label field.FORM.NAME, else
    field.NAME.</doc:mode>
  <xsl:template match="p:field" mode="label"><xsl:value-of select="s:own('field', 'label')"/></xsl:template>

  <doc:mode name="optional" match="p:field">That it may be left empty.</doc:mode>
  <xsl:template match="p:field" mode="optional">
    <xsl:if test="not(../@method = 'get')">
      <span class="sp-optional">
        <xsl:text> </xsl:text>
        <xsl:value-of select="s:label('forms.optional')"/>
      </span>
    </xsl:if>
  </xsl:template>

  <doc:mode name="class" match="p:error">The class of a group with an error.</doc:mode>
  <xsl:template match="p:error" mode="class">
    <xsl:attribute name="class">form-group form-error</xsl:attribute>
  </xsl:template>

  <doc:mode name="message" match="p:error">What is wrong, beside the field. <doc:with name="id">The field's
    id.</doc:with></doc:mode>
  <xsl:template match="p:error" mode="message">
    <xsl:param name="id"/>
    <span class="form-error-message" id="{$id}-error">
      <span class="sr-only"><xsl:value-of select="s:label('forms.error')"/><xsl:text> </xsl:text></span>
      <xsl:apply-templates select="." mode="words"/>
    </span>
  </xsl:template>

  <!-- What ties an input to its help and its error: the ids that mode help and mode message give them. -->
  <doc:mode name="described" match="p:field">The attribute that ties a control to its help and error.
    <doc:with name="id">The field's id.</doc:with> <doc:with name="help">Its help; empty: none is
    shown.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="described">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <xsl:choose>
      <xsl:when test="$help = ''">
        <xsl:if test="p:error"><xsl:attribute name="aria-describedby"><xsl:value-of select="$id"/>-error</xsl:attribute></xsl:if>
      </xsl:when>
      <xsl:when test="p:error"><xsl:attribute name="aria-describedby"><xsl:value-of select="$id"/>-help <xsl:value-of select="$id"/>-error</xsl:attribute></xsl:when>
      <xsl:otherwise><xsl:attribute name="aria-describedby"><xsl:value-of select="$id"/>-help</xsl:attribute></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="state" match="p:field">Attributes of a control: required, wrong, described. <doc:with name="id">The
    field's id.</doc:with> <doc:with name="help">Its help; empty: none is shown.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="state">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <xsl:if test="@required"><xsl:attribute name="required">required</xsl:attribute></xsl:if>
    <xsl:if test="p:error"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
    <xsl:if test="$help != '' or p:error">
      <xsl:apply-templates select="." mode="described"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
    </xsl:if>
  </xsl:template>

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

  <doc:mode name="text" match="p:choice | p:submit">A choice's words (its own where they are data, else label
    choice.FIELD.KEY or choice.KEY) and a button's (submit.FORM.NAME or submit.NAME).</doc:mode>
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

  <!-- The buttons: the first one filled, the others outlined. -->

  <doc:mode name="submits" match="p:form">Its buttons.</doc:mode>
  <xsl:template match="p:form" mode="submits">
    <div class="sp-actions">
      <xsl:apply-templates select="p:submit"/>
    </div>
  </xsl:template>

  <doc:mode match="p:submit">A button: the first one filled, the others outlined.</doc:mode>
  <xsl:template match="p:submit">
    <xsl:choose>
      <xsl:when test="../@method = 'get'"><button class="button button-secondary" type="submit"><xsl:apply-templates select="." mode="text"/></button></xsl:when>
      <xsl:when test="position() = 1"><button class="button button-primary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button></xsl:when>
      <xsl:otherwise><button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:submit" mode="text"><xsl:value-of select="s:own('submit')"/></xsl:template>
</xsl:stylesheet>

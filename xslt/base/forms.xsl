<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

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

  <doc:mode name="text" match="p:submit">A button's words, label submit.FORM.NAME or submit.NAME.</doc:mode>
  <xsl:template match="p:submit" mode="text"><xsl:value-of select="s:own('submit')"/></xsl:template>
</xsl:stylesheet>

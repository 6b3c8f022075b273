<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="focus-form">The form of a focus area, with the search in the codes.</doc:sheet>

  <!-- The search is a part of the form: it keeps what was typed, and its hits are the codes to choose from. -->
  <xsl:template match="p:form[@name = 'focus-area']">
    <div class="sp-panel">
      <h2><xsl:apply-templates select=".." mode="focus-heading"/></h2>
      <form id="form-focus-area" action="{@action}" method="post" novalidate="novalidate">
        <xsl:apply-templates select="." mode="conflict"/>
        <xsl:apply-templates select="." mode="errors"/>
        <xsl:apply-templates select="." mode="form.before"/>
        <xsl:apply-templates select="." mode="hidden"/>
        <xsl:apply-templates select="." mode="fields"/>
        <xsl:apply-templates select="." mode="form.after"/>
        <xsl:apply-templates select="." mode="submits"/>
      </form>
    </div>
  </xsl:template>

  <doc:mode name="focus-heading" match="p:course">The heading of the form: a new one, or one that is
    changed.</doc:mode>
  <xsl:template match="p:course" mode="focus-heading"><xsl:value-of select="s:label('form.focus-area')"/></xsl:template>
  <xsl:template match="p:course[@changes]" mode="focus-heading">
    <xsl:value-of select="s:label('form.focus-area.change')"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'focus-area']/p:submit[@name = 'find']"/>

  <!-- The code: a search and its hits, before it what one chooses often.  focus.js makes one list of suggestions of it. -->
  <xsl:template match="p:form[@name = 'focus-area']/p:field[@name = 'q']" mode="field">
    <xsl:variable name="code" select="../p:field[@name = 'icf-code']"/>
    <div class="form-group sp-codes" id="focus-area-icf-code" tabindex="-1" data-href="{../../@codes-href}" data-none="{s:label('icf.none', 'q', '{}')}" data-some="{s:label('icf.some')}" data-recent="{s:label('icf.recent')}" data-favourite="{s:label('icf.favourite')}" data-first="{s:label('icf.choose-first')}" data-sign="{s:label('icf.choose-kind')}" data-near="{s:label('icf.near', 'q', '{}')}">
      <xsl:if test="$code/p:error"><xsl:attribute name="class">form-group form-error sp-codes</xsl:attribute></xsl:if>
      <label class="form-label" for="focus-area-q"><xsl:value-of select="s:label('icf.search')"/></label>
      <span class="form-hint" id="focus-area-q-help"><xsl:value-of select="s:label('icf.search.help')"/></span>
      <xsl:apply-templates select="$code/p:error" mode="message"><xsl:with-param name="id" select="'focus-area-icf-code'"/></xsl:apply-templates>
      <div class="sp-search">
        <input class="form-input" id="focus-area-q" name="q" type="search" maxlength="{@max}" autocomplete="off" spellcheck="false" aria-describedby="focus-area-q-help" value="{p:value}">
          <xsl:if test="$code/p:error"><xsl:attribute name="aria-describedby">focus-area-q-help focus-area-icf-code-error</xsl:attribute><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
        </input>
        <button class="button button-secondary" type="submit" name="submit" value="find"><xsl:value-of select="s:label('submit.search')"/></button>
      </div>
      <xsl:apply-templates select="../../p:icf-hits"/>
      <xsl:apply-templates select="$code" mode="codes"/>
      <p class="sp-small sp-codes__all"><a href="{../../@codes-href}"><xsl:value-of select="s:label('icf.all')"/></a></p>
    </div>
  </xsl:template>

  <doc:mode match="p:icf-hits">That the search in the codes found nothing, or something near only; what it found stands in the
    form.</doc:mode>
  <xsl:template match="p:icf-hits">
    <p class="sp-quiet sp-small sp-flush"><xsl:value-of select="s:label('icf.none', 'q', @q)"/></p>
  </xsl:template>
  <xsl:template match="p:icf-hits[p:icf-hit or not(@q)]"/>
  <xsl:template match="p:icf-hits[@sought][p:icf-hit]">
    <p class="sp-quiet sp-small sp-flush"><xsl:value-of select="s:label('icf.none', 'q', @q)"/><xsl:text>. </xsl:text><xsl:value-of select="s:label('icf.near', 'q', @sought)"/></p>
  </xsl:template>

  <xsl:template match="p:form[@name = 'focus-area']/p:field[@name = 'icf-code']" mode="field"/>

  <doc:mode name="codes" match="p:field">The codes to choose from: what was found, and what stood there.</doc:mode>
  <xsl:template match="p:field" mode="codes">
    <input class="form-input" type="text" name="icf-code" value="{p:value}" autocomplete="off" aria-label="{s:label('field.icf-code')}"/>
    <xsl:apply-templates select="p:theirs" mode="theirs"/>
  </xsl:template>
  <xsl:template match="p:course[p:icf-hits/p:icf-hit]/p:form/p:field" mode="codes">
    <xsl:variable name="typed" select="string(p:value)"/>
    <xsl:variable name="hits" select="../../p:icf-hits"/>
    <fieldset class="sp-hits">
      <legend class="sr-only"><xsl:apply-templates select="$hits" mode="legend"/></legend>
      <xsl:if test="$typed != '' and not($hits/p:icf-hit[@code = $typed])">
        <label><input type="radio" name="icf-code" value="{$typed}" checked="checked"/><span class="sp-num"><xsl:value-of select="$typed"/></span><span><xsl:value-of select="../../p:focus-area[@id = ../@changes][@icf-code = $typed]/@icf-title"/><xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="s:label('icf.typed')"/></span></span></label>
      </xsl:if>
      <xsl:apply-templates select="$hits/p:icf-hit"><xsl:with-param name="typed" select="$typed"/></xsl:apply-templates>
    </fieldset>
    <xsl:apply-templates select="p:theirs" mode="theirs"/>
  </xsl:template>

  <doc:mode name="legend" match="p:icf-hits">What the codes to choose from are.</doc:mode>
  <xsl:template match="p:icf-hits" mode="legend"><xsl:value-of select="s:label('icf.usual')"/></xsl:template>
  <xsl:template match="p:icf-hits[@q]" mode="legend"><xsl:value-of select="s:label('icf.hits', 'q', @q)"/></xsl:template>

  <doc:mode match="p:icf-hit">A code to choose. <doc:with name="typed">The code that was typed.</doc:with></doc:mode>
  <xsl:template match="p:icf-hit">
    <xsl:param name="typed"/>
    <label>
      <input type="radio" name="icf-code" value="{@code}"><xsl:if test="@code = $typed"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input>
      <span class="sp-num"><xsl:value-of select="@code"/></span>
      <span><xsl:value-of select="@title"/><xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:apply-templates select="." mode="hit-words"/></span></span>
    </label>
  </xsl:template>

  <doc:mode name="hit-words" match="p:icf-hit">Its component, the synonym that it was found by, and whether one uses it often.</doc:mode>
  <xsl:template match="p:icf-hit" mode="hit-words">
    <xsl:value-of select="s:label(concat('choice.component.', @component))"/>
    <xsl:if test="@word"> · »<xsl:value-of select="@word"/>«</xsl:if>
    <xsl:if test="@recent"> · <xsl:value-of select="s:label('icf.recent')"/></xsl:if>
    <xsl:if test="@favourite"> · <xsl:value-of select="s:label('icf.favourite')"/></xsl:if>
  </xsl:template>

  <!-- Degrees by component: focus.js shows those that fit the code alone, each with one press. -->
  <xsl:template match="p:form[@name = 'focus-area']/p:field[@name = 'qualifier']" mode="control-choice">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <select class="form-select" id="{$id}" name="{@name}">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <option value=""><xsl:apply-templates select="." mode="none"/></option>
      <xsl:apply-templates select="../p:field[@name = 'component']/p:choice" mode="degrees"><xsl:with-param name="degrees" select="p:choice"/></xsl:apply-templates>
    </select>
  </xsl:template>

  <!-- FZB.. are those of functions, FZS.. of the body's structure ... -->
  <doc:mode name="degrees" match="p:choice">The degrees of a component. <doc:with name="degrees">Those of all.</doc:with></doc:mode>
  <xsl:template match="p:choice" mode="degrees">
    <xsl:param name="degrees"/>
    <xsl:variable name="key"><xsl:choose><xsl:when test="@value = 'function'">B</xsl:when><xsl:when test="@value = 'anatomy'">S</xsl:when><xsl:when test="@value = 'activity'">A</xsl:when><xsl:when test="@value = 'participation'">P</xsl:when><xsl:when test="@value = 'environment'">E</xsl:when><xsl:otherwise>-</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:if test="$degrees[substring(@value, 3, 1) = $key]">
      <optgroup label="{s:label(concat('choice.component.', @value))}">
        <xsl:apply-templates select="$degrees[substring(@value, 3, 1) = $key]" mode="option"/>
      </optgroup>
    </xsl:if>
  </xsl:template>

  <!-- What happens to one that is there: never the filled button. -->
  <xsl:template match="p:course/p:form[@name = 'focus-area-state' or @name = 'move-focus-area']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- The classification by itself -->

  <xsl:template match="p:page[@name = 'icf']/p:content" mode="body">
    <div class="sp-stack">
      <xsl:apply-templates select="p:form"/>
      <section aria-labelledby="icf-hits">
        <h2 id="icf-hits"><xsl:apply-templates select="p:icf-hits" mode="legend"/></h2>
        <xsl:apply-templates select="p:icf-hits/@profession" mode="whose"/>
        <xsl:apply-templates select="p:icf-hits"/>
        <xsl:apply-templates select="p:icf-hits" mode="hit-table"/>
        <xsl:apply-templates select="." mode="icf.after"/>
      </section>
    </div>
  </xsl:template>

  <doc:hook name="icf.after" match="p:content">Below the codes.</doc:hook>
  <xsl:template match="p:content" mode="icf.after"/>

  <doc:mode name="whose" match="@profession">For whom one pins.</doc:mode>
  <xsl:template match="@profession" mode="whose">
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('icf.whose', 'profession', s:label(concat('profession.', .)))"/></p>
  </xsl:template>

  <doc:mode name="hit-table" match="p:icf-hits">The codes as a table.</doc:mode>
  <xsl:template match="p:icf-hits" mode="hit-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'icf'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:icf-hits[p:icf-hit]" mode="hit-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'icf'"/>
      <xsl:with-param name="rows" select="p:icf-hit"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="icf" row="p:icf-hit" columns="icf-code icf-title component do" fixed="icf-code icf-title do">Codes of the classification.</doc:list>
  <xsl:template match="p:icf-hit" mode="head">
    <xsl:apply-templates select="." mode="head.icf-code"/>
    <xsl:apply-templates select="." mode="head.icf-title"/>
    <xsl:apply-templates select="." mode="head.component"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:icf-hit" mode="cells">
    <xsl:apply-templates select="." mode="cell.icf-code"/>
    <xsl:apply-templates select="." mode="cell.icf-title"/>
    <xsl:apply-templates select="." mode="cell.component"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>

  <xsl:template match="p:icf-hit" mode="head.icf-code"><th scope="col" class="w-120"><xsl:value-of select="s:label('field.icf-code')"/></th></xsl:template>
  <xsl:template match="p:icf-hit" mode="head.icf-title"><th scope="col" class="w-340"><xsl:value-of select="s:label('column.icf-title')"/></th></xsl:template>
  <xsl:template match="p:icf-hit" mode="head.component"><th scope="col"><xsl:value-of select="s:label('field.component')"/></th></xsl:template>
  <xsl:template match="p:icf-hit" mode="head.do">
    <th scope="col" class="w-150"><span class="sr-only"><xsl:value-of select="s:label('column.do')"/></span></th>
  </xsl:template>

  <xsl:template match="p:icf-hit" mode="cell.icf-code"><td class="sp-num"><xsl:value-of select="@code"/></td></xsl:template>
  <xsl:template match="p:icf-hit" mode="cell.icf-title"><th scope="row"><xsl:value-of select="@title"/></th></xsl:template>
  <xsl:template match="p:icf-hit" mode="cell.component">
    <td data-label="{s:label('field.component')}"><xsl:apply-templates select="." mode="hit-words"/></td>
  </xsl:template>
  <xsl:template match="p:icf-hit" mode="cell.do">
    <td>
      <xsl:apply-templates select="p:form">
        <xsl:with-param name="id" select="concat('favourite-', @code)"/>
        <xsl:with-param name="class" select="'sp-inline'"/>
      </xsl:apply-templates>
    </td>
  </xsl:template>

  <xsl:template match="p:icf-hit/p:form" mode="form-heading"/>
  <xsl:template match="p:icf-hit/p:form/p:submit">
    <button class="button button-unstyled sp-linklike" type="submit" name="submit" value="{@name}">
      <xsl:apply-templates select="." mode="text"/>
      <span class="sr-only">: <xsl:value-of select="../../@code"/><xsl:text> </xsl:text><xsl:value-of select="../../@title"/></span>
    </button>
  </xsl:template>

  <!-- What is asked for unless something else is given is not called optional. -->
  <xsl:template match="p:form[@name = 'focus-area']/p:field[@name = 'icf-code' or @name = 'component']" mode="optional"/>
</xsl:stylesheet>

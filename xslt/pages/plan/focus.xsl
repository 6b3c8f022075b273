<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="focus">Focus areas: the table, the form, the search in the codes.</doc:sheet>

  <xsl:template match="p:page[@name = 'focus-areas']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="focus-areas"/>
  </xsl:template>

  <doc:mode name="focus-areas" match="p:course">The page of focus areas.</doc:mode>
  <xsl:template match="p:course" mode="focus-areas">
    <div class="sp-cols">
      <section aria-labelledby="focus-areas">
        <div class="sp-head">
          <h2 id="focus-areas"><xsl:value-of select="s:label('tabs.focus-areas')"/></h2>
          <p class="sp-quiet sp-small"><span class="sp-br"><xsl:value-of select="s:label('kind.barrier.sign')"/></span><xsl:text> </xsl:text><xsl:value-of select="s:label('kind.barrier')"/><xsl:text>   </xsl:text><span class="sp-br sp-br--r"><xsl:value-of select="s:label('kind.resource.sign')"/></span><xsl:text> </xsl:text><xsl:value-of select="s:label('kind.resource')"/></p>
        </div>
        <xsl:apply-templates select="." mode="focus-table"/>
        <xsl:apply-templates select="." mode="focus-areas.after"/>
      </section>
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name = 'focus-area']"/>
        <xsl:apply-templates select="p:form[@name = 'drop-focus-area']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="focus-areas.after" match="p:course">Below the focus areas.</doc:hook>
  <xsl:template match="p:course" mode="focus-areas.after"/>

  <doc:mode name="focus-table" match="p:course">The table of focus areas, or that there are none.</doc:mode>
  <xsl:template match="p:course" mode="focus-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'focus-areas'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:course[p:focus-area]" mode="focus-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'focus-areas'"/>
      <xsl:with-param name="rows" select="p:focus-area"/>
      <xsl:with-param name="class" select="'sp-table sp-fold sp-focus'"/>
    </xsl:call-template>
  </xsl:template>

  <doc:mode name="row" match="p:focus-area">A row of focus areas, with the hook at its end.</doc:mode>
  <xsl:template match="p:focus-area" mode="row">
    <tr>
      <xsl:apply-templates select="." mode="cells"/>
      <xsl:apply-templates select="." mode="focus-area.after"/>
    </tr>
  </xsl:template>

  <doc:hook name="focus-area.after" match="p:focus-area">Cells at the end of its row.</doc:hook>
  <xsl:template match="p:focus-area" mode="focus-area.after"/>

  <doc:list name="focus-areas" row="p:focus-area" columns="priority kind focus-area qualifier suggestion responsible" fixed="kind focus-area">The
    focus areas of a course.</doc:list>
  <xsl:template match="p:focus-area" mode="head">
    <xsl:apply-templates select="." mode="head.priority"/>
    <xsl:apply-templates select="." mode="head.kind"/>
    <xsl:apply-templates select="." mode="head.focus-area"/>
    <xsl:apply-templates select="." mode="head.qualifier"/>
    <xsl:apply-templates select="." mode="head.suggestion"/>
    <xsl:apply-templates select="." mode="head.responsible"/>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="cells">
    <xsl:apply-templates select="." mode="cell.priority"/>
    <xsl:apply-templates select="." mode="cell.kind"/>
    <xsl:apply-templates select="." mode="cell.focus-area"/>
    <xsl:apply-templates select="." mode="cell.qualifier"/>
    <xsl:apply-templates select="." mode="cell.suggestion"/>
    <xsl:apply-templates select="." mode="cell.responsible"/>
  </xsl:template>

  <xsl:template match="p:focus-area" mode="head.priority">
    <th scope="col">
      <abbr title="{s:label('field.priority')}"><xsl:value-of select="s:label('column.priority')"/></abbr>
    </th>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="head.kind">
    <th scope="col"><xsl:value-of select="s:label('column.kind')"/></th>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="head.focus-area">
    <th scope="col" class="w-340"><xsl:value-of select="s:label('column.focus-area')"/></th>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="head.qualifier">
    <th scope="col" class="w-150"><xsl:value-of select="s:label('column.qualifier')"/></th>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="head.suggestion">
    <th scope="col"><xsl:value-of select="s:label('field.suggestion')"/></th>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="head.responsible">
    <th scope="col" class="w-120"><xsl:value-of select="s:label('column.responsible')"/></th>
  </xsl:template>

  <xsl:template match="p:focus-area" mode="cell.priority">
    <td class="is-num is-mark"><xsl:value-of select="@priority"/></td>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="cell.kind">
    <td class="is-mark"><xsl:apply-templates select="@kind" mode="sign"/></td>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="cell.focus-area">
    <th scope="row">
      <xsl:apply-templates select="." mode="name"/>
      <xsl:apply-templates select="p:description" mode="paragraph"/>
    </th>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="cell.qualifier">
    <td data-label="{s:label('column.qualifier')}"><xsl:apply-templates select="." mode="degree"/></td>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="cell.suggestion">
    <td data-label="{s:label('field.suggestion')}"><xsl:apply-templates select="p:suggestion" mode="paragraph"/></td>
  </xsl:template>
  <xsl:template match="p:focus-area" mode="cell.responsible">
    <td data-label="{s:label('column.responsible')}">
      <xsl:value-of select="s:label(concat('profession.', @profession))"/>
      <xsl:text> </xsl:text>
      <br/><span class="sp-quiet sp-small"><xsl:value-of select="@responsible-name"/></span>
    </td>
  </xsl:template>

  <doc:mode name="paragraph" match="p:description | p:suggestion">A text in a row.</doc:mode>
  <xsl:template match="p:description | p:suggestion" mode="paragraph">
    <p class="sp-text"><xsl:value-of select="."/></p>
  </xsl:template>

  <doc:mode name="name" match="p:focus-area">Its title and code.</doc:mode>
  <xsl:template match="p:focus-area" mode="name">
    <xsl:apply-templates select="." mode="link"/>
    <xsl:text> </xsl:text>
    <xsl:if test="@icf-code"><span class="sp-quiet sp-code-ref"><xsl:value-of select="@icf-code"/> · <xsl:value-of select="s:label(concat('choice.component.', @component))"/></span></xsl:if>
    <xsl:apply-templates select="@state" mode="area-state"/>
  </xsl:template>

  <doc:mode name="link" match="p:focus-area">Its title, a link where one may change it.</doc:mode>
  <xsl:template match="p:focus-area" mode="link">
    <xsl:choose>
      <xsl:when test="@href"><a href="{@href}"><xsl:apply-templates select="." mode="title-text"/></a></xsl:when>
      <xsl:otherwise><span class="sp-strong"><xsl:apply-templates select="." mode="title-text"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <doc:mode name="title-text" match="p:focus-area">Its title.</doc:mode>
  <xsl:template match="p:focus-area" mode="title-text">
    <xsl:choose>
      <xsl:when test="@icf-title"><xsl:value-of select="@icf-title"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:label('choice.component.personal')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="area-state" match="@state">That it is chosen, resolved or dropped.</doc:mode>
  <xsl:template match="@state" mode="area-state">
    <xsl:choose>
      <xsl:when test=". = 'chosen' or . = 'resolved'">
        <xsl:text> </xsl:text><span class="sp-tag sp-tag--link"><xsl:value-of select="s:label(concat('focus-area-state.', .))"/></span>
      </xsl:when>
      <xsl:when test=". = 'dropped'">
        <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('focus-area-state.dropped')"/></span>
        <xsl:if test="../@state-reason"><p class="sp-quiet"><xsl:value-of select="../@state-reason"/></p></xsl:if>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="sign" match="@kind">B or R: barrier or resource.</doc:mode>
  <xsl:template match="@kind" mode="sign">
    <abbr class="sp-br" title="{s:label(concat('kind.', .))}">
      <xsl:if test=". = 'resource'"><xsl:attribute name="class">sp-br sp-br--r</xsl:attribute></xsl:if>
      <xsl:value-of select="s:label(concat('kind.', ., '.sign'))"/>
    </abbr>
  </xsl:template>

  <doc:mode name="degree" match="p:focus-area | @qualifier-title">The degree, in words and as a meter.</doc:mode>
  <xsl:template match="p:focus-area" mode="degree">
    <xsl:choose>
      <xsl:when test="@qualifier-title">
        <xsl:apply-templates select="@qualifier-title" mode="degree"/>
        <xsl:if test="@grade &lt;= 4"><xsl:apply-templates select="@grade" mode="meter"/></xsl:if>
      </xsl:when>
      <xsl:otherwise><span class="sp-quiet"><xsl:value-of select="s:label('focus-areas.no-degree')"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "omfattende funktionsnedsættelse / stærke": the word after the bar is the one that people use. -->
  <xsl:template match="@qualifier-title" mode="degree">
    <xsl:choose>
      <xsl:when test="contains(., ' / ')"><span title="{.}"><xsl:value-of select="substring-after(., ' / ')"/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="meter" match="@grade">The degree as a meter; the words say the same.</doc:mode>
  <!-- Four boxes, as many filled as the grade says: one path for these and one for the rest. -->
  <xsl:template match="@grade" mode="meter">
    <xsl:variable name="boxes" select="'  M.5.5h7v9h-7zM10.5.5h7v9h-7zM20.5.5h7v9h-7zM30.5.5h7v9h-7z'"/>
    <xsl:text> </xsl:text>
    <br/>
    <svg class="sp-meter" width="40" height="10" aria-hidden="true" focusable="false">
      <xsl:if test="../@kind = 'resource'"><xsl:attribute name="class">sp-meter sp-meter--r</xsl:attribute></xsl:if>
      <xsl:if test=". &gt; 0"><path class="on" d="{substring($boxes, 1, 15 * .)}"/></xsl:if>
      <xsl:if test=". &lt; 4"><path d="{substring($boxes, 15 * . + 1)}"/></xsl:if>
    </svg>
  </xsl:template>

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

  <xsl:template match="p:form[@name = 'focus-area']/p:field[@name = 'q']" mode="field">
    <div class="form-group">
      <label class="form-label" for="focus-area-q"><xsl:value-of select="s:label('icf.search')"/></label>
      <div class="sp-search">
        <input class="form-input" id="focus-area-q" name="q" type="search" maxlength="{@max}" autocomplete="off" value="{p:value}"/>
        <button class="button button-secondary" type="submit" name="submit" value="find"><xsl:value-of select="s:label('submit.search')"/></button>
      </div>
    </div>
    <xsl:apply-templates select="../../p:icf-hits"/>
  </xsl:template>

  <doc:mode match="p:icf-hits">That the search in the codes found nothing; what it found stands in the
    form.</doc:mode>
  <xsl:template match="p:icf-hits">
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('icf.none', 'q', @q)"/></p>
  </xsl:template>

  <xsl:template match="p:icf-hits[p:icf-hit]"/>

  <xsl:template match="p:course[p:icf-hits/p:icf-hit]/p:form[@name = 'focus-area']/p:field[@name = 'icf-code']" mode="field">
    <xsl:variable name="typed" select="string(p:value)"/>
    <xsl:variable name="hits" select="../../p:icf-hits"/>
    <fieldset class="form-group sp-hits" id="focus-area-icf-code">
      <legend class="sr-only"><xsl:value-of select="s:label('icf.hits', 'q', $hits/@q)"/></legend>
      <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="'focus-area-icf-code'"/></xsl:apply-templates>
      <xsl:apply-templates select="p:theirs" mode="theirs"/>
      <xsl:if test="$typed != '' and not($hits/p:icf-hit[@code = $typed])">
        <label><input type="radio" name="icf-code" value="{$typed}" checked="checked"/><span class="sp-num"><xsl:value-of select="$typed"/></span><span class="sp-quiet sp-small"><xsl:value-of select="s:label('icf.typed')"/></span></label>
      </xsl:if>
      <xsl:apply-templates select="$hits/p:icf-hit"><xsl:with-param name="typed" select="$typed"/></xsl:apply-templates>
    </fieldset>
  </xsl:template>

  <doc:mode match="p:icf-hit">A code to choose. <doc:with name="typed">The code that was typed.</doc:with></doc:mode>
  <xsl:template match="p:icf-hit">
    <xsl:param name="typed"/>
    <label>
      <input type="radio" name="icf-code" value="{@code}"><xsl:if test="@code = $typed"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input>
      <span class="sp-num"><xsl:value-of select="@code"/></span>
      <span><xsl:value-of select="@title"/><xsl:text> </xsl:text><span class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('choice.component.', @component))"/></span></span>
    </label>
  </xsl:template>

  <!-- What is asked for unless something else is given is not called optional. -->
  <xsl:template match="p:form[@name = 'focus-area']/p:field[@name = 'icf-code' or @name = 'component']" mode="optional"/>

</xsl:stylesheet>

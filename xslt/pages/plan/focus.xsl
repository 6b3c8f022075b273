<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="focus">Focus areas: the table, and what one of them is called.</doc:sheet>

  <xsl:template match="p:page[@name = 'focus-areas']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="focus-areas"/>
  </xsl:template>

  <doc:mode name="focus-areas" match="p:course">The page of focus areas.</doc:mode>
  <xsl:template match="p:course" mode="focus-areas">
    <div class="sp-cols">
      <section aria-labelledby="focus-areas">
        <div class="sp-head">
          <h2 id="focus-areas"><xsl:value-of select="s:label('tabs.focus-areas')"/></h2>
          <xsl:apply-templates select="." mode="focus-new"/>
          <p class="sp-quiet sp-small"><span class="sp-br"><xsl:value-of select="s:label('kind.barrier.sign')"/></span><xsl:text> </xsl:text><xsl:value-of select="s:label('kind.barrier')"/><xsl:text>   </xsl:text><span class="sp-br sp-br--r"><xsl:value-of select="s:label('kind.resource.sign')"/></span><xsl:text> </xsl:text><xsl:value-of select="s:label('kind.resource')"/></p>
        </div>
        <xsl:apply-templates select="." mode="focus-table"/>
        <xsl:apply-templates select="." mode="focus-areas.after"/>
      </section>
      <div class="sp-stack">
        <xsl:apply-templates select="p:form[@name = 'focus-area']"/>
        <xsl:apply-templates select="p:form[@name != 'focus-area']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="focus-new" match="p:course">The way to the form of a new one: far down where the list is long or the screen narrow.</doc:mode>
  <xsl:template match="p:course" mode="focus-new"/>
  <xsl:template match="p:course[p:form[@name = 'focus-area']]" mode="focus-new">
    <a class="sp-small sp-noprint" href="#form-focus-area"><xsl:value-of select="s:label('focus-areas.new')"/></a>
  </xsl:template>
  <xsl:template match="p:course[@changes]" mode="focus-new" priority="1">
    <a class="sp-small sp-noprint" href="{p:tabs/p:item[@name = 'focus-areas']/@href}"><xsl:value-of select="s:label('focus-areas.new')"/></a>
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
      <xsl:if test="@href"><xsl:attribute name="id">focus-area-<xsl:value-of select="@id"/></xsl:attribute></xsl:if>
      <xsl:if test="@state = 'resolved' or @state = 'dropped'"><xsl:attribute name="class">is-ended</xsl:attribute></xsl:if>
      <xsl:if test="@id = ../@changes"><xsl:attribute name="class">is-current</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="cells"/>
      <xsl:apply-templates select="." mode="focus-area.after"/>
    </tr>
  </xsl:template>

  <doc:hook name="focus-area.after" match="p:focus-area">Cells at the end of its row.</doc:hook>
  <xsl:template match="p:focus-area" mode="focus-area.after"/>

  <doc:list name="focus-areas" row="p:focus-area" columns="priority kind focus-area qualifier suggestion responsible" fixed="priority kind focus-area">The
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
    <td class="is-num is-mark">
      <xsl:apply-templates select="@priority" mode="place"/>
      <xsl:apply-templates select="p:form">
        <xsl:with-param name="id" select="concat('move-', @id)"/>
        <xsl:with-param name="class" select="'sp-moves sp-noprint'"/>
      </xsl:apply-templates>
    </td>
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
    <td data-label="{s:label('field.suggestion')}">
      <xsl:apply-templates select="@catalogue-title" mode="offer"/>
      <xsl:apply-templates select="p:suggestion" mode="paragraph"/>
    </td>
  </xsl:template>
  <xsl:template match="p:focus-area[not(p:suggestion or @catalogue-title)]" mode="cell.suggestion"><td/></xsl:template>
  <xsl:template match="p:focus-area" mode="cell.responsible">
    <td data-label="{s:label('column.responsible')}">
      <xsl:value-of select="s:label(concat('profession.', @profession))"/>
      <xsl:text> </xsl:text>
      <br/><span class="sp-quiet sp-small"><xsl:value-of select="@responsible-name"/></span>
    </td>
  </xsl:template>

  <doc:mode name="place" match="@priority">Its place; what is not worked on any more has none.</doc:mode>
  <xsl:template match="@priority" mode="place"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="p:focus-area[@state = 'resolved' or @state = 'dropped']/@priority" mode="place"/>

  <!-- One press moves it by one; those who do not see the row hear whose button it is. -->
  <xsl:template match="p:focus-area/p:form" mode="form-heading"/>
  <xsl:template match="p:focus-area/p:form" mode="submits"><xsl:apply-templates select="p:submit"/></xsl:template>
  <xsl:template match="p:focus-area/p:form/p:submit">
    <button class="sp-move sp-move--{@name}" id="focus-area-{../../@id}-{@name}" type="submit" name="submit" value="{@name}" title="{s:own('submit')}">
      <span class="sr-only"><xsl:value-of select="s:own('submit')"/>: <xsl:value-of select="../../@priority"/>. <xsl:apply-templates select="../.." mode="title-text"/></span>
    </button>
  </xsl:template>

  <doc:mode name="offer" match="@catalogue-title">What the catalogue offers for it.</doc:mode>
  <xsl:template match="@catalogue-title" mode="offer">
    <p class="sp-text"><a href="{../@catalogue-href}"><xsl:value-of select="."/></a></p>
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
    <xsl:apply-templates select="@retired" mode="retired"/>
    <xsl:apply-templates select="@state" mode="area-state"/>
  </xsl:template>

  <doc:mode name="retired" match="@retired">That its code is not used any more.</doc:mode>
  <xsl:template match="@retired" mode="retired">
    <xsl:text> </xsl:text><span class="sp-tag" title="{s:label('focus-areas.retired.help')}"><xsl:value-of select="s:label('focus-areas.retired')"/></span>
  </xsl:template>

  <doc:mode name="link" match="p:focus-area">Its title, a link where one may change it.</doc:mode>
  <xsl:template match="p:focus-area" mode="link">
    <xsl:choose>
      <xsl:when test="@href"><a href="{@href}#form-focus-area"><xsl:apply-templates select="." mode="title-text"/></a></xsl:when>
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

  <doc:mode name="area-state" match="@state">That it is chosen, resolved or dropped, and why.</doc:mode>
  <xsl:template match="@state" mode="area-state">
    <xsl:text> </xsl:text>
    <span class="sp-tag"><xsl:if test=". != 'dropped'"><xsl:attribute name="class">sp-tag sp-tag--link</xsl:attribute></xsl:if><xsl:value-of select="s:label(concat('focus-area-state.', .))"/></span>
    <xsl:apply-templates select="../@state-reason" mode="area-reason"/>
  </xsl:template>
  <xsl:template match="@state[. = 'open']" mode="area-state"><xsl:apply-templates select="../@state-reason" mode="area-reason"/></xsl:template>

  <doc:mode name="area-reason" match="@state-reason">Why it is so.</doc:mode>
  <xsl:template match="@state-reason" mode="area-reason">
    <p class="sp-quiet"><xsl:value-of select="."/></p>
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
</xsl:stylesheet>

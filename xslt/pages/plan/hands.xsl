<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="hands">Courses change hands: one is handed over, several are moved, somebody stands in.</doc:sheet>

  <!-- One course -->

  <xsl:template match="p:page[@name = 'contacts-handover']/p:content" mode="body">
    <div class="sp-stack">
      <xsl:apply-templates select="p:course/p:form"/>
      <xsl:apply-templates select="p:course" mode="handovers"/>
      <xsl:apply-templates select="p:course" mode="handover.after"/>
    </div>
  </xsl:template>

  <doc:mode match="@handover">Where a course is handed over, below its contacts.</doc:mode>
  <xsl:template match="p:course/@handover">
    <p class="sp-noprint"><a href="{.}"><xsl:value-of select="s:label('handover.link')"/></a></p>
  </xsl:template>

  <doc:hook name="handover.after" match="p:course">Below the hand-overs of a course.</doc:hook>
  <xsl:template match="p:course" mode="handover.after"/>

  <doc:mode name="handovers" match="p:course | p:moving">The latest hand-overs.</doc:mode>
  <xsl:template match="p:course | p:moving" mode="handovers">
    <section aria-labelledby="handovers">
      <h2 id="handovers"><xsl:value-of select="s:label('list.handovers')"/></h2>
      <xsl:choose>
        <xsl:when test="p:handover">
          <xsl:call-template name="table"><xsl:with-param name="name" select="'handovers'"/><xsl:with-param name="rows" select="p:handover"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'handovers'"/></xsl:apply-templates></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <doc:list name="handovers" row="p:handover" columns="at citizen between why" fixed="at citizen between">Hand-overs, the latest first.</doc:list>
  <xsl:template match="p:handover" mode="head">
    <xsl:apply-templates select="." mode="head.at"/>
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.between"/>
    <xsl:apply-templates select="." mode="head.why"/>
  </xsl:template>
  <xsl:template match="p:handover" mode="cells">
    <xsl:apply-templates select="." mode="cell.at"/>
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.between"/>
    <xsl:apply-templates select="." mode="cell.why"/>
  </xsl:template>

  <xsl:template match="p:handover" mode="head.at"><th scope="col" class="w-180"><xsl:value-of select="s:label('column.handovers.at')"/></th></xsl:template>
  <xsl:template match="p:handover" mode="head.citizen"><th scope="col"><xsl:value-of select="s:label('column.handovers.citizen')"/></th></xsl:template>
  <xsl:template match="p:handover" mode="head.between"><th scope="col"><xsl:value-of select="s:label('column.handovers.between')"/></th></xsl:template>
  <xsl:template match="p:handover" mode="head.why"><th scope="col"><xsl:value-of select="s:label('column.handovers.why')"/></th></xsl:template>

  <xsl:template match="p:handover" mode="cell.at">
    <td data-label="{s:label('column.handovers.at')}"><xsl:value-of select="s:time(@at)"/></td>
  </xsl:template>
  <xsl:template match="p:handover" mode="cell.citizen">
    <td data-label="{s:label('column.handovers.citizen')}">
      <xsl:value-of select="@citizen | ../p:citizen/@name"/>
      <xsl:text> </xsl:text><xsl:apply-templates select="." mode="marks"/>
    </td>
  </xsl:template>
  <xsl:template match="p:handover" mode="cell.between">
    <td data-label="{s:label('column.handovers.between')}">
      <xsl:value-of select="s:label('handover.between', 'from', @from-name, 'to', @to-name)"/>
      <xsl:if test="@by and @by != @from-name"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('handover.by', 'name', @by)"/></span></xsl:if>
    </td>
  </xsl:template>
  <xsl:template match="p:handover" mode="cell.why">
    <td data-label="{s:label('column.handovers.why')}"><span class="sp-text"><xsl:value-of select="@why"/></span></td>
  </xsl:template>

  <!-- Several -->

  <xsl:template match="p:page[@name = 'handover']/p:content" mode="body">
    <xsl:apply-templates select="p:moving"/>
  </xsl:template>

  <doc:mode match="p:moving">Whose courses, which of them, to whom; and the latest hand-overs.</doc:mode>
  <xsl:template match="p:moving">
    <div class="sp-stack sp-gap-s">
      <xsl:apply-templates select="p:form[@name = 'handover-from']"/>
      <xsl:if test="@from and not(p:course)">
        <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'moving'"/></xsl:apply-templates>
      </xsl:if>
      <xsl:apply-templates select="p:form[@name = 'handover']"/>
      <xsl:apply-templates select="." mode="handovers"/>
      <xsl:apply-templates select="." mode="moving.after"/>
    </div>
  </xsl:template>

  <doc:hook name="moving.after" match="p:moving">At the end of the page.</doc:hook>
  <xsl:template match="p:moving" mode="moving.after"/>

  <xsl:template match="p:form[@name = 'handover']" mode="form-heading">
    <h2><xsl:value-of select="s:label('form.handover.of', 'name', ../@from-name)"/></h2>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('form.handover.about')"/></p>
  </xsl:template>

  <!-- Each course with what one must know to choose: its row stands beside the form, since it is about somebody. -->
  <xsl:template match="p:form[@name = 'handover']/p:field[@name = 'courses']" mode="options">
    <xsl:param name="id"/>
    <ul class="sp-ticks"><xsl:apply-templates select="../../p:course" mode="tick"><xsl:with-param name="id" select="$id"/><xsl:with-param name="field" select="."/></xsl:apply-templates></ul>
  </xsl:template>

  <doc:mode name="tick" match="p:course | @next-deadline">A course with a box to tick, and its next deadline. <doc:with name="id">What the ids begin with.</doc:with>
    <doc:with name="field">The form's field.</doc:with></doc:mode>
  <xsl:template match="p:moving/p:course" mode="tick">
    <xsl:param name="id"/>
    <xsl:param name="field"/>
    <xsl:variable name="own" select="concat($id, substring(concat('-', @id), 1 div (position() != 1)))"/>
    <li>
      <div class="form-group-checkbox">
        <input type="checkbox" class="form-checkbox" name="courses" value="{@id}" id="{$own}">
          <xsl:if test="$field/p:value = @id"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
        </input>
        <label class="form-label" for="{$own}">
          <xsl:value-of select="@citizen"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="marks"/>
          <xsl:if test="@changed"><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('moving.changed')"/></span></xsl:if>
        </label>
      </div>
      <span class="sp-ticks__facts sp-quiet sp-small">
        <xsl:value-of select="s:label('citizen.course', 'n', @id)"/><xsl:text> · </xsl:text><xsl:value-of select="s:label(concat('course-state.', @state))"/>
        <xsl:apply-templates select="@next-deadline" mode="tick"/>
      </span>
    </li>
  </xsl:template>

  <xsl:template match="@next-deadline" mode="tick">
    <xsl:text> · </xsl:text>
    <xsl:value-of select="s:label-or(concat('deadline.', ../@next-deadline-kind), ../@next-deadline-kind)"/>
    <xsl:text> </xsl:text>
    <span>
      <xsl:if test="../@late"><xsl:attribute name="class">sp-late</xsl:attribute></xsl:if>
      <xsl:value-of select="s:date(.)"/>
    </span>
  </xsl:template>

  <!-- A choice that is none any more: who left, a course that somebody else moved. -->
  <xsl:template match="p:form[@name = 'handover' or @name = 'handover-course' or @name = 'absence']/p:field/p:error[@key = 'unknown-choice']" mode="words">
    <xsl:value-of select="s:first(concat('error.', ../@name, '.unknown-choice'), 'error.unknown-choice')"/>
  </xsl:template>

  <!-- Absences -->

  <!-- Who stands in is not away too: whom that would leave alone, and when. -->
  <xsl:template match="p:form[@name = 'absence']/p:field/p:error[@key = 'stands-in']" mode="words">
    <xsl:value-of select="s:label('error.stands-in')"/>
    <xsl:for-each select="../../../p:uncovered">
      <xsl:value-of select="concat(' ', s:label('absence.uncovered', 'name', @name, 'from', s:date(@from-on), 'to', s:date(@to-on)))"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:page[@name = 'absences']/p:content" mode="body">
    <xsl:apply-templates select="p:absences"/>
  </xsl:template>

  <doc:mode match="p:absences">Who is away, and the form that says so.</doc:mode>
  <xsl:template match="p:absences">
    <div class="sp-stack sp-gap-s">
      <xsl:choose>
        <xsl:when test="p:absence">
          <xsl:call-template name="table"><xsl:with-param name="name" select="'absences'"/><xsl:with-param name="rows" select="p:absence"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'absences'"/></xsl:apply-templates></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="." mode="absences.after"/>
    </div>
  </xsl:template>

  <doc:hook name="absences.after" match="p:absences">At the end of the page.</doc:hook>
  <xsl:template match="p:absences" mode="absences.after"/>

  <doc:list name="absences" row="p:absence" columns="name deputy period do" fixed="name do">Who is away and who stands in.</doc:list>
  <xsl:template match="p:absence" mode="head">
    <xsl:apply-templates select="." mode="head.name"/>
    <xsl:apply-templates select="." mode="head.deputy"/>
    <xsl:apply-templates select="." mode="head.period"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:absence" mode="cells">
    <xsl:apply-templates select="." mode="cell.name"/>
    <xsl:apply-templates select="." mode="cell.deputy"/>
    <xsl:apply-templates select="." mode="cell.period"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>

  <xsl:template match="p:absence" mode="head.name"><th scope="col"><xsl:value-of select="s:label('column.absences.name')"/></th></xsl:template>
  <xsl:template match="p:absence" mode="head.deputy"><th scope="col"><xsl:value-of select="s:label('column.absences.deputy')"/></th></xsl:template>
  <xsl:template match="p:absence" mode="head.period"><th scope="col"><xsl:value-of select="s:label('column.absences.period')"/></th></xsl:template>
  <xsl:template match="p:absence" mode="head.do"><th scope="col"><span class="sr-only"><xsl:value-of select="s:label('column.absences.do')"/></span></th></xsl:template>

  <xsl:template match="p:absence" mode="cell.name">
    <th scope="row">
      <xsl:value-of select="@name"/>
      <xsl:if test="@now"><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('absence.now')"/></span></xsl:if>
    </th>
  </xsl:template>
  <xsl:template match="p:absence" mode="cell.deputy">
    <td data-label="{s:label('column.absences.deputy')}"><xsl:value-of select="@deputy-name"/></td>
  </xsl:template>
  <xsl:template match="p:absence" mode="cell.period">
    <td data-label="{s:label('column.absences.period')}"><xsl:value-of select="s:label('absence.period', 'from', s:date(@from-on), 'to', s:date(@to-on))"/></td>
  </xsl:template>
  <xsl:template match="p:absence" mode="cell.do">
    <td class="is-act"><xsl:apply-templates select="p:form" mode="end"/></td>
  </xsl:template>

  <doc:mode name="end" match="p:form">The button that ends an absence.</doc:mode>
  <xsl:template match="p:absence/p:form" mode="end">
    <form action="{@action}" method="{@method}">
      <xsl:apply-templates select="." mode="hidden"/>
      <button class="button button-secondary" type="submit" name="submit" value="end">
        <xsl:choose>
          <xsl:when test="../@now"><xsl:value-of select="s:label('absence.end')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="s:label('absence.cancel')"/></xsl:otherwise>
        </xsl:choose>
        <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../@name"/></span>
      </button>
    </form>
  </xsl:template>
</xsl:stylesheet>

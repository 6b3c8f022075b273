<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="control">Whether a course is on its way: its deadlines, what it lacks.</doc:sheet>

  <xsl:template match="p:page[@name = 'control']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="control"/>
  </xsl:template>

  <doc:mode name="control" match="p:course">The page of control.</doc:mode>
  <xsl:template match="p:course" mode="control">
    <div class="sp-cols">
      <div class="sp-stack">
        <section aria-labelledby="lain">
          <h2 id="lain"><xsl:value-of select="s:label('control.lain')"/></h2>
          <dl class="sp-list sp-list--facts"><xsl:apply-templates select="@state | @state-days | @idle-days" mode="fact"/></dl>
          <xsl:apply-templates select="@still" mode="still"/>
        </section>
        <xsl:apply-templates select="self::p:course[p:lack]" mode="lacks"/>
        <section aria-labelledby="deadlines">
          <h2 id="deadlines"><xsl:value-of select="s:label('list.deadlines')"/></h2>
          <xsl:apply-templates select="." mode="deadline-table"/>
        </section>
        <xsl:apply-templates select="." mode="next-events"/>
        <xsl:apply-templates select="." mode="control.after"/>
      </div>
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>

  <doc:hook name="control.after" match="p:course">Below what the course lacks.</doc:hook>
  <xsl:template match="p:course" mode="control.after"/>

  <xsl:template match="p:course/@state-days | p:course/@idle-days" mode="show">
    <xsl:value-of select="s:count('control.days', .)"/>
  </xsl:template>

  <doc:mode name="still" match="@still">That nothing has happened for long.</doc:mode>
  <xsl:template match="@still" mode="still"><p class="sp-quiet"><xsl:value-of select="s:label('control.still')"/></p></xsl:template>

  <doc:mode name="lacks" match="p:course">What the course lacks, beside what its next events ask for.</doc:mode>
  <xsl:template match="p:course" mode="lacks">
    <section aria-labelledby="lacks">
      <h2 id="lacks"><xsl:value-of select="s:label('control.lacks')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:lack"/></ul>
    </section>
  </xsl:template>
  <doc:mode match="p:lack">One thing that it lacks.</doc:mode>
  <xsl:template match="p:lack"><li><a href="{@href}"><xsl:value-of select="s:label(concat('lack.', @key))"/></a></li></xsl:template>

  <doc:mode name="deadline-table" match="p:course">The table of deadlines, or that there are none.</doc:mode>
  <xsl:template match="p:course" mode="deadline-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'deadlines'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course[p:deadline]" mode="deadline-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'deadlines'"/>
      <xsl:with-param name="rows" select="p:deadline"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="deadlines" row="p:deadline" columns="deadline due why ended" fixed="deadline due ended">The deadlines of a course, the open
    ones first.</doc:list>
  <xsl:template match="p:deadline" mode="head">
    <xsl:apply-templates select="." mode="head.deadline"/>
    <xsl:apply-templates select="." mode="head.due"/>
    <xsl:apply-templates select="." mode="head.why"/>
    <xsl:apply-templates select="." mode="head.ended"/>
  </xsl:template>
  <xsl:template match="p:deadline" mode="cells">
    <xsl:apply-templates select="." mode="cell.deadline"/>
    <xsl:apply-templates select="." mode="cell.due"/>
    <xsl:apply-templates select="." mode="cell.why"/>
    <xsl:apply-templates select="." mode="cell.ended"/>
  </xsl:template>

  <xsl:template match="p:deadline" mode="head.deadline"><th scope="col"><xsl:value-of select="s:label('column.deadline')"/></th></xsl:template>
  <xsl:template match="p:deadline" mode="head.due"><th scope="col" class="w-150"><xsl:value-of select="s:label('column.due')"/></th></xsl:template>
  <xsl:template match="p:deadline" mode="head.why"><th scope="col"><xsl:value-of select="s:label('column.why')"/></th></xsl:template>
  <xsl:template match="p:deadline" mode="head.ended"><th scope="col" class="w-220"><xsl:value-of select="s:label('column.ended')"/></th></xsl:template>

  <xsl:template match="p:deadline" mode="cell.deadline">
    <th scope="row"><xsl:value-of select="s:label-or(concat('deadline.', @kind), @kind)"/></th>
  </xsl:template>
  <xsl:template match="p:deadline" mode="cell.due">
    <td data-label="{s:label('column.due')}"><xsl:apply-templates select="." mode="when"/></td>
  </xsl:template>
  <xsl:template match="p:deadline" mode="cell.why">
    <td data-label="{s:label('column.why')}">
      <xsl:value-of select="@law"/>
      <xsl:if test="not(@law)"><span class="sp-quiet"><xsl:value-of select="s:label('control.no-law')"/></span></xsl:if>
      <xsl:apply-templates select="@rule-n" mode="rule"/>
      <xsl:if test="@counts-from"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('control.counts-from', 'date', s:date(@counts-from))"/></span></xsl:if>
      <xsl:if test="@moved-reason"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('control.moved', 'reason', @moved-reason)"/></span></xsl:if>
      <xsl:apply-templates select="@rests-since | @rule-ended-on | @not-for" mode="rule"/>
    </td>
  </xsl:template>

  <doc:mode name="rule" match="@rule-n | @rests-since | @rule-ended-on | @not-for">What the rule says; and why a deadline rests, or may not apply.</doc:mode>
  <xsl:template match="p:deadline/@rule-n" mode="rule">
    <br/>
    <span class="sp-quiet sp-small">
      <xsl:value-of select="s:label('control.rule', 'n', ., 'unit', s:label(concat('choice.unit.', ../@rule-unit)), 'event', s:label(concat('choice.event.', ../@rule-event)))"/>
      <xsl:if test="../@rule-by-end-of"><xsl:value-of select="s:label(concat('control.by-end-of.', ../@rule-by-end-of))"/></xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="p:deadline/@rests-since" mode="rule">
    <br/><span class="sp-tag"><xsl:value-of select="s:label('control.rests', 'date', s:date(.))"/></span>
  </xsl:template>
  <xsl:template match="p:deadline/@rule-ended-on" mode="rule">
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('control.rule-ended', 'date', s:date(.))"/></span>
  </xsl:template>
  <xsl:template match="p:deadline/@not-for" mode="rule">
    <br/><span class="sp-tag"><xsl:value-of select="s:label('control.not-for', 'benefit', .)"/></span>
  </xsl:template>
  <xsl:template match="p:deadline" mode="cell.ended">
    <td data-label="{s:label('column.ended')}"><xsl:apply-templates select="p:form" mode="end-deadline"/></td>
  </xsl:template>
  <xsl:template match="p:deadline[@done-on]" mode="cell.ended">
    <td data-label="{s:label('column.ended')}">
      <xsl:value-of select="s:label(concat('deadline-ended.', @ended-as), 'date', s:date(@done-on))"/>
      <xsl:if test="@ended-reason"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@ended-reason"/></span></xsl:if>
    </td>
  </xsl:template>
  <xsl:template match="p:deadline[@done-on]" mode="when">
    <span class="sp-date"><xsl:value-of select="s:date(@due-on)"/></span>
  </xsl:template>

  <doc:mode name="end-deadline" match="p:form">To end a deadline, folded until it is wanted, or was refused.</doc:mode>
  <xsl:template match="p:form" mode="end-deadline">
    <details>
      <xsl:if test="p:field/p:error or p:field/p:value or ../@not-for"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('form.end-deadline')"/><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="s:label-or(concat('deadline.', ../@kind), ../@kind)"/></span></summary>
      <xsl:apply-templates select=".">
        <xsl:with-param name="id" select="concat('end-deadline-', ../@id)"/>
        <xsl:with-param name="class" select="'sp-folded'"/>
      </xsl:apply-templates>
    </details>
  </xsl:template>
  <xsl:template match="p:deadline/p:form" mode="form-heading"/>
</xsl:stylesheet>

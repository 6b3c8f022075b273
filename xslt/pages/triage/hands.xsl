<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="hands">Beside a screening: whose work it is, the citizen's earlier ones and courses.</doc:sheet>

  <!-- Whose it is -->

  <doc:mode name="hands" match="p:screening">Who has it, and how it changes hands.</doc:mode>
  <xsl:template match="p:screening" mode="hands"/>
  <xsl:template match="p:screening[@state = 'submitted']" mode="hands">
    <section class="sp-panel sp-panel--plain" aria-labelledby="hands">
      <h2 id="hands" class="sr-only"><xsl:value-of select="s:label('triage.hands')"/></h2>
      <div class="sp-head">
        <p class="sp-flush"><xsl:apply-templates select="." mode="holder"/></p>
        <xsl:apply-templates select="p:form[@name = 'take' or @name = 'let-go']" mode="press"/>
      </div>
      <xsl:apply-templates select="p:form[@name = 'hand-over']" mode="folded"/>
      <xsl:apply-templates select="." mode="hands-history"/>
      <xsl:apply-templates select="." mode="hands.after"/>
    </section>
  </xsl:template>

  <doc:hook name="hands.after" match="p:screening">Below whose it is.</doc:hook>
  <xsl:template match="p:screening" mode="hands.after"/>

  <doc:mode name="holder" match="p:screening">Who has it, in words.</doc:mode>
  <xsl:template match="p:screening" mode="holder"><xsl:value-of select="s:label('triage.taken.nobody')"/></xsl:template>
  <xsl:template match="p:screening[@taken-by]" mode="holder">
    <strong data-keep="taken"><xsl:value-of select="s:label('triage.taken.by', 'name', @taken-by)"/></strong>
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:time(@taken-at)"/></span>
  </xsl:template>
  <xsl:template match="p:screening[@mine]" mode="holder">
    <strong><xsl:value-of select="s:label('triage.taken.mine')"/></strong>
    <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:time(@taken-at)"/></span>
  </xsl:template>

  <doc:mode name="press" match="p:form">A form that is one button. <doc:with name="about">What it is about, for those who do not see where it
    stands.</doc:with></doc:mode>
  <xsl:template match="p:form" mode="press">
    <xsl:param name="about"/>
    <form action="{@action}" method="{@method}" class="sp-press">
      <xsl:apply-templates select="." mode="hidden"/>
      <button class="button button-secondary" type="submit" name="submit" value="{p:submit/@name}">
        <xsl:apply-templates select="p:submit" mode="text"/>
        <xsl:if test="$about"><span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="$about"/></span></xsl:if>
      </button>
    </form>
  </xsl:template>

  <doc:mode name="folded" match="p:form">A form that is seldom used, folded away.</doc:mode>
  <xsl:template match="p:form" mode="folded">
    <details class="sp-more">
      <xsl:if test="p:field/p:error"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('triage.hand-over')"/></summary>
      <xsl:apply-templates select="."><xsl:with-param name="class" select="'sp-bare'"/></xsl:apply-templates>
    </details>
  </xsl:template>

  <doc:mode name="hands-history" match="p:screening">Each time that it changed hands.</doc:mode>
  <xsl:template match="p:screening" mode="hands-history"/>
  <xsl:template match="p:screening[p:hand]" mode="hands-history">
    <details class="sp-more">
      <summary><xsl:value-of select="s:label('triage.hands.history')"/></summary>
      <ul class="sp-bullets"><xsl:apply-templates select="p:hand"/></ul>
    </details>
  </xsl:template>

  <doc:mode match="p:hand">It was handed over, taken or let go.</doc:mode>
  <xsl:template match="p:hand">
    <li><xsl:value-of select="s:label('triage.hand.over', 'at', s:time(@at), 'by', @by-name, 'to', @to-name)"/></li>
  </xsl:template>
  <xsl:template match="p:hand[@own]">
    <li><xsl:value-of select="s:label('triage.hand.taken', 'at', s:time(@at), 'by', @by-name)"/></li>
  </xsl:template>
  <xsl:template match="p:hand[not(@to-name)]">
    <li><xsl:value-of select="s:label('triage.hand.let-go', 'at', s:time(@at), 'by', @by-name)"/></li>
  </xsl:template>

  <!-- The citizen's courses -->

  <doc:mode name="courses" match="p:screening">The citizen's courses that run, and what came of this screening.</doc:mode>
  <xsl:template match="p:screening" mode="courses"/>
  <xsl:template match="p:screening[p:its-course][@state = 'assessed']" mode="courses">
    <section class="sp-panel sp-panel--plain" aria-labelledby="courses">
      <h2 id="courses"><xsl:value-of select="s:label('triage.courses')"/></h2>
      <ul class="sp-lines"><xsl:apply-templates select="p:its-course"/></ul>
      <p class="sp-quiet sp-small"><xsl:apply-templates select="." mode="meaning"/></p>
    </section>
  </xsl:template>

  <doc:mode match="p:its-course">One of them, with a link for who may see it.</doc:mode>
  <xsl:template match="p:its-course">
    <li><xsl:apply-templates select="." mode="words"/></li>
  </xsl:template>

  <doc:mode name="words" match="p:its-course">Its frame, state, department and caseworker.</doc:mode>
  <xsl:template match="p:its-course" mode="words">
    <xsl:apply-templates select="." mode="course-name"/>
    <span class="sp-quiet sp-small">
      <xsl:text> · </xsl:text><xsl:value-of select="s:label(concat('course-state.', @state))"/>
      <xsl:text> · </xsl:text><xsl:value-of select="s:label('triage.course-since', 'date', s:date(@opened-on), 'who', @caseworker, 'department', @department)"/>
    </span>
  </xsl:template>

  <doc:mode name="course-name" match="p:its-course">Its name, a link for who may see it.</doc:mode>
  <xsl:template match="p:its-course" mode="course-name"><xsl:apply-templates select="." mode="frame-name"/></xsl:template>
  <xsl:template match="p:its-course[@href]" mode="course-name"><a href="{@href}"><xsl:apply-templates select="." mode="frame-name"/></a></xsl:template>
  <doc:mode name="frame-name" match="p:its-course">Its frame; low risk has none.</doc:mode>
  <xsl:template match="p:its-course" mode="frame-name"><xsl:value-of select="s:label('triage.course-low')"/></xsl:template>
  <xsl:template match="p:its-course[@frame]" mode="frame-name"><xsl:value-of select="@frame"/></xsl:template>

  <doc:mode name="meaning" match="p:screening">What another assessment means for them.</doc:mode>
  <xsl:template match="p:screening" mode="meaning"><xsl:value-of select="s:label('triage.courses.none-open')"/></xsl:template>
  <xsl:template match="p:screening[p:its-course/@open]" mode="meaning"><xsl:value-of select="s:label('triage.courses.open')"/></xsl:template>

  <doc:mode name="runs" match="p:its-course">Over the frames: what runs already.</doc:mode>
  <xsl:template match="p:its-course" mode="runs">
    <p class="sp-small sp-runs"><xsl:value-of select="s:label('triage.runs-already')"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="course-name"/></p>
  </xsl:template>

  <!-- Earlier ones -->

  <doc:mode name="earlier" match="p:screening">The citizen's earlier answers, with their results.</doc:mode>
  <xsl:template match="p:screening" mode="earlier"/>
  <xsl:template match="p:screening[p:earlier]" mode="earlier">
    <section aria-labelledby="earlier">
      <div class="sp-head">
        <h2 id="earlier"><xsl:value-of select="s:label('triage.earlier')"/></h2>
        <xsl:if test="@compare-href"><p class="sp-flush"><a href="{@compare-href}"><xsl:value-of select="s:label('triage.compare')"/></a></p></xsl:if>
      </div>
      <xsl:call-template name="table"><xsl:with-param name="name" select="'earlier'"/><xsl:with-param name="rows" select="p:earlier"/></xsl:call-template>
    </section>
  </xsl:template>

  <doc:list name="earlier" row="p:earlier" columns="submitted-at questionnaire result indicates decided" fixed="submitted-at">The citizen's earlier
    answers.</doc:list>
  <xsl:template match="p:earlier" mode="head">
    <xsl:apply-templates select="." mode="head.submitted-at"/>
    <xsl:apply-templates select="." mode="head.questionnaire"/>
    <xsl:apply-templates select="." mode="head.result"/>
    <xsl:apply-templates select="." mode="head.indicates"/>
    <xsl:apply-templates select="." mode="head.decided"/>
  </xsl:template>
  <xsl:template match="p:earlier" mode="cells">
    <xsl:apply-templates select="." mode="cell.submitted-at"/>
    <xsl:apply-templates select="." mode="cell.questionnaire"/>
    <xsl:apply-templates select="." mode="cell.result"/>
    <xsl:apply-templates select="." mode="cell.indicates"/>
    <xsl:apply-templates select="." mode="cell.decided"/>
  </xsl:template>
  <xsl:template match="p:earlier" mode="head.submitted-at"><th scope="col" class="w-150"><xsl:value-of select="s:label('column.earlier.submitted-at')"/></th></xsl:template>
  <xsl:template match="p:earlier" mode="head.questionnaire"><th scope="col"><xsl:value-of select="s:label('column.earlier.questionnaire')"/></th></xsl:template>
  <xsl:template match="p:earlier" mode="head.result"><th scope="col" class="w-220"><xsl:value-of select="s:label('column.earlier.result')"/></th></xsl:template>
  <xsl:template match="p:earlier" mode="head.indicates"><th scope="col" class="w-150"><xsl:value-of select="s:label('column.earlier.indicates')"/></th></xsl:template>
  <xsl:template match="p:earlier" mode="head.decided"><th scope="col" class="w-150"><xsl:value-of select="s:label('column.earlier.decided')"/></th></xsl:template>
  <xsl:template match="p:earlier" mode="cell.submitted-at"><th scope="row"><a href="{@href}"><xsl:value-of select="s:date(substring(@submitted-at, 1, 10))"/></a></th></xsl:template>
  <xsl:template match="p:earlier" mode="cell.questionnaire"><td data-label="{s:label('column.earlier.questionnaire')}"><xsl:value-of select="@questionnaire"/></td></xsl:template>
  <xsl:template match="p:earlier" mode="cell.result"><td data-label="{s:label('column.earlier.result')}"><xsl:if test="not(@plain)"><xsl:apply-templates select="@red | @yellow" mode="lights"/></xsl:if></td></xsl:template>
  <xsl:template match="p:earlier" mode="cell.indicates"><td data-label="{s:label('column.earlier.indicates')}"><xsl:apply-templates select="." mode="hint"/></td></xsl:template>
  <xsl:template match="p:earlier" mode="cell.decided"><td data-label="{s:label('column.earlier.decided')}"><xsl:apply-templates select="." mode="outcome"/></td></xsl:template>

  <doc:mode name="hint" match="p:earlier">What the answers pointed to.</doc:mode>
  <xsl:template match="p:earlier" mode="hint"><span class="sp-tag"><xsl:value-of select="@title"/></span></xsl:template>
  <xsl:template match="p:earlier[@title = '']" mode="hint"><span class="sp-quiet"><xsl:value-of select="s:label('triage.nothing-indicated')"/></span></xsl:template>
  <xsl:template match="p:earlier[@title = ''][@plain]" mode="hint" priority="2"><span class="sp-quiet"><xsl:value-of select="s:label('triage.pointed-to-nothing')"/></span></xsl:template>

  <doc:mode name="outcome" match="p:earlier">What was decided on it.</doc:mode>
  <xsl:template match="p:earlier" mode="outcome"><span class="sp-quiet"><xsl:value-of select="s:label('triage.earlier.waits')"/></span></xsl:template>
  <xsl:template match="p:earlier[@decided]" mode="outcome"><xsl:value-of select="@decided"/></xsl:template>
</xsl:stylesheet>

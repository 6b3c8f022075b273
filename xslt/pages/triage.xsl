<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>
  <xsl:import href="samspil:base/findings.xsl"/>
  <xsl:include href="samspil:pages/triage/decision.xsl"/>
  <xsl:include href="samspil:pages/triage/hands.xsl"/>

  <doc:sheet name="triage">The pages of samspil-triage: what waits for a decision, and one screening with the decision
    on it.</doc:sheet>

  <!-- What waits -->

  <xsl:template match="p:content[p:list[@name = 'triage']]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('triage.help')"/></p>
    <xsl:apply-templates select="p:form"/>
    <div class="sp-gap-s"><xsl:apply-templates select="p:list"/></div>
    <xsl:apply-templates select="." mode="triage.after"/>
  </xsl:template>

  <doc:hook name="triage.after" match="p:content">Below the list of what waits.</doc:hook>
  <xsl:template match="p:content" mode="triage.after"/>

  <doc:list name="triage" columns="citizen questionnaire red indicates submitted-at taken" fixed="citizen taken">The answers that
    wait for a decision.</doc:list>
  <xsl:template match="p:list[@name = 'triage']" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.questionnaire"/>
    <xsl:apply-templates select="." mode="head.red"/>
    <xsl:apply-templates select="." mode="head.indicates"/>
    <xsl:apply-templates select="." mode="head.submitted-at"/>
    <xsl:apply-templates select="." mode="head.taken"/>
  </xsl:template>
  <xsl:template match="p:waiting" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.questionnaire"/>
    <xsl:apply-templates select="." mode="cell.red"/>
    <xsl:apply-templates select="." mode="cell.indicates"/>
    <xsl:apply-templates select="." mode="cell.submitted-at"/>
    <xsl:apply-templates select="." mode="cell.taken"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'triage']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'citizen'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'triage']" mode="head.questionnaire">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'questionnaire'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'triage']" mode="head.red">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'red'"/><xsl:with-param name="sort" select="'red'"/><xsl:with-param name="class" select="'w-220'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'triage']" mode="head.indicates">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'indicates'"/><xsl:with-param name="class" select="'w-180'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'triage']" mode="head.submitted-at">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'submitted-at'"/><xsl:with-param name="sort" select="'submitted'"/><xsl:with-param name="class" select="'w-150'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'triage']" mode="head.taken">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'taken'"/><xsl:with-param name="class" select="'w-150'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:waiting" mode="cell.citizen">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@citizen"/></a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:waiting" mode="cell.questionnaire">
    <td data-label="{s:label('column.questionnaire')}"><xsl:value-of select="@questionnaire"/></td>
  </xsl:template>
  <xsl:template match="p:waiting" mode="cell.red">
    <td data-label="{s:label('column.triage.red')}">
      <xsl:apply-templates select="@red[. != 0] | @yellow[. != 0]" mode="lights"/>
      <xsl:if test="@red = 0 and @yellow = 0"><xsl:apply-templates select="." mode="no-risk"/></xsl:if>
    </td>
  </xsl:template>

  <doc:mode name="no-risk" match="p:waiting">Where nothing is red or yellow: the green ones, the scores, or that nothing could be
    computed.</doc:mode>
  <xsl:template match="p:waiting" mode="no-risk"><xsl:apply-templates select="@green" mode="lights"/></xsl:template>
  <xsl:template match="p:waiting[@green = 0]" mode="no-risk"><span class="sp-quiet"><xsl:value-of select="s:label('triage.cannot-be-computed')"/></span></xsl:template>
  <xsl:template match="p:waiting[@green = 0][@plain]" mode="no-risk"><xsl:apply-templates select="p:score" mode="line"/></xsl:template>

  <doc:mode name="line" match="p:score">A figure in a list: its name, value and band.</doc:mode>
  <xsl:template match="p:score" mode="line">
    <div><span class="sp-quiet sp-small"><xsl:value-of select="@title"/></span><xsl:text> </xsl:text><xsl:apply-templates select="." mode="figure"/></div>
  </xsl:template>
  <xsl:template match="p:waiting" mode="cell.indicates">
    <td data-label="{s:label('column.triage.indicates')}"><xsl:apply-templates select="." mode="hint"/></td>
  </xsl:template>
  <xsl:template match="p:waiting" mode="cell.submitted-at">
    <td data-label="{s:label('column.triage.submitted-at')}">
      <xsl:value-of select="s:date(substring(@submitted-at, 1, 10))"/>
      <br/>
      <span class="sp-quiet sp-small"><xsl:apply-templates select="@days" mode="waited"/></span>
      <xsl:apply-templates select="@days-over" mode="over"/>
    </td>
  </xsl:template>
  <xsl:template match="p:waiting" mode="cell.taken">
    <td data-label="{s:label('column.triage.taken')}"><xsl:apply-templates select="." mode="taken"/></td>
  </xsl:template>

  <doc:mode name="taken" match="p:waiting">Who has it, or the button that takes it.</doc:mode>
  <xsl:template match="p:waiting" mode="taken"><span class="sp-quiet"><xsl:value-of select="s:label('triage.taken.nobody')"/></span></xsl:template>
  <xsl:template match="p:waiting[p:form]" mode="taken">
    <xsl:apply-templates select="p:form" mode="press"><xsl:with-param name="about" select="@citizen"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:waiting[@taken-by]" mode="taken"><xsl:value-of select="@taken-by"/></xsl:template>
  <xsl:template match="p:waiting[@mine]" mode="taken"><strong><xsl:value-of select="s:label('triage.taken.you')"/></strong></xsl:template>

  <doc:mode name="over" match="@days-over">That it has waited beyond the limit.</doc:mode>
  <xsl:template match="@days-over" mode="over">
    <xsl:text> </xsl:text>
    <span class="sp-late sp-small sp-over"><xsl:value-of select="s:count('triage.over', .)"/></span>
  </xsl:template>

  <doc:mode name="hint" match="p:waiting | p:tally">What the answers point to.</doc:mode>
  <xsl:template match="p:waiting | p:tally" mode="hint">
    <span class="sp-quiet"><xsl:value-of select="s:label('triage.nothing-indicated')"/></span>
  </xsl:template>
  <xsl:template match="p:waiting[@plain] | p:tally[@plain]" mode="hint">
    <span class="sp-quiet"><xsl:value-of select="s:label('triage.points-to-nothing')"/></span>
  </xsl:template>
  <xsl:template match="p:waiting[@title] | p:tally[@title]" mode="hint">
    <span class="sp-tag"><xsl:value-of select="@title"/></span>
  </xsl:template>

  <doc:mode name="waited" match="@days">How long it has waited.</doc:mode>
  <xsl:template match="@days" mode="waited"><xsl:value-of select="s:count('triage.waited', .)"/></xsl:template>
  <xsl:template match="@days[. = 0]" mode="waited">
    <xsl:value-of select="s:label('triage.waited.today')"/>
  </xsl:template>

  <!-- One screening -->

  <xsl:template match="p:content[p:screening]" mode="title">
    <xsl:value-of select="s:label('triage.of', 'name', p:screening/p:citizen/@name)"/>
  </xsl:template>
  <xsl:template match="p:content[p:screening]" mode="heading"/>
  <xsl:template match="p:content[p:screening]" mode="banner">
    <xsl:apply-templates select="p:screening" mode="banner"/>
  </xsl:template>

  <doc:mode name="banner" match="p:screening">Whose it is, and how long it has waited.</doc:mode>
  <xsl:template match="p:screening" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:apply-templates select=".." mode="title"/></h1>
          <xsl:apply-templates select="p:citizen" mode="line"/>
        </div>
        <p class="sp-quiet">
          <xsl:value-of select="s:label(concat('triage.filled-by.', @filled-by), 'title', @questionnaire, 'version', @version, 'date', s:date(substring(@submitted-at, 1, 10)))"/>
          <xsl:if test="@state = 'submitted'"><xsl:text> </xsl:text><xsl:apply-templates select="@days" mode="waited"/><xsl:text>.</xsl:text><xsl:apply-templates select="@days-over" mode="over"/></xsl:if>
        </p>
      </div>
    </div>
  </xsl:template>

  <!-- The forms stand low on a narrow screen: what is wrong is said at the top of the page, and there alone. -->
  <xsl:template match="p:content[p:screening]" mode="body">
    <xsl:apply-templates select="p:screening/p:form" mode="conflict"><xsl:with-param name="first" select="true()"/></xsl:apply-templates>
    <xsl:apply-templates select="p:screening/p:form" mode="errors"><xsl:with-param name="first" select="true()"/></xsl:apply-templates>
    <xsl:apply-templates select="p:screening"/>
  </xsl:template>

  <doc:mode name="conflict" match="p:screening/p:form">That somebody else has saved in between. <doc:with name="first">At the top of the page,
    where it is said.</doc:with></doc:mode>
  <xsl:template match="p:screening/p:form" mode="conflict" priority="2">
    <xsl:param name="first" select="false()"/>
    <xsl:if test="$first and not(/p:page/p:notice/@key = 'draft-elsewhere')"><xsl:apply-imports/></xsl:if>
  </xsl:template>
  <doc:mode name="errors" match="p:screening/p:form">What is wrong. <doc:with name="first">At the top of the page, where it is
    said.</doc:with></doc:mode>
  <xsl:template match="p:screening/p:form" mode="errors" priority="2">
    <xsl:param name="first" select="false()"/>
    <xsl:if test="$first"><xsl:apply-imports/></xsl:if>
  </xsl:template>

  <doc:mode match="p:screening">One screening: its dimensions by colour, and the decision on it.</doc:mode>
  <xsl:template match="p:screening">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:tally"/>
        <xsl:apply-templates select="." mode="tally.after"/>
        <xsl:apply-templates select="." mode="scores"/>
        <xsl:apply-templates select="." mode="dimensions"><xsl:with-param name="of" select="'red'"/></xsl:apply-templates>
        <xsl:apply-templates select="." mode="dimensions"><xsl:with-param name="of" select="'yellow'"/></xsl:apply-templates>
        <xsl:apply-templates select="." mode="dimensions"><xsl:with-param name="of" select="''"/></xsl:apply-templates>
        <xsl:apply-templates select="p:tally[@green != 0]" mode="green"/>
        <xsl:apply-templates select="." mode="uncoloured"/>
        <xsl:apply-templates select="." mode="dimensions.after"/>
        <xsl:apply-templates select="." mode="earlier"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="hands"/>
        <xsl:apply-templates select="p:assessment[1]" mode="decided"/>
        <xsl:apply-templates select="." mode="courses"/>
        <xsl:apply-templates select="." mode="decides"/>
        <xsl:apply-templates select="." mode="before"/>
        <xsl:apply-templates select="." mode="assessment.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="tally.after" match="p:screening">Below the whole.</doc:hook>
  <xsl:template match="p:screening" mode="tally.after"/>
  <doc:hook name="dimensions.after" match="p:screening">Below all dimensions.</doc:hook>
  <xsl:template match="p:screening" mode="dimensions.after"/>
  <doc:hook name="assessment.after" match="p:screening">Below the decision.</doc:hook>
  <xsl:template match="p:screening" mode="assessment.after"/>

  <!-- The dimensions of one colour: answer, why, what to ask -->

  <doc:mode name="dimensions" match="p:screening">The table of the dimensions of one colour. <doc:with name="of">red,
    yellow, or empty for what could not be computed.</doc:with></doc:mode>
  <xsl:template match="p:screening" mode="dimensions">
    <xsl:param name="of"/>
    <xsl:variable name="found" select="p:dimension[string(@level) = $of][not(@plain)]"/>
    <xsl:variable name="key" select="substring(concat($of, 'none'), 1, string-length($of) + 4 * ($of = ''))"/>
    <xsl:if test="$found">
      <section>
        <table class="sp-table sp-fold sp-dims">
          <caption><h3><xsl:apply-templates select="p:tally" mode="dimensions"><xsl:with-param name="of" select="$key"/></xsl:apply-templates></h3></caption>
          <thead><tr><xsl:apply-templates select="$found[1]" mode="head"/></tr></thead>
          <tbody><xsl:apply-templates select="$found" mode="row"/></tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <doc:mode name="dimensions" match="p:tally">Its caption. <doc:with name="of">red, yellow,
    none.</doc:with></doc:mode>
  <xsl:template match="p:tally" mode="dimensions">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="$of = 'red'"><xsl:apply-templates select="@red" mode="lights"/></xsl:when>
      <xsl:when test="$of = 'yellow'"><xsl:apply-templates select="@yellow" mode="lights"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:count('triage.uncomputed', @missing)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:list name="dimensions" row="p:dimension" columns="dimension answer why guide" fixed="dimension answer">The
    dimensions of one colour.</doc:list>
  <xsl:template match="p:dimension" mode="head">
    <xsl:apply-templates select="." mode="head.dimension"/>
    <xsl:apply-templates select="." mode="head.answer"/>
    <xsl:apply-templates select="." mode="head.why"/>
    <xsl:apply-templates select="." mode="head.guide"/>
  </xsl:template>
  <xsl:template match="p:dimension" mode="cells">
    <xsl:apply-templates select="." mode="cell.dimension"/>
    <xsl:apply-templates select="." mode="cell.answer"/>
    <xsl:apply-templates select="." mode="cell.why"/>
    <xsl:apply-templates select="." mode="cell.guide"/>
  </xsl:template>

  <xsl:template match="p:dimension" mode="head.dimension">
    <th scope="col" class="w-180"><xsl:value-of select="s:label('column.dimensions.dimension')"/></th>
  </xsl:template>
  <xsl:template match="p:dimension" mode="head.answer">
    <th scope="col"><xsl:value-of select="s:label('column.dimensions.answer')"/></th>
  </xsl:template>
  <xsl:template match="p:dimension" mode="head.why">
    <th scope="col" class="w-180"><xsl:apply-templates select="." mode="why-heading"/></th>
  </xsl:template>
  <xsl:template match="p:dimension" mode="head.guide">
    <th scope="col" class="w-300"><xsl:value-of select="s:label('column.dimensions.guide')"/></th>
  </xsl:template>

  <xsl:template match="p:dimension" mode="cell.dimension">
    <th scope="row"><xsl:value-of select="@title"/></th>
  </xsl:template>
  <xsl:template match="p:dimension" mode="cell.answer">
    <td><dl class="sp-answers"><xsl:apply-templates select="p:answer" mode="asked"/></dl></td>
  </xsl:template>
  <xsl:template match="p:dimension" mode="cell.why">
    <td>
      <xsl:attribute name="data-label"><xsl:apply-templates select="." mode="why-heading"/></xsl:attribute>
      <span class="sp-quiet"><xsl:apply-templates select="." mode="why"/></span>
    </td>
  </xsl:template>
  <xsl:template match="p:dimension" mode="cell.guide">
    <td><xsl:apply-templates select="." mode="guide"/></td>
  </xsl:template>

  <!-- The worst one's guide is open: it shows what the others hold. -->
  <doc:mode name="guide" match="p:dimension">What to ask about; open for the worst one.</doc:mode>
  <xsl:template match="p:dimension" mode="guide"/>
  <xsl:template match="p:dimension[p:hint]" mode="guide">
    <details>
      <xsl:if test="position() = 1 and not(preceding-sibling::p:dimension)"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary>
        <xsl:value-of select="s:label('triage.ask')"/>
        <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="s:label('triage.ask-about', 'title', @title)"/></span>
      </summary>
      <ul class="sp-bullets"><xsl:apply-templates select="p:hint"/></ul>
    </details>
  </xsl:template>

  <doc:mode match="p:hint">One thing to ask about.</doc:mode>
  <xsl:template match="p:hint"><li><xsl:value-of select="."/></li></xsl:template>

  <!-- Green ones need no table. -->
  <doc:mode name="green" match="p:tally">The green ones, without a table.</doc:mode>
  <xsl:template match="p:tally" mode="green">
    <section>
      <h3><xsl:apply-templates select="@green" mode="lights"/></h3>
      <dl class="sp-pairs"><xsl:apply-templates select="../p:dimension[@level = 'green']" mode="pair"/></dl>
    </section>
  </xsl:template>

  <doc:mode name="uncoloured" match="p:screening">The dimensions that have no colours.</doc:mode>
  <xsl:template match="p:screening" mode="uncoloured"/>
  <xsl:template match="p:screening[p:dimension/@plain]" mode="uncoloured">
    <section>
      <h3><xsl:value-of select="s:label('triage.uncoloured')"/></h3>
      <dl class="sp-pairs"><xsl:apply-templates select="p:dimension[@plain]" mode="pair"/></dl>
    </section>
  </xsl:template>

  <doc:mode name="scores" match="p:screening">The figures, with what they mean.</doc:mode>
  <xsl:template match="p:screening" mode="scores"/>
  <xsl:template match="p:screening[p:score]" mode="scores">
    <section>
      <h3><xsl:value-of select="s:label('screening.scores')"/></h3>
      <dl class="sp-pairs"><xsl:apply-templates select="p:score"/></dl>
    </section>
  </xsl:template>

  <doc:mode match="p:score">A figure with its name.</doc:mode>
  <xsl:template match="p:score">
    <div><dt><xsl:value-of select="@title"/></dt><dd><xsl:apply-templates select="." mode="figure"/></dd></div>
  </xsl:template>

  <doc:mode name="pair" match="p:dimension">One of these.</doc:mode>
  <xsl:template match="p:dimension" mode="pair">
    <div><dt><xsl:value-of select="@title"/></dt><dd><xsl:apply-templates select="p:answer" mode="given"/></dd></div>
  </xsl:template>

  <doc:mode name="given" match="p:answer">An answer without a table; its question where the dimension's title does not say it.</doc:mode>
  <xsl:template match="p:answer" mode="given"><div><xsl:apply-templates select="." mode="words"/></div></xsl:template>
  <xsl:template match="p:dimension[@plain or p:answer[2]]/p:answer" mode="given">
    <div><span class="sp-quiet sp-small"><xsl:value-of select="p:question"/></span><br/><xsl:apply-templates select="." mode="words"/></div>
  </xsl:template>
</xsl:stylesheet>

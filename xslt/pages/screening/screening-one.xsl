<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="screening-one">One screening: where it stands, what was answered and found, the invitation.</doc:sheet>

  <!-- One -->

  <xsl:template match="p:content[p:screening]" mode="title">
    <xsl:value-of select="s:label('screening.of', 'name', p:screening/p:citizen/@name)"/>
  </xsl:template>
  <xsl:template match="p:content[p:screening]" mode="heading"/>
  <xsl:template match="p:content[p:screening]" mode="banner">
    <xsl:apply-templates select="p:screening" mode="banner"/>
  </xsl:template>

  <doc:mode name="banner" match="p:screening">Whose screening it is.</doc:mode>
  <xsl:template match="p:screening" mode="banner">
    <div class="sp-course">
      <!-- What is printed is a letter: no CPR number on it. -->
      <xsl:if test="p:access-code"><xsl:attribute name="class">sp-course sp-noprint</xsl:attribute></xsl:if>
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:apply-templates select=".." mode="title"/></h1>
          <xsl:apply-templates select="p:citizen" mode="line"/>
        </div>
        <p class="sp-quiet"><xsl:value-of select="s:label('screening.questionnaire-number', 'title', @questionnaire, 'version', @version, 'number', @id)"/></p>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="p:content[p:screening]" mode="body">
    <xsl:apply-templates select="p:screening"/>
  </xsl:template>

  <doc:mode match="p:screening">One screening: the invitation, what was answered, where it stands, what can be
    done.</doc:mode>
  <xsl:template match="p:screening">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:access-code" mode="invitation"/>
        <xsl:apply-templates select="p:tally"/>
        <xsl:apply-templates select="p:rescoring"/>
        <xsl:apply-templates select="." mode="findings"/>
        <xsl:if test="not(p:tally)"><xsl:apply-templates select="." mode="where"/></xsl:if>
        <xsl:apply-templates select="." mode="screening.after"/>
      </div>
      <div class="sp-stack sp-noprint">
        <xsl:if test="p:tally"><xsl:apply-templates select="." mode="where"/></xsl:if>
        <xsl:apply-templates select="p:form"/>
        <xsl:apply-templates select="." mode="screening.side.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="where" match="p:screening">Where it stands, and where one goes on from here.</doc:mode>
  <xsl:template match="p:screening" mode="where">
    <section aria-labelledby="where">
      <xsl:if test="p:access-code"><xsl:attribute name="class">sp-noprint</xsl:attribute></xsl:if>
      <h2 id="where"><xsl:value-of select="s:label('screening.where')"/></h2>
      <p><span class="sp-tag"><xsl:value-of select="s:label(concat('screening-state.', @state))"/></span></p>
      <p><xsl:apply-templates select="." mode="stands"/></p>
      <xsl:apply-templates select="@locked" mode="locked"/>
      <xsl:apply-templates select="p:also-open"/>
      <xsl:apply-templates select="@href | @compare-href | @fill-href | @paper-href" mode="way"/>
      <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="." mode="facts"/></dl>
    </section>
  </xsl:template>

  <doc:mode match="p:also-open">That the citizen has another one open.</doc:mode>
  <xsl:template match="p:also-open">
    <div class="sp-note sp-note--yellow" data-keep="also-open">
      <p><xsl:value-of select="s:label('screening.also-open', 'date', s:date(substring(@issued-at, 1, 10)))"/></p>
      <p><a href="{@href}"><xsl:value-of select="s:label('screening.to-also-open')"/></a></p>
    </div>
  </xsl:template>

  <doc:mode name="stands" match="p:screening">Where it stands, in a sentence.</doc:mode>
  <xsl:template match="p:screening" mode="stands">
    <xsl:value-of select="s:label(concat('screening.state.', @state), 'answered', @answered, 'date', s:date(@expires-on))"/>
  </xsl:template>
  <xsl:template match="p:screening[@fill-href]" mode="stands">
    <xsl:value-of select="s:label('screening.state.filling', 'answered', @answered)"/>
  </xsl:template>

  <doc:mode name="facts" match="p:screening">When what happened.</doc:mode>
  <xsl:template match="p:screening" mode="facts">
    <xsl:apply-templates select="@issued-at | @issued-by | @opened-at | @submitted-at | @expires-on | @written-on" mode="fact"/>
    <xsl:apply-templates select="@filled-by" mode="fact"/>
    <xsl:if test="p:tally"><xsl:apply-templates select="@version | @legal-basis" mode="fact"/></xsl:if>
  </xsl:template>
  <xsl:template match="p:screening/@filled-by" mode="show"><xsl:apply-templates select="." mode="word"/></xsl:template>

  <doc:mode name="locked" match="@locked">That the code was locked.</doc:mode>
  <xsl:template match="@locked" mode="locked">
    <div class="sp-note sp-note--yellow sp-gap-s" data-keep="locked"><p><xsl:value-of select="s:label('screening.locked')"/></p></div>
  </xsl:template>

  <doc:mode name="way" match="@href | @compare-href | @fill-href | @paper-href">A link to where one goes on: its assessment, earlier
    ones beside it, filling in, the questionnaire on paper.</doc:mode>
  <xsl:template match="@href" mode="way">
    <p><a href="{.}"><xsl:value-of select="s:label('screening.to-triage')"/></a></p>
  </xsl:template>
  <xsl:template match="@compare-href" mode="way">
    <p><a href="{.}"><xsl:value-of select="s:label('screening.to-compare')"/></a></p>
  </xsl:template>

  <xsl:template match="@fill-href" mode="way">
    <p><a class="button button-primary" href="{.}"><xsl:value-of select="s:label('screening.to-fill')"/></a></p>
  </xsl:template>
  <xsl:template match="@paper-href" mode="way">
    <p><a href="{.}"><xsl:value-of select="s:label('screening.to-paper')"/></a></p>
  </xsl:template>

  <doc:hook name="screening.side.after" match="p:screening">At the end of the right column; not printed.</doc:hook>
  <xsl:template match="p:screening" mode="screening.side.after"/>
  <doc:hook name="screening.after" match="p:screening">Below where it stands.</doc:hook>
  <xsl:template match="p:screening" mode="screening.after"/>

  <!-- What was answered and found -->

  <doc:mode name="findings" match="p:screening">Figures, then every dimension with its answers.</doc:mode>
  <xsl:template match="p:screening" mode="findings"/>
  <xsl:template match="p:screening[p:tally]" mode="findings">
    <xsl:if test="p:score">
      <section aria-labelledby="scores">
        <h2 id="scores"><xsl:value-of select="s:label('screening.scores')"/></h2>
        <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="p:score"/></dl>
      </section>
    </xsl:if>
    <section aria-labelledby="answers">
      <h2 id="answers"><xsl:value-of select="s:label('screening.answers')"/></h2>
      <xsl:call-template name="table"><xsl:with-param name="name" select="'findings'"/><xsl:with-param name="rows" select="p:dimension"/></xsl:call-template>
    </section>
  </xsl:template>

  <doc:mode match="p:score">A figure with its name.</doc:mode>
  <xsl:template match="p:score">
    <div><dt><xsl:value-of select="@title"/></dt><dd><xsl:apply-templates select="." mode="figure"/></dd></div>
  </xsl:template>

  <doc:list name="findings" row="p:screening/p:dimension" columns="dimension answers why" fixed="dimension answers">Every dimension
    of a screening, with all that was answered.</doc:list>
  <xsl:template match="p:screening/p:dimension" mode="head">
    <xsl:apply-templates select="." mode="head.dimension"/>
    <xsl:apply-templates select="." mode="head.answers"/>
    <xsl:apply-templates select="." mode="head.why"/>
  </xsl:template>
  <xsl:template match="p:screening/p:dimension" mode="cells">
    <xsl:apply-templates select="." mode="cell.dimension"/>
    <xsl:apply-templates select="." mode="cell.answers"/>
    <xsl:apply-templates select="." mode="cell.why"/>
  </xsl:template>

  <!-- Where no dimension has a colour there is no why. -->
  <xsl:template match="p:screening[not(p:dimension[not(@plain)])]/p:dimension" mode="head" priority="1">
    <xsl:apply-templates select="." mode="head.dimension"/>
    <xsl:apply-templates select="." mode="head.answers"/>
  </xsl:template>
  <xsl:template match="p:screening[not(p:dimension[not(@plain)])]/p:dimension" mode="cells" priority="1">
    <xsl:apply-templates select="." mode="cell.dimension"/>
    <xsl:apply-templates select="." mode="cell.answers"/>
  </xsl:template>

  <xsl:template match="p:screening/p:dimension" mode="head.dimension">
    <th scope="col" class="w-180"><xsl:value-of select="s:label('column.findings.dimension')"/></th>
  </xsl:template>
  <xsl:template match="p:screening/p:dimension" mode="head.answers">
    <th scope="col"><xsl:value-of select="s:label('column.findings.answers')"/></th>
  </xsl:template>
  <xsl:template match="p:screening/p:dimension" mode="head.why">
    <th scope="col" class="w-180"><xsl:value-of select="s:label('column.findings.why')"/></th>
  </xsl:template>

  <xsl:template match="p:screening/p:dimension" mode="cell.dimension">
    <th scope="row"><xsl:value-of select="@title"/><br/><xsl:apply-templates select="." mode="level"/></th>
  </xsl:template>
  <xsl:template match="p:screening/p:dimension" mode="cell.answers">
    <td data-label="{s:label('column.findings.answers')}"><dl class="sp-answers"><xsl:apply-templates select="p:answer" mode="asked"/></dl></td>
  </xsl:template>
  <xsl:template match="p:screening/p:dimension" mode="cell.why">
    <td data-label="{s:label('column.findings.why')}"><span class="sp-quiet"><xsl:apply-templates select="." mode="why"/></span></td>
  </xsl:template>
  <xsl:template match="p:dimension[@plain]" mode="why"/>

  <doc:mode name="level" match="p:dimension">Its colour, or that there is none.</doc:mode>
  <xsl:template match="p:dimension" mode="level"/>
  <xsl:template match="p:dimension[@level]" mode="level"><xsl:apply-templates select="@level" mode="light"/></xsl:template>

  <!-- The same answers under newer rules -->

  <doc:mode match="p:rescoring">What the rules of a newer version found: beside the first result.</doc:mode>
  <xsl:template match="p:rescoring">
    <section class="sp-panel" aria-labelledby="again-{@id}">
      <h2 id="again-{@id}"><xsl:value-of select="s:label('rescoring', 'version', @version)"/></h2>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('rescoring.by', 'name', @computed-by, 'date', s:date(substring(@computed-at, 1, 10)), 'version', ../@version)"/></p>
      <p><xsl:value-of select="p:tally/p:sentence"/></p>
      <xsl:if test="p:tally/@total != 0"><p><xsl:apply-templates select="p:tally/@red | p:tally/@yellow | p:tally/@green" mode="lights"/></p></xsl:if>
      <xsl:if test="p:score"><dl class="sp-list sp-list--pairs"><xsl:apply-templates select="p:score"/></dl></xsl:if>
      <xsl:apply-templates select="." mode="differences"/>
    </section>
  </xsl:template>

  <doc:mode name="differences" match="p:rescoring">The dimensions that got another colour.</doc:mode>
  <xsl:template match="p:rescoring" mode="differences">
    <p><xsl:value-of select="s:label('rescoring.same')"/></p>
  </xsl:template>
  <xsl:template match="p:rescoring[p:dimension[string(@level) != @first and not(@first = 'none' and not(@level))]]" mode="differences">
    <h3><xsl:value-of select="s:label('rescoring.differ')"/></h3>
    <ul class="sp-bullets"><xsl:apply-templates select="p:dimension[string(@level) != @first and not(@first = 'none' and not(@level))]" mode="differs"/></ul>
  </xsl:template>

  <doc:mode name="differs" match="p:dimension">One of these: its colour then and now.</doc:mode>
  <xsl:template match="p:dimension" mode="differs">
    <li>
      <xsl:value-of select="@title"/><xsl:text>: </xsl:text>
      <xsl:apply-templates select="@first" mode="light"/>
      <xsl:text> → </xsl:text>
      <xsl:apply-templates select="." mode="level"/>
      <xsl:text> </xsl:text><span class="sp-quiet"><xsl:apply-templates select="." mode="why"/></span>
    </li>
  </xsl:template>

  <xsl:template match="p:form[@name = 'rescore']/p:submit" mode="text">
    <xsl:value-of select="s:label('submit.rescore', 'version', ../../@newer-version)"/>
  </xsl:template>

  <!-- The invitation: shown once, made to be printed. -->
  <xsl:template match="p:page[p:content/p:screening/p:access-code]/p:notice">
    <div class="sp-noprint"><xsl:apply-imports/></div>
  </xsl:template>

  <doc:mode name="invitation" match="p:access-code">The slip that is printed and given to the citizen: no name and no CPR
    number on it. Shown once.</doc:mode>
  <xsl:template match="p:access-code" mode="invitation">
    <section class="sp-letter" aria-labelledby="invitation">
      <div class="sp-note sp-note--yellow sp-noprint" role="status" data-keep="once">
        <h2 id="invitation"><xsl:value-of select="s:label('invitation.once')"/></h2>
        <p><xsl:value-of select="s:label('invitation.once.help')"/></p>
      </div>
      <div class="sp-slip">
        <div class="sp-stack-s">
          <h2><xsl:value-of select="../@questionnaire"/></h2>
          <p><xsl:value-of select="s:label('invitation.text')"/></p>
          <ol class="sp-bullets"><xsl:apply-templates select="." mode="steps"/></ol>
          <p class="sp-code-shown" data-keep="code"><xsl:value-of select="@code"/></p>
        </div>
        <xsl:apply-templates select="." mode="camera"/>
      </div>
      <p>
        <xsl:value-of select="s:label('invitation.until')"/>
        <xsl:text> </xsl:text>
        <span class="sp-date sp-strong"><xsl:value-of select="s:date(@expires-on)"/></span>.
        <xsl:value-of select="s:label('invitation.help')"/>
      </p>
      <xsl:apply-templates select="." mode="print"/>
      <xsl:apply-templates select="." mode="invitation.after"/>
    </section>
  </xsl:template>

  <doc:mode name="steps" match="p:access-code">What the citizen does, step by step.</doc:mode>
  <xsl:template match="p:access-code" mode="steps">
    <li><xsl:value-of select="s:label('invitation.go')"/><xsl:text> </xsl:text><bdi class="sp-strong sp-break"><xsl:value-of select="@address"/></bdi></li>
    <li><xsl:value-of select="s:label('invitation.type')"/></li>
  </xsl:template>

  <doc:mode name="camera" match="p:access-code">The QR code, and what it is for.</doc:mode>
  <xsl:template match="p:access-code" mode="camera">
    <figure class="sp-camera">
      <xsl:apply-templates select="p:qr"><xsl:with-param name="title" select="s:label('invitation.qr', 'address', @address)"/></xsl:apply-templates>
      <figcaption class="sp-small"><xsl:value-of select="s:label('invitation.camera')"/></figcaption>
    </figure>
  </xsl:template>

  <doc:hook name="invitation.after" match="p:access-code">At the foot of the letter, for opening hours and
    telephone.</doc:hook>
  <xsl:template match="p:access-code" mode="invitation.after"/>

  <!-- Rare things are outlined. -->
  <xsl:template match="p:form[@name = 'new-code' or @name = 'revoke' or @name = 'rescore']/p:submit[1]" priority="2">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
</xsl:stylesheet>

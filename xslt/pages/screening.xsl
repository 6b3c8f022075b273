<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>
  <xsl:import href="samspil:base/questions.xsl"/>
  <xsl:import href="samspil:base/findings.xsl"/>

  <doc:sheet name="screening">The pages of samspil-screening: the screenings that were issued, and one of
    them.</doc:sheet>

  <xsl:include href="samspil:pages/screening/surveys.xsl"/>

  <!-- All -->

  <xsl:template match="p:content[p:screenings]" mode="body">
    <xsl:apply-templates select="p:tabs"/>
    <xsl:apply-templates select="p:screenings/p:form | p:screenings/p:list"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'filter']/p:field[@name = 'state']/p:choice" mode="text">
    <xsl:value-of select="s:label(concat('screening-state.', @value))"/>
  </xsl:template>

  <doc:list name="screenings" columns="citizen questionnaire state days issued-at expires-on" fixed="citizen">The
    questionnaires that were issued.</doc:list>
  <xsl:template match="p:list[@name = 'screenings']" mode="head">
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.questionnaire"/>
    <xsl:apply-templates select="." mode="head.state"/>
    <xsl:apply-templates select="." mode="head.days"/>
    <xsl:apply-templates select="." mode="head.issued-at"/>
    <xsl:apply-templates select="." mode="head.expires-on"/>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cells">
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.questionnaire"/>
    <xsl:apply-templates select="." mode="cell.state"/>
    <xsl:apply-templates select="." mode="cell.days"/>
    <xsl:apply-templates select="." mode="cell.issued-at"/>
    <xsl:apply-templates select="." mode="cell.expires-on"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'screenings']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/><xsl:with-param name="sort" select="'citizen'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.questionnaire">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'questionnaire'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/><xsl:with-param name="class" select="'w-120'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.days">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'days'"/><xsl:with-param name="sort" select="'waiting'"/><xsl:with-param name="class" select="'w-120'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.issued-at">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'issued-at'"/><xsl:with-param name="sort" select="'issued'"/><xsl:with-param name="class" select="'w-150'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'screenings']" mode="head.expires-on">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'expires-on'"/><xsl:with-param name="sort" select="'expires'"/><xsl:with-param name="class" select="'w-150'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:invitation" mode="cell.citizen">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@citizen"/></a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="marks"/>
    </th>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.questionnaire">
    <td data-label="{s:label('column.questionnaire')}"><xsl:value-of select="@questionnaire"/></td>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.state">
    <td data-label="{s:label('column.state')}">
      <span class="sp-tag"><xsl:value-of select="s:label(concat('screening-state.', @state))"/></span>
      <xsl:apply-templates select="@red[. != 0]" mode="lights"/>
    </td>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.days">
    <td data-label="{s:label('column.screenings.days')}"><xsl:apply-templates select="@days" mode="waited"/></td>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.issued-at">
    <td data-label="{s:label('column.screenings.issued-at')}">
      <xsl:value-of select="s:date(substring(@issued-at, 1, 10))"/>
      <br/>
      <span class="sp-quiet sp-small"><xsl:value-of select="@issued-by"/></span>
    </td>
  </xsl:template>
  <xsl:template match="p:invitation" mode="cell.expires-on">
    <td>
      <xsl:if test="not(@submitted-at)"><xsl:attribute name="data-label"><xsl:value-of select="s:label('field.expires-on')"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="until"/>
    </td>
  </xsl:template>

  <doc:mode name="waited" match="@days">How long it has waited.</doc:mode>
  <xsl:template match="@days" mode="waited"><xsl:value-of select="s:count('screenings.days', .)"/></xsl:template>
  <xsl:template match="@days[. = 0]" mode="waited"><xsl:value-of select="s:label('screenings.days.none')"/></xsl:template>

  <!-- Days are only of interest while somebody waits for an answer. -->
  <doc:mode name="until" match="p:invitation">When an invitation runs out, or that it was answered.</doc:mode>
  <xsl:template match="p:invitation" mode="until">
    <span class="sp-quiet"><xsl:value-of select="s:date(@expires-on)"/></span>
  </xsl:template>
  <xsl:template match="p:invitation[@submitted-at]" mode="until">
    <span class="sp-quiet"><xsl:value-of select="s:label('screenings.sent', 'date', s:date(substring(@submitted-at, 1, 10)))"/></span>
  </xsl:template>
  <xsl:template match="p:invitation[@days-left]" mode="until">
    <xsl:value-of select="s:date(@expires-on)"/>
    <br/>
    <span class="sp-quiet sp-small"><xsl:value-of select="s:count('screenings.left', @days-left)"/></span>
  </xsl:template>

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

  <!-- Beside earlier ones -->

  <xsl:template match="p:content[p:comparison]" mode="title">
    <xsl:value-of select="s:label('comparison.of', 'name', p:comparison/p:citizen/@name)"/>
  </xsl:template>
  <xsl:template match="p:content[p:comparison]" mode="heading"/>
  <xsl:template match="p:content[p:comparison]" mode="banner">
    <xsl:apply-templates select="p:comparison" mode="banner"/>
  </xsl:template>

  <doc:mode name="banner" match="p:comparison">Whose screenings they are.</doc:mode>
  <xsl:template match="p:comparison" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:apply-templates select=".." mode="title"/></h1>
          <xsl:apply-templates select="p:citizen" mode="line"/>
        </div>
        <p class="sp-quiet"><xsl:value-of select="@title"/></p>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="p:content[p:comparison]" mode="body">
    <xsl:apply-templates select="p:comparison"/>
  </xsl:template>

  <!-- The newest first.  Wider than a telephone: it scrolls within itself, and can be reached by the keyboard. -->
  <doc:mode match="p:comparison">The table of columns, and other questionnaires below it.</doc:mode>
  <xsl:template match="p:comparison">
    <p><a href="{@href}"><xsl:value-of select="s:label('comparison.back')"/></a></p>
    <xsl:apply-templates select="." mode="only"/>
    <div class="sp-compare" role="region" tabindex="0" aria-label="{s:label('list.comparison')}">
      <table class="sp-table">
        <caption class="sr-only"><xsl:value-of select="s:label('list.comparison')"/></caption>
        <thead><tr><th scope="col"><xsl:value-of select="s:label('comparison.what')"/></th><xsl:apply-templates select="p:column" mode="head"><xsl:sort select="position()" data-type="number" order="descending"/></xsl:apply-templates></tr></thead>
        <tbody><xsl:apply-templates select="p:compared"/></tbody>
      </table>
    </div>
    <xsl:if test="p:other">
      <section aria-labelledby="others">
        <h2 id="others"><xsl:value-of select="s:label('comparison.others')"/></h2>
        <ul class="sp-bullets"><xsl:apply-templates select="p:other"/></ul>
      </section>
    </xsl:if>
    <xsl:apply-templates select="." mode="comparison.after"/>
  </xsl:template>

  <doc:hook name="comparison.after" match="p:comparison">Below a screening beside earlier ones.</doc:hook>
  <xsl:template match="p:comparison" mode="comparison.after"/>

  <doc:mode name="only" match="p:comparison">That there is nothing to compare with, or what the signs mean.</doc:mode>
  <xsl:template match="p:comparison" mode="only">
    <p class="sp-quiet"><xsl:value-of select="s:label('comparison.help')"/></p>
    <p class="sp-compare__way"><xsl:value-of select="s:label('comparison.scroll')"/><span aria-hidden="true"> →</span></p>
  </xsl:template>
  <xsl:template match="p:comparison[count(p:column) = 1]" mode="only">
    <p class="sp-quiet"><xsl:value-of select="s:label('comparison.only')"/></p>
  </xsl:template>

  <doc:mode name="head" match="p:column">When it was answered, and its counts.</doc:mode>
  <xsl:template match="p:column" mode="head">
    <th scope="col">
      <a href="{@href}"><xsl:value-of select="s:date(substring(@submitted-at, 1, 10))"/></a>
      <xsl:text> </xsl:text><span class="sp-quiet"><xsl:value-of select="s:label('comparison.version', 'version', @version)"/></span>
      <xsl:apply-templates select="." mode="counts"/>
    </th>
  </xsl:template>

  <doc:mode name="counts" match="p:column">Its counts; none where nothing has a colour.</doc:mode>
  <xsl:template match="p:column" mode="counts"/>
  <xsl:template match="p:column[../p:compared/p:at/@level]" mode="counts">
    <div class="sp-compare__counts"><xsl:apply-templates select="@red | @yellow | @green" mode="lights"/></div>
  </xsl:template>

  <doc:mode match="p:compared | p:other">A row through all columns; another questionnaire.</doc:mode>
  <xsl:template match="p:compared">
    <tr class="sp-compare__{@kind}"><th scope="row"><xsl:value-of select="@title"/></th><xsl:apply-templates select="p:at" mode="cell"><xsl:sort select="position()" data-type="number" order="descending"/></xsl:apply-templates></tr>
  </xsl:template>
  <xsl:template match="p:other">
    <li><a href="{@href}"><xsl:value-of select="@title"/></a><xsl:text> </xsl:text><span class="sp-quiet"><xsl:value-of select="s:date(substring(@submitted-at, 1, 10))"/></span></li>
  </xsl:template>

  <doc:mode name="cell" match="p:at">What it was in one of them, and how it changed.</doc:mode>
  <xsl:template match="p:at" mode="cell">
    <td>
      <xsl:if test="@changed"><xsl:attribute name="class">is-changed</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="was"/>
      <xsl:apply-templates select="@move | @by" mode="moved"/>
    </td>
  </xsl:template>

  <doc:mode name="was" match="p:at">A colour, a figure or an answer.</doc:mode>
  <xsl:template match="p:at" mode="was"/>
  <xsl:template match="p:at[@state]" mode="was"><span class="sp-quiet"><xsl:value-of select="s:label(concat('answer-state.', @state))"/></span></xsl:template>
  <xsl:template match="p:at[@level]" mode="was" priority="2"><xsl:apply-templates select="@level" mode="light"/></xsl:template>
  <xsl:template match="p:at[p:text]" mode="was" priority="1"><xsl:value-of select="p:text"/></xsl:template>
  <xsl:template match="p:at[@value]" mode="was" priority="3">
    <span class="sp-strong"><xsl:value-of select="s:number(@value)"/></span><xsl:text> </xsl:text><xsl:value-of select="p:text"/>
  </xsl:template>

  <doc:mode name="moved" match="@move | @by">How it changed, with a sign and in words.</doc:mode>
  <xsl:template match="@move" mode="moved">
    <br/><span class="sp-small sp-strong"><xsl:value-of select="s:label(concat('comparison.', .))"/></span>
  </xsl:template>
  <xsl:template match="@by" mode="moved">
    <br/><span class="sp-small">
      <xsl:if test="../@noticeable"><xsl:attribute name="class">sp-small sp-strong</xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test=". &gt; 0"><xsl:value-of select="s:label('comparison.up', 'n', s:number(.))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="s:label('comparison.down', 'n', s:number(substring(., 2)))"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="../@noticeable"><xsl:text> </xsl:text><xsl:value-of select="s:label('comparison.noticeable')"/></xsl:if>
    </span>
  </xsl:template>

  <!-- Staff fill in -->

  <xsl:template match="p:content[p:filling]" mode="title">
    <xsl:value-of select="s:label('filling.of', 'name', p:filling/p:citizen/@name)"/>
  </xsl:template>
  <xsl:template match="p:content[p:filling]" mode="heading"/>
  <xsl:template match="p:content[p:filling]" mode="banner">
    <xsl:apply-templates select="p:filling" mode="banner"/>
  </xsl:template>

  <doc:mode name="banner" match="p:filling">Whose answers they are.</doc:mode>
  <xsl:template match="p:filling" mode="banner">
    <div class="sp-course">
      <div class="sp-course__in sp-course__in--last">
        <div class="sp-course__title">
          <h1><xsl:apply-templates select=".." mode="title"/></h1>
          <xsl:apply-templates select="p:citizen" mode="line"/>
        </div>
        <p class="sp-quiet"><xsl:value-of select="@title"/></p>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="p:content[p:filling]" mode="body">
    <xsl:apply-templates select="p:filling"/>
  </xsl:template>

  <doc:mode match="p:filling">All questions on one page.</doc:mode>
  <xsl:template match="p:filling">
    <div class="sp-fill">
      <p><xsl:apply-templates select="." mode="how"/></p>
      <p class="sp-quiet"><xsl:value-of select="s:label('filling.help')"/></p>
      <p class="sp-quiet"><xsl:value-of select="s:label('filling.so-far', 'answered', @answered, 'total', @total)"/></p>
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="." mode="filling.after"/>
    </div>
  </xsl:template>

  <doc:hook name="filling.after" match="p:filling">Below the questions that staff fill in.</doc:hook>
  <xsl:template match="p:filling" mode="filling.after"/>

  <doc:mode name="how" match="p:filling">With the citizen at hand, or from paper written on a day.</doc:mode>
  <xsl:template match="p:filling" mode="how"><xsl:value-of select="s:label('filling.with')"/></xsl:template>
  <xsl:template match="p:filling[@written-on]" mode="how">
    <xsl:value-of select="s:label('filling.paper', 'date', s:date(@written-on))"/>
  </xsl:template>

  <!-- A part's heading stands before the first of its questions.  What stands beside a question is drawn by that. -->
  <xsl:template match="p:filling/p:form/p:field[not(contains(@name, '.'))]" mode="field" priority="4">
    <xsl:param name="form" select="../@name"/>
    <xsl:apply-templates select="../../p:section[@first = current()/@name]" mode="part"/>
    <xsl:apply-templates select="." mode="question"><xsl:with-param name="id" select="concat($form, '-', @name)"/></xsl:apply-templates>
  </xsl:template>
  <!-- Numbered as on paper. -->
  <xsl:template match="p:filling/p:form/p:field[@number]" mode="label">
    <xsl:value-of select="@number"/><xsl:text>. </xsl:text><xsl:value-of select="p:label"/>
  </xsl:template>

  <doc:mode name="part" match="p:section | p:part">A part's heading; on paper with its questions.</doc:mode>
  <xsl:template match="p:section" mode="part"><h2><xsl:value-of select="@title"/></h2></xsl:template>

  <!-- One button sends, whatever the last page of the citizen's has. -->
  <xsl:template match="p:filling/p:form/p:submit[@name = 'back' or (@name = 'send' and ../p:submit/@name = 'next')]" priority="3"/>
  <xsl:template match="p:filling/p:form/p:submit" mode="text"><xsl:value-of select="s:label(concat('submit.filling.', @name))"/></xsl:template>

  <!-- On paper -->

  <xsl:template match="p:content[p:paper]" mode="title">
    <xsl:value-of select="s:label('paper.title', 'title', p:paper/@title)"/>
  </xsl:template>
  <xsl:template match="p:content[p:paper]" mode="heading"/>
  <xsl:template match="p:content[p:paper]" mode="body">
    <xsl:apply-templates select="p:paper"/>
  </xsl:template>

  <doc:mode match="p:paper">The empty questionnaire, made for A4.</doc:mode>
  <xsl:template match="p:paper">
    <div class="sp-noprint sp-stack-s">
      <p><a href="{@back}"><xsl:value-of select="s:label('paper.back')"/></a></p>
      <p class="sp-quiet"><xsl:value-of select="s:label('paper.help')"/></p>
      <xsl:apply-templates select="p:form"/>
      <xsl:apply-templates select="." mode="print"/>
    </div>
    <article class="sp-paper" lang="{@lang}" dir="{@dir}">
      <header>
        <h1><xsl:value-of select="@title"/></h1>
        <p class="sp-quiet"><bdi lang="{/p:page/@lang}" dir="auto"><xsl:value-of select="s:label('paper.number', 'number', @screening, 'code', @code, 'version', @version)"/></bdi></p>
      </header>
      <xsl:apply-templates select="p:intro | p:information" mode="paper"/>
      <xsl:apply-templates select="p:part" mode="part"/>
      <xsl:apply-templates select="." mode="paper.after"/>
    </article>
  </xsl:template>

  <doc:hook name="paper.after" match="p:paper">At the end of the questionnaire on paper, for where to hand it in.</doc:hook>
  <xsl:template match="p:paper" mode="paper.after"/>

  <doc:mode name="paper" match="p:intro | p:information | p:ask">What stands on paper: before the questions, and each of them.</doc:mode>
  <xsl:template match="p:intro | p:information" mode="paper"><p class="sp-text"><xsl:value-of select="."/></p></xsl:template>

  <xsl:template match="p:part" mode="part">
    <h2><xsl:value-of select="@title"/></h2>
    <xsl:apply-templates select="p:ask" mode="paper"/>
  </xsl:template>

  <xsl:template match="p:ask" mode="paper">
    <section class="sp-paper__q">
      <h3><xsl:value-of select="@number"/>. <xsl:value-of select="p:text"/></h3>
      <xsl:if test="p:help"><p class="sp-small"><xsl:value-of select="p:help"/></p></xsl:if>
      <xsl:apply-templates select="." mode="space"/>
      <ul class="sp-paper__ticks sp-paper__ticks--quiet">
        <xsl:if test="@dont-know"><li><xsl:value-of select="../../p:dont-know"/></li></xsl:if>
        <li><xsl:value-of select="../../p:declined"/></li>
      </ul>
    </section>
  </xsl:template>

  <doc:mode name="space" match="p:ask">Where it is answered: boxes to tick, numbers, or lines to write on.</doc:mode>
  <xsl:template match="p:ask" mode="space">
    <ul class="sp-paper__ticks"><xsl:apply-templates select="p:tick" mode="tick"/></ul>
  </xsl:template>
  <xsl:template match="p:ask[@kind = 'scale']" mode="space">
    <xsl:if test="@low"><div class="sp-ends"><span><xsl:value-of select="@low"/></span><span><xsl:value-of select="@high"/></span></div></xsl:if>
    <ul class="sp-paper__scale"><xsl:apply-templates select="p:tick" mode="tick"/></ul>
  </xsl:template>
  <xsl:template match="p:ask[@kind = 'number' or @kind = 'date']" mode="space">
    <p class="sp-paper__line sp-paper__line--short"><xsl:value-of select="@unit"/></p>
  </xsl:template>
  <xsl:template match="p:ask[@kind = 'text']" mode="space">
    <p class="sp-paper__line"/>
    <p class="sp-paper__line"/>
    <p class="sp-paper__line"/>
  </xsl:template>

  <doc:mode name="tick" match="p:tick">A box to tick.</doc:mode>
  <xsl:template match="p:tick" mode="tick"><li><xsl:value-of select="."/></li></xsl:template>

  <!-- Rare things are outlined. -->
  <xsl:template match="p:form[@name = 'new-code' or @name = 'revoke' or @name = 'rescore']/p:submit[1]" priority="2">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
</xsl:stylesheet>

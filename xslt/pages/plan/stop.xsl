<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="stop">Beside the measurements: what does not work and waits for a decision, what was decided, and where everything
    stands.</doc:sheet>

  <!-- Who decides has the findings in the form; who does not reads them. -->

  <doc:mode name="stop" match="p:course">What was found not to work.</doc:mode>
  <xsl:template match="p:course" mode="stop"/>
  <xsl:template match="p:course[p:form[@name = 'stop']]" mode="stop">
    <xsl:apply-templates select="p:form[@name = 'stop']"><xsl:with-param name="class" select="'sp-panel sp-panel--yellow'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course[p:stop-task and not(p:form[@name = 'stop'])]" mode="stop">
    <section class="sp-panel sp-panel--yellow" aria-labelledby="stop">
      <h2 id="stop"><xsl:value-of select="s:label('stop.waits')"/></h2>
      <xsl:apply-templates select="p:stop-task"/>
    </section>
  </xsl:template>

  <xsl:template match="p:form[@name = 'stop']" mode="form-heading">
    <h2><xsl:value-of select="s:label('form.stop')"/></h2>
    <xsl:apply-templates select="../p:stop-task"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'stop']/p:field[@name = 'on']" mode="optional"/>

  <doc:mode match="p:stop-task">One thing that was found, and the values that it was found in.</doc:mode>
  <xsl:template match="p:stop-task">
    <div class="sp-found">
      <p><span class="sp-light sp-light--yellow"><svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .2 11.8 6 6 11.8.2 6z"/></svg><xsl:apply-templates select="." mode="found"/></span></p>
      <xsl:if test="@about"><p class="sp-small"><b><xsl:value-of select="@about"/></b></p></xsl:if>
      <xsl:if test="@words"><p class="sp-text"><xsl:value-of select="@words"/></p></xsl:if>
      <xsl:apply-templates select="." mode="seen"/>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('stop.', @cause, '.help'))"/></p>
    </div>
  </xsl:template>

  <doc:mode name="found" match="p:stop-task | p:stop-decision">What was found, in words: label stop.CAUSE.</doc:mode>
  <xsl:template match="p:stop-task | p:stop-decision" mode="found">
    <xsl:value-of select="s:count(concat('stop.', @cause), @figure)"/>
  </xsl:template>

  <doc:mode name="seen" match="p:stop-task | p:seen">The latest values.</doc:mode>
  <xsl:template match="p:stop-task" mode="seen"/>
  <xsl:template match="p:stop-task[p:seen]" mode="seen">
    <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="p:seen" mode="seen"/></dl>
  </xsl:template>
  <xsl:template match="p:seen" mode="seen">
    <div><dt><xsl:value-of select="s:label(concat('series.', @by))"/></dt><dd class="sp-num"><xsl:value-of select="."/></dd></div>
  </xsl:template>

  <doc:mode match="p:adjust">Where one goes on to adjust.</doc:mode>
  <xsl:template match="p:adjust">
    <div class="sp-note sp-note--green" data-keep="adjust">
      <h2><xsl:value-of select="s:label('adjust')"/></h2>
      <ul class="sp-bullets">
        <li><a href="{@plan}"><xsl:value-of select="s:label('adjust.plan')"/></a></li>
        <li><a href="{@interventions}"><xsl:value-of select="s:label('adjust.interventions')"/></a></li>
        <li><a href="{@goals}"><xsl:value-of select="s:label('adjust.goals')"/></a></li>
      </ul>
    </div>
  </xsl:template>

  <doc:mode name="decisions" match="p:course">What was decided before.</doc:mode>
  <xsl:template match="p:course" mode="decisions"/>
  <xsl:template match="p:course[p:stop-decision]" mode="decisions">
    <section aria-labelledby="decisions">
      <h2 id="decisions"><xsl:value-of select="s:label('stop.decisions')"/></h2>
      <xsl:apply-templates select="p:stop-decision"/>
    </section>
  </xsl:template>

  <doc:mode match="p:stop-decision">One of these.</doc:mode>
  <xsl:template match="p:stop-decision">
    <div class="sp-found">
      <p><b><xsl:value-of select="s:label(concat('stop.answer.', @answer))"/></b><span class="sp-quiet sp-small"><xsl:text> </xsl:text><xsl:value-of select="s:label('stop.by', 'name', @answered-by, 'date', s:date(@answered-on))"/></span></p>
      <p><xsl:value-of select="@reason"/></p>
      <p class="sp-quiet sp-small"><xsl:apply-templates select="." mode="found"/><xsl:if test="@about"><xsl:text>: </xsl:text><xsl:value-of select="@about"/></xsl:if><xsl:if test="@words"><xsl:text>: </xsl:text><xsl:value-of select="@words"/></xsl:if></p>
    </div>
  </xsl:template>

  <!-- Where all stand -->

  <doc:mode name="latest" match="p:course | p:employment">The last measurements of all interventions and of the employment goal.</doc:mode>
  <xsl:template match="p:course" mode="latest"/>
  <xsl:template match="p:course[p:latest/p:of or p:employment]" mode="latest">
    <section aria-labelledby="latest">
      <h2 id="latest"><xsl:value-of select="s:label('latest')"/></h2>
      <xsl:apply-templates select="p:latest[p:of]"/>
      <xsl:apply-templates select="p:employment" mode="latest"/>
    </section>
  </xsl:template>

  <doc:mode match="p:latest">One intervention: its goals and their last values.</doc:mode>
  <xsl:template match="p:latest">
    <div class="sp-latest">
      <h3><a href="{@href}"><xsl:if test="@current"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if><xsl:value-of select="@title"/></a></h3>
      <ul><xsl:apply-templates select="p:of"/></ul>
    </div>
  </xsl:template>

  <doc:mode match="p:of">One goal of it.</doc:mode>
  <xsl:template match="p:of">
    <li>
      <span><xsl:value-of select="@text"/><br/><span class="sp-quiet sp-small sp-date"><xsl:value-of select="s:date(@on)"/></span></span>
      <span class="sp-latest-values"><xsl:apply-templates select="." mode="values"/></span>
    </li>
  </xsl:template>

  <doc:mode name="values" match="p:of">Its values: "Borger 6 · Udfører 4", or that there is none.</doc:mode>
  <xsl:template match="p:of" mode="values">
    <xsl:value-of select="s:label('series.citizen')"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="value"><xsl:with-param name="value" select="@citizen"/><xsl:with-param name="impossible" select="@citizen-impossible"/></xsl:apply-templates>
    <xsl:text> · </xsl:text>
    <xsl:value-of select="s:label('series.provider')"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="value"><xsl:with-param name="value" select="@provider"/><xsl:with-param name="impossible" select="@provider-impossible"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:of[not(@on)]" mode="values"><xsl:value-of select="s:label('latest.none')"/></xsl:template>
  <xsl:template match="p:of[not(@on) and @waits]" mode="values"><xsl:value-of select="s:label(concat('latest.waits.', @waits))"/></xsl:template>

  <doc:mode name="value" match="p:of">One of them. <doc:with name="value">The value; none: it is missing.</doc:with>
    <doc:with name="impossible">It was said why there is none.</doc:with></doc:mode>
  <xsl:template match="p:of" mode="value">
    <xsl:param name="value"/>
    <xsl:param name="impossible"/>
    <xsl:choose>
      <xsl:when test="$value"><b><xsl:value-of select="$value"/></b></xsl:when>
      <xsl:when test="$impossible"><xsl:value-of select="s:label('charts.impossible')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:label('charts.missing')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:employment" mode="latest">
    <div class="sp-latest">
      <h3><a href="#employment"><xsl:value-of select="s:label('chart.employment')"/></a></h3>
      <ul>
        <li>
          <span><xsl:value-of select="@goal"/><br/><span class="sp-quiet sp-small sp-date"><xsl:value-of select="s:date(@on)"/></span></span>
          <span class="sp-latest-values"><xsl:value-of select="s:label('series.caseworker')"/><xsl:text> </xsl:text><b><xsl:value-of select="@value"/></b></span>
        </li>
      </ul>
    </div>
  </xsl:template>

  <doc:mode match="p:employment">How near the employment goal is, over time.</doc:mode>
  <xsl:template match="p:employment">
    <section aria-labelledby="employment">
      <h2 id="employment"><xsl:value-of select="s:label('chart.employment')"/></h2>
      <p><xsl:value-of select="@goal"/></p>
      <p class="sp-quiet sp-small"><xsl:value-of select="s:label('chart.employment.anchors')"/></p>
      <xsl:apply-templates select="p:chart"/>
      <xsl:if test="@change"><p class="sp-gap-s"><xsl:value-of select="s:label(concat('employment.change.', @change))"/></p></xsl:if>
      <xsl:apply-templates select="." mode="remarks"/>
    </section>
  </xsl:template>

  <!-- The section has the heading. -->
  <xsl:template match="p:employment/p:chart" mode="heading"/>

  <!-- What several goals come to -->

  <doc:mode name="scores" match="p:course">What several goals come to.</doc:mode>
  <xsl:template match="p:course" mode="scores"/>
  <xsl:template match="p:course[p:score]" mode="scores">
    <section aria-labelledby="scores">
      <h2 id="scores"><xsl:value-of select="s:label('scores')"/></h2>
      <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="p:score"/></dl>
    </section>
  </xsl:template>

  <doc:mode match="p:score">One of these, by whom.</doc:mode>
  <xsl:template match="p:score">
    <div>
      <dt><xsl:value-of select="s:label(concat('score.', @kind))"/>, <xsl:value-of select="s:label(concat('score.by.', @by))"/></dt>
      <dd><xsl:apply-templates select="." mode="words"/></dd>
    </div>
  </xsl:template>

  <doc:mode name="words" match="p:score">Its figures in words.</doc:mode>
  <xsl:template match="p:score[@kind = 'psfs']" mode="words">
    <xsl:value-of select="s:label('score.psfs.words', 'first', s:number(@first), 'last', s:number(@last), 'n', @items)"/>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="@noticeable"><xsl:value-of select="s:label('score.noticeable', 'change', s:number(@change))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:label('score.not-noticeable', 'change', s:number(@change))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@added &gt; 0"><xsl:text> </xsl:text><xsl:value-of select="s:count('score.added', @added)"/></xsl:if>
  </xsl:template>
  <xsl:template match="p:score[@kind = 'gas']" mode="words">
    <xsl:value-of select="s:label('score.gas.words', 'value', s:number(@value), 'n', @items)"/>
    <xsl:if test="@lacking &gt; 0"><xsl:text> </xsl:text><xsl:value-of select="s:count('score.lacking', @lacking)"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>

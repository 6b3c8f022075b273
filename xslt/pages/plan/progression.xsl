<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="progression">What was measured of an intervention, as its citizen and its provider each see
    it.</doc:sheet>

  <xsl:template match="p:page[@name = 'progression']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="progression"/>
  </xsl:template>

  <doc:mode name="progression" match="p:course">The page of measurements.</doc:mode>
  <xsl:template match="p:course" mode="progression">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:access-code"/>
        <xsl:apply-templates select="." mode="chooser"/>
        <xsl:apply-templates select="." mode="questions"/>
        <xsl:apply-templates select="." mode="scores"/>
        <xsl:apply-templates select="p:employment"/>
        <xsl:apply-templates select="." mode="progression.after"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="." mode="stop"/>
        <xsl:apply-templates select="p:adjust"/>
        <div class="sp-ways">
          <xsl:apply-templates select="p:intervention[@current]" mode="measuring"/>
          <xsl:if test="@employment"><p><a href="{@employment}"><xsl:value-of select="s:label('progression.employment')"/></a></p></xsl:if>
        </div>
        <xsl:apply-templates select="p:form[@name = 'citizen-code']"><xsl:with-param name="class" select="'sp-panel sp-panel--plain'"/></xsl:apply-templates>
        <xsl:apply-templates select="." mode="latest"/>
        <xsl:apply-templates select="." mode="decisions"/>
        <xsl:apply-templates select="p:intervention[@current]" mode="about"/>
        <xsl:apply-templates select="." mode="progression.side.after"/>
      </div>
    </div>
  </xsl:template>

  <doc:hook name="progression.after" match="p:course">Below all questions.</doc:hook>
  <xsl:template match="p:course" mode="progression.after"/>
  <doc:hook name="progression.side.after" match="p:course">At the end of the right column.</doc:hook>
  <xsl:template match="p:course" mode="progression.side.after"/>

  <doc:mode name="chooser" match="p:course">The interventions to choose from, where there are several.</doc:mode>
  <xsl:template match="p:course" mode="chooser"/>
  <xsl:template match="p:course[count(p:intervention) &gt; 1]" mode="chooser">
    <nav aria-label="{s:label('progression.choose')}">
      <ul class="sp-filter"><xsl:apply-templates select="p:intervention" mode="choose"/></ul>
    </nav>
  </xsl:template>

  <doc:mode name="choose" match="p:intervention">A link to its measurements.</doc:mode>
  <xsl:template match="p:intervention" mode="choose">
    <li>
      <a href="{@href}">
        <xsl:if test="@current"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
        <xsl:value-of select="@title"/>
      </a>
    </li>
  </xsl:template>

  <doc:mode name="questions" match="p:course">The questions that are measured, or that there is none.</doc:mode>
  <xsl:template match="p:course" mode="questions">
    <section aria-labelledby="progression">
      <h2 id="progression"><xsl:value-of select="s:label('tabs.progression')"/></h2>
      <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'progression'"/></xsl:apply-templates>
    </section>
  </xsl:template>
  <xsl:template match="p:course[p:progress]" mode="questions">
    <xsl:apply-templates select="p:progress" mode="question"/>
  </xsl:template>

  <doc:mode name="question" match="p:progress">One of them: its chart, what changed, what is waited for,
    comments.</doc:mode>
  <xsl:template match="p:progress" mode="question">
    <section aria-labelledby="progress-{@question}">
      <h2 id="progress-{@question}"><xsl:value-of select="@text"/></h2>
      <p class="sp-quiet sp-small"><xsl:apply-templates select="." mode="anchors"/></p>
      <xsl:apply-templates select="@ended-on" mode="ended"/>
      <xsl:apply-templates select="@waits" mode="note"/>
      <xsl:apply-templates select="p:own-value"/>
      <xsl:apply-templates select="p:chart"><xsl:with-param name="id" select="concat('chart-', @question)"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="none"/>
      <xsl:apply-templates select="." mode="changes"/>
      <xsl:apply-templates select="." mode="remarks"/>
      <xsl:apply-templates select="." mode="progress.after"/>
    </section>
  </xsl:template>

  <doc:hook name="progress.after" match="p:progress">Below a question's chart.</doc:hook>
  <xsl:template match="p:progress" mode="progress.after"/>

  <doc:mode name="anchors" match="p:progress">What 0 and 10 mean, which way is better, how it is measured.</doc:mode>
  <xsl:template match="p:progress" mode="anchors">
    <xsl:value-of select="s:label('progression.anchors', 'low', @anchor-0, 'high', @anchor-10)"/>
    <xsl:if test="@lower-is-better"><xsl:text>. </xsl:text><xsl:value-of select="s:label('progression.lower')"/></xsl:if>
    <xsl:if test="@target"><xsl:text>. </xsl:text><xsl:value-of select="s:label('progression.target', 'n', @target)"/></xsl:if>
    <xsl:text>. </xsl:text>
    <xsl:value-of select="s:label(concat('progression.direction.', @direction))"/>
    <xsl:if test="@measure != 'nrs'"><xsl:text> </xsl:text><xsl:value-of select="s:label(concat('progression.measured.', @measure))"/></xsl:if>
  </xsl:template>

  <doc:mode name="ended" match="@ended-on">That it is no longer measured, and why.</doc:mode>
  <xsl:template match="@ended-on" mode="ended">
    <p><span class="sp-tag"><xsl:value-of select="s:label('progression.ended', 'date', s:date(.))"/></span><xsl:text> </xsl:text><xsl:value-of select="../@ended-reason"/></p>
  </xsl:template>

  <doc:mode name="none" match="p:progress">That there is nothing to show yet.</doc:mode>
  <xsl:template match="p:progress" mode="none"/>
  <xsl:template match="p:progress[not(p:chart or @waits)]" mode="none">
    <p class="sp-quiet"><xsl:value-of select="s:label('progression.none')"/></p>
  </xsl:template>

  <!-- The question stands above as the section's heading. -->
  <xsl:template match="p:progress/p:chart" mode="heading"/>

  <doc:mode name="note" match="@waits">What is waited for before a line can be drawn.</doc:mode>
  <xsl:template match="@waits" mode="note">
    <div class="sp-note" data-keep="progression-waits"><p><xsl:value-of select="s:label(concat('progression.waits.', .))"/></p></div>
  </xsl:template>

  <doc:mode match="p:own-value">What one measured oneself.</doc:mode>
  <xsl:template match="p:own-value">
    <p><xsl:value-of select="s:label('progression.own', 'value', @value, 'date', s:date(@on))"/></p>
  </xsl:template>
  <xsl:template match="p:own-value[@not-possible]">
    <p><xsl:value-of select="s:label('progression.own-missing', 'why', @not-possible, 'date', s:date(@on))"/></p>
  </xsl:template>

  <doc:mode name="changes" match="p:progress">What changed.</doc:mode>
  <xsl:template match="p:progress" mode="changes"/>
  <xsl:template match="p:progress[@change-citizen or @change-provider or @apart]" mode="changes">
    <ul class="sp-bullets sp-gap-s"><xsl:apply-templates select="@change-citizen | @change-provider | @apart" mode="change"/></ul>
  </xsl:template>

  <doc:mode name="change" match="@change-citizen | @change-provider | @apart">One change in words, label
    progression.change-citizen.KEY or progression.change-provider.KEY.</doc:mode>
  <xsl:template match="@change-citizen | @change-provider" mode="change">
    <li><xsl:value-of select="s:label(concat('progression.', local-name(), '.', .))"/></li>
  </xsl:template>

  <xsl:template match="@apart" mode="change">
    <li><xsl:value-of select="s:label('progression.apart', 'n', .)"/></li>
  </xsl:template>
  <xsl:template match="@apart[. = 0]" mode="change">
    <li><xsl:value-of select="s:label('progression.together')"/></li>
  </xsl:template>

  <doc:mode name="remarks" match="p:progress | p:employment">What was written with the measurements, why some are missing, and what was
    corrected.</doc:mode>
  <xsl:template match="p:progress | p:employment" mode="remarks"/>
  <xsl:template match="p:progress[p:comment or p:not-possible or p:correction] | p:employment[p:comment or p:not-possible or p:correction]" mode="remarks">
    <h3 class="sp-gap-s"><xsl:value-of select="s:label('progression.comments')"/></h3>
    <dl class="sp-pairs"><xsl:apply-templates select="p:comment | p:not-possible | p:correction" mode="row"/></dl>
  </xsl:template>

  <doc:mode name="row" match="p:comment | p:not-possible | p:correction">One of these.</doc:mode>
  <xsl:template match="p:comment | p:not-possible | p:correction" mode="row">
    <div>
      <dt><xsl:value-of select="s:label(concat('series.', @by))"/><br/><span class="sp-quiet sp-small sp-date"><xsl:value-of select="s:date(@on)"/></span></dt>
      <dd><xsl:apply-templates select="." mode="remark"/></dd>
    </div>
  </xsl:template>

  <doc:mode name="remark" match="p:comment | p:not-possible | p:correction">Its words.</doc:mode>
  <xsl:template match="p:comment" mode="remark"><xsl:apply-templates select="." mode="show"/></xsl:template>
  <xsl:template match="p:not-possible" mode="remark"><xsl:value-of select="s:label('progression.not-possible', 'why', .)"/></xsl:template>
  <xsl:template match="p:correction" mode="remark">
    <xsl:value-of select="s:label('progression.corrected', 'date', s:date(@corrected-on))"/>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="." mode="figure"><xsl:with-param name="value" select="@was"/></xsl:apply-templates>
    <xsl:text> → </xsl:text>
    <xsl:apply-templates select="." mode="figure"><xsl:with-param name="value" select="@became"/></xsl:apply-templates>
    <xsl:text>. </xsl:text>
    <xsl:value-of select="."/>
  </xsl:template>

  <doc:mode name="figure" match="p:correction">A value, or that it was not possible. <doc:with name="value">The value.</doc:with></doc:mode>
  <xsl:template match="p:correction" mode="figure">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="$value"><xsl:value-of select="$value"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:label('progression.impossible')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="measuring" match="p:intervention">Links to its goals and, for its provider, to measure.</doc:mode>
  <xsl:template match="p:intervention" mode="measuring">
    <xsl:if test="@goals-href"><p><a href="{@goals-href}"><xsl:value-of select="s:label('measured.goals-href')"/></a></p></xsl:if>
  </xsl:template>
  <xsl:template match="p:intervention[@measure]" mode="measuring">
    <p class="sp-actions">
      <a class="button button-primary" href="{@measure}"><xsl:value-of select="s:label('progression.measure')"/></a>
      <a class="button button-secondary" href="{@goals-href}"><xsl:value-of select="s:label('measured.goals-href')"/></a>
    </p>
  </xsl:template>

  <doc:mode name="about" match="p:intervention">What is measured: the intervention in short.</doc:mode>
  <xsl:template match="p:intervention" mode="about">
    <section aria-labelledby="about">
      <h2 id="about"><xsl:value-of select="@title"/></h2>
      <dl class="sp-list sp-list--pairs">
        <xsl:apply-templates select="@provider-name | @started-on | @ends-on | @first-measurement-on" mode="fact"/>
        <div><dt><xsl:value-of select="s:label('column.state')"/></dt><dd><xsl:apply-templates select="." mode="state"/></dd></div>
      </dl>
      <p><xsl:value-of select="@goal"/></p>
    </section>
  </xsl:template>
</xsl:stylesheet>

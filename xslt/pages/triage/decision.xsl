<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="decision">The decision on a screening: the hint and the choice side by side, what a course needs, what low risk
    needs; the draft; what was decided.</doc:sheet>

  <!-- The form: nothing is ticked beforehand -->

  <doc:mode name="decides" match="p:screening">The decision, or that nothing can be decided.</doc:mode>
  <xsl:template match="p:screening" mode="decides">
    <xsl:apply-templates select="p:form[@name = 'assessment']"><xsl:with-param name="class" select="'sp-panel'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:screening[not(p:citizen/@died-on)][not(@again-href)][not(p:target-group/p:category)]" mode="decides">
    <div class="sp-note sp-note--yellow" data-keep="no-category"><p><xsl:apply-templates select="." mode="no-category"/></p></div>
    <xsl:apply-templates select="p:form[@name = 'assessment']"><xsl:with-param name="class" select="'sp-panel'"/></xsl:apply-templates>
  </xsl:template>

  <doc:mode name="no-category" match="p:screening">That nothing can be decided for the citizen's group, or that there is no group.</doc:mode>
  <xsl:template match="p:screening" mode="no-category"><xsl:value-of select="s:label('triage.no-group')"/></xsl:template>
  <xsl:template match="p:screening[p:target-group]" mode="no-category"><xsl:value-of select="s:label('triage.no-category', 'title', p:target-group/@title)"/></xsl:template>

  <xsl:template match="p:form[@name = 'assessment']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <xsl:apply-templates select="../p:target-group" mode="group-line"/>
    <xsl:apply-templates select="p:field[@name = 'decision' or @name = 'reason' or @name = 'note']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    <xsl:apply-templates select="p:submit[@name = 'draft']" mode="draft"/>
    <xsl:apply-templates select="p:field[@name = 'employment-goal']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="referral"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="low"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:form[@name = 'assessment']" mode="submits"/>
  <xsl:template match="p:form[@name = 'assessment'][p:submit/@name = 'assess-again']" mode="submits">
    <div class="sp-actions"><xsl:apply-templates select="p:submit[@name = 'assess-again']"/></div>
  </xsl:template>
  <xsl:template match="p:form[@name = 'assessment'][p:submit/@name = 'assess-again']" mode="form-heading">
    <h2><xsl:value-of select="s:label('triage.again')"/></h2>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('triage.again.help')"/></p>
  </xsl:template>

  <doc:mode name="group-line" match="p:target-group">Which target group it is, and why.</doc:mode>
  <xsl:template match="p:target-group" mode="group-line">
    <p class="sp-small" id="assessment-target-group">
      <xsl:value-of select="s:label('triage.target-group', 'title', @title)"/>
      <xsl:text> </xsl:text>
      <span class="sp-quiet"><xsl:apply-templates select="." mode="group-why"/></span>
    </p>
  </xsl:template>

  <doc:mode name="group-why" match="p:target-group">Benefit and age, for which the citizen is in it.</doc:mode>
  <xsl:template match="p:target-group" mode="group-why">
    <xsl:value-of select="s:label('triage.target-group.none', 'age', @age)"/>
  </xsl:template>
  <xsl:template match="p:target-group[@benefit]" mode="group-why">
    <xsl:value-of select="s:label('triage.target-group.other', 'benefit', @benefit, 'age', @age)"/>
  </xsl:template>
  <xsl:template match="p:target-group[@benefit][@by-benefit]" mode="group-why">
    <xsl:value-of select="s:label('triage.target-group.benefit', 'benefit', @benefit, 'age', @age)"/>
  </xsl:template>

  <xsl:template match="p:form[@name = 'assessment']/p:field[@name = 'decision']" mode="field" priority="3">
    <xsl:param name="form" select="../@name"/>
    <div class="sp-sides">
      <div>
        <p class="sp-sides__t"><xsl:value-of select="s:label('triage.points-to')"/></p>
        <p><xsl:apply-templates select="../../p:tally" mode="hint"/></p>
        <p class="sp-quiet sp-small" data-keep="only-a-hint">
          <xsl:value-of select="s:label('triage.only-a-hint')"/>
          <xsl:if test="../../p:tally/@limit"><xsl:text> </xsl:text><xsl:value-of select="../../p:tally/@limit"/></xsl:if>
        </p>
        <xsl:apply-templates select="../../p:tally" mode="other-group"/>
      </div>
      <xsl:apply-templates select="." mode="group"><xsl:with-param name="form" select="$form"/></xsl:apply-templates>
    </div>
  </xsl:template>

  <doc:mode name="other-group" match="p:tally">That what the rules point to cannot be decided for this citizen.</doc:mode>
  <xsl:template match="p:tally" mode="other-group"/>
  <xsl:template match="p:tally[@indicates][../p:target-group][not(@indicates = ../p:target-group/p:category/@code)]" mode="other-group">
    <p class="sp-small" data-keep="other-group"><xsl:value-of select="s:label('triage.other-group', 'title', ../p:target-group/@title)"/></p>
  </xsl:template>

  <xsl:template match="p:form[@name = 'assessment']/p:field[@name = 'frame']" mode="field" priority="3">
    <xsl:param name="form" select="../@name"/>
    <xsl:apply-templates select="." mode="group"><xsl:with-param name="form" select="$form"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:form[@name = 'assessment']/p:field[@name = 'frame'][not(p:choice)]" mode="options">
    <p class="sp-quiet"><xsl:value-of select="s:label('triage.no-frame')"/></p>
  </xsl:template>

  <!-- Assessed again, the reason is always needed. -->
  <xsl:template match="p:form[@name = 'assessment'][p:submit/@name = 'assess-again']/p:field[@name = 'reason']" mode="field" priority="3">
    <xsl:param name="form" select="../@name"/>
    <xsl:variable name="id" select="s:id($form)"/>
    <xsl:variable name="help" select="s:label('help.assessment.reason-again')"/>
    <div class="form-group">
      <xsl:apply-templates select="p:error" mode="class"/>
      <label class="form-label" for="{$id}"><xsl:apply-templates select="." mode="label"/></label>
      <span class="form-hint" id="{$id}-help"><xsl:value-of select="$help"/></span>
      <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="control"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="field.after"/>
      <xsl:apply-templates select="p:theirs" mode="theirs"/>
    </div>
  </xsl:template>

  <!-- Who decides needs no more to be said of these than what stands there. -->
  <xsl:template match="p:form[@name = 'assessment']/p:field[@name != 'note' and @name != 'employment-goal' and @name != 'referral']" mode="optional"/>
  <xsl:template match="p:form[@name = 'assessment']/p:field[@name = 'responsible']" mode="none"><xsl:value-of select="s:label('triage.responsible.frame')"/></xsl:template>
  <xsl:template match="p:form[@name = 'assessment']/p:field[@name = 'caseworker']" mode="none"><xsl:value-of select="s:label('triage.caseworker.me')"/></xsl:template>

  <xsl:template match="p:form[@name = 'assessment']/p:field[@name = 'reason']/p:error[@key = 'reason-short' or @key = 'reason-nothing-indicated' or @key = 'reason-again']" mode="words">
    <xsl:value-of select="s:label(concat('error.', @key), 'n', string-length(../p:value))"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'assessment']/p:field[@name = 'decision']/p:error[@key = 'required' or @key = 'unknown-choice']" mode="words">
    <xsl:value-of select="s:label('error.decision-required')"/>
  </xsl:template>
  <xsl:template match="p:form[@name = 'assessment']/p:field[@name = 'frame']/p:error[@key = 'unknown-choice']" mode="words">
    <xsl:value-of select="s:label('error.frame-required')"/>
  </xsl:template>
  <xsl:template match="p:field[@name = 'target-group']/p:error" mode="words">
    <xsl:value-of select="s:label('error.group-changed', 'title', ../../../p:target-group/@title)"/>
  </xsl:template>

  <!-- A course, for high and moderate risk -->

  <doc:mode name="referral" match="p:form">What a course needs: frame, whether the citizen was told, who runs it. <doc:with name="id">What the ids
    begin with.</doc:with></doc:mode>
  <xsl:template match="p:form" mode="referral"/>
  <xsl:template match="p:form[p:field/@name = 'frame' or p:field/@name = 'referral']" mode="referral">
    <xsl:param name="id"/>
    <div class="sp-part">
      <h3><xsl:apply-templates select="../p:target-group" mode="titles"><xsl:with-param name="key" select="'triage.with-course'"/></xsl:apply-templates></h3>
      <xsl:apply-templates select="../p:its-course[@open]" mode="runs"/>
      <xsl:apply-templates select="p:field[@name = 'frame' or @name = 'informed-on']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="details"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="referral.after"/>
      <xsl:if test="p:submit[@name = 'assess']"><div class="sp-actions"><xsl:apply-templates select="p:submit[@name = 'assess']"/></div></xsl:if>
    </div>
  </xsl:template>

  <doc:mode name="details" match="p:form">Who is responsible, who runs it, why: folded away until it is to be another than usual. <doc:with name="id">What
    the ids begin with.</doc:with></doc:mode>
  <xsl:template match="p:form" mode="details">
    <xsl:param name="id"/>
    <details class="sp-more">
      <xsl:if test="p:field[@name = 'responsible' or @name = 'caseworker' or @name = 'referral'][p:error] or p:field[@name = 'responsible' or @name = 'referral']/p:value"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary><xsl:value-of select="s:label('triage.referral')"/></summary>
      <xsl:apply-templates select="p:field[@name = 'responsible' or @name = 'caseworker' or @name = 'referral']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </details>
  </xsl:template>

  <doc:hook name="referral.after" match="p:form">Below what a course needs.</doc:hook>
  <xsl:template match="p:form" mode="referral.after"/>

  <doc:mode name="titles" match="p:target-group">A heading that names the decisions which lead there. <doc:with name="key">triage.with-course: all
    but low risk; triage.without-course: low risk.</doc:with></doc:mode>
  <xsl:template match="p:target-group" mode="titles">
    <xsl:param name="key"/>
    <xsl:value-of select="s:label($key)"/>
    <span class="sp-quiet sp-regular">
      <xsl:text> · </xsl:text>
      <xsl:for-each select="p:category[($key = 'triage.without-course') = (@risk = 'low')]">
        <xsl:if test="position() != 1"><xsl:text>, </xsl:text></xsl:if><xsl:value-of select="@title"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- Low risk -->

  <doc:mode name="low" match="p:form">What low risk needs: a note, with which the course is opened and closed at once. <doc:with name="id">What the ids
    begin with.</doc:with></doc:mode>
  <xsl:template match="p:form" mode="low"/>
  <xsl:template match="p:form[p:field/@name = 'closing-note']" mode="low">
    <xsl:param name="id"/>
    <div class="sp-part">
      <h3><xsl:apply-templates select="../p:target-group" mode="titles"><xsl:with-param name="key" select="'triage.without-course'"/></xsl:apply-templates></h3>
      <xsl:apply-templates select="p:field[@name = 'closing-note']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
      <xsl:if test="p:submit[@name = 'close']"><div class="sp-actions"><xsl:apply-templates select="p:submit[@name = 'close']" mode="second"/></div></xsl:if>
    </div>
  </xsl:template>

  <doc:mode name="second" match="p:submit">An outlined button.</doc:mode>
  <xsl:template match="p:submit" mode="second">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- What was decided: the hint and the decision are both kept -->

  <doc:mode name="decided" match="p:assessment">What was decided at last.</doc:mode>
  <xsl:template match="p:assessment" mode="decided">
    <section class="sp-panel" aria-labelledby="decided">
      <h2 id="decided"><xsl:value-of select="s:label('triage.decided')"/></h2>
      <xsl:apply-templates select="." mode="both"/>
      <xsl:apply-templates select="." mode="particulars"/>
      <xsl:apply-templates select="../@again-href" mode="again"/>
    </section>
  </xsl:template>

  <doc:mode name="both" match="p:assessment">What the rules pointed to, beside what was decided.</doc:mode>
  <xsl:template match="p:assessment" mode="both">
    <div class="sp-sides">
      <div>
        <p class="sp-sides__t"><xsl:value-of select="s:label('triage.pointed-to')"/></p>
        <p><xsl:apply-templates select="." mode="hint"/></p>
      </div>
      <div>
        <p class="sp-sides__t"><xsl:value-of select="s:label('triage.decision')"/></p>
        <p class="sp-lead"><xsl:value-of select="@title"/></p>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="hint" match="p:assessment">What the answers pointed to.</doc:mode>
  <xsl:template match="p:assessment" mode="hint">
    <span class="sp-quiet"><xsl:value-of select="s:label('triage.nothing-indicated')"/></span>
  </xsl:template>
  <xsl:template match="p:assessment[../p:tally/@plain]" mode="hint">
    <span class="sp-quiet"><xsl:value-of select="s:label('triage.pointed-to-nothing')"/></span>
  </xsl:template>
  <xsl:template match="p:assessment[@indicated]" mode="hint"><span class="sp-tag"><xsl:value-of select="@indicated"/></span></xsl:template>
  <xsl:template match="p:assessment[@indicated-title]" mode="hint"><span class="sp-tag"><xsl:value-of select="@indicated-title"/></span></xsl:template>

  <doc:mode name="particulars" match="p:assessment">Who, when, why, on what law.</doc:mode>
  <xsl:template match="p:assessment" mode="particulars">
    <dl class="sp-list sp-list--pairs"><xsl:apply-templates select="@decided-by | @decided-at | @target-group | @employment-goal" mode="fact"/></dl>
    <xsl:apply-templates select="p:reason | p:note" mode="text"/>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('triage.legal-basis', 'law', @legal-basis)"/></p>
  </xsl:template>

  <doc:mode name="text" match="p:reason | p:note">What was written with it.</doc:mode>
  <xsl:template match="p:reason | p:note" mode="text">
    <h3><xsl:value-of select="s:label(concat('field.assessment.', local-name()))"/></h3>
    <xsl:apply-templates select="." mode="show"/>
  </xsl:template>

  <doc:mode name="again" match="@again-href">The link to another assessment beside this one; with a draft, that there is one.</doc:mode>
  <xsl:template match="@again-href" mode="again">
    <xsl:if test="../p:draft"><p class="sp-small" data-keep="own-draft"><xsl:value-of select="s:label('draft.left.assessment')"/></p></xsl:if>
    <p><a href="{.}"><xsl:value-of select="s:label('triage.again')"/></a></p>
  </xsl:template>

  <doc:mode name="before" match="p:screening">The assessments before the last one: nothing is overwritten.</doc:mode>
  <xsl:template match="p:screening" mode="before"/>
  <xsl:template match="p:screening[p:assessment[2]]" mode="before">
    <section class="sp-panel sp-panel--plain" aria-labelledby="before">
      <h2 id="before"><xsl:value-of select="s:label('triage.before')"/></h2>
      <xsl:for-each select="p:assessment[position() &gt; 1]">
        <details class="sp-more">
          <summary><xsl:value-of select="s:label('triage.before.one', 'title', @title, 'at', s:time(@decided-at))"/></summary>
          <xsl:apply-templates select="." mode="both"/>
          <xsl:apply-templates select="." mode="particulars"/>
        </details>
      </xsl:for-each>
    </section>
  </xsl:template>
</xsl:stylesheet>

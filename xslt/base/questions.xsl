<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="questions">The questions of a questionnaire, the same wherever they are asked: to citizens, by staff
    who fill in with them, to authors who try. A program's stylesheet imports this after all.xsl.</doc:sheet>

  <doc:mode name="step" match="p:questionnaire">Where one is, in words and as a bar.</doc:mode>
  <xsl:template match="p:questionnaire" mode="step">
    <p class="sp-quiet sp-flush" id="step">
      <xsl:value-of select="s:label('answer.step', 'from', @from, 'to', @to, 'total', @total)"/>
    </p>
    <progress max="{@total}" value="{@answered}" aria-labelledby="step"/>
  </xsl:template>

  <xsl:template match="p:questionnaire[@from = @to]" mode="step">
    <p class="sp-quiet sp-flush" id="step">
      <xsl:value-of select="s:label('answer.step-one', 'from', @from, 'total', @total)"/>
    </p>
    <progress max="{@total}" value="{@answered}" aria-labelledby="step"/>
  </xsl:template>

  <doc:mode match="p:intro">What stands before the questions.</doc:mode>
  <xsl:template match="p:questionnaire/p:intro">
    <p class="sp-text"><xsl:value-of select="."/></p>
  </xsl:template>

  <doc:mode match="p:information">What the answers are used for, before the questions.</doc:mode>
  <xsl:template match="p:questionnaire/p:information">
    <h2><xsl:value-of select="s:label('answer.information')"/></h2>
    <p class="sp-text"><xsl:value-of select="."/></p>
  </xsl:template>

  <xsl:template match="p:form[@name = 'questionnaire']" mode="form-heading"/>

  <!-- A field with a point in its name stands beside another: that one draws it. -->
  <xsl:template match="p:form[@name = 'questionnaire']/p:field" mode="field" priority="3">
    <xsl:param name="form" select="../@name"/>
    <xsl:if test="not(contains(@name, '.'))">
      <xsl:apply-templates select="." mode="question"><xsl:with-param name="id" select="concat($form, '-', @name)"/></xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <!-- An answer of another page, which a trial sends along. -->
  <xsl:template match="p:form[@name = 'questionnaire']/p:field[@type = 'hidden']" mode="field" priority="4"/>

  <doc:mode name="question" match="p:field | @lang">A question and its answers; what says that its words are in another
    language than the page. <doc:with name="id">The field's id.</doc:with></doc:mode>
  <xsl:template match="@lang" mode="question">
    <xsl:copy-of select="."/>
    <xsl:attribute name="dir">auto</xsl:attribute>
  </xsl:template>

  <xsl:template match="p:field" mode="question">
    <xsl:param name="id"/>
    <fieldset class="form-group sp-question">
      <xsl:if test="p:error"><xsl:attribute name="class">form-group sp-question form-error</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="described">
        <xsl:with-param name="id" select="$id"/>
        <xsl:with-param name="help" select="concat(p:help, self::p:field[@type = 'text']/@max)"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="../../@lang" mode="question"/>
      <legend id="{$id}-legend"><xsl:apply-templates select="." mode="label"/></legend>
      <xsl:apply-templates select="." mode="hint"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="answers"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="following-sibling::p:field[1][@name = concat(current()/@name, '.missing')]" mode="beside"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="p:theirs | following-sibling::p:field[1][@name = concat(current()/@name, '.missing')]/p:theirs" mode="theirs"/>
      <xsl:apply-templates select="." mode="field.after"/>
    </fieldset>
  </xsl:template>

  <doc:mode name="hint" match="p:field">What helps with a question: its own words, and how long a text may be. <doc:with
    name="id">The field's id.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="hint"/>
  <xsl:template match="p:field[p:help]" mode="hint">
    <xsl:param name="id"/>
    <span class="form-hint" id="{$id}-help"><xsl:value-of select="p:help"/></span>
  </xsl:template>
  <xsl:template match="p:field[@type = 'text'][@max]" mode="hint" priority="1">
    <xsl:param name="id"/>
    <span class="form-hint" id="{$id}-help">
      <xsl:if test="p:help"><xsl:value-of select="p:help"/><br/></xsl:if>
      <bdi lang="{/p:page/@lang}" dir="auto"><xsl:value-of select="s:label('answer.limit', 'max', @max)"/></bdi>
    </span>
  </xsl:template>

  <doc:mode name="answers" match="p:field">The answers of a question: one under the other, or numbers in a row.
    <doc:with name="id">The field's id.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="answers">
    <xsl:param name="id"/>
    <xsl:variable name="type" select="string(@type)"/>
    <xsl:choose>
      <xsl:when test="$type = 'choice'"><xsl:apply-templates select="p:choice" mode="answer"><xsl:with-param name="id" select="$id"/></xsl:apply-templates></xsl:when>
      <xsl:when test="$type = 'choices'">
        <!-- So that nothing ticked is said, too: else what was ticked before would stay. -->
        <input type="hidden" name="{@name}" value=""/>
        <xsl:apply-templates select="p:choice" mode="tick"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="$type = 'text'"><xsl:apply-templates select="." mode="write-text"><xsl:with-param name="id" select="$id"/></xsl:apply-templates></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="write"><xsl:with-param name="id" select="$id"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <doc:mode name="tick" match="p:choice">One of several answers that may stand together. <doc:with name="id">The field's
    id.</doc:with></doc:mode>
  <xsl:template match="p:choice" mode="tick">
    <xsl:param name="id"/>
    <label class="sp-reply sp-reply--tick">
      <input type="checkbox" name="{../@name}" value="{@value}" id="{$id}-{@value}">
        <xsl:if test="position() = 1"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
        <xsl:if test="@value = ../p:value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <span><xsl:apply-templates select="." mode="text"/></span>
    </label>
  </xsl:template>

  <doc:mode name="write" match="p:field">A number or a date to write, with its unit. <doc:with name="id">The field's
    id.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="write">
    <xsl:param name="id"/>
    <div class="sp-write">
      <input class="form-input" type="text" id="{$id}" name="{@name}" aria-labelledby="{$id}-legend">
        <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="string(p:help)"/></xsl:apply-templates>
        <xsl:apply-templates select="." mode="typed"><xsl:with-param name="type" select="string(@type)"/></xsl:apply-templates>
      </input>
      <xsl:if test="@unit"><span><xsl:value-of select="@unit"/></span></xsl:if>
      <xsl:if test="@type = 'date'"><span class="sp-quiet"><xsl:value-of select="s:label('help.type.date')"/></span></xsl:if>
    </div>
  </xsl:template>

  <doc:mode name="write-text" match="p:field">Words to write. <doc:with name="id">The field's id.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="write-text">
    <xsl:param name="id"/>
    <textarea class="form-input" rows="5" id="{$id}" name="{@name}" aria-labelledby="{$id}-legend" dir="auto">
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="concat(p:help, @max)"/></xsl:apply-templates>
      <xsl:value-of select="p:value"/>
    </textarea>
  </xsl:template>

  <doc:mode name="beside" match="p:field">What may be said instead of an answer that is written or ticked: that one
    does not know, or would rather not. <doc:with name="id">The field's id.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="beside">
    <xsl:param name="id"/>
    <div class="sp-beside">
      <xsl:apply-templates select="p:choice" mode="answer"><xsl:with-param name="id" select="concat($id, '.missing')"/></xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- A scale: its numbers in a row, what the ends mean above them. -->
  <xsl:template match="p:field[@low]" mode="answers">
    <xsl:param name="id"/>
    <div class="sp-ends"><span><xsl:value-of select="s:label('answer.end', 'n', p:choice[1]/@value, 'words', @low)"/></span><span><xsl:value-of select="s:label('answer.end', 'n', p:choice[not(@value = 'declined' or @value = 'dont-know')][last()]/@value, 'words', @high)"/></span></div>
    <div class="sp-numbers">
      <xsl:apply-templates select="p:choice[not(@value = 'declined' or @value = 'dont-know')]" mode="number"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
    </div>
    <xsl:apply-templates select="p:choice[@value = 'declined' or @value = 'dont-know']" mode="answer"><xsl:with-param name="id" select="$id"/><xsl:with-param name="first" select="false()"/></xsl:apply-templates>
  </xsl:template>

  <!-- The first answer has the field's id: the error summary leads to it. -->
  <doc:mode name="answer" match="p:choice">One answer. The first has the field's id: the error summary leads to it.
    <doc:with name="id">The field's id.</doc:with> <doc:with name="first">Whether it is the
    first.</doc:with></doc:mode>
  <xsl:template match="p:choice" mode="answer">
    <xsl:param name="id"/>
    <xsl:param name="first" select="position() = 1"/>
    <label class="sp-reply">
      <xsl:if test="@value = 'declined' or @value = 'dont-know'"><xsl:attribute name="class">sp-reply sp-reply--quiet</xsl:attribute></xsl:if>
      <input type="radio" name="{../@name}" value="{@value}" id="{$id}-{@value}">
        <xsl:if test="$first"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
        <xsl:if test="@value = ../p:value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <span><xsl:apply-templates select="." mode="text"/></span>
    </label>
  </xsl:template>

  <doc:mode name="number" match="p:choice">One number of a scale. <doc:with name="id">The field's
    id.</doc:with></doc:mode>
  <xsl:template match="p:choice" mode="number">
    <xsl:param name="id"/>
    <label class="sp-numbers__n">
      <input type="radio" name="{../@name}" value="{@value}" id="{$id}-{@value}">
        <xsl:if test="position() = 1"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
        <xsl:if test="@value = ../p:value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <span><xsl:apply-templates select="." mode="text"/></span>
    </label>
  </xsl:template>

  <xsl:template match="p:form[@name = 'questionnaire']/p:field/p:choice[@value = 'declined' or @value = 'dont-know']" mode="text">
    <xsl:value-of select="s:label(concat('choice.', @value))"/>
  </xsl:template>

  <!-- Offered where an answer and one of those were sent together; a question's id has no point. -->
  <xsl:template match="p:form[@name = 'questionnaire']/p:field[contains(@name, '.')]/p:choice[@value = 'given']" mode="text">
    <xsl:value-of select="s:label('choice.given')"/>
  </xsl:template>

  <!-- On from left to right; but the first button of the form is what the Enter key presses. -->
  <xsl:template match="p:form[@name = 'questionnaire']" mode="submits">
    <div class="sp-actions sp-actions--ask">
      <xsl:apply-templates select="p:submit"/>
    </div>
  </xsl:template>

  <!-- The summary -->

  <doc:mode name="asked" match="p:section | p:asked">The answers of a section before they are sent, and one of them.</doc:mode>
  <xsl:template match="p:section" mode="asked">
    <section class="sp-asked">
      <h2><xsl:value-of select="@title"/></h2>
      <ol><xsl:apply-templates select="p:asked" mode="asked"/></ol>
    </section>
  </xsl:template>

  <xsl:template match="p:asked" mode="asked">
    <li>
      <xsl:if test="@missed"><xsl:attribute name="class">is-missed</xsl:attribute></xsl:if>
      <div>
        <p class="sp-quiet"><xsl:apply-templates select="../../@lang" mode="question"/><xsl:value-of select="p:question"/></p>
        <xsl:apply-templates select="." mode="given"/>
      </div>
      <xsl:apply-templates select="@href" mode="change"/>
    </li>
  </xsl:template>

  <doc:mode name="given" match="p:asked">The answer in words, or why there is none.</doc:mode>
  <xsl:template match="p:asked" mode="given">
    <p class="sp-given"><xsl:value-of select="s:label(concat('answer-state.', @state))"/></p>
  </xsl:template>
  <xsl:template match="p:asked[p:text]" mode="given">
    <p class="sp-given sp-text"><xsl:apply-templates select="../../@lang" mode="question"/><xsl:value-of select="p:text"/></p>
  </xsl:template>

  <doc:mode name="change" match="@href">The link to change an answer.</doc:mode>
  <xsl:template match="p:asked/@href" mode="change">
    <a href="{.}">
      <xsl:choose>
        <xsl:when test="../@state = 'none'"><xsl:value-of select="s:label('answer.give')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="s:label('answer.change')"/></xsl:otherwise>
      </xsl:choose>
      <span class="sr-only"><xsl:text>: </xsl:text><xsl:value-of select="../p:question"/></span>
    </a>
  </xsl:template>
</xsl:stylesheet>

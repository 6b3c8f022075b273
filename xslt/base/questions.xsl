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

  <xsl:template match="p:form[@name = 'questionnaire']" mode="form-heading"/>

  <xsl:template match="p:form[@name = 'questionnaire']/p:field" mode="field" priority="3">
    <xsl:param name="form" select="../@name"/>
    <xsl:apply-templates select="." mode="question"><xsl:with-param name="id" select="concat($form, '-', @name)"/></xsl:apply-templates>
  </xsl:template>

  <doc:mode name="question" match="p:field">A question and its answers. <doc:with name="id">The field's
    id.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="question">
    <xsl:param name="id"/>
    <fieldset class="form-group sp-question">
      <xsl:if test="p:error"><xsl:attribute name="class">form-group sp-question form-error</xsl:attribute></xsl:if>
      <xsl:apply-templates select="." mode="described">
        <xsl:with-param name="id" select="$id"/>
        <xsl:with-param name="help" select="string(p:help)"/>
      </xsl:apply-templates>
      <legend><xsl:apply-templates select="." mode="label"/></legend>
      <xsl:if test="p:help"><span class="form-hint" id="{$id}-help"><xsl:value-of select="p:help"/></span></xsl:if>
      <xsl:apply-templates select="p:error" mode="message"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="answers"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
      <xsl:apply-templates select="." mode="field.after"/>
    </fieldset>
  </xsl:template>

  <doc:mode name="answers" match="p:field">The answers of a question: one under the other, or numbers in a row.
    <doc:with name="id">The field's id.</doc:with></doc:mode>
  <xsl:template match="p:field" mode="answers">
    <xsl:param name="id"/>
    <xsl:apply-templates select="p:choice" mode="answer"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
  </xsl:template>

  <!-- A scale: its numbers in a row, what the ends mean above them. -->
  <xsl:template match="p:field[@low]" mode="answers">
    <xsl:param name="id"/>
    <div class="sp-ends"><span><xsl:value-of select="s:label('answer.end', 'n', p:choice[1]/@value, 'words', @low)"/></span><span><xsl:value-of select="s:label('answer.end', 'n', p:choice[@value != 'declined'][last()]/@value, 'words', @high)"/></span></div>
    <div class="sp-numbers">
      <xsl:apply-templates select="p:choice[@value != 'declined']" mode="number"><xsl:with-param name="id" select="$id"/></xsl:apply-templates>
    </div>
    <xsl:apply-templates select="p:choice[@value = 'declined']" mode="answer"><xsl:with-param name="id" select="$id"/><xsl:with-param name="first" select="false()"/></xsl:apply-templates>
  </xsl:template>

  <!-- The first answer has the field's id: the error summary leads to it. -->
  <doc:mode name="answer" match="p:choice">One answer. The first has the field's id: the error summary leads to it.
    <doc:with name="id">The field's id.</doc:with> <doc:with name="first">Whether it is the
    first.</doc:with></doc:mode>
  <xsl:template match="p:choice" mode="answer">
    <xsl:param name="id"/>
    <xsl:param name="first" select="position() = 1"/>
    <label class="sp-reply">
      <xsl:if test="@value = 'declined'"><xsl:attribute name="class">sp-reply sp-reply--quiet</xsl:attribute></xsl:if>
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

  <xsl:template match="p:form[@name = 'questionnaire']/p:field/p:choice[@value = 'declined']" mode="text">
    <xsl:value-of select="s:label('choice.declined')"/>
  </xsl:template>

  <!-- On from left to right; but the first button of the form is what the Enter key presses. -->
  <xsl:template match="p:form[@name = 'questionnaire']" mode="submits">
    <div class="sp-actions sp-actions--ask">
      <xsl:apply-templates select="p:submit"/>
    </div>
  </xsl:template>
</xsl:stylesheet>

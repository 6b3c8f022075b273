<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="questions">The bank of questions by which progress is measured.</doc:sheet>

  <xsl:template match="p:content[p:questions]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('questions.help')"/></p>
    <p class="sp-noprint"><a class="button button-secondary" href="{p:questions/@new}"><xsl:value-of select="s:label('questions.new')"/></a></p>
    <div class="sp-stack sp-gap-s"><xsl:apply-templates select="p:questions/p:form | p:questions/p:list"/></div>
    <xsl:apply-templates select="p:questions" mode="questions.after"/>
  </xsl:template>

  <doc:hook name="questions.after" match="p:questions">Below the bank.</doc:hook>
  <xsl:template match="p:questions" mode="questions.after"/>

  <doc:list name="questions" columns="text category owner state" fixed="text">The bank of questions, the proposals first.</doc:list>
  <xsl:template match="p:list[@name = 'questions']" mode="head">
    <xsl:apply-templates select="." mode="head.text"/>
    <xsl:apply-templates select="." mode="head.category"/>
    <xsl:apply-templates select="." mode="head.owner"/>
    <xsl:apply-templates select="." mode="head.state"/>
  </xsl:template>
  <xsl:template match="p:list/p:bank-question" mode="cells">
    <xsl:apply-templates select="." mode="cell.text"/>
    <xsl:apply-templates select="." mode="cell.category"/>
    <xsl:apply-templates select="." mode="cell.owner"/>
    <xsl:apply-templates select="." mode="cell.state"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'questions']" mode="head.text">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'text'"/><xsl:with-param name="sort" select="'text'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'questions']" mode="head.category">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'category'"/><xsl:with-param name="sort" select="'category'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'questions']" mode="head.owner">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'owner'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'questions']" mode="head.state">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'state'"/><xsl:with-param name="class" select="'w-180'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:list/p:bank-question" mode="cell.text">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@text"/></a>
      <br/><span class="sp-quiet sp-small"><xsl:apply-templates select="." mode="anchors"/></span>
    </th>
  </xsl:template>
  <xsl:template match="p:list/p:bank-question" mode="cell.category">
    <td data-label="{s:label('column.category')}"><xsl:value-of select="@category"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:bank-question" mode="cell.owner">
    <td data-label="{s:label('column.owner')}"><xsl:apply-templates select="." mode="owner"/></td>
  </xsl:template>
  <xsl:template match="p:list/p:bank-question" mode="cell.state">
    <td data-label="{s:label('column.state')}"><xsl:apply-templates select="." mode="question-state"/></td>
  </xsl:template>

  <doc:mode name="anchors" match="p:bank-question | p:earlier">What 0 and 10 mean.</doc:mode>
  <xsl:template match="p:bank-question | p:earlier" mode="anchors">
    <xsl:value-of select="s:label('questions.anchors', 'zero', @anchor-0, 'ten', @anchor-10)"/>
  </xsl:template>

  <doc:mode name="owner" match="p:bank-question">Whose it is.</doc:mode>
  <xsl:template match="p:bank-question" mode="owner"><xsl:value-of select="s:label('questions.for-all')"/></xsl:template>
  <xsl:template match="p:bank-question[@department]" mode="owner"><xsl:value-of select="@department"/></xsl:template>

  <doc:mode name="question-state" match="p:bank-question">Where it stands: in use, proposed by whom, refused why.</doc:mode>
  <xsl:template match="p:bank-question" mode="question-state">
    <span class="sp-tag"><xsl:value-of select="s:label(concat('choice.question-state.', @state))"/></span>
    <xsl:if test="@proposed-by-name"><br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('questions.proposed-by', 'name', @proposed-by-name)"/></span></xsl:if>
    <xsl:if test="@refused-reason"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@refused-reason"/></span></xsl:if>
  </xsl:template>

  <!-- One of them -->

  <xsl:template match="p:page[@name = 'question']/p:content[p:question-page]" mode="title"><xsl:value-of select="p:question-page/p:bank-question/@text"/></xsl:template>

  <xsl:template match="p:content[p:question-page]" mode="body"><xsl:apply-templates select="p:question-page" mode="question-page"/></xsl:template>

  <doc:mode name="question-page" match="p:question-page">The page of one question.</doc:mode>
  <xsl:template match="p:question-page" mode="question-page">
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:bank-question" mode="facts"/>
        <xsl:apply-templates select="p:form[@name = 'question']"/>
        <xsl:apply-templates select="self::p:question-page[p:earlier]" mode="earlier"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="self::p:question-page[p:alike]" mode="alike"/>
        <xsl:apply-templates select="p:form[@name != 'question']"/>
      </div>
    </div>
    <xsl:apply-templates select="." mode="question-page.after"/>
  </xsl:template>

  <doc:hook name="question-page.after" match="p:question-page">Below a question.</doc:hook>
  <xsl:template match="p:question-page" mode="question-page.after"/>

  <doc:mode name="facts" match="p:bank-question">How it stands now.</doc:mode>
  <xsl:template match="p:bank-question" mode="facts">
    <section aria-labelledby="question">
      <h2 id="question"><xsl:value-of select="s:label('rules.as-it-stands')"/></h2>
      <dl class="sp-list sp-list--facts">
        <div><dt><xsl:value-of select="s:label('column.state')"/></dt><dd><xsl:apply-templates select="." mode="question-state"/></dd></div>
        <div><dt><xsl:value-of select="s:label('column.category')"/></dt><dd><xsl:value-of select="@category"/></dd></div>
        <div><dt><xsl:value-of select="s:label('questions.scale')"/></dt><dd><xsl:apply-templates select="." mode="anchors"/><br/><xsl:value-of select="s:label(concat('choice.way.', @way))"/></dd></div>
        <div><dt><xsl:value-of select="s:label('column.owner')"/></dt><dd><xsl:apply-templates select="." mode="owner"/></dd></div>
        <div><dt><xsl:value-of select="s:label('questions.used')"/></dt><dd><xsl:value-of select="s:count('questions.uses', @uses)"/></dd></div>
      </dl>
    </section>
  </xsl:template>

  <doc:mode name="earlier" match="p:question-page | p:earlier">Its other versions; one of them.</doc:mode>
  <xsl:template match="p:question-page" mode="earlier">
    <section aria-labelledby="earlier">
      <h2 id="earlier"><xsl:value-of select="s:label('questions.earlier')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:earlier" mode="earlier"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="p:earlier" mode="earlier">
    <li>
      <span>
        <xsl:value-of select="s:label('questions.version', 'version', @version, 'text', @text)"/>
        <br/><span class="sp-quiet sp-small"><xsl:apply-templates select="." mode="anchors"/> · <xsl:value-of select="s:date(@valid-from)"/>
          <xsl:if test="@valid-to"> – <xsl:value-of select="s:date(@valid-to)"/></xsl:if></span>
      </span>
    </li>
  </xsl:template>

  <doc:mode name="alike" match="p:question-page | p:alike">Questions that are worded much the same; one of them.</doc:mode>
  <xsl:template match="p:question-page" mode="alike">
    <section class="sp-panel" aria-labelledby="alike">
      <h2 id="alike"><xsl:value-of select="s:label('questions.alike')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:alike" mode="alike"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="p:alike" mode="alike">
    <li><span><a href="{@href}"><xsl:value-of select="@text"/></a><span class="sp-quiet sp-small"> · <xsl:value-of select="@category"/></span></span></li>
  </xsl:template>

  <xsl:template match="p:questions/p:form/p:field[@name = 'words']" mode="label"><xsl:value-of select="s:label('questions.words')"/></xsl:template>
  <xsl:template match="p:question-page[p:bank-question/@state = 'proposed']/p:form[@name = 'question']/p:submit" mode="text"><xsl:value-of select="s:label('questions.take-up')"/></xsl:template>
  <!-- To refuse or to retire one is rare: never the filled button. -->
  <xsl:template match="p:question-page/p:form[@name != 'question']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
  <xsl:template match="p:question-page/p:form/p:field" mode="label"><xsl:value-of select="s:label(concat('field.question.', @name))"/></xsl:template>
</xsl:stylesheet>

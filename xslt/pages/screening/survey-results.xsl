<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="survey-results">What a survey says.</doc:sheet>

  <!-- What it says -->

  <xsl:template match="p:content[p:results]" mode="title"><xsl:value-of select="s:label('results.of', 'title', p:survey/@title)"/></xsl:template>

  <xsl:template match="p:content[p:results]" mode="body" priority="1"><xsl:apply-templates select="p:results"/></xsl:template>

  <doc:mode match="p:results">All figures of a survey, or why there are none.</doc:mode>
  <xsl:template match="p:results">
    <p class="sp-quiet">
      <xsl:value-of select="s:label('results.head', 'n', @responses, 'questionnaire', ../p:survey/@questionnaire, 'version', ../p:survey/@version)"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="../p:survey" mode="period"/>
    </p>
    <p class="sp-quiet"><xsl:value-of select="s:label('results.rule')"/></p>
    <div class="sp-stack sp-gap">
      <xsl:apply-templates select="." mode="means"/>
      <xsl:apply-templates select="p:score[p:cell] | p:dimension[p:cell] | p:question[p:cell or p:words or @kind = 'text' or @kind = 'date']"/>
      <xsl:apply-templates select="." mode="results.after"/>
    </div>
  </xsl:template>
  <xsl:template match="p:results[@few]">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'results-few'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:results[@waits]">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'results-wait'"/></xsl:apply-templates>
  </xsl:template>

  <doc:hook name="results.after" match="p:results">Below all figures.</doc:hook>
  <xsl:template match="p:results" mode="results.after"/>

  <doc:mode name="means" match="p:results">The means of all that have one, beside each other.</doc:mode>
  <xsl:template match="p:results" mode="means"/>
  <xsl:template match="p:results[*/@mean or */@hidden]" mode="means">
    <section aria-labelledby="means">
      <h2 id="means"><xsl:value-of select="s:label('results.means')"/></h2>
      <xsl:call-template name="table">
        <xsl:with-param name="name" select="'means'"/>
        <xsl:with-param name="rows" select="p:score | p:dimension | p:question[@mean or (@hidden and @kind != 'text')]"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <doc:list name="means" row="p:results/p:score | p:results/p:dimension | p:results/p:question" columns="what count mean bar" fixed="what">Means: of
    scores, of dimensions, of questions.</doc:list>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="head">
    <xsl:apply-templates select="." mode="head.what"/>
    <xsl:apply-templates select="." mode="head.count"/>
    <xsl:apply-templates select="." mode="head.mean"/>
    <xsl:apply-templates select="." mode="head.bar"/>
  </xsl:template>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="cells">
    <xsl:apply-templates select="." mode="cell.what"/>
    <xsl:apply-templates select="." mode="cell.count"/>
    <xsl:apply-templates select="." mode="cell.mean"/>
    <xsl:apply-templates select="." mode="cell.bar"/>
  </xsl:template>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="head.what"><th scope="col"><xsl:value-of select="s:label('column.means.what')"/></th></xsl:template>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="head.count"><th scope="col" class="w-120 is-num"><xsl:value-of select="s:label('column.means.count')"/></th></xsl:template>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="head.mean"><th scope="col" class="w-120 is-num"><xsl:value-of select="s:label('column.means.mean')"/></th></xsl:template>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="head.bar"><th scope="col" class="w-300"><xsl:value-of select="s:label('column.means.bar')"/></th></xsl:template>

  <xsl:template match="p:score | p:dimension" mode="cell.what"><th scope="row"><xsl:value-of select="@title"/></th></xsl:template>
  <xsl:template match="p:question" mode="cell.what"><th scope="row" class="sp-plain"><xsl:value-of select="p:text"/></th></xsl:template>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="cell.count">
    <td class="is-num" data-label="{s:label('column.means.count')}"><xsl:apply-templates select="." mode="how-many"/></td>
  </xsl:template>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="cell.mean">
    <td class="is-num" data-label="{s:label('column.means.mean')}"><xsl:apply-templates select="." mode="mean"/></td>
  </xsl:template>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="cell.bar">
    <td><xsl:apply-templates select="@at" mode="bar"/></td>
  </xsl:template>

  <doc:mode name="how-many" match="p:score | p:dimension | p:question">How many answered, or that it is not
    told.</doc:mode>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="how-many"><span class="sp-quiet"><xsl:value-of select="s:label('results.untold')"/></span></xsl:template>
  <xsl:template match="p:results/p:score[@count] | p:results/p:dimension[@count] | p:results/p:question[@count]" mode="how-many"><xsl:value-of select="s:number(@count)"/></xsl:template>

  <doc:mode name="mean" match="p:score | p:dimension | p:question">The mean, or that it is not told.</doc:mode>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="mean"><span class="sp-quiet"><xsl:value-of select="s:label('results.untold')"/></span></xsl:template>
  <xsl:template match="p:results/p:score[@mean] | p:results/p:dimension[@mean] | p:results/p:question[@mean]" mode="mean"><xsl:value-of select="s:number(@mean)"/></xsl:template>
  <xsl:template match="p:results/p:score[@mean and @unit] | p:results/p:dimension[@mean and @unit] | p:results/p:question[@mean and @unit]" mode="mean"><xsl:value-of select="s:number(@mean)"/><xsl:text> </xsl:text><xsl:value-of select="@unit"/></xsl:template>

  <!-- A bar says nothing that the number beside it does not: its words are for those who meet it alone. -->
  <doc:mode name="bar" match="@at | @share">A bar from 0 to 100 per cent of its width, with what it says.</doc:mode>
  <xsl:template match="@at" mode="bar">
    <svg class="sp-chart" height="18" role="img" aria-label="{s:label('results.bar.mean', 'mean', s:number(../@mean), 'low', s:number(../@low), 'high', s:number(../@high))}">
      <rect class="none" x="0" y="3" width="100%" height="12"/>
      <rect class="bar" x="0" y="3" width="{.}%" height="12"/>
    </svg>
    <span class="sp-ends sp-flush" aria-hidden="true"><span><xsl:value-of select="s:number(../@low)"/></span><span><xsl:value-of select="s:number(../@high)"/></span></span>
  </xsl:template>
  <xsl:template match="@share" mode="bar">
    <svg class="sp-chart" height="18" role="img" aria-label="{s:label('results.bar.share', 'n', .)}">
      <rect class="bar" x="0" y="3" width="{.}%" height="12"/>
    </svg>
  </xsl:template>

  <doc:mode match="p:score | p:dimension | p:question">One with what there is to tell of it: a row for each answer, texts,
    or why nothing.</doc:mode>
  <xsl:template match="p:results/p:score | p:results/p:dimension">
    <section aria-labelledby="{s:id('result')}-{@id}">
      <h2 id="{s:id('result')}-{@id}"><xsl:value-of select="@title"/></h2>
      <xsl:apply-templates select="." mode="told"/>
    </section>
  </xsl:template>
  <xsl:template match="p:results/p:question">
    <section aria-labelledby="{s:id('result')}-{@id}">
      <h2 id="{s:id('result')}-{@id}"><xsl:value-of select="p:text"/></h2>
      <xsl:apply-templates select="." mode="told"/>
    </section>
  </xsl:template>

  <doc:mode name="told" match="p:score | p:dimension | p:question">The figures of one, below its heading.</doc:mode>
  <xsl:template match="p:results/p:score | p:results/p:dimension | p:results/p:question" mode="told">
    <p class="sp-quiet"><xsl:value-of select="s:label('results.answered')"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="how-many"/></p>
  </xsl:template>
  <xsl:template match="p:results/p:question[@hidden and @kind = 'text']" mode="told" priority="2">
    <p class="sp-quiet"><xsl:value-of select="s:label('results.texts-hidden')"/></p>
  </xsl:template>
  <xsl:template match="p:results/p:question[p:words]" mode="told" priority="2">
    <p class="sp-quiet"><xsl:value-of select="s:label('results.texts')"/></p>
    <ul class="sp-bullets"><xsl:apply-templates select="p:words"/></ul>
  </xsl:template>
  <xsl:template match="p:results/p:score[p:cell] | p:results/p:dimension[p:cell] | p:results/p:question[p:cell]" mode="told" priority="3">
    <p class="sp-quiet">
      <xsl:value-of select="s:label('results.answered')"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="how-many"/>
      <xsl:if test="@mean"><xsl:text> · </xsl:text><xsl:value-of select="s:label('column.means.mean')"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="mean"/></xsl:if>
    </p>
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'spread'"/>
      <xsl:with-param name="rows" select="p:cell"/>
      <xsl:with-param name="class" select="'sp-table'"/>
    </xsl:call-template>
  </xsl:template>

  <doc:mode match="p:words">What somebody wrote.</doc:mode>
  <xsl:template match="p:words"><li><xsl:apply-templates select="." mode="show"/></li></xsl:template>

  <doc:list name="spread" row="p:cell" columns="answer persons share" fixed="answer">How the answers to a question
    spread.</doc:list>
  <xsl:template match="p:cell" mode="head">
    <xsl:apply-templates select="." mode="head.answer"/>
    <xsl:apply-templates select="." mode="head.persons"/>
    <xsl:apply-templates select="." mode="head.share"/>
  </xsl:template>
  <xsl:template match="p:cell" mode="cells">
    <xsl:apply-templates select="." mode="cell.answer"/>
    <xsl:apply-templates select="." mode="cell.persons"/>
    <xsl:apply-templates select="." mode="cell.share"/>
  </xsl:template>
  <xsl:template match="p:cell" mode="head.answer"><th scope="col"><xsl:value-of select="s:label('column.spread.answer')"/></th></xsl:template>
  <xsl:template match="p:cell" mode="head.persons"><th scope="col" class="w-100 is-num"><xsl:value-of select="s:label('column.spread.persons')"/></th></xsl:template>
  <xsl:template match="p:cell" mode="head.share"><th scope="col" class="w-300"><xsl:value-of select="s:label('column.spread.share')"/></th></xsl:template>
  <xsl:template match="p:cell" mode="cell.answer"><th scope="row" class="sp-plain"><xsl:apply-templates select="." mode="answer"/></th></xsl:template>
  <xsl:template match="p:cell" mode="cell.persons"><td class="is-num"><xsl:apply-templates select="." mode="persons"/></td></xsl:template>
  <xsl:template match="p:cell" mode="cell.share"><td><xsl:apply-templates select="@share" mode="bar"/></td></xsl:template>

  <doc:mode name="answer" match="p:cell">An answer's words; label result.KEY of what is none.</doc:mode>
  <xsl:template match="p:cell" mode="answer"><xsl:value-of select="@text"/></xsl:template>
  <xsl:template match="p:cell[@key]" mode="answer"><span class="sp-quiet"><xsl:value-of select="s:label(concat('result.', @key))"/></span></xsl:template>

  <doc:mode name="persons" match="p:cell">How many gave it, or that it is not told.</doc:mode>
  <xsl:template match="p:cell" mode="persons"><span class="sp-quiet"><xsl:value-of select="s:label('results.untold')"/></span></xsl:template>
  <xsl:template match="p:cell[@count]" mode="persons"><xsl:value-of select="s:number(@count)"/></xsl:template>
</xsl:stylesheet>

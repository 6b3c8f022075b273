<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="catalogue-one">An entry of the catalogue: read, published, who runs it, its versions.</doc:sheet>

  <!-- One of them -->

  <xsl:template match="p:content[p:catalogue-entry]" mode="title"><xsl:value-of select="p:catalogue-entry/@title"/></xsl:template>

  <xsl:template match="p:content[p:catalogue-entry]" mode="body">
    <xsl:apply-templates select="p:catalogue-entry" mode="under"/>
    <xsl:apply-templates select="p:catalogue-entry" mode="not-in-force"/>
    <div class="sp-cols sp-gap-s">
      <div class="sp-stack">
        <xsl:apply-templates select="p:catalogue-entry" mode="says"/>
        <xsl:apply-templates select="p:catalogue-entry" mode="action-plan"/>
      </div>
      <div class="sp-stack">
        <xsl:apply-templates select="p:catalogue-entry[p:edit]" mode="step"/>
        <xsl:apply-templates select="p:catalogue-entry" mode="facts"/>
        <xsl:apply-templates select="p:catalogue-entry" mode="providers"/>
        <xsl:apply-templates select="p:catalogue-entry[p:in-plan]" mode="in-plans"/>
        <xsl:apply-templates select="p:catalogue-entry" mode="versions"/>
      </div>
    </div>
    <xsl:apply-templates select="p:catalogue-entry" mode="catalogue-entry.after"/>
  </xsl:template>

  <doc:hook name="catalogue-entry.after" match="p:catalogue-entry">Below an entry of the catalogue.</doc:hook>
  <xsl:template match="p:catalogue-entry" mode="catalogue-entry.after"/>

  <doc:mode name="under" match="p:catalogue-entry">Under the heading: whose it is, its kind, its tracks.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="under">
    <p class="sp-quiet">
      <xsl:value-of select="@department-name"/> · <xsl:apply-templates select="@kind" mode="word"/> · <xsl:apply-templates select="." mode="tracks"/>
    </p>
  </xsl:template>

  <doc:mode name="not-in-force" match="p:catalogue-entry">That what is shown is a draft, or was retired.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="not-in-force"/>
  <xsl:template match="p:catalogue-entry[@state = 'draft']" mode="not-in-force">
    <div class="sp-note sp-gap-s" data-keep="catalogue-draft"><p><xsl:value-of select="s:label('catalogue.is-draft', 'n', @number)"/></p></div>
  </xsl:template>
  <xsl:template match="p:catalogue-entry[@state = 'retired']" mode="not-in-force">
    <div class="sp-note sp-gap-s" data-keep="catalogue-retired">
      <p><xsl:value-of select="s:label('catalogue.is-retired', 'n', @number, 'date', s:date(substring(@retired-at, 1, 10)))"/></p>
    </div>
  </xsl:template>

  <doc:mode name="says" match="p:catalogue-entry">What it is, for who wants to refer.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="says">
    <section aria-labelledby="says">
      <h2 id="says"><xsl:value-of select="s:label('catalogue.says')"/></h2>
      <xsl:apply-templates select="p:audience | p:description | p:purpose | p:referral | p:goal" mode="said"/>
    </section>
  </xsl:template>

  <doc:mode name="said" match="p:catalogue-entry/*">A part of its text under its name.</doc:mode>
  <xsl:template match="p:catalogue-entry/*" mode="said">
    <h3 class="sp-gap-s"><xsl:value-of select="s:label(concat('field.catalogue-entry.', local-name()))"/></h3>
    <xsl:apply-templates select="." mode="show"/>
  </xsl:template>

  <doc:mode name="action-plan" match="p:catalogue-entry">The other rows of its action plan.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="action-plan"/>
  <xsl:template match="p:catalogue-entry[p:aim or p:actors or p:schedule or p:economy or p:success or p:follow-up]" mode="action-plan">
    <section aria-labelledby="action-plan">
      <h2 id="action-plan"><xsl:value-of select="s:label('catalogue.action-plan')"/></h2>
      <xsl:apply-templates select="p:aim | p:actors | p:schedule | p:economy | p:success | p:follow-up" mode="said"/>
    </section>
  </xsl:template>

  <doc:mode name="facts" match="p:catalogue-entry">Places, waiting time, how long it takes, what it costs, whom to ask.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="facts">
    <section aria-labelledby="places">
      <h2 id="places"><xsl:value-of select="s:label('catalogue.places')"/></h2>
      <dl class="sp-list sp-list--pairs">
        <div><dt><xsl:value-of select="s:label('column.catalogue.places')"/></dt><dd><xsl:apply-templates select="." mode="places"/></dd></div>
        <div><dt><xsl:value-of select="s:label('column.catalogue.waiting')"/></dt><dd><xsl:apply-templates select="." mode="waiting"/></dd></div>
        <xsl:apply-templates select="@usual-weeks" mode="pair"/>
        <xsl:apply-templates select="@price" mode="pair"/>
        <xsl:apply-templates select="p:contact" mode="pair"/>
      </dl>
    </section>
  </xsl:template>

  <doc:mode name="pair" match="@usual-weeks | @price | p:contact">A fact with its name.</doc:mode>
  <xsl:template match="@usual-weeks | @price | p:contact" mode="pair">
    <div><dt><xsl:value-of select="s:label(concat('field.', local-name()))"/></dt><dd><xsl:apply-templates select="." mode="amount"/></dd></div>
  </xsl:template>
  <doc:mode name="amount" match="@usual-weeks | @price | p:contact">The fact with its unit.</doc:mode>
  <xsl:template match="p:contact" mode="amount"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="@usual-weeks" mode="amount"><xsl:value-of select="s:count('catalogue.weeks', .)"/></xsl:template>
  <xsl:template match="@price" mode="amount"><xsl:value-of select="s:label(concat('catalogue.price.', ../@price-per), 'price', s:number(.))"/></xsl:template>

  <!-- What can be done with it now -->

  <doc:mode name="step" match="p:catalogue-entry">What can be done with it now, for who writes it.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="step">
    <section class="sp-panel sp-noprint" aria-labelledby="step">
      <h2 id="step"><xsl:value-of select="s:label('catalogue.step')"/></h2>
      <xsl:apply-templates select="." mode="publishing"/>
      <xsl:apply-templates select="p:form[@name = 'catalogue-publish' or @name = 'catalogue-retire']"><xsl:with-param name="class" select="'sp-bare'"/></xsl:apply-templates>
      <xsl:apply-templates select="p:form[@name = 'catalogue-discard']" mode="aside"/>
    </section>
  </xsl:template>

  <doc:mode name="publishing" match="p:catalogue-entry">What publishing, or retiring, will do, and what a reader would miss.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="publishing">
    <p><a href="{p:edit/@href}"><xsl:value-of select="s:label('catalogue.edit-next')"/></a></p>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('catalogue.', @state, '.help'))"/></p>
  </xsl:template>
  <xsl:template match="p:catalogue-entry[@draft]" mode="publishing">
    <p><a href="{p:edit/@href}"><xsl:value-of select="s:label('catalogue.edit')"/></a> · <xsl:apply-templates select="p:catalogue-version[@state = 'draft']" mode="see"/></p>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('catalogue.draft-beside.help')"/></p>
  </xsl:template>
  <xsl:template match="p:catalogue-entry[@state = 'draft']" mode="publishing">
    <p><a href="{p:edit/@href}"><xsl:value-of select="s:label('catalogue.edit')"/></a></p>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('catalogue.draft.help')"/></p>
    <xsl:if test="p:warning">
      <div class="sp-note sp-note--yellow" data-keep="catalogue-warnings">
        <p class="sp-strong"><xsl:value-of select="s:label('catalogue.warnings')"/></p>
        <ul><xsl:apply-templates select="p:warning" mode="warned"/></ul>
      </div>
    </xsl:if>
  </xsl:template>

  <doc:mode name="see" match="p:catalogue-version">A link to it.</doc:mode>
  <xsl:template match="p:catalogue-version" mode="see"><a href="{@href}"><xsl:value-of select="s:label('catalogue.see-draft')"/></a></xsl:template>

  <doc:mode name="warned" match="p:warning">A part that is empty, or repeats another one.</doc:mode>
  <xsl:template match="p:warning" mode="warned">
    <li><xsl:value-of select="s:label('catalogue.warning.empty', 'field', s:label(concat('field.catalogue-entry.', @field)))"/></li>
  </xsl:template>
  <xsl:template match="p:warning[@as]" mode="warned">
    <li><xsl:value-of select="s:label('catalogue.warning.repeats', 'field', s:label(concat('field.catalogue-entry.', @field)), 'other', s:label(concat('field.catalogue-entry.', @as)))"/></li>
  </xsl:template>

  <xsl:template match="p:form[@name = 'catalogue-publish' or @name = 'catalogue-retire']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'catalogue-retire']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <doc:mode name="aside" match="p:form">What is rarely done: behind its name.</doc:mode>
  <xsl:template match="p:form[@name = 'catalogue-discard']" mode="aside">
    <details>
      <summary><xsl:value-of select="s:label('studio.discard')"/></summary>
      <form class="sp-bare" id="form-catalogue-discard" action="{@action}" method="post">
        <p><xsl:value-of select="s:label('catalogue.discard.help')"/></p>
        <xsl:apply-templates select="." mode="hidden"/>
        <div class="sp-actions"><button class="button button-secondary" type="submit" name="submit" value="discard-draft"><xsl:value-of select="s:label('submit.discard')"/></button></div>
      </form>
    </details>
  </xsl:template>

  <!-- Who runs it -->

  <doc:mode name="providers" match="p:catalogue-entry">Who can run it.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="providers">
    <section aria-labelledby="providers">
      <h2 id="providers"><xsl:value-of select="s:label('catalogue.providers')"/></h2>
      <xsl:if test="not(p:provider)"><p class="sp-quiet"><xsl:value-of select="s:label('catalogue.no-provider')"/></p></xsl:if>
      <ul class="sp-list"><xsl:apply-templates select="p:provider" mode="provider"/></ul>
      <xsl:apply-templates select="p:form[@name = 'catalogue-provider']"><xsl:with-param name="class" select="'sp-bare sp-gap-s sp-noprint'"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <doc:mode name="provider" match="p:provider">One of them.</doc:mode>
  <xsl:template match="p:provider" mode="provider">
    <li>
      <span>
        <xsl:value-of select="@name"/>
        <xsl:if test="@department-name"><span class="sp-quiet sp-small"> · <xsl:value-of select="@department-name"/></span></xsl:if>
        <xsl:if test="@left"><span class="sp-quiet sp-small"> · <xsl:value-of select="s:label('catalogue.provider-left')"/></span></xsl:if>
      </span>
      <xsl:apply-templates select="p:form" mode="remove"/>
    </li>
  </xsl:template>

  <doc:mode name="remove" match="p:form">A button that takes the provider off.</doc:mode>
  <xsl:template match="p:provider/p:form" mode="remove">
    <form class="sp-noprint" id="form-catalogue-remove-{../@uid}" action="{@action}" method="post">
      <xsl:apply-templates select="." mode="hidden"/>
      <button class="button button-unstyled sp-linklike" type="submit" name="submit" value="remove-provider">
        <xsl:value-of select="s:label('submit.remove-provider')"/>
        <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../@name"/></span>
      </button>
    </form>
  </xsl:template>

  <xsl:template match="p:form[@name = 'catalogue-provider']" mode="form-heading"/>
  <xsl:template match="p:form[@name = 'catalogue-provider']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>

  <!-- What it carries out -->

  <doc:mode name="in-plans" match="p:catalogue-entry">The action plans that it carries out.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="in-plans">
    <section aria-labelledby="in-plans">
      <h2 id="in-plans"><xsl:value-of select="s:label('catalogue.in-plans')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:in-plan" mode="in-plan"/></ul>
    </section>
  </xsl:template>
  <doc:mode name="in-plan" match="p:in-plan">One of them, and since when the entry does what it asks.</doc:mode>
  <xsl:template match="p:in-plan" mode="in-plan">
    <li><span><a href="{@href}"><xsl:value-of select="@title"/></a><br/><span class="sp-quiet sp-small"><xsl:apply-templates select="." mode="implemented"/></span></span></li>
  </xsl:template>

  <!-- Its versions -->

  <doc:mode name="versions" match="p:catalogue-entry">All its versions.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="versions">
    <section aria-labelledby="versions">
      <h2 id="versions"><xsl:value-of select="s:label('studio.versions')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:catalogue-version" mode="version"/></ul>
    </section>
  </xsl:template>

  <doc:mode name="version" match="p:catalogue-version">A version: number, state, when and by whom.</doc:mode>
  <xsl:template match="p:catalogue-version" mode="version">
    <li>
      <span>
        <xsl:apply-templates select="." mode="number"/>
        <xsl:apply-templates select="." mode="standing"/>
        <br/>
        <span class="sp-quiet sp-small">
          <xsl:value-of select="s:date(substring(@at, 1, 10))"/>
          <xsl:if test="@by-name"> · <xsl:value-of select="@by-name"/></xsl:if>
        </span>
      </span>
    </li>
  </xsl:template>

  <doc:mode name="number" match="p:catalogue-version">Its number, a link where it is not the one that is shown.</doc:mode>
  <xsl:template match="p:catalogue-version" mode="number"><a href="{@href}"><xsl:value-of select="s:label('catalogue.version', 'n', @number)"/></a></xsl:template>
  <xsl:template match="p:catalogue-version[@current]" mode="number"><strong><xsl:value-of select="s:label('catalogue.version', 'n', @number)"/></strong></xsl:template>
</xsl:stylesheet>

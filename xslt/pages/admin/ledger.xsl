<?xml version="1.0" encoding="UTF-8"?>
<!-- What the account and the caseload are computed from. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="ledger">Budget, rates, refunds, targets, hours and baselines: rows that a newer day's row stands for.</doc:sheet>

  <xsl:template match="p:content[p:ledger]" mode="title"><xsl:value-of select="s:label(concat('ledger.', p:ledger/@of))"/></xsl:template>

  <xsl:template match="p:content[p:ledger]" mode="body">
    <xsl:apply-templates select="p:ledger" mode="kinds"/>
    <p class="sp-quiet sp-gap-s"><xsl:value-of select="s:label(concat('ledger.help.', p:ledger/@of))"/></p>
    <div class="sp-stack">
      <xsl:apply-templates select="p:ledger/p:form"/>
      <xsl:apply-templates select="p:ledger" mode="rows"/>
      <xsl:apply-templates select="p:ledger[p:rule-change]" mode="changes"/>
    </div>
    <xsl:apply-templates select="p:ledger" mode="ledger.after"/>
  </xsl:template>

  <doc:mode name="body" match="p:content">One row: what it says comes first.</doc:mode>
  <xsl:template match="p:page[@name = 'ledger-line']/p:content[p:ledger]" mode="body">
    <div class="sp-stack sp-gap-s">
      <xsl:apply-templates select="p:ledger" mode="rows"/>
      <xsl:apply-templates select="p:ledger/p:form"/>
      <xsl:apply-templates select="p:ledger/@remove" mode="remove"/>
      <xsl:apply-templates select="p:ledger[p:rule-change]" mode="changes"/>
    </div>
    <p class="sp-noprint sp-gap-s"><a href="{p:ledger/@back}"><xsl:value-of select="s:label('ledger.back')"/></a></p>
    <xsl:apply-templates select="p:ledger" mode="ledger.after"/>
  </xsl:template>

  <doc:hook name="ledger.after" match="p:ledger">Below the rows.</doc:hook>
  <xsl:template match="p:ledger" mode="ledger.after"/>

  <doc:mode name="kinds" match="p:ledger">The kinds of rows, to go from one to another.</doc:mode>
  <xsl:template match="p:ledger" mode="kinds">
    <nav class="sp-tabs sp-noprint" aria-label="{s:label('ledger.kinds')}"><ul><xsl:apply-templates select="p:ledger-kind" mode="kind"/></ul></nav>
  </xsl:template>
  <doc:mode name="kind" match="p:ledger-kind">One of these.</doc:mode>
  <xsl:template match="p:ledger-kind" mode="kind"><li><a href="{@href}"><xsl:value-of select="s:label(concat('ledger.', @name))"/></a></li></xsl:template>
  <xsl:template match="p:ledger-kind[@current]" mode="kind">
    <li><a href="{@href}" aria-current="page"><xsl:value-of select="s:label(concat('ledger.', @name))"/></a></li>
  </xsl:template>

  <doc:mode name="rows" match="p:ledger">The rows, as a table.</doc:mode>
  <xsl:template match="p:ledger" mode="rows">
    <section aria-labelledby="rows">
      <h2 id="rows"><xsl:value-of select="s:label('ledger.rows')"/></h2>
      <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'ledger'"/></xsl:apply-templates>
    </section>
  </xsl:template>
  <xsl:template match="p:ledger[p:ledger-row]" mode="rows">
    <div>
      <h2 id="rows"><xsl:value-of select="s:label('ledger.rows')"/></h2>
      <div class="sp-scroll" tabindex="0" role="region" aria-labelledby="rows">
        <table class="sp-table sp-fold">
          <caption class="sr-only"><xsl:value-of select="s:label(concat('ledger.', @of))"/></caption>
          <thead>
            <tr>
              <xsl:apply-templates select="p:ledger-column" mode="ledger-head"/>
              <th scope="col"><xsl:value-of select="s:label('column.rules.state')"/></th>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="p:ledger-row" mode="ledger-row"/></tbody>
        </table>
      </div>
    </div>
  </xsl:template>

  <doc:mode name="ledger-head" match="p:ledger-column">A column's header.</doc:mode>
  <xsl:template match="p:ledger-column" mode="ledger-head"><th scope="col"><xsl:value-of select="s:label(concat('field.rule.', @field))"/></th></xsl:template>
  <xsl:template match="p:ledger-column[@number]" mode="ledger-head">
    <th scope="col" class="is-num"><xsl:value-of select="s:label(concat('field.rule.', @field))"/></th>
  </xsl:template>

  <doc:mode name="ledger-row" match="p:ledger-row">A row.</doc:mode>
  <xsl:template match="p:ledger-row" mode="ledger-row">
    <tr>
      <xsl:apply-templates select="p:value" mode="ledger-cell"/>
      <td data-label="{s:label('column.rules.state')}"><xsl:apply-templates select="." mode="ledger-state"/></td>
    </tr>
  </xsl:template>

  <doc:mode name="ledger-cell" match="p:value">A cell; the first one says whose row it is, and leads on.</doc:mode>
  <xsl:template match="p:ledger-row/p:value" mode="ledger-cell">
    <td data-label="{s:label(concat('field.rule.', @field))}"><xsl:apply-templates select="." mode="is"/></td>
  </xsl:template>
  <xsl:template match="p:ledger-row/p:value[@number]" mode="ledger-cell">
    <td class="is-num" data-label="{s:label(concat('field.rule.', @field))}"><xsl:value-of select="s:number(@is)"/></td>
  </xsl:template>
  <xsl:template match="p:ledger-row/p:value[@field = ../../p:ledger-column[1]/@field]" mode="ledger-cell" priority="1">
    <th scope="row"><xsl:apply-templates select=".." mode="ledger-name"/></th>
  </xsl:template>

  <doc:mode name="ledger-name" match="p:ledger-row">Whose row it is, as a link where it leads on.</doc:mode>
  <xsl:template match="p:ledger-row" mode="ledger-name"><xsl:apply-templates select="p:value[1]" mode="is"/></xsl:template>
  <xsl:template match="p:ledger-row[@href]" mode="ledger-name"><a href="{@href}"><xsl:apply-templates select="p:value[1]" mode="is"/></a></xsl:template>

  <xsl:template match="p:value[@field = 'budget-kind' or @field = 'side']" mode="is"><xsl:value-of select="s:label-or(concat('choice.', @field, '.', @is), @is)"/></xsl:template>

  <xsl:template match="p:value[@field = 'whole' and @is = 'yes']" mode="is"><xsl:value-of select="s:label('choice.whole.yes')"/></xsl:template>

  <doc:mode name="ledger-state" match="p:ledger-row">Does it count today?</doc:mode>
  <xsl:template match="p:ledger-row" mode="ledger-state"><span class="sp-tag"><xsl:value-of select="s:label(concat('ledger.state.', @state))"/></span></xsl:template>
  <xsl:template match="p:ledger-row[@state = 'in-force']" mode="ledger-state">
    <span class="sp-light sp-light--green">
      <svg class="sp-sym" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.2"/></svg>
      <xsl:value-of select="s:label('ledger.state.in-force')"/>
    </span>
  </xsl:template>

  <doc:mode name="changes" match="p:ledger">What was changed, by whom, the latest first.</doc:mode>
  <xsl:template match="p:ledger" mode="changes">
    <section aria-labelledby="changes">
      <h2 id="changes"><xsl:value-of select="s:label('rules.changes')"/></h2>
      <ul class="sp-list"><xsl:apply-templates select="p:rule-change" mode="change"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="p:ledger/p:form/p:field" mode="label"><xsl:value-of select="s:label(concat('field.rule.', @name))"/></xsl:template>
  <xsl:template match="p:form[@name = 'ledger-end']/p:submit">
    <button class="button button-secondary" type="submit" name="submit" value="{@name}"><xsl:apply-templates select="." mode="text"/></button>
  </xsl:template>
</xsl:stylesheet>

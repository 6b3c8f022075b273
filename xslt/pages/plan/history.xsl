<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="history">Who did what, when, each with the case as it was then.</doc:sheet>

  <xsl:template match="p:page[@name = 'history']/p:content" mode="body">
    <section aria-labelledby="history">
      <h2 id="history"><xsl:value-of select="s:label('tabs.history')"/></h2>
      <xsl:apply-templates select="p:course/p:form[@name = 'history']"/>
      <xsl:apply-templates select="p:course" mode="past"/>
      <xsl:apply-templates select="p:course/p:list"/>
    </section>
  </xsl:template>

  <doc:mode name="past" match="p:course">Where one compares two moments, and sees the whole case.</doc:mode>
  <xsl:template match="p:course" mode="past"/>
  <xsl:template match="p:course[p:form[@name = 'difference']]" mode="past">
    <details class="sp-gap-s sp-noprint">
      <summary><xsl:value-of select="s:label('history.past')"/></summary>
      <p class="sp-small sp-quiet sp-gap-s"><xsl:value-of select="s:label('form.difference.lead')"/></p>
      <xsl:apply-templates select="p:form[@name = 'difference']"/>
      <p class="sp-small sp-quiet sp-gap-s"><xsl:value-of select="s:label('form.case.lead')"/></p>
      <xsl:apply-templates select="p:form[@name = 'case']"/>
    </details>
  </xsl:template>

  <!-- An address of the same list is of the same moment. -->
  <xsl:template match="p:list[@name = 'history']" mode="query">
    <xsl:if test="@limit != 50">&amp;limit=<xsl:value-of select="@limit"/></xsl:if>
    <xsl:if test="/p:page/@as-of">&amp;as-of=<xsl:value-of select="/p:page/@as-of"/></xsl:if>
    <xsl:apply-templates select="../p:form[@name = 'history']/p:field/p:value" mode="query"/>
  </xsl:template>
  <xsl:template match="p:course[p:form[@name = 'history']/p:field/p:value]/p:list[@name = 'history']" mode="empty">
    <div class="sp-empty">
      <p class="sp-strong"><xsl:value-of select="s:label('empty.history-filtered')"/></p>
      <p class="sp-quiet"><xsl:value-of select="s:label('empty.history-filtered.help')"/></p>
    </div>
  </xsl:template>

  <doc:list name="history" columns="when who what then" fixed="when what then">What happened in a course.</doc:list>
  <xsl:template match="p:list[@name = 'history']" mode="head">
    <xsl:apply-templates select="." mode="head.when"/>
    <xsl:apply-templates select="." mode="head.who"/>
    <xsl:apply-templates select="." mode="head.what"/>
    <xsl:apply-templates select="." mode="head.then"/>
  </xsl:template>
  <xsl:template match="p:event" mode="cells">
    <xsl:apply-templates select="." mode="cell.when"/>
    <xsl:apply-templates select="." mode="cell.who"/>
    <xsl:apply-templates select="." mode="cell.what"/>
    <xsl:apply-templates select="." mode="cell.then"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'history']" mode="head.when">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'when'"/><xsl:with-param name="sort" select="'at'"/><xsl:with-param name="class" select="'w-180'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'history']" mode="head.who">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'who'"/><xsl:with-param name="class" select="'w-180'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'history']" mode="head.what">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'what'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'history']" mode="head.then">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'then'"/><xsl:with-param name="class" select="'w-180'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:event" mode="cell.when">
    <td data-label="{s:label('column.when')}"><span class="sp-date"><xsl:value-of select="s:time(@at)"/></span></td>
  </xsl:template>
  <xsl:template match="p:event" mode="cell.who">
    <td data-label="{s:label('column.who')}"><xsl:apply-templates select="." mode="who"/></td>
  </xsl:template>
  <xsl:template match="p:event" mode="cell.what">
    <td data-label="{s:label('column.what')}"><xsl:apply-templates select="." mode="thing"/><xsl:apply-templates select="." mode="changes"/></td>
  </xsl:template>
  <xsl:template match="p:event" mode="cell.then">
    <td>
      <a href="{@href}">
        <xsl:value-of select="s:label('history.then')"/>
        <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="s:time(@at)"/></span>
      </a>
    </td>
  </xsl:template>

  <doc:mode name="changes" match="p:event">What became what: beside each other where something was changed, to be opened where all is
    new or gone.</doc:mode>
  <xsl:template match="p:event" mode="changes"/>
  <xsl:template match="p:event[p:changed]" mode="changes">
    <details>
      <summary>
        <xsl:value-of select="s:label(concat('history.open.', @change))"/>
        <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="s:time(@at)"/></span>
      </summary>
      <dl class="sp-changes"><xsl:apply-templates select="p:changed"/></dl>
    </details>
  </xsl:template>
  <xsl:template match="p:event[p:changed][@change = 'changed' or @change = 'moved']" mode="changes">
    <dl class="sp-changes"><xsl:apply-templates select="p:changed"/></dl>
  </xsl:template>

  <doc:mode name="who" match="p:event">Who did it.</doc:mode>
  <xsl:template match="p:event" mode="who"><xsl:value-of select="@by-name"/></xsl:template>
  <xsl:template match="p:event[not(@by-name)]" mode="who">
    <xsl:value-of select="s:label('series.citizen')"/>
  </xsl:template>
  <xsl:template match="p:event[@by = 'samspil-import']" mode="who">
    <xsl:value-of select="s:label('choice.source.case-system')"/>
  </xsl:template>

  <doc:mode name="thing" match="p:event | @object | @key | @state">What was changed, in words; labels
    history.WHAT.CHANGE.</doc:mode>
  <xsl:template match="p:event" mode="thing">
    <xsl:value-of select="s:label(concat('history.', @what, '.', @change))"/>
    <xsl:apply-templates select="@object" mode="thing"/>
    <xsl:apply-templates select="@key" mode="thing"/>
    <xsl:apply-templates select="@state" mode="thing"/>
  </xsl:template>

  <xsl:template match="@object" mode="thing">: <xsl:value-of select="."/></xsl:template>
  <xsl:template match="p:event[@what = 'deadline' or @what = 'day' or @what = 'conference']/@object" mode="thing">
    <xsl:text> </xsl:text><span class="sp-date"><xsl:value-of select="s:date(.)"/></span>
  </xsl:template>
  <xsl:template match="p:event[@what = 'plan']/@object" mode="thing">
    <xsl:text> </xsl:text><xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="@key" mode="thing"/>
  <xsl:template match="p:event[@what = 'contact']/@key" mode="thing">, <xsl:value-of select="s:label-or(concat('contact-role.', .), .)"/></xsl:template>
  <xsl:template match="p:event[@what = 'background']/@key" mode="thing">: <xsl:value-of select="s:label-or(concat('field.', .), .)"/></xsl:template>
  <xsl:template match="p:event[@what = 'note' or @what = 'addendum' or @what = 'waiver']/@key" mode="thing">: <xsl:value-of select="s:label(concat('profession.', .))"/></xsl:template>
  <xsl:template match="p:event[@what = 'appointment']/@key" mode="thing">, <xsl:value-of select="s:label(concat('profession.', .))"/></xsl:template>
  <xsl:template match="p:event[@what = 'attendee']/@key" mode="thing">, <xsl:value-of select="s:label-or(concat('contact-role.', .), .)"/></xsl:template>
  <xsl:template match="p:event[@what = 'message']/@key" mode="thing">, <xsl:value-of select="s:label-or(concat('message.', .), .)"/></xsl:template>
  <xsl:template match="p:event[@what = 'citizen-absence']/@key" mode="thing">, <xsl:value-of select="s:label(concat('choice.absence-kind.', .))"/></xsl:template>
  <xsl:template match="p:event[@what = 'measurement']/@key" mode="thing">, <xsl:value-of select="s:label(concat('series.', .))"/></xsl:template>
  <xsl:template match="p:event[@what = 'deadline']/@key" mode="thing">, <xsl:value-of select="s:label-or(concat('deadline.', .), .)"/></xsl:template>

  <xsl:template match="@state" mode="thing">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label-or(concat('history.state.', .), .)"/></span>
  </xsl:template>
  <xsl:template match="p:event[@what = 'course']/@state" mode="thing">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('course-state.', .))"/></span>
  </xsl:template>
  <xsl:template match="p:event[@what = 'day' or @what = 'appointment' or @what = 'conference']/@state" mode="thing">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label-or(concat('record.', ../@what, '.', .), .)"/></span>
  </xsl:template>
  <xsl:template match="p:event[@what = 'intervention']/@state" mode="thing">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('intervention-state.', .))"/></span>
  </xsl:template>
  <xsl:template match="p:event[@what = 'stop']/@state" mode="thing">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('stop.answer.', .))"/></span>
  </xsl:template>
  <xsl:template match="p:event[@what = 'plan']/@state" mode="thing">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('plan-state.', .))"/></span>
  </xsl:template>
  <xsl:template match="p:event[@what = 'focus-area']/@state" mode="thing">
    <xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label(concat('focus-area-state.', .))"/></span>
  </xsl:template>
</xsl:stylesheet>

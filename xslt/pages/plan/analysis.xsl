<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="analysis">Contacts, background, notes, the conference.</doc:sheet>

  <!-- Contacts -->

  <xsl:template match="p:page[@name = 'contacts']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="contacts"/>
  </xsl:template>

  <doc:mode name="contacts" match="p:course">The page of contacts.</doc:mode>
  <xsl:template match="p:course" mode="contacts">
    <div class="sp-cols">
      <section aria-labelledby="contacts">
        <h2 id="contacts"><xsl:value-of select="s:label('tabs.contacts')"/></h2>
        <xsl:apply-templates select="." mode="contact-table"/>
        <xsl:apply-templates select="." mode="contacts.after"/>
      </section>
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>

  <doc:hook name="contacts.after" match="p:course">Below the contacts.</doc:hook>
  <xsl:template match="p:course" mode="contacts.after"/>

  <doc:mode name="contact-table" match="p:course">The table of contacts, or that there are none.</doc:mode>
  <xsl:template match="p:course" mode="contact-table">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'contacts'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:course[p:contact]" mode="contact-table">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'contacts'"/>
      <xsl:with-param name="rows" select="p:contact"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One whose part has ended. -->
  <doc:mode name="row" match="p:contact | p:section">A row of its table.</doc:mode>
  <xsl:template match="p:contact[@to-on]" mode="row">
    <tr class="sp-quiet">
      <xsl:apply-templates select="." mode="cells"/>
    </tr>
  </xsl:template>

  <doc:list name="contacts" row="p:contact" columns="name role period do" fixed="name do">The contacts of a
    course.</doc:list>
  <xsl:template match="p:contact" mode="head">
    <xsl:apply-templates select="." mode="head.name"/>
    <xsl:apply-templates select="." mode="head.role"/>
    <xsl:apply-templates select="." mode="head.period"/>
    <xsl:apply-templates select="." mode="head.do"/>
  </xsl:template>
  <xsl:template match="p:contact" mode="cells">
    <xsl:apply-templates select="." mode="cell.name"/>
    <xsl:apply-templates select="." mode="cell.role"/>
    <xsl:apply-templates select="." mode="cell.period"/>
    <xsl:apply-templates select="." mode="cell.do"/>
  </xsl:template>

  <xsl:template match="p:contact" mode="head.name">
    <th scope="col"><xsl:value-of select="s:label('column.name')"/></th>
  </xsl:template>
  <xsl:template match="p:contact" mode="head.role">
    <th scope="col"><xsl:value-of select="s:label('column.role')"/></th>
  </xsl:template>
  <xsl:template match="p:contact" mode="head.period">
    <th scope="col"><xsl:value-of select="s:label('column.period')"/></th>
  </xsl:template>
  <xsl:template match="p:contact" mode="head.do">
    <th scope="col" class="w-120"><span class="sr-only"><xsl:value-of select="s:label('column.do')"/></span></th>
  </xsl:template>

  <xsl:template match="p:contact" mode="cell.name">
    <th scope="row">
      <xsl:value-of select="@name"/><br/><span class="sp-quiet sp-small"><xsl:value-of select="@department"/></span>
    </th>
  </xsl:template>
  <xsl:template match="p:contact" mode="cell.role">
    <td data-label="{s:label('column.role')}"><xsl:value-of select="s:label(concat('contact-role.', @role))"/></td>
  </xsl:template>
  <xsl:template match="p:contact" mode="cell.period">
    <td data-label="{s:label('column.period')}"><xsl:apply-templates select="." mode="contact-period"/></td>
  </xsl:template>
  <xsl:template match="p:contact" mode="cell.do">
    <td>
      <xsl:apply-templates select="p:form">
        <xsl:with-param name="id" select="concat('end-contact-', @id)"/>
        <xsl:with-param name="class" select="'sp-inline'"/>
      </xsl:apply-templates>
    </td>
  </xsl:template>
  <xsl:template match="p:contact[@to-on]" mode="cell.name">
    <td><xsl:value-of select="@name"/><br/><span class="sp-small"><xsl:value-of select="@department"/></span></td>
  </xsl:template>

  <doc:mode name="contact-period" match="p:contact">Since when, or from when to when, a contact takes part.</doc:mode>
  <xsl:template match="p:contact" mode="contact-period">
    <xsl:value-of select="s:label('period.since', 'from', s:date(@from-on))"/>
  </xsl:template>
  <xsl:template match="p:contact[@to-on]" mode="contact-period">
    <xsl:value-of select="s:label('period.from-to', 'from', s:date(@from-on), 'to', s:date(@to-on))"/>
  </xsl:template>

  <!-- Whose part is ended is said to those who do not see the row. -->
  <xsl:template match="p:contact/p:form/p:submit">
    <button class="button button-unstyled sp-linklike" type="submit" name="submit" value="{@name}">
      <xsl:value-of select="s:label('submit.end-contact.end')"/>
      <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="../../@name"/></span>
    </button>
  </xsl:template>
  <xsl:template match="p:contact/p:form" mode="form-heading"/>

  <!-- Background -->

  <xsl:template match="p:page[@name = 'background']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="background"/>
  </xsl:template>

  <doc:mode name="background" match="p:course">The page of the background.</doc:mode>
  <xsl:template match="p:course" mode="background">
    <div class="sp-stack">
      <xsl:apply-templates select="p:referral" mode="referral"/>
      <section aria-labelledby="background">
        <h2 id="background"><xsl:value-of select="s:label('tabs.background')"/></h2>
        <xsl:call-template name="table">
          <xsl:with-param name="name" select="'background'"/>
          <xsl:with-param name="rows" select="p:section"/>
        </xsl:call-template>
      </section>
      <xsl:apply-templates select="." mode="background.after"/>
    </div>
  </xsl:template>

  <doc:hook name="background.after" match="p:course">Below the sections of the background.</doc:hook>
  <xsl:template match="p:course" mode="background.after"/>

  <doc:mode name="referral" match="p:referral">The referral's text.</doc:mode>
  <xsl:template match="p:referral" mode="referral">
    <section aria-labelledby="referral">
      <h2 id="referral"><xsl:value-of select="s:label('background.referral')"/></h2>
      <xsl:apply-templates select="." mode="show"/>
    </section>
  </xsl:template>

  <!-- The referral has its own place above. -->
  <xsl:template match="p:section[@name = 'referral'][../p:referral]" mode="row"/>

  <doc:list name="background" row="p:section" columns="section filled told-on" fixed="section">The sections of the
    background.</doc:list>
  <xsl:template match="p:section" mode="head">
    <xsl:apply-templates select="." mode="head.section"/>
    <xsl:apply-templates select="." mode="head.filled"/>
    <xsl:apply-templates select="." mode="head.told-on"/>
  </xsl:template>
  <xsl:template match="p:section" mode="cells">
    <xsl:apply-templates select="." mode="cell.section"/>
    <xsl:apply-templates select="." mode="cell.filled"/>
    <xsl:apply-templates select="." mode="cell.told-on"/>
  </xsl:template>

  <xsl:template match="p:section" mode="head.section">
    <th scope="col"><xsl:value-of select="s:label('column.section')"/></th>
  </xsl:template>
  <xsl:template match="p:section" mode="head.filled">
    <th scope="col" class="is-num"><xsl:value-of select="s:label('column.filled')"/></th>
  </xsl:template>
  <xsl:template match="p:section" mode="head.told-on">
    <th scope="col"><xsl:value-of select="s:label('column.told-on')"/></th>
  </xsl:template>

  <xsl:template match="p:section" mode="cell.section">
    <th scope="row"><xsl:apply-templates select="." mode="section-name"/></th>
  </xsl:template>
  <xsl:template match="p:section" mode="cell.filled">
    <td class="is-num" data-label="{s:label('column.filled')}">
      <xsl:apply-templates select="@filled" mode="filled"/>
    </td>
  </xsl:template>
  <xsl:template match="p:section" mode="cell.told-on">
    <td data-label="{s:label('column.told-on')}"><xsl:value-of select="s:date(@told-on)"/></td>
  </xsl:template>

  <doc:mode name="section-name" match="p:section">A section of the background, with a link where one may go
    on.</doc:mode>
  <xsl:template match="p:section" mode="section-name">
    <xsl:value-of select="s:label(concat('section.', @name))"/>
  </xsl:template>
  <xsl:template match="p:section[@href]" mode="section-name">
    <a href="{@href}"><xsl:value-of select="s:label(concat('section.', @name))"/></a>
  </xsl:template>

  <doc:mode name="filled" match="@filled">How much of it is filled in.</doc:mode>
  <xsl:template match="@filled" mode="filled"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="@filled[. = 0]" mode="filled">
    <span class="sp-quiet"><xsl:value-of select="s:label('background.nothing')"/></span>
  </xsl:template>
  <xsl:template match="@filled[../@of]" mode="filled" priority="1">
    <xsl:value-of select="s:label('background.of', 'n', ., 'of', ../@of)"/>
  </xsl:template>

  <xsl:template match="p:page[@name = 'background-work']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="work"/>
  </xsl:template>

  <doc:mode name="work" match="p:course">The page about work.</doc:mode>
  <xsl:template match="p:course" mode="work">
    <div class="sp-cols">
      <section aria-labelledby="work">
        <div class="sp-head">
          <h2 id="work"><xsl:value-of select="s:label('section.work')"/></h2>
          <a class="sp-small" href="{p:tabs/p:item[@name = 'background']/@href}"><xsl:value-of select="s:label('background.all')"/></a>
        </div>
        <xsl:apply-templates select="." mode="entries"/>
        <xsl:apply-templates select="." mode="work.after"/>
      </section>
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>

  <doc:hook name="work.after" match="p:course">Below what is known about work.</doc:hook>
  <xsl:template match="p:course" mode="work.after"/>

  <doc:mode name="entries" match="p:course">What is known about work, or that nothing is.</doc:mode>
  <xsl:template match="p:course" mode="entries">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'work'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:course[p:entry]" mode="entries">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'work'"/>
      <xsl:with-param name="rows" select="p:entry"/>
    </xsl:call-template>
  </xsl:template>

  <doc:list name="work" row="p:entry" columns="what value source" fixed="what value">What is known about work, and
    from whom.</doc:list>
  <xsl:template match="p:entry" mode="head">
    <xsl:apply-templates select="." mode="head.what"/>
    <xsl:apply-templates select="." mode="head.value"/>
    <xsl:apply-templates select="." mode="head.source"/>
  </xsl:template>
  <xsl:template match="p:entry" mode="cells">
    <xsl:apply-templates select="." mode="cell.what"/>
    <xsl:apply-templates select="." mode="cell.value"/>
    <xsl:apply-templates select="." mode="cell.source"/>
  </xsl:template>

  <xsl:template match="p:entry" mode="head.what">
    <th scope="col" class="w-220"><xsl:value-of select="s:label('column.what')"/></th>
  </xsl:template>
  <xsl:template match="p:entry" mode="head.value">
    <th scope="col"><xsl:value-of select="s:label('column.value')"/></th>
  </xsl:template>
  <xsl:template match="p:entry" mode="head.source">
    <th scope="col" class="w-220"><xsl:value-of select="s:label('column.source')"/></th>
  </xsl:template>

  <xsl:template match="p:entry" mode="cell.what">
    <th scope="row"><xsl:value-of select="s:label(concat('field.work.', @name))"/></th>
  </xsl:template>
  <xsl:template match="p:entry" mode="cell.value">
    <td data-label="{s:label('column.value')}"><xsl:apply-templates select="." mode="value"/></td>
  </xsl:template>
  <xsl:template match="p:entry" mode="cell.source">
    <td data-label="{s:label('column.source')}">
      <xsl:value-of select="s:label(concat('choice.source.', @source))"/>, <span class="sp-date"><xsl:value-of select="s:date(@told-on)"/></span>
      <br/><span class="sp-quiet sp-small"><xsl:value-of select="s:label('entry.by', 'name', @by-name)"/></span>
    </td>
  </xsl:template>

  <doc:mode name="value" match="p:entry">One thing known, by its type.</doc:mode>
  <xsl:template match="p:entry" mode="value"><xsl:apply-templates select="p:value" mode="show"/></xsl:template>
  <xsl:template match="p:entry[@type = 'date']" mode="value">
    <span class="sp-date"><xsl:value-of select="s:date(p:value)"/></span>
  </xsl:template>
  <xsl:template match="p:entry[@type = 'month']" mode="value">
    <span class="sp-date"><xsl:value-of select="substring(s:date(concat(p:value, '-01')), 4)"/></span>
  </xsl:template>
  <xsl:template match="p:entry[@type = 'decimal']" mode="value">
    <xsl:value-of select="s:number(p:value)"/>
  </xsl:template>
  <xsl:template match="p:entry[@type = 'choice']" mode="value">
    <xsl:value-of select="s:label(concat('choice.', p:value))"/>
  </xsl:template>

  <!-- A month is kept as 2015-03 and typed as 03-2015. -->
  <xsl:template match="p:field[@name = 'last-job-month']" mode="control">
    <xsl:param name="id"/>
    <xsl:param name="help"/>
    <input class="form-input sp-short" type="text" inputmode="numeric" autocomplete="off" id="{$id}" name="{@name}">
      <xsl:attribute name="value">
        <xsl:choose>
          <xsl:when test="substring(p:value, 5, 1) = '-'"><xsl:value-of select="substring(s:date(concat(p:value, '-01')), 4)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="p:value"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="." mode="state"><xsl:with-param name="id" select="$id"/><xsl:with-param name="help" select="$help"/></xsl:apply-templates>
    </input>
  </xsl:template>

  <!-- Notes -->

  <xsl:template match="p:page[@name = 'notes']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="notes"/>
  </xsl:template>

  <doc:mode name="notes" match="p:course">The page of professional notes.</doc:mode>
  <xsl:template match="p:course" mode="notes">
    <div class="sp-cols">
      <div class="sp-stack">
        <section aria-labelledby="notes">
          <h2 id="notes"><xsl:value-of select="s:label('tabs.notes')"/></h2>
          <xsl:apply-templates select="." mode="missing"/>
          <xsl:apply-templates select="p:hidden-notes"/>
          <xsl:apply-templates select="." mode="note-list"/>
          <xsl:apply-templates select="." mode="notes.after"/>
        </section>
      </div>
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>

  <doc:hook name="notes.after" match="p:course">Below the notes.</doc:hook>
  <xsl:template match="p:course" mode="notes.after"/>

  <doc:mode name="missing" match="p:course">Whose notes are waited for.</doc:mode>
  <xsl:template match="p:course" mode="missing"/>
  <xsl:template match="p:course[p:missing-note]" mode="missing">
    <p class="sp-quiet">
      <xsl:value-of select="s:label('notes.missing')"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="p:missing-note" mode="word"/>
    </p>
  </xsl:template>

  <doc:mode name="word" match="p:missing-note">One of these professions.</doc:mode>
  <xsl:template match="p:missing-note" mode="word">
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:value-of select="s:label(concat('profession.', @profession))"/>
  </xsl:template>

  <doc:mode match="p:hidden-notes">That there are notes which one may not see.</doc:mode>
  <xsl:template match="p:hidden-notes">
    <div class="sp-note" data-keep="hidden-notes"><p><xsl:value-of select="s:count('notes.hidden', @count)"/></p></div>
  </xsl:template>

  <doc:mode name="note-list" match="p:course">The notes, or that there are none.</doc:mode>
  <xsl:template match="p:course" mode="note-list">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'notes'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course[p:professional-note]" mode="note-list">
    <xsl:apply-templates select="p:professional-note" mode="card"/>
  </xsl:template>

  <doc:mode name="card" match="p:professional-note | p:conference">One of them, whole.</doc:mode>
  <xsl:template match="p:professional-note" mode="card">
    <article class="sp-card" aria-labelledby="note-{@id}">
      <div class="sp-head">
        <h3 id="note-{@id}"><xsl:value-of select="s:label(concat('profession.', @profession))"/></h3>
        <p class="sp-quiet sp-small"><xsl:apply-templates select="." mode="signature"/></p>
      </div>
      <xsl:apply-templates select="p:limitation | p:suggestion" mode="note-part"/>
      <xsl:apply-templates select="." mode="note.after"/>
    </article>
  </xsl:template>

  <doc:hook name="note.after" match="p:professional-note">At its end.</doc:hook>
  <xsl:template match="p:professional-note" mode="note.after"/>

  <doc:mode name="signature" match="p:professional-note">Who signed it when, or that it is a draft.</doc:mode>
  <xsl:template match="p:professional-note" mode="signature">
    <xsl:value-of select="s:label('notes.signed', 'name', @author-name, 'at', s:show(@signed-at))"/>
  </xsl:template>
  <xsl:template match="p:professional-note[@state = 'draft']" mode="signature">
    <span class="sp-tag" data-keep="note-draft"><xsl:value-of select="s:label('notes.draft')"/></span>
    <xsl:text> </xsl:text>
    <xsl:value-of select="s:label('notes.draft.help')"/>
  </xsl:template>

  <doc:mode name="note-part" match="p:limitation | p:suggestion">A part of a note with its heading.</doc:mode>
  <xsl:template match="p:limitation | p:suggestion" mode="note-part">
    <h4 class="sp-small sp-quiet"><xsl:value-of select="s:label(concat('field.', local-name()))"/></h4>
    <xsl:apply-templates select="." mode="show"/>
  </xsl:template>

  <!-- What is asked for when one signs is not called optional. -->
  <xsl:template match="p:field[@name = 'limitation']" mode="optional"/>

  <!-- Conference -->

  <xsl:template match="p:page[@name = 'conference']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="conference"/>
  </xsl:template>

  <doc:mode name="conference" match="p:course">The page of the conference.</doc:mode>
  <xsl:template match="p:course" mode="conference">
    <div class="sp-cols">
      <section aria-labelledby="conference">
        <h2 id="conference"><xsl:value-of select="s:label('tabs.conference')"/></h2>
        <xsl:apply-templates select="." mode="conference-warning"/>
        <xsl:apply-templates select="." mode="conference-list"/>
        <xsl:apply-templates select="." mode="conference.after"/>
      </section>
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>

  <doc:hook name="conference.after" match="p:course">Below the conferences.</doc:hook>
  <xsl:template match="p:course" mode="conference.after"/>

  <doc:mode name="conference-warning" match="p:course">That notes are missing before it.</doc:mode>
  <xsl:template match="p:course" mode="conference-warning"/>
  <xsl:template match="p:course[p:missing-note][not(p:conference)]" mode="conference-warning">
    <div class="sp-note sp-note--yellow" data-keep="missing-notes"><xsl:apply-templates select="." mode="missing"/></div>
  </xsl:template>

  <doc:mode name="conference-list" match="p:course">The conferences, or that there was none.</doc:mode>
  <xsl:template match="p:course" mode="conference-list">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'conference'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course[p:conference]" mode="conference-list">
    <xsl:apply-templates select="p:conference" mode="card"/>
  </xsl:template>

  <xsl:template match="p:conference" mode="card">
    <article class="sp-card" aria-labelledby="conference-{@id}">
      <div class="sp-head">
        <h3 id="conference-{@id}"><span class="sp-date"><xsl:value-of select="s:date(@held-on)"/></span></h3>
        <p class="sp-quiet sp-small"><xsl:value-of select="s:label(concat('conference.present.', @citizen-present))"/> · <xsl:value-of select="s:label('entry.by', 'name', @by-name)"/></p>
      </div>
      <xsl:apply-templates select="p:citizens-words" mode="words"/>
      <xsl:apply-templates select="p:conclusion" mode="show"/>
    </article>
  </xsl:template>

  <doc:mode name="words" match="p:citizens-words">What the citizen said, in the citizen's words.</doc:mode>
  <xsl:template match="p:citizens-words" mode="words">
    <blockquote class="sp-words"><p class="sp-text">»<xsl:value-of select="."/>«</p></blockquote>
  </xsl:template>
</xsl:stylesheet>

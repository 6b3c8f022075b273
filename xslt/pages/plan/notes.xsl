<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="notes">The professional notes: one's own while it is written, all of them side by side, what is added to one.</doc:sheet>

  <xsl:template match="p:page[@name = 'notes']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="notes"/>
  </xsl:template>

  <!-- Who has read the others first the column of each; who is to write first has the own one, and whose are there beside it. -->
  <doc:mode name="notes" match="p:course">The page of professional notes.</doc:mode>
  <xsl:template match="p:course" mode="notes">
    <section aria-labelledby="notes">
      <h2 id="notes"><xsl:value-of select="s:label('notes.all')"/></h2>
      <xsl:apply-templates select="p:hidden-notes"/>
      <xsl:apply-templates select="." mode="note-list"/>
      <xsl:apply-templates select="." mode="notes.after"/>
    </section>
    <xsl:apply-templates select="p:form" mode="one-more"/>
  </xsl:template>

  <xsl:template match="p:course[@to-write][p:form]" mode="notes">
    <div class="sp-cols">
      <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="'sp-panel sp-long'"/></xsl:apply-templates>
      <section aria-labelledby="notes">
        <h2 id="notes"><xsl:value-of select="s:label('notes.all')"/></h2>
        <xsl:apply-templates select="p:hidden-notes"/>
        <ul class="sp-lines"><xsl:apply-templates select="p:profession" mode="line"/></ul>
        <xsl:apply-templates select="." mode="notes.after"/>
      </section>
    </div>
  </xsl:template>

  <doc:hook name="notes.after" match="p:course">Below the notes.</doc:hook>
  <xsl:template match="p:course" mode="notes.after"/>

  <doc:mode match="p:hidden-notes">That there are notes which one may not see, or not yet.</doc:mode>
  <xsl:template match="p:hidden-notes">
    <div class="sp-note" data-keep="hidden-notes"><p><xsl:value-of select="s:count('notes.hidden', @count)"/></p></div>
  </xsl:template>
  <xsl:template match="p:hidden-notes[@why = 'team']">
    <div class="sp-note" data-keep="hidden-notes"><p><xsl:value-of select="s:label('notes.hidden.team')"/></p></div>
  </xsl:template>

  <!-- Whose there are -->

  <doc:mode name="line" match="p:profession">A profession, and whether its note is there.</doc:mode>
  <xsl:template match="p:profession" mode="line">
    <li><strong><xsl:value-of select="s:label(concat('profession.', @name))"/></strong><br/><xsl:apply-templates select="." mode="note-state"/></li>
  </xsl:template>

  <doc:mode name="note-state" match="p:profession">Whether its note is signed, waited for, or why there is none.</doc:mode>
  <xsl:template match="p:profession" mode="note-state">
    <span class="sp-quiet"><xsl:value-of select="s:label(concat('notes.state.', @state))"/></span>
  </xsl:template>
  <xsl:template match="p:profession[@reason]" mode="note-state">
    <span class="sp-quiet"><xsl:value-of select="s:label('notes.waived', 'name', @by-name, 'on', s:date(@waived-on))"/></span>
    <br/><span class="sp-text"><xsl:value-of select="@reason"/></span>
  </xsl:template>

  <!-- All of them, side by side -->

  <doc:mode name="note-list" match="p:course">A column for each profession with its notes, or that there are none.</doc:mode>
  <xsl:template match="p:course" mode="note-list">
    <xsl:apply-templates select="." mode="empty"><xsl:with-param name="name" select="'notes'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:course[p:profession]" mode="note-list">
    <div class="sp-beside"><xsl:apply-templates select="p:profession" mode="column"/></div>
  </xsl:template>

  <doc:mode name="column" match="p:profession">The notes of a profession, under its name.</doc:mode>
  <xsl:template match="p:profession" mode="column">
    <section aria-labelledby="notes-{@name}">
      <h3 id="notes-{@name}"><xsl:value-of select="s:label(concat('profession.', @name))"/></h3>
      <xsl:variable name="notes" select="../p:professional-note[@profession = current()/@name]"/>
      <xsl:apply-templates select="$notes" mode="card"/>
      <xsl:if test="not($notes)"><p><xsl:apply-templates select="." mode="note-state"/></p></xsl:if>
    </section>
  </xsl:template>

  <doc:mode name="card" match="p:professional-note">A note, whole.</doc:mode>
  <xsl:template match="p:professional-note" mode="card">
    <article class="sp-card" aria-labelledby="note-{@id}">
      <p class="sp-quiet sp-small" id="note-{@id}"><xsl:apply-templates select="." mode="signature"/></p>
      <xsl:apply-templates select="p:limitation | p:suggestion" mode="note-part"/>
      <xsl:apply-templates select="p:addendum" mode="note-part"/>
      <xsl:apply-templates select="@href" mode="add"/>
      <xsl:apply-templates select="." mode="note.after"/>
    </article>
  </xsl:template>

  <doc:hook name="note.after" match="p:professional-note">At its end.</doc:hook>
  <xsl:template match="p:professional-note" mode="note.after"/>

  <doc:mode name="signature" match="p:professional-note | p:addendum">Who signed or added it, and when.</doc:mode>
  <xsl:template match="p:professional-note" mode="signature">
    <xsl:value-of select="s:label('notes.signed', 'name', @author-name, 'at', s:show(@signed-at))"/>
  </xsl:template>
  <xsl:template match="p:addendum" mode="signature">
    <xsl:value-of select="s:label('notes.added', 'name', @author-name, 'at', s:show(@created-at))"/>
  </xsl:template>

  <doc:mode name="note-part" match="p:limitation | p:suggestion | p:addendum">A part of a note with its heading; what was added to it
    afterwards.</doc:mode>
  <xsl:template match="p:limitation | p:suggestion" mode="note-part">
    <h4 class="sp-small sp-quiet"><xsl:value-of select="s:label(concat('field.', local-name()))"/></h4>
    <xsl:apply-templates select="." mode="show"/>
  </xsl:template>
  <xsl:template match="p:addendum" mode="note-part">
    <div class="sp-words">
      <p class="sp-small sp-quiet"><xsl:apply-templates select="." mode="signature"/></p>
      <xsl:apply-templates select="p:text" mode="show"/>
    </div>
  </xsl:template>

  <doc:mode name="add" match="@href">The link to what one adds to one's own note; that something was begun.</doc:mode>
  <xsl:template match="@href" mode="add">
    <p class="sp-small sp-noprint">
      <a href="{.}"><xsl:value-of select="s:label('notes.add')"/></a>
      <xsl:if test="../@draft"><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('notes.draft')"/></span></xsl:if>
    </p>
  </xsl:template>

  <!-- Another note: open, so that whoever came to write does so at once -->

  <doc:mode name="one-more" match="p:form">The form for a note that nobody waits for.</doc:mode>
  <xsl:template match="p:form" mode="one-more">
    <details class="sp-more sp-gap" open="open">
      <summary><xsl:value-of select="s:label('notes.one-more')"/></summary>
      <xsl:apply-templates select="."><xsl:with-param name="class" select="'sp-panel sp-long'"/></xsl:apply-templates>
    </details>
  </xsl:template>

  <!-- Whose draft it is, is said where it is written. -->
  <xsl:template match="p:form[@name = 'professional-note' or @name = 'addendum'][../p:draft]" mode="form-heading">
    <xsl:apply-imports/>
    <p class="sp-small" data-keep="note-draft"><span class="sp-tag"><xsl:value-of select="s:label('notes.draft')"/></span><xsl:text> </xsl:text><xsl:value-of select="s:label('notes.draft.help')"/></p>
  </xsl:template>

  <!-- It was the author in another window: the notice says so. -->
  <xsl:template match="p:form[@name = 'professional-note' or @name = 'addendum']" mode="conflict"/>

  <!-- What is asked for when one signs is not called optional. -->
  <xsl:template match="p:form[@name = 'professional-note']/p:field[@name = 'limitation']" mode="optional"/>

  <!-- One note, and what its author adds to it -->

  <xsl:template match="p:page[@name = 'notes-addendum']/p:content" mode="body">
    <xsl:apply-templates select="p:course" mode="addendum"/>
  </xsl:template>

  <doc:mode name="addendum" match="p:course">The page of one note.</doc:mode>
  <xsl:template match="p:course" mode="addendum">
    <div class="sp-cols sp-cols--even">
      <section aria-labelledby="note">
        <div class="sp-head">
          <h2 id="note"><xsl:value-of select="s:label('notes.one')"/></h2>
          <a class="sp-small sp-noprint" href="{p:tabs/p:item[@name = 'notes']/@href}"><xsl:value-of select="s:label('notes.to-all')"/></a>
        </div>
        <h3><xsl:value-of select="s:label(concat('profession.', p:professional-note/@profession))"/></h3>
        <xsl:apply-templates select="p:professional-note" mode="card"/>
        <xsl:apply-templates select="." mode="addendum.after"/>
      </section>
      <xsl:apply-templates select="p:form"><xsl:with-param name="class" select="'sp-panel sp-long'"/></xsl:apply-templates>
    </div>
  </xsl:template>

  <doc:hook name="addendum.after" match="p:course">Below the note.</doc:hook>
  <xsl:template match="p:course" mode="addendum.after"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="analysis">Contacts.</doc:sheet>

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
        <xsl:apply-templates select="@write"/>
        <xsl:apply-templates select="@handover"/>
        <xsl:apply-templates select="." mode="contacts.after"/>
      </section>
      <div class="sp-stack"><xsl:apply-templates select="p:form"/></div>
    </div>
  </xsl:template>

  <doc:mode match="@write">Where one writes to who takes part, below the contacts.</doc:mode>
  <xsl:template match="p:course/@write">
    <p class="sp-noprint"><a class="button button-secondary" href="{.}"><xsl:value-of select="s:label('contacts.write')"/></a></p>
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
  <doc:mode name="row" match="p:contact">A row of its table.</doc:mode>
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
      <xsl:if test="@outside"><xsl:text> </xsl:text><span class="sp-tag"><xsl:value-of select="s:label('contact.outside')"/></span></xsl:if>
      <xsl:apply-templates select="." mode="reach"/>
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

  <doc:mode name="reach" match="p:contact">How to reach a person outside.</doc:mode>
  <xsl:template match="p:contact" mode="reach"/>
  <xsl:template match="p:contact[@phone or @email]" mode="reach">
    <br/><span class="sp-small"><xsl:value-of select="@phone"/><xsl:if test="@phone and @email"> · </xsl:if><xsl:value-of select="@email"/></span>
  </xsl:template>

  <!-- Notes that are missing -->

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

</xsl:stylesheet>

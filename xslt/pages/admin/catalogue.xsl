<?xml version="1.0" encoding="UTF-8"?>
<!-- What departments offer. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p s doc str">

  <doc:sheet name="catalogue">What departments offer: found, written.</doc:sheet>

  <!-- All of it -->

  <xsl:template match="p:content[p:catalogue]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label('catalogue.help')"/><xsl:text> </xsl:text><a href="{p:catalogue/@plans}"><xsl:value-of select="s:label('catalogue.plans')"/></a></p>
    <xsl:apply-templates select="p:catalogue/@new" mode="begin"/>
    <xsl:apply-templates select="p:catalogue/p:form"><xsl:with-param name="class" select="'sp-panel sp-noprint'"/></xsl:apply-templates>
    <div class="sp-gap"><xsl:apply-templates select="p:catalogue/p:list"/></div>
  </xsl:template>

  <doc:mode name="begin" match="@new">Where a new entry is begun.</doc:mode>
  <xsl:template match="p:catalogue/@new" mode="begin">
    <p class="sp-noprint"><a class="button button-secondary" href="{.}"><xsl:value-of select="s:label('catalogue.new')"/></a></p>
  </xsl:template>

  <xsl:template match="p:catalogue/p:form/p:field[@name = 'words']" mode="label"><xsl:value-of select="s:label('catalogue.words')"/></xsl:template>
  <xsl:template match="p:catalogue/p:form/p:field[@name = 'state']" mode="none"><xsl:value-of select="s:label('catalogue.standing')"/></xsl:template>

  <doc:list name="catalogue" columns="title kind tracks department places waiting" fixed="title">What departments offer.</doc:list>
  <xsl:template match="p:list[@name = 'catalogue']" mode="head">
    <xsl:apply-templates select="." mode="head.title"/>
    <xsl:apply-templates select="." mode="head.kind"/>
    <xsl:apply-templates select="." mode="head.tracks"/>
    <xsl:apply-templates select="." mode="head.department"/>
    <xsl:apply-templates select="." mode="head.places"/>
    <xsl:apply-templates select="." mode="head.waiting"/>
  </xsl:template>
  <xsl:template match="p:catalogue-entry" mode="cells">
    <xsl:apply-templates select="." mode="cell.title"/>
    <xsl:apply-templates select="." mode="cell.kind"/>
    <xsl:apply-templates select="." mode="cell.tracks"/>
    <xsl:apply-templates select="." mode="cell.department"/>
    <xsl:apply-templates select="." mode="cell.places"/>
    <xsl:apply-templates select="." mode="cell.waiting"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'catalogue']" mode="head.title">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="sort" select="'title'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'catalogue']" mode="head.kind">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'kind'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'catalogue']" mode="head.tracks">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'tracks'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'catalogue']" mode="head.department">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'department'"/><xsl:with-param name="sort" select="'department'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'catalogue']" mode="head.places">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'places'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'catalogue']" mode="head.waiting">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'waiting'"/><xsl:with-param name="sort" select="'waiting'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:catalogue-entry" mode="cell.title">
    <th scope="row">
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <xsl:apply-templates select="." mode="standing"/>
      <xsl:apply-templates select="p:audience" mode="brief"/>
    </th>
  </xsl:template>
  <xsl:template match="p:catalogue-entry" mode="cell.kind">
    <td data-label="{s:label('column.catalogue.kind')}"><xsl:apply-templates select="@kind" mode="word"/></td>
  </xsl:template>
  <xsl:template match="p:catalogue-entry" mode="cell.tracks">
    <td data-label="{s:label('column.catalogue.tracks')}"><xsl:apply-templates select="." mode="tracks"/></td>
  </xsl:template>
  <xsl:template match="p:catalogue-entry" mode="cell.department">
    <td data-label="{s:label('column.catalogue.department')}">
      <xsl:value-of select="@department-name"/>
      <xsl:if test="@provider-name"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@provider-name"/></span></xsl:if>
    </td>
  </xsl:template>
  <xsl:template match="p:catalogue-entry" mode="cell.places">
    <td data-label="{s:label('column.catalogue.places')}"><xsl:apply-templates select="." mode="places"/></td>
  </xsl:template>
  <xsl:template match="p:catalogue-entry" mode="cell.waiting">
    <td data-label="{s:label('column.catalogue.waiting')}"><xsl:apply-templates select="." mode="waiting"/></td>
  </xsl:template>

  <doc:mode name="brief" match="p:audience">Who it is for, below the title.</doc:mode>
  <xsl:template match="p:audience" mode="brief">
    <br/>
    <span class="sp-quiet sp-small"><xsl:value-of select="."/></span>
  </xsl:template>

  <doc:mode name="standing" match="p:catalogue-entry | p:catalogue-version">Its state as a tag; nothing where it is published and nothing else is begun.</doc:mode>
  <xsl:template match="p:catalogue-entry | p:catalogue-version" mode="standing">
    <xsl:text> </xsl:text>
    <span class="sp-tag"><xsl:value-of select="s:label(concat('choice.state.', @state))"/></span>
  </xsl:template>
  <xsl:template match="p:catalogue-entry[@state = 'published']" mode="standing">
    <xsl:if test="@draft"><xsl:text> </xsl:text><span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('catalogue.draft-begun')"/></span></xsl:if>
  </xsl:template>
  <xsl:template match="p:catalogue-entry[@state = 'draft'] | p:catalogue-version[@state = 'draft']" mode="standing">
    <xsl:text> </xsl:text>
    <span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('choice.state.draft')"/></span>
  </xsl:template>

  <doc:mode name="tracks" match="p:catalogue-entry">The tracks that it is for.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="tracks"><span class="sp-quiet"><xsl:value-of select="s:label('catalogue.all-tracks')"/></span></xsl:template>
  <xsl:template match="p:catalogue-entry[@tracks]" mode="tracks">
    <xsl:apply-templates select="str:tokenize(@tracks, ',')" mode="track"/>
  </xsl:template>
  <doc:mode name="track" match="token">One of them.</doc:mode>
  <xsl:template match="token" mode="track">
    <xsl:if test="position() != 1">, </xsl:if>
    <xsl:value-of select="s:label(concat('choice.track.', .))"/>
  </xsl:template>

  <doc:mode name="places" match="p:catalogue-entry">How many places are left, and how many wait for an answer.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="places">
    <xsl:choose>
      <xsl:when test="not(@capacity)"><span class="sp-quiet"><xsl:value-of select="s:label('catalogue.unlimited')"/></span></xsl:when>
      <xsl:when test="@free = 0"><span class="sp-strong"><xsl:value-of select="s:label('catalogue.full')"/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:count('catalogue.free', @free)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="@capacity" mode="places"/>
  </xsl:template>
  <doc:mode name="places" match="@capacity">How many there are, of which some are taken.</doc:mode>
  <xsl:template match="@capacity" mode="places">
    <br/>
    <span class="sp-quiet sp-small">
      <xsl:value-of select="s:label('catalogue.taken', 'n', ../@taken, 'of', .)"/>
      <xsl:if test="../@ordered != 0"> · <xsl:value-of select="s:count('catalogue.ordered', ../@ordered)"/></xsl:if>
      <xsl:if test="../@waiting"> · <xsl:value-of select="s:count('catalogue.line', ../@waiting)"/></xsl:if>
    </span>
  </xsl:template>

  <doc:mode name="waiting" match="p:catalogue-entry">How long one waits.</doc:mode>
  <xsl:template match="p:catalogue-entry" mode="waiting"><span class="sp-quiet"><xsl:value-of select="s:label('catalogue.unknown')"/></span></xsl:template>
  <xsl:template match="p:catalogue-entry[@waiting-days]" mode="waiting"><xsl:value-of select="s:count('catalogue.days', @waiting-days)"/></xsl:template>
  <xsl:template match="p:catalogue-entry[@waiting-days = 0]" mode="waiting" priority="1"><xsl:value-of select="s:label('catalogue.no-wait')"/></xsl:template>

  <!-- The text -->

  <xsl:template match="p:content[p:catalogue-text]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label(concat('catalogue-text.', p:catalogue-text/@state), 'n', p:catalogue-text/@number)"/></p>
    <xsl:apply-templates select="p:catalogue-text/p:form"/>
    <xsl:apply-templates select="p:catalogue-text" mode="catalogue-text.after"/>
  </xsl:template>

  <doc:hook name="catalogue-text.after" match="p:catalogue-text">Below the form in which an entry is written.</doc:hook>
  <xsl:template match="p:catalogue-text" mode="catalogue-text.after"/>

  <!-- What stands together is drawn together. -->
  <xsl:template match="p:form[@name = 'catalogue-entry']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <xsl:apply-templates select="p:field[@name = 'title' or @name = 'department' or @name = 'kind' or @name = 'track']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    <h2 class="sp-gap"><xsl:value-of select="s:label('catalogue.places')"/></h2>
    <div class="sp-row sp-row--even">
      <xsl:apply-templates select="p:field[@name = 'capacity' or @name = 'waiting-days' or @name = 'usual-weeks' or starts-with(@name, 'price')]" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
    <xsl:apply-templates select="p:field[@name = 'contact' or @name = 'referral' or @name = 'goal']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    <h2 class="sp-gap"><xsl:value-of select="s:label('catalogue.action-plan')"/></h2>
    <p class="sp-quiet sp-small"><xsl:value-of select="s:label('catalogue.action-plan.help')"/></p>
    <xsl:apply-templates select="p:field[@name = 'aim']/following-sibling::p:field | p:field[@name = 'aim']" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="p:form[@name = 'catalogue-entry']/p:field" mode="optional"/>
</xsl:stylesheet>

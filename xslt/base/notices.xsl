<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="notices">What stands above the content (what has just happened, the past, a draft), and the error page.</doc:sheet>

  <!-- Notices: what has just happened, and that the page shows the past or a draft's look. -->

  <doc:mode name="notices" match="p:page | @as-of | @stylesheet">What stands above the content: that the page shows
    the past or a draft's look, and what has just happened.</doc:mode>
  <xsl:template match="p:page" mode="notices">
    <xsl:apply-templates select="@as-of" mode="notices"/>
    <xsl:apply-templates select="@stylesheet" mode="notices"/>
    <xsl:apply-templates select="p:notice"/>
    <xsl:apply-templates select="." mode="notices.after"/>
  </xsl:template>

  <doc:hook name="notices.after" match="p:page">After the notices.</doc:hook>
  <xsl:template match="p:page" mode="notices.after"/>

  <xsl:template match="@as-of" mode="notices">
    <div class="sp-note sp-note--yellow" role="status" data-keep="as-of">
      <p><xsl:value-of select="s:label('as-of', 'at', s:show(.))"/></p>
    </div>
  </xsl:template>

  <xsl:template match="@stylesheet" mode="notices">
    <div class="sp-note sp-note--yellow" role="status" data-keep="{.}">
      <p><xsl:value-of select="s:label(concat('stylesheet.', .))"/></p>
      <p><xsl:apply-templates select="." mode="shipped-look"/></p>
    </div>
  </xsl:template>

  <doc:mode name="shipped-look" match="@stylesheet">A draft: the link to the same page with the shipped look. A look
    that failed: what one sees instead.</doc:mode>
  <xsl:template match="@stylesheet" mode="shipped-look">
    <xsl:value-of select="s:label('stylesheet.fallback.help')"/>
  </xsl:template>
  <xsl:template match="@stylesheet[. = 'draft']" mode="shipped-look">
    <a href="?stylesheet=default"><xsl:value-of select="s:label('stylesheet.shipped')"/></a>
  </xsl:template>

  <doc:mode match="p:notice">What has just happened, label notice.KEY.</doc:mode>
  <xsl:template match="p:notice">
    <div class="sp-note" role="status" data-keep="notice">
      <xsl:apply-templates select="@level"/>
      <p><xsl:value-of select="s:label(concat('notice.', @key))"/></p>
      <xsl:if test="p:missing | p:refused-file">
        <ul><xsl:apply-templates select="p:missing | p:refused-file"/></ul>
      </xsl:if>
    </div>
  </xsl:template>

  <doc:mode match="p:refused-file">A file that was not taken, and why; one that is there already: a link to it.</doc:mode>
  <xsl:template match="p:refused-file">
    <li>
      <strong class="sp-wrap"><xsl:value-of select="@name"/></strong><xsl:text>: </xsl:text>
      <xsl:value-of select="s:label(concat('error.', @why), 'found', @found, 'on', s:date(@on))"/>
      <xsl:if test="@href"><xsl:text> </xsl:text><a href="{@href}"><xsl:value-of select="s:label('document.see')"/></a></xsl:if>
    </li>
  </xsl:template>

  <doc:mode match="p:missing">Something that must be there first, and the link to see to it.</doc:mode>
  <xsl:template match="p:missing">
    <li>
      <a href="{@href}">
        <xsl:value-of select="s:label(concat('missing.', @key), 'profession', s:label-or(concat('profession.', @profession), @profession), 'title', @title)"/>
      </a>
    </li>
  </xsl:template>

  <!-- One template with a choice: a pattern that compares an attribute is tried on every attribute of the page. -->
  <doc:mode match="@level">A notice's colour: attributes of its box.</doc:mode>
  <xsl:template match="p:notice/@level">
    <xsl:choose>
      <xsl:when test=". = 'success'"><xsl:attribute name="class">sp-note sp-note--green</xsl:attribute></xsl:when>
      <xsl:when test=". = 'warning'"><xsl:attribute name="class">sp-note sp-note--yellow</xsl:attribute></xsl:when>
      <xsl:when test=". = 'error'">
        <xsl:attribute name="class">sp-note sp-note--red</xsl:attribute>
        <xsl:attribute name="role">alert</xsl:attribute>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The error page -->

  <xsl:template match="p:content[p:error]" mode="title">
    <xsl:apply-templates select="p:error" mode="title"/>
  </xsl:template>

  <doc:mode name="title" match="p:error">The error page's &lt;title&gt; and &lt;h1&gt;, label error.KEY.title, else
    status.NUMBER.</doc:mode>
  <xsl:template match="p:error" mode="title">
    <xsl:value-of select="s:first(concat('error.', @key, '.title'), concat('status.', @status), 'error.broken.title')"/>
  </xsl:template>

  <doc:mode match="p:error">The error page: what it means, the reference for whoever helps, the way home. Labels
    error.KEY.title and error.KEY.help, else status.NUMBER and status.NUMBER.help.</doc:mode>
  <xsl:template match="p:error">
    <div class="sp-error" data-keep="error">
      <p class="sp-lead">
        <xsl:value-of select="s:first(concat('error.', @key, '.help'), concat('error.', @key), concat('status.', @status, '.help'), 'error.broken.help')"/>
      </p>
      <xsl:apply-templates select="@again-at | @reference" mode="error"/>
      <xsl:apply-templates select="@back" mode="error"/>
      <p><a href="{$base}/"><xsl:value-of select="s:label('errors.home')"/></a></p>
    </div>
  </xsl:template>

  <doc:mode name="error" match="@again-at | @back | @reference">When one may try again, the way back, and the reference by which the log line of an error is found.</doc:mode>
  <xsl:template match="@again-at" mode="error"><p class="sp-strong"><xsl:value-of select="s:label('errors.again-at', 'at', s:time(.))"/></p></xsl:template>
  <xsl:template match="@back" mode="error"><p><a href="{.}"><xsl:value-of select="s:label('errors.back')"/></a></p></xsl:template>
  <xsl:template match="@reference" mode="error">
    <p class="sp-quiet">
      <xsl:value-of select="s:label('errors.reference')"/>
      <xsl:text> </xsl:text>
      <span class="sp-num"><xsl:value-of select="."/></span>
    </p>
  </xsl:template>
</xsl:stylesheet>

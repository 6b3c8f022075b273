<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="drafts">Long forms, whose text is kept while it is typed: those with the hidden field draft-seen.</doc:sheet>

  <!-- The button that keeps it stands by itself: a script presses it. -->
  <xsl:template match="p:form[p:field/@name = 'draft-seen']" mode="submits">
    <xsl:apply-templates select="p:submit[@name = 'draft']" mode="draft"/>
    <div class="sp-actions"><xsl:apply-templates select="p:submit[@name != 'draft']"/></div>
  </xsl:template>

  <!-- That it is one's own other window is said by the notice. -->
  <xsl:template match="p:form[p:field/@name = 'draft-seen'][/p:page/p:notice/@key = 'draft-elsewhere']" mode="conflict" priority="1"/>

  <doc:mode name="draft" match="p:submit">That what was typed is kept, and the button that keeps it.</doc:mode>
  <xsl:template match="p:submit" mode="draft">
    <div class="sp-draft" data-draft="{../@action}" data-form="{../@name}" data-user="{/p:page/p:user/@uid}" data-saved="{s:label('draft.at', 'at', '{}')}" data-failed="{s:label('draft.failed')}" data-ended="{s:label('draft.ended')}" data-stale="{s:label(concat('draft.stale.', ../@name))}" data-elsewhere="{s:label('notice.draft-elsewhere')}" data-theirs="{s:label('forms.theirs')}" data-count="{s:label('draft.count', 'n', '{n}', 'max', '{max}')}" data-over="{s:label('draft.over', 'n', '{n}', 'max', '{max}')}">
      <xsl:attribute name="data-limits"><xsl:apply-templates select="../p:field[@type = 'text']" mode="limit"/></xsl:attribute>
      <span class="sp-quiet sp-small" role="status"><xsl:apply-templates select="../../p:draft/@saved-at" mode="saved"/></span>
      <button class="sp-linklike sp-small" type="submit" name="submit" value="draft"><xsl:value-of select="s:label('draft.save')"/></button>
    </div>
  </xsl:template>

  <doc:mode name="limit" match="p:field">A text's name and the characters that it may have, for the script that counts them.</doc:mode>
  <xsl:template match="p:field" mode="limit"><xsl:value-of select="concat(@name, ' ', @max, ' ')"/></xsl:template>

  <doc:mode name="saved" match="@saved-at | @at">When a draft was kept.</doc:mode>
  <xsl:template match="@saved-at | @at" mode="saved"><xsl:value-of select="s:label('draft.saved', 'at', s:time(.))"/></xsl:template>

  <xsl:template match="p:content[p:saved/@href]" mode="body"><xsl:apply-templates select="p:saved" mode="kept"/></xsl:template>
  <doc:mode name="kept" match="p:saved">That a draft was kept, and the way back.</doc:mode>
  <xsl:template match="p:saved" mode="kept">
    <p><xsl:if test="not(@at)"><xsl:value-of select="s:label('draft.none')"/></xsl:if><xsl:apply-templates select="@at" mode="saved"/></p>
    <p><a href="{@href}"><xsl:value-of select="s:label('draft.back')"/></a></p>
  </xsl:template>
</xsl:stylesheet>

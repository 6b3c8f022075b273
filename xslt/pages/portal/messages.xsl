<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="messages">What colleagues have told the user, on the home page.</doc:sheet>

  <doc:mode match="p:messages | p:message">The messages that are not read, above what waits; one of them.</doc:mode>
  <xsl:template match="p:messages">
    <section class="sp-messages" aria-labelledby="messages">
      <h2 id="messages">
        <xsl:value-of select="s:label('messages')"/>
        <xsl:text> </xsl:text><span class="sp-count"><xsl:value-of select="@unread"/></span>
      </h2>
      <ul><xsl:apply-templates select="p:message"/></ul>
      <xsl:if test="@unread &gt; count(p:message)">
        <p class="sp-small"><a href="{$base}/?messages=all"><xsl:value-of select="s:label('messages.all', 'n', @unread)"/></a></p>
      </xsl:if>
      <xsl:apply-templates select="." mode="messages.after"/>
    </section>
  </xsl:template>

  <doc:hook name="messages.after" match="p:messages">Below the messages.</doc:hook>
  <xsl:template match="p:messages" mode="messages.after"/>

  <xsl:template match="p:message">
    <li>
      <div>
        <p class="sp-strong"><xsl:value-of select="s:label(concat('message.', @kind))"/></p>
        <xsl:apply-templates select="@citizen" mode="about"/>
        <xsl:if test="p:text"><p class="sp-text"><xsl:value-of select="p:text"/></p></xsl:if>
        <p class="sp-quiet sp-small"><xsl:value-of select="s:label('messages.from', 'name', @sender-name, 'at', s:time(@sent-at))"/></p>
      </div>
      <xsl:apply-templates select="p:form"/>
    </li>
  </xsl:template>

  <doc:mode name="about" match="@citizen">Whom a message is about.</doc:mode>
  <xsl:template match="p:message/@citizen" mode="about">
    <p>
      <xsl:value-of select="."/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select=".." mode="marks"/>
    </p>
  </xsl:template>

  <xsl:template match="p:message/p:form">
    <form action="{@action}" method="{@method}">
      <xsl:apply-templates select="." mode="hidden"/>
      <button class="button button-secondary" type="submit" name="submit" value="open">
        <xsl:apply-templates select="p:submit" mode="text"/>
        <span class="sr-only"><xsl:text> </xsl:text><xsl:value-of select="s:label(concat('message.', ../@kind))"/></span>
      </button>
    </form>
  </xsl:template>
</xsl:stylesheet>

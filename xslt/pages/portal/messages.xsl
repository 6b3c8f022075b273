<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="messages">What colleagues have told the user, on the home page; the inbox, one message, and a new one.</doc:sheet>

  <doc:mode match="p:messages | p:message">The messages that are not read, above what waits; one of them.</doc:mode>
  <xsl:template match="p:messages">
    <section class="sp-messages" aria-labelledby="messages">
      <h2 id="messages">
        <xsl:value-of select="s:label('messages')"/>
        <xsl:text> </xsl:text><span class="sp-count"><xsl:value-of select="@unread"/></span>
      </h2>
      <ul><xsl:apply-templates select="p:message"/></ul>
      <xsl:if test="@unread &gt; count(p:message)">
        <p><a class="sp-link" href="{$base}/messages?box=unread"><xsl:value-of select="s:label('messages.all', 'n', @unread)"/></a></p>
      </xsl:if>
      <xsl:apply-templates select="." mode="messages.after"/>
    </section>
  </xsl:template>

  <doc:hook name="messages.after" match="p:messages">Below the messages.</doc:hook>
  <xsl:template match="p:messages" mode="messages.after"/>

  <xsl:template match="p:message">
    <li>
      <div>
        <p class="sp-strong"><xsl:apply-templates select="." mode="subject"/></p>
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
        <span class="sr-only"><xsl:text> </xsl:text><xsl:apply-templates select=".." mode="subject"/></span>
      </button>
    </form>
  </xsl:template>

  <!-- The inbox -->

  <xsl:template match="p:content[p:box]" mode="body">
    <nav aria-label="{s:label('box')}">
      <ul class="sp-filter">
        <xsl:apply-templates select="p:box" mode="box"><xsl:with-param name="name" select="'in'"/></xsl:apply-templates>
        <xsl:apply-templates select="p:box" mode="box"><xsl:with-param name="name" select="'unread'"/></xsl:apply-templates>
        <xsl:apply-templates select="p:box" mode="box"><xsl:with-param name="name" select="'sent'"/></xsl:apply-templates>
      </ul>
    </nav>
    <xsl:apply-templates select="p:box/p:list"/>
    <xsl:apply-templates select="/p:page/p:navigation/p:item[@name = 'courses']" mode="write"/>
    <xsl:apply-templates select="p:box" mode="box.after"/>
  </xsl:template>

  <doc:hook name="box.after" match="p:box">Below the messages of a box.</doc:hook>
  <xsl:template match="p:box" mode="box.after"/>

  <doc:mode name="write" match="p:item">Where a new message begins: it is always about a course.</doc:mode>
  <xsl:template match="p:item" mode="write">
    <p class="sp-actions sp-noprint"><a class="button button-secondary" href="{@href}"><xsl:value-of select="s:label('messages.write')"/></a><span class="sp-quiet"><xsl:value-of select="s:label('messages.write.help')"/></span></p>
  </xsl:template>

  <doc:mode name="box" match="p:box">A link to one of the boxes, label box.NAME. <doc:with name="name">Which one.</doc:with></doc:mode>
  <xsl:template match="p:box" mode="box">
    <xsl:param name="name"/>
    <li>
      <a href="{$base}/messages?box={$name}">
        <xsl:if test="@name = $name"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
        <xsl:value-of select="s:label(concat('box.', $name))"/>
        <xsl:if test="$name = 'unread'"><xsl:text> </xsl:text><span class="sp-count"><xsl:value-of select="@unread"/></span></xsl:if>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="p:list[@name = 'messages']" mode="query">
    <xsl:apply-imports/>
    <xsl:text>&amp;box=</xsl:text><xsl:value-of select="../@name"/>
  </xsl:template>

  <doc:list name="messages" columns="message who about sent status" fixed="message about">The user's messages.</doc:list>
  <xsl:template match="p:list[@name = 'messages']" mode="head">
    <xsl:apply-templates select="." mode="head.message"/>
    <xsl:apply-templates select="." mode="head.who"/>
    <xsl:apply-templates select="." mode="head.about"/>
    <xsl:apply-templates select="." mode="head.sent"/>
    <xsl:apply-templates select="." mode="head.status"/>
  </xsl:template>
  <xsl:template match="p:letter" mode="cells">
    <xsl:apply-templates select="." mode="cell.message"/>
    <xsl:apply-templates select="." mode="cell.who"/>
    <xsl:apply-templates select="." mode="cell.about"/>
    <xsl:apply-templates select="." mode="cell.sent"/>
    <xsl:apply-templates select="." mode="cell.status"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'messages']" mode="head.message">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'message'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'messages']" mode="head.who">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'who'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:box[@name = 'sent']/p:list" mode="head.who">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'whom'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'messages']" mode="head.about">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'about'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'messages']" mode="head.sent">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'sent'"/><xsl:with-param name="sort" select="'sent'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'messages']" mode="head.status">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'status'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:letter" mode="cell.message">
    <th scope="row"><xsl:apply-templates select="." mode="way-in"/></th>
  </xsl:template>
  <xsl:template match="p:letter" mode="cell.who">
    <td data-label="{s:label('column.messages.who')}"><xsl:value-of select="@sender-name"/></td>
  </xsl:template>
  <xsl:template match="p:letter[@way = 'out']" mode="cell.who">
    <td data-label="{s:label('column.messages.whom')}"><xsl:value-of select="@receiver-name"/></td>
  </xsl:template>
  <xsl:template match="p:letter" mode="cell.about">
    <td data-label="{s:label('column.messages.about')}"><xsl:apply-templates select="." mode="about"/></td>
  </xsl:template>
  <xsl:template match="p:letter" mode="cell.sent">
    <td data-label="{s:label('column.messages.sent')}"><xsl:value-of select="s:time(@sent-at)"/></td>
  </xsl:template>
  <xsl:template match="p:letter" mode="cell.status">
    <td data-label="{s:label('column.messages.status')}"><xsl:apply-templates select="." mode="receipt"/></td>
  </xsl:template>

  <doc:mode name="way-in" match="p:letter">What opens it: its subject as a link, or a button where it is not read.</doc:mode>
  <xsl:template match="p:letter" mode="way-in"><xsl:apply-templates select="." mode="subject"/></xsl:template>
  <xsl:template match="p:letter[@href]" mode="way-in"><a href="{@href}"><xsl:apply-templates select="." mode="subject"/></a></xsl:template>
  <xsl:template match="p:letter[p:form]" mode="way-in">
    <form action="{p:form/@action}" method="{p:form/@method}">
      <xsl:apply-templates select="p:form" mode="hidden"/>
      <button class="sp-link sp-strong" type="submit" name="submit" value="open"><xsl:apply-templates select="." mode="subject"/></button>
    </form>
  </xsl:template>

  <doc:mode name="subject" match="p:letter | p:message">What it is about: its subject, or label message.KIND.</doc:mode>
  <xsl:template match="p:letter | p:message" mode="subject"><xsl:value-of select="s:label(concat('message.', @kind))"/></xsl:template>
  <xsl:template match="p:letter[@subject] | p:message[@subject]" mode="subject"><xsl:value-of select="@subject"/></xsl:template>

  <doc:mode name="about" match="p:letter | p:letter-to">The citizen and the intervention that it is about.</doc:mode>
  <xsl:template match="p:letter | p:letter-to" mode="about">
    <xsl:value-of select="@citizen"/>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="." mode="marks"/>
    <xsl:if test="@intervention"><br/><span class="sp-quiet sp-small"><xsl:value-of select="@intervention"/></span></xsl:if>
  </xsl:template>
  <xsl:template match="p:letter[not(@part)]" mode="about">
    <span class="sp-quiet"><xsl:value-of select="s:label('letter.no-part')"/></span>
  </xsl:template>

  <doc:mode name="receipt" match="p:letter">Whether it is read and understood.</doc:mode>
  <xsl:template match="p:letter" mode="receipt"><span class="sp-tag sp-tag--link"><xsl:value-of select="s:label('letter.unread')"/></span></xsl:template>
  <xsl:template match="p:letter[@way = 'out']" mode="receipt"><span class="sp-quiet"><xsl:value-of select="s:label('letter.not-read')"/></span></xsl:template>
  <xsl:template match="p:letter[@read-at]" mode="receipt" priority="1">
    <xsl:value-of select="s:label('letter.read', 'at', s:time(@read-at))"/>
    <xsl:apply-templates select="@wants-receipt" mode="receipt"/>
  </xsl:template>
  <xsl:template match="p:letter[@receipted-at]" mode="receipt" priority="2">
    <span class="sp-tag"><xsl:value-of select="s:label('letter.receipted', 'at', s:time(@receipted-at))"/></span>
  </xsl:template>
  <doc:mode name="receipt" match="@wants-receipt">That a receipt is asked for and not given.</doc:mode>
  <xsl:template match="@wants-receipt" mode="receipt"><br/><span class="sp-small sp-late"><xsl:value-of select="s:label(concat('letter.waits.', ../@way))"/></span></xsl:template>

  <!-- One message -->

  <xsl:template match="p:content[p:letter]" mode="title"><xsl:apply-templates select="p:letter" mode="subject"/></xsl:template>

  <xsl:template match="p:content[p:letter]" mode="body">
    <p><a class="sp-link" href="{$base}/messages"><xsl:value-of select="s:label('letter.back')"/></a></p>
    <div class="sp-cols">
      <div class="sp-stack">
        <xsl:apply-templates select="p:letter" mode="letter"/>
        <xsl:apply-templates select="p:letter/p:form[@name = 'message-answer']"/>
      </div>
      <xsl:apply-templates select="p:letter" mode="facts"/>
    </div>
    <xsl:apply-templates select="p:letter" mode="letter.after"/>
  </xsl:template>

  <doc:hook name="letter.after" match="p:letter">Below a message.</doc:hook>
  <xsl:template match="p:letter" mode="letter.after"/>

  <doc:mode name="letter" match="p:letter">Its text, and the buttons that belong to it.</doc:mode>
  <xsl:template match="p:letter" mode="letter">
    <div class="sp-panel">
      <xsl:apply-templates select="p:text" mode="letter"/>
      <xsl:if test="not(p:text)"><p class="sp-quiet"><xsl:value-of select="s:label('letter.no-text')"/></p></xsl:if>
      <xsl:apply-templates select="@leads-to" mode="letter"/>
      <xsl:apply-templates select="p:form[@name != 'message-answer']" mode="letter"/>
    </div>
  </xsl:template>
  <doc:mode name="letter" match="p:text | p:form | @leads-to">The text of a message; a button that belongs to it; the way to what it tells of.</doc:mode>
  <xsl:template match="p:letter/p:text" mode="letter"><p class="sp-text"><xsl:value-of select="s:show(.)"/></p></xsl:template>
  <xsl:template match="@leads-to" mode="letter"><p><a href="{.}"><xsl:value-of select="s:label('letter.leads-to')"/></a></p></xsl:template>
  <xsl:template match="p:form" mode="letter">
    <form action="{@action}" method="{@method}" class="sp-noprint">
      <xsl:apply-templates select="." mode="hidden"/>
      <button class="button button-primary" type="submit" name="submit" value="{p:submit/@name}"><xsl:apply-templates select="p:submit" mode="text"/></button>
    </form>
  </xsl:template>
  <xsl:template match="p:form[@name = 'open-message']" mode="letter">
    <form action="{@action}" method="{@method}" class="sp-noprint">
      <xsl:apply-templates select="." mode="hidden"/>
      <button class="button button-secondary" type="submit" name="submit" value="open"><xsl:value-of select="s:label('letter.mark-read')"/></button>
    </form>
  </xsl:template>

  <doc:mode name="facts" match="p:letter">Who, when, about whom, and what stands beside it.</doc:mode>
  <xsl:template match="p:letter" mode="facts">
    <section class="sp-panel sp-small" aria-label="{s:label('letter.facts')}">
      <dl class="sp-list sp-list--pairs">
        <xsl:apply-templates select="." mode="who-fact"/>
        <div><dt><xsl:value-of select="s:label('column.messages.about')"/></dt><dd><xsl:apply-templates select="." mode="about"/></dd></div>
        <div><dt><xsl:value-of select="s:label('column.messages.sent')"/></dt><dd><xsl:value-of select="s:time(@sent-at)"/></dd></div>
        <div><dt><xsl:value-of select="s:label('column.messages.status')"/></dt><dd><xsl:apply-templates select="." mode="receipt"/></dd></div>
      </dl>
      <xsl:apply-templates select="p:of" mode="beside"/>
      <xsl:apply-templates select="p:answer" mode="beside"/>
    </section>
  </xsl:template>

  <doc:mode name="who-fact" match="p:letter">Who is at its other end, as a row of these.</doc:mode>
  <xsl:template match="p:letter" mode="who-fact"><div><dt><xsl:value-of select="s:label('column.messages.who')"/></dt><dd><xsl:value-of select="@sender-name"/></dd></div></xsl:template>
  <xsl:template match="p:letter[@way = 'out']" mode="who-fact"><div><dt><xsl:value-of select="s:label('column.messages.whom')"/></dt><dd><xsl:value-of select="@receiver-name"/></dd></div></xsl:template>

  <doc:mode name="beside" match="p:of | p:answer">A message that this one answers, or that answers it, as a link.</doc:mode>
  <xsl:template match="p:of | p:answer" mode="beside">
    <p>
      <xsl:value-of select="s:label(concat('letter.', local-name()))"/>
      <xsl:text> </xsl:text>
      <a class="sp-link" href="{@href}"><xsl:value-of select="@subject"/></a>
      <br/><span class="sp-quiet"><xsl:value-of select="s:label('messages.from', 'name', @sender-name, 'at', s:time(@sent-at))"/></span>
    </p>
  </xsl:template>

  <!-- A new message -->

  <xsl:template match="p:content[p:letter-to]" mode="body">
    <div class="sp-narrow">
      <p><a class="sp-link" href="{p:letter-to/@back}"><xsl:value-of select="s:label('letter-to.back')"/></a></p>
      <p><xsl:value-of select="s:label('column.messages.about')"/>: <xsl:apply-templates select="p:letter-to" mode="about"/></p>
      <xsl:apply-templates select="p:letter-to/@receiver-name" mode="to"/>
      <div class="sp-gap-s"><xsl:apply-templates select="p:letter-to" mode="form"/></div>
    </div>
  </xsl:template>

  <doc:mode name="to" match="@receiver-name">Whom a new message goes to.</doc:mode>
  <xsl:template match="@receiver-name" mode="to"><p><xsl:value-of select="s:label('letter.to', 'name', .)"/></p></xsl:template>

  <doc:mode name="form" match="p:letter-to">The form of a new message, or that there is nobody to write to.</doc:mode>
  <xsl:template match="p:letter-to" mode="form"><p class="sp-quiet"><xsl:value-of select="s:label('letter-to.nobody')"/></p></xsl:template>
  <xsl:template match="p:letter-to[p:form]" mode="form"><xsl:apply-templates select="p:form"/></xsl:template>
</xsl:stylesheet>

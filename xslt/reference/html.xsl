<?xml version="1.0" encoding="UTF-8"?>
<!--
  The reference as HTML to be read without Samspil: a program's part, or of <list> the front page.  Parameter xslt: the folder of
  stylesheets, for the labels' texts.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1" xmlns:l="urn:samspil:labels:1"
    exclude-result-prefixes="p l">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>
  <xsl:param name="xslt"/>

  <xsl:key name="label" match="l:label" use="@key"/>
  <xsl:variable name="danish" select="document(concat($xslt, '/labels/da.xml'))"/>
  <xsl:variable name="english" select="document(concat($xslt, '/labels/en.xml'))"/>
  <xsl:variable name="here" select="/p:reference/@program"/>

  <xsl:template match="/list">
    <xsl:call-template name="frame">
      <xsl:with-param name="title" select="'Samspil: the reference'"/>
      <xsl:with-param name="body">
        <p>What Samspil's pages are made of, as XML, and what a department may build on in XSLT: made from the grammar of pages, the
          documentation in the stylesheets and the sample pages.</p>
        <ul>
          <li><a href="base.html">base</a>: what all pages have in common, with types, functions and parameters</li>
          <xsl:for-each select="program"><li><a href="{@name}.html"><xsl:value-of select="@name"/></a></li></xsl:for-each>
        </ul>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/p:reference">
    <xsl:call-template name="frame">
      <xsl:with-param name="title" select="concat('Samspil: ', @program)"/>
      <xsl:with-param name="body">
        <nav aria-label="Parts">
          <ul class="row">
            <li><a href="index.html">All programs</a></li>
            <xsl:for-each select="p:group"><li><a href="#{@kind}"><xsl:apply-templates select="." mode="heading"/></a></li></xsl:for-each>
          </ul>
        </nav>
        <xsl:apply-templates select="p:group"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="frame">
    <xsl:param name="title"/>
    <xsl:param name="body"/>
    <html lang="en">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="$title"/></title>
        <style>
          body { font: 1rem/1.5 "IBM Plex Sans", system-ui, sans-serif; color: #1a1a1a; max-width: 68rem; margin: 0 auto; padding: 1rem; }
          h1, h2, h3 { line-height: 1.25; } h1 { color: #10394c; } h2 { border-bottom: 2px solid #10394c; margin-top: 3rem; }
          h3 { margin: 2rem 0 .25rem; font-size: 1.05rem; } a { color: #0b5478; } p { margin: .25rem 0; }
          code, pre { font-family: ui-monospace, monospace; font-size: .9em; } code { overflow-wrap: anywhere; }
          pre { background: #f5f7f8; border: 1px solid #d8dde2; padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; }
          table { border-collapse: collapse; width: 100%; margin: .5rem 0; } th, td { text-align: left; vertical-align: top;
          padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #d8dde2; overflow-wrap: anywhere; } th { font-weight: 600; }
          .row { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; } .quiet { color: #4b5560; }
          article:target h3 { background: #fff4d9; }
        </style>
      </head>
      <body>
        <h1><xsl:value-of select="$title"/></h1>
        <xsl:copy-of select="$body"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="p:group" mode="heading">
    <xsl:choose>
      <xsl:when test="@kind = 'param'">Parameters</xsl:when>
      <xsl:when test="@kind = 'sheet'">Stylesheets</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(translate(substring(@kind, 1, 1), 'pemhtflsc', 'PEMHTFLSC'), substring(@kind, 2), 's')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:group">
    <section id="{@kind}">
      <h2><xsl:apply-templates select="." mode="heading"/></h2>
      <xsl:apply-templates select="p:entry"/>
    </section>
  </xsl:template>

  <!-- Labels are too many for more than a line each. -->
  <xsl:template match="p:group[@kind = 'label']">
    <section id="label">
      <h2>Labels</h2>
      <table>
        <thead><tr><th scope="col">Key</th><th scope="col">Danish</th><th scope="col">English</th></tr></thead>
        <tbody>
          <xsl:for-each select="p:entry">
            <tr id="{@id}">
              <th scope="row"><code><xsl:value-of select="@name"/></code></th>
              <td lang="da"><xsl:call-template name="label"><xsl:with-param name="key" select="@name"/></xsl:call-template></td>
              <td><xsl:call-template name="label"><xsl:with-param name="key" select="@name"/><xsl:with-param name="labels" select="$english"/></xsl:call-template></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <xsl:template name="label">
    <xsl:param name="key"/>
    <xsl:param name="labels" select="$danish"/>
    <xsl:for-each select="$labels"><xsl:value-of select="key('label', $key)"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="p:entry">
    <article id="{@id}">
      <h3>
        <code><xsl:value-of select="@name"/><xsl:if test="not(@name)">(no mode)</xsl:if></code>
        <xsl:if test="@match"><span class="quiet"> of <code><xsl:value-of select="@match"/></code></span></xsl:if>
      </h3>
      <xsl:if test="@key"><p lang="da"><xsl:call-template name="label"><xsl:with-param name="key" select="@key"/></xsl:call-template></p></xsl:if>
      <xsl:if test="p:words"><p><xsl:value-of select="p:words"/></p></xsl:if>
      <xsl:if test="@sheet"><p class="quiet">In <code><xsl:value-of select="@sheet"/>.xsl</code></p></xsl:if>
      <xsl:if test="p:within"><p class="quiet">Stands in <xsl:apply-templates select="p:within"/></p></xsl:if>
      <xsl:if test="p:holds"><p class="quiet">Holds <xsl:apply-templates select="p:holds"/></p></xsl:if>
      <xsl:if test="@text"><p class="quiet">Holds text</p></xsl:if>
      <xsl:if test="p:column"><p class="quiet">Columns: <xsl:apply-templates select="p:column"/></p></xsl:if>
      <xsl:if test="p:sample"><p class="quiet">Samples: <xsl:for-each select="p:sample"><xsl:if test="position() &gt; 1">, </xsl:if><code><xsl:value-of select="@name"/></code></xsl:for-each></p></xsl:if>
      <xsl:if test="p:property | p:parameter">
        <table><tbody><xsl:apply-templates select="p:property | p:parameter"/></tbody></table>
      </xsl:if>
      <xsl:if test="p:example"><pre><xsl:value-of select="p:example"/></pre></xsl:if>
    </article>
  </xsl:template>

  <xsl:template match="p:holds | p:within">
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <a><xsl:attribute name="href"><xsl:if test="@program != $here"><xsl:value-of select="@program"/>.html</xsl:if><xsl:value-of select="concat('#element-', @of)"/></xsl:attribute><xsl:value-of select="@name"/></a>
  </xsl:template>

  <xsl:template match="p:column"><xsl:if test="position() &gt; 1">, </xsl:if><code><xsl:value-of select="@name"/></code><xsl:if test="@fixed"> (always there)</xsl:if></xsl:template>

  <xsl:template match="p:parameter">
    <tr><th scope="row"><code><xsl:value-of select="@name"/></code></th><td></td><td><xsl:value-of select="p:words"/></td></tr>
  </xsl:template>

  <xsl:template match="p:property">
    <tr>
      <th scope="row"><code><xsl:if test="../@kind = 'element'">@</xsl:if><xsl:value-of select="@name"/></code><xsl:if test="not(@always)"><span class="quiet"> may be absent</span></xsl:if></th>
      <td><xsl:apply-templates select="." mode="type"/></td>
      <td>
        <xsl:value-of select="p:words"/>
        <xsl:if test="@key"><code><xsl:value-of select="@key"/></code></xsl:if>
        <xsl:if test="p:seen"><br/><span class="quiet">Such as <code><xsl:value-of select="concat(@name, '=&quot;', p:seen, '&quot;')"/></code></span></xsl:if>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="p:property" mode="type"><xsl:value-of select="@type"/></xsl:template>
  <xsl:template match="p:entry[@kind = 'element']/p:property" mode="type">
    <a><xsl:attribute name="href"><xsl:if test="$here != 'base'">base.html</xsl:if><xsl:value-of select="concat('#type-', @type)"/></xsl:attribute><xsl:value-of select="@type"/></a>
  </xsl:template>
  <xsl:template match="p:property[@type = 'text' or @type = 'one']" mode="type" priority="1">
    <xsl:if test="@type = 'text'">text</xsl:if>
    <xsl:for-each select="p:option"><xsl:if test="position() &gt; 1">, </xsl:if><code><xsl:value-of select="@name"/></code></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

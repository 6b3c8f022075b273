<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <doc:sheet name="layout">The page around its content: header bar, main part, tabs and steps, foot.</doc:sheet>

  <doc:param name="base">The prefix under which Samspil is mounted: "" or "/samspil".</doc:param>
  <xsl:param name="base"/>
  <doc:param name="static">Where CSS and icons are.</doc:param>
  <xsl:param name="static" select="concat($base, '/static')"/>
  <doc:param name="version">The release; put on the addresses of CSS and icons, so that a new release is fetched at
    once.</doc:param>
  <xsl:param name="version"/>
  <doc:param name="site">The municipality's name.</doc:param>
  <xsl:param name="site"/>
  <doc:param name="demo">"yes" where the pages must say DEMO.</doc:param>
  <xsl:param name="demo"/>

  <doc:param name="look">The address of a department's own CSS; empty: none. It may set the colours that samspil.css
    begins with.</doc:param>
  <xsl:param name="look"/>
  <doc:param name="logo">The address of a department's logo; empty: none.</doc:param>
  <xsl:param name="logo"/>
  <doc:param name="logo-text">What those hear who do not see the logo; empty: it says nothing that is not said beside
    it.</doc:param>
  <xsl:param name="logo-text"/>

  <doc:mode match="/">The whole: hands on to p:page.</doc:mode>
  <xsl:template match="/">
    <xsl:apply-templates select="p:page"/>
  </xsl:template>

  <doc:mode match="p:page">The page: head, skip link, header bar, main part, foot.</doc:mode>
  <xsl:template match="p:page">
    <html lang="{@lang}">
      <xsl:if test="s:label('direction') = 'rtl'"><xsl:attribute name="dir">rtl</xsl:attribute></xsl:if>
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>
          <xsl:apply-templates select="." mode="title"/>
          <xsl:text> – </xsl:text>
          <xsl:value-of select="s:label('product')"/>
        </title>
        <link rel="icon" href="{$static}/favicon.svg?v={$version}" type="image/svg+xml"/>
        <link rel="stylesheet" href="{$static}/dkfds/css/dkfds.min.css?v={$version}"/>
        <link rel="stylesheet" href="{$static}/samspil.css?v={$version}"/>
        <xsl:if test="$look != ''"><link rel="stylesheet" href="{$look}"/></xsl:if>
        <xsl:apply-templates select="." mode="head.after"/>
      </head>
      <body class="sp sp-{@program}">
        <a href="#main" class="skipnav"><xsl:value-of select="s:label('skip')"/></a>
        <xsl:apply-templates select="." mode="bar"/>
        <xsl:apply-templates select="." mode="main"/>
        <xsl:apply-templates select="." mode="foot"/>
      </body>
    </html>
  </xsl:template>

  <doc:hook name="head.after" match="p:page">At the end of &lt;head&gt;, for a department's own CSS.</doc:hook>
  <xsl:template match="p:page" mode="head.after"/>

  <!-- The title: a form that came back with errors says so first, since it is what a screen reader reads first. -->

  <doc:mode name="title" match="p:page | p:content">The words of &lt;title&gt; (p:page: with the word for a
    refused form before it) and of &lt;h1&gt;, without the product's name.</doc:mode>
  <xsl:template match="p:page" mode="title">
    <xsl:if test="p:content/p:form/@state = 'refused' or p:content/*/p:form/@state = 'refused'">
      <xsl:value-of select="s:label('forms.error')"/>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates select="p:content" mode="title"/>
  </xsl:template>

  <xsl:template match="p:content" mode="title">
    <xsl:value-of select="s:first(concat('page.', ../@program, '.', ../@name), concat('page.', ../@name))"/>
  </xsl:template>

  <!-- The header bar -->

  <doc:mode name="bar" match="p:page | p:navigation | p:item | p:user | @department | @department-name | p:form">The
    header bar and its parts: the menu, who is signed in, the button to sign out.</doc:mode>
  <xsl:template match="p:page" mode="bar">
    <header class="sp-bar">
      <div class="sp-bar__in">
        <xsl:apply-templates select="." mode="bar.before"/>
        <xsl:apply-templates select="." mode="bar.name"/>
        <xsl:apply-templates select="p:navigation[p:item]" mode="bar"/>
        <xsl:apply-templates select="p:user" mode="bar"/>
        <xsl:apply-templates select="." mode="bar.after"/>
      </div>
    </header>
  </xsl:template>

  <doc:hook name="bar.before" match="p:page">At the beginning of the header bar.</doc:hook>
  <xsl:template match="p:page" mode="bar.before"/>
  <doc:hook name="bar.after" match="p:page">At the end of the header bar.</doc:hook>
  <xsl:template match="p:page" mode="bar.after"/>

  <doc:mode name="bar.name" match="p:page">The product's name in the header bar, a link to the home page.</doc:mode>
  <xsl:template match="p:page" mode="bar.name">
    <a class="sp-bar__name" href="{$base}/">
      <xsl:if test="$logo != ''"><xsl:apply-templates select="." mode="bar.logo"/></xsl:if>
      <xsl:value-of select="s:label('product')"/>
      <xsl:apply-templates select="." mode="bar.demo"/>
    </a>
  </xsl:template>

  <doc:mode name="bar.logo" match="p:page">The department's logo before the name, where there is one.</doc:mode>
  <xsl:template match="p:page" mode="bar.logo">
    <img class="sp-bar__logo" src="{$logo}" alt="{$logo-text}"/>
  </xsl:template>

  <doc:mode name="bar.demo" match="p:page">The word DEMO beside the name.</doc:mode>
  <xsl:template match="p:page" mode="bar.demo">
    <xsl:if test="$demo = 'yes'">
      <xsl:text> </xsl:text>
      <span class="sp-bar__demo" data-keep="demo"><xsl:value-of select="s:label('demo')"/></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:navigation" mode="bar">
    <nav aria-label="{s:label('navigation')}">
      <ul>
        <xsl:apply-templates select="p:item" mode="bar"/>
      </ul>
    </nav>
  </xsl:template>

  <xsl:template match="p:item" mode="bar">
    <li>
      <a href="{@href}">
        <xsl:if test="@current = 'yes'">
          <xsl:attribute name="aria-current">page</xsl:attribute>
        </xsl:if>
        <xsl:value-of select="s:own('navigation')"/>
        <xsl:apply-templates select="@count" mode="count"/>
      </a>
    </li>
  </xsl:template>

  <doc:mode name="count" match="@count">A number behind a menu's or a tab's words.</doc:mode>
  <xsl:template match="@count" mode="count">
    <xsl:text> </xsl:text>
    <span class="sp-count"><xsl:value-of select="."/></span>
  </xsl:template>

  <xsl:template match="p:user" mode="bar">
    <div class="sp-bar__who">
      <span>
        <xsl:value-of select="@name"/>
        <xsl:apply-templates select="@department-name | @department[not(../@department-name)]" mode="bar"/>
      </span>
      <xsl:apply-templates select="p:form" mode="bar"/>
    </div>
  </xsl:template>

  <xsl:template match="@department | @department-name" mode="bar">
    <span class="is-extra">
      <xsl:text> · </xsl:text>
      <xsl:value-of select="s:label-or(concat('department.', .), .)"/>
    </span>
  </xsl:template>

  <!-- Signing out is a POST, so that no link and no prefetching can do it. -->
  <xsl:template match="p:form" mode="bar">
    <form action="{@action}" method="{@method}">
      <xsl:apply-templates select="." mode="hidden"/>
      <button type="submit" class="sp-bar__button"><xsl:value-of select="s:label(concat('submit.', @name))"/></button>
    </form>
  </xsl:template>

  <!-- The main part -->

  <doc:mode name="main" match="p:page">&lt;main&gt; with all in it.</doc:mode>
  <xsl:template match="p:page" mode="main">
    <main id="main">
      <xsl:apply-templates select="p:content" mode="banner"/>
      <div class="sp-page">
        <xsl:apply-templates select="." mode="notices"/>
        <xsl:apply-templates select="p:content/p:breadcrumbs"/>
        <xsl:apply-templates select="p:content" mode="heading"/>
        <xsl:apply-templates select="p:content" mode="body.before"/>
        <xsl:apply-templates select="p:content" mode="body"/>
        <xsl:apply-templates select="." mode="main.after"/>
      </div>
    </main>
  </xsl:template>

  <doc:hook name="body.before" match="p:content">Between the heading, or where it would be, and what the page is
    about.</doc:hook>
  <xsl:template match="p:content" mode="body.before"/>
  <doc:hook name="main.after" match="p:page">At the end of the main part.</doc:hook>
  <xsl:template match="p:page" mode="main.after"/>

  <doc:mode name="banner" match="p:content">The band under the header bar that says whose case this is; nothing as
    shipped.</doc:mode>
  <xsl:template match="p:content" mode="banner"/>

  <doc:mode name="heading" match="p:content">&lt;h1&gt;, by mode title.</doc:mode>
  <xsl:template match="p:content" mode="heading">
    <h1><xsl:apply-templates select="." mode="title"/></h1>
  </xsl:template>

  <doc:mode name="body" match="p:content">What the page is about. Each page has its own; else its children in mode
    part.</doc:mode>
  <xsl:template match="p:content" mode="body">
    <div class="sp-stack sp-gap">
      <xsl:apply-templates select="*" mode="part"/>
    </div>
  </xsl:template>

  <!-- Where one is: breadcrumbs above the heading, tabs and steps in the banner. -->

  <doc:mode match="p:breadcrumbs">Where one is, above the heading.</doc:mode>
  <xsl:template match="p:breadcrumbs">
    <nav class="sp-crumbs" aria-label="{s:label('breadcrumbs')}">
      <ol>
        <xsl:apply-templates select="p:item" mode="crumb"/>
      </ol>
    </nav>
  </xsl:template>

  <doc:mode name="crumb" match="p:item">One of the breadcrumbs.</doc:mode>
  <xsl:template match="p:item" mode="crumb">
    <li aria-current="page"><xsl:apply-templates select="." mode="item"/></li>
  </xsl:template>

  <xsl:template match="p:item[@href]" mode="crumb">
    <li><a href="{@href}"><xsl:apply-templates select="." mode="item"/></a></li>
  </xsl:template>

  <!-- An item's words: its own text where that is data, else its label. -->
  <doc:mode name="item" match="p:item">A breadcrumb's or a tab's words: its own text where that is data, else label
    tabs.NAME of a tab, breadcrumbs.NAME or navigation.NAME of a breadcrumb.</doc:mode>
  <xsl:template match="p:item" mode="item">
    <xsl:choose>
      <xsl:when test="text()"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:first(concat(local-name(..), '.', @name), concat('navigation.', @name))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="p:tabs/p:item" mode="item"><xsl:value-of select="s:own('tabs', '.')"/></xsl:template>

  <doc:mode match="p:tabs">The pages of one case.</doc:mode>
  <xsl:template match="p:tabs">
    <nav class="sp-tabs" aria-label="{s:label('tabs')}">
      <ul>
        <xsl:apply-templates select="p:item" mode="tab"/>
      </ul>
    </nav>
  </xsl:template>

  <doc:mode name="tab" match="p:item">One tab.</doc:mode>
  <xsl:template match="p:item" mode="tab">
    <li>
      <a href="{@href}">
        <xsl:if test="@current = 'yes'">
          <xsl:attribute name="aria-current">page</xsl:attribute>
        </xsl:if>
        <xsl:apply-templates select="." mode="item"/>
        <xsl:apply-templates select="@count" mode="count"/>
      </a>
    </li>
  </xsl:template>

  <doc:mode match="p:steps">How far a case has come.</doc:mode>
  <xsl:template match="p:steps">
    <ol class="sp-steps" aria-label="{s:label('steps')}">
      <xsl:apply-templates select="p:step"/>
    </ol>
  </xsl:template>

  <doc:mode match="p:step">One step, label step.NAME.</doc:mode>
  <xsl:template match="p:step">
    <li>
      <xsl:choose>
        <xsl:when test="@state = 'done'"><xsl:attribute name="class">is-done</xsl:attribute></xsl:when>
        <xsl:when test="@state = 'current'"><xsl:attribute name="aria-current">step</xsl:attribute></xsl:when>
      </xsl:choose>
      <xsl:value-of select="s:own('step')"/>
      <xsl:if test="@state = 'done'">
        <span class="sr-only"><xsl:text> (</xsl:text><xsl:value-of select="s:label('step-done')"/><xsl:text>)</xsl:text></span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- The foot -->

  <doc:mode name="foot" match="p:page">The foot: product, release, municipality.</doc:mode>
  <xsl:template match="p:page" mode="foot">
    <footer class="sp-foot">
      <div class="sp-foot__in">
        <xsl:apply-templates select="." mode="foot.before"/>
        <span>
          <xsl:value-of select="s:label('product')"/>
          <xsl:if test="$version != ''">
            <xsl:text> </xsl:text>
            <xsl:value-of select="$version"/>
          </xsl:if>
          <xsl:if test="$site != ''">
            <xsl:text> · </xsl:text>
            <xsl:value-of select="$site"/>
          </xsl:if>
        </span>
        <xsl:apply-templates select="." mode="foot.after"/>
      </div>
    </footer>
  </xsl:template>

  <doc:hook name="foot.before" match="p:page">At the beginning of the foot.</doc:hook>
  <xsl:template match="p:page" mode="foot.before"/>
  <doc:hook name="foot.after" match="p:page">At the end of the foot, for links.</doc:hook>
  <xsl:template match="p:page" mode="foot.after"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  layout: the page around its content.

  Parameters   base     the prefix under which Samspil is mounted: "" or "/samspil"
               static   where CSS and icons are; the prefix with /static
               version  put on their addresses, so that a new release is fetched at once
               site     the municipality's name
               demo     "yes" where the pages must say DEMO
  Modes        title    p:page: the text of <title>, without the product's name
               bar      p:page, p:user, p:navigation, p:item: the header bar
               main     p:page: <main> with all in it
               banner   p:content: the band under the header bar that says whose case this is; empty here
               heading  p:content: <h1>
               body     p:content: what the page is about.  A page's own stylesheet overrides this one
               part     a child of p:content where body is not overridden
               foot     p:page: the foot
  Default mode p:notice, p:breadcrumbs, p:tabs, p:steps, p:error
  Hooks        head.after bar.after notices.after main.after foot.after
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">

  <xsl:param name="base"/>
  <xsl:param name="static" select="concat($base, '/static')"/>
  <xsl:param name="version"/>
  <xsl:param name="site"/>
  <xsl:param name="demo"/>

  <xsl:template match="/">
    <xsl:apply-templates select="p:page"/>
  </xsl:template>

  <xsl:template match="p:page">
    <html lang="{@lang}">
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

  <doc:hook name="head.after">p:page: at the end of &lt;head&gt;, for a department's own CSS.</doc:hook>
  <xsl:template match="p:page" mode="head.after"/>

  <!-- The title: a form that came back with errors says so first, since it is what a screen reader reads first. -->

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

  <xsl:template match="p:page" mode="bar">
    <header class="sp-bar">
      <div class="sp-bar__in">
        <xsl:apply-templates select="." mode="bar.name"/>
        <xsl:apply-templates select="p:navigation[p:item]" mode="bar"/>
        <xsl:apply-templates select="p:user" mode="bar"/>
        <xsl:apply-templates select="." mode="bar.after"/>
      </div>
    </header>
  </xsl:template>

  <doc:hook name="bar.after">p:page: at the end of the header bar.</doc:hook>
  <xsl:template match="p:page" mode="bar.after"/>

  <xsl:template match="p:page" mode="bar.name">
    <a class="sp-bar__name" href="{$base}/">
      <xsl:value-of select="s:label('product')"/>
      <xsl:apply-templates select="." mode="bar.demo"/>
    </a>
  </xsl:template>

  <xsl:template match="p:page" mode="bar.demo">
    <xsl:if test="$demo = 'yes'">
      <xsl:text> </xsl:text>
      <span class="sp-bar__demo"><xsl:value-of select="s:label('demo')"/></span>
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
        <xsl:value-of select="s:label(concat('navigation.', @name))"/>
        <xsl:apply-templates select="@count" mode="count"/>
      </a>
    </li>
  </xsl:template>

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

  <xsl:template match="p:page" mode="main">
    <main id="main">
      <xsl:apply-templates select="p:content" mode="banner"/>
      <div class="sp-page">
        <xsl:apply-templates select="." mode="notices"/>
        <xsl:apply-templates select="p:content/p:breadcrumbs"/>
        <xsl:apply-templates select="p:content" mode="heading"/>
        <xsl:apply-templates select="p:content" mode="body"/>
        <xsl:apply-templates select="." mode="main.after"/>
      </div>
    </main>
  </xsl:template>

  <doc:hook name="main.after">p:page: at the end of the main part.</doc:hook>
  <xsl:template match="p:page" mode="main.after"/>

  <xsl:template match="p:content" mode="banner"/>

  <xsl:template match="p:content" mode="heading">
    <h1><xsl:apply-templates select="." mode="title"/></h1>
  </xsl:template>

  <xsl:template match="p:content" mode="body">
    <div class="sp-stack sp-gap">
      <xsl:apply-templates select="*" mode="part"/>
    </div>
  </xsl:template>

  <!-- Notices: what has just happened, and that the page shows the past or a draft's look. -->

  <xsl:template match="p:page" mode="notices">
    <xsl:apply-templates select="@as-of" mode="notices"/>
    <xsl:apply-templates select="@stylesheet" mode="notices"/>
    <xsl:apply-templates select="p:notice"/>
    <xsl:apply-templates select="." mode="notices.after"/>
  </xsl:template>

  <doc:hook name="notices.after">p:page: after the notices.</doc:hook>
  <xsl:template match="p:page" mode="notices.after"/>

  <xsl:template match="@as-of" mode="notices">
    <div class="sp-note sp-note--yellow" role="status">
      <p><xsl:value-of select="s:label('as-of', 'at', s:show(.))"/></p>
    </div>
  </xsl:template>

  <xsl:template match="@stylesheet" mode="notices">
    <div class="sp-note sp-note--yellow" role="status">
      <p><xsl:value-of select="s:label(concat('stylesheet.', .))"/></p>
    </div>
  </xsl:template>

  <xsl:template match="p:notice">
    <div class="sp-note" role="status">
      <xsl:apply-templates select="@level"/>
      <p><xsl:value-of select="s:label(concat('notice.', @key))"/></p>
    </div>
  </xsl:template>

  <!-- One template with a choice: a pattern that compares an attribute is tried on every attribute of the page. -->
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

  <!-- Where one is: breadcrumbs above the heading, tabs and steps in the banner. -->

  <xsl:template match="p:breadcrumbs">
    <nav class="sp-crumbs" aria-label="{s:label('breadcrumbs')}">
      <ol>
        <xsl:apply-templates select="p:item" mode="crumb"/>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="p:item" mode="crumb">
    <li aria-current="page"><xsl:apply-templates select="." mode="item"/></li>
  </xsl:template>

  <xsl:template match="p:item[@href]" mode="crumb">
    <li><a href="{@href}"><xsl:apply-templates select="." mode="item"/></a></li>
  </xsl:template>

  <!-- An item's words: its own text where that is data, else its label. -->
  <xsl:template match="p:item" mode="item">
    <xsl:value-of select="s:first(concat(local-name(..), '.', @name), concat('navigation.', @name))"/>
  </xsl:template>

  <xsl:template match="p:item[text()]" mode="item">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="p:tabs">
    <nav class="sp-tabs" aria-label="{s:label('tabs')}">
      <ul>
        <xsl:apply-templates select="p:item" mode="tab"/>
      </ul>
    </nav>
  </xsl:template>

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

  <xsl:template match="p:steps">
    <ol class="sp-steps" aria-label="{s:label('steps')}">
      <xsl:apply-templates select="p:step"/>
    </ol>
  </xsl:template>

  <xsl:template match="p:step">
    <li><xsl:value-of select="s:label(concat('step.', @name))"/></li>
  </xsl:template>

  <xsl:template match="p:step[@state = 'done']">
    <li class="is-done">
      <xsl:value-of select="s:label(concat('step.', @name))"/>
      <span class="sr-only"><xsl:text> (</xsl:text><xsl:value-of select="s:label('step-done')"/><xsl:text>)</xsl:text></span>
    </li>
  </xsl:template>

  <xsl:template match="p:step[@state = 'current']">
    <li aria-current="step"><xsl:value-of select="s:label(concat('step.', @name))"/></li>
  </xsl:template>

  <!-- The error page -->

  <xsl:template match="p:content[p:error]" mode="title">
    <xsl:apply-templates select="p:error" mode="title"/>
  </xsl:template>

  <xsl:template match="p:error" mode="title">
    <xsl:value-of select="s:first(concat('error.', @key, '.title'), concat('status.', @status), 'error.broken.title')"/>
  </xsl:template>

  <xsl:template match="p:error">
    <div class="sp-error">
      <p class="sp-lead">
        <xsl:value-of select="s:first(concat('error.', @key, '.help'), concat('error.', @key), concat('status.', @status, '.help'), 'error.broken.help')"/>
      </p>
      <xsl:apply-templates select="@reference" mode="error"/>
      <p><a href="{$base}/"><xsl:value-of select="s:label('errors.home')"/></a></p>
    </div>
  </xsl:template>

  <xsl:template match="@reference" mode="error">
    <p class="sp-quiet">
      <xsl:value-of select="s:label('errors.reference')"/>
      <xsl:text> </xsl:text>
      <span class="sp-num"><xsl:value-of select="."/></span>
    </p>
  </xsl:template>

  <!-- The foot -->

  <xsl:template match="p:page" mode="foot">
    <footer class="sp-foot">
      <div class="sp-foot__in">
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

  <doc:hook name="foot.after">p:page: at the end of the foot, for links.</doc:hook>
  <xsl:template match="p:page" mode="foot.after"/>
</xsl:stylesheet>

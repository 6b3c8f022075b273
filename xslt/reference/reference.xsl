<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a program's pages are made of and what a department may build on: from the grammar (model.xsl), the documentation in the
  stylesheets (xslt/README.md), the samples (examples.xsl) and the labels.  Its own grammar is admin.reference in page.rng.

  The input is <list> <program name/>* <sample name href/>* </list>.  Parameters: program, one of these or base, which is
  common to all; model, examples: files; xslt: the folder of stylesheets, as an address.
-->
<xsl:stylesheet version="1.0" xmlns="urn:samspil:page:1" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:samspil:page:1" xmlns:doc="urn:samspil:doc" xmlns:l="urn:samspil:labels:1"
    xmlns:r="http://relaxng.org/ns/structure/1.0" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p doc l r a exsl str">
  <xsl:output indent="yes" encoding="UTF-8"/>
  <xsl:param name="program"/>
  <xsl:param name="model"/>
  <xsl:param name="examples"/>
  <xsl:param name="xslt"/>

  <xsl:variable name="all">
    <xsl:copy-of select="/list/program"/>
    <xsl:for-each select="/list/sample">
      <sample name="{@name}" href="{@href}" page="{document(@href)/p:page/@name}" xmlns="">
        <xsl:attribute name="program"><xsl:if test="not(starts-with(@name, 'base-'))"><xsl:value-of select="document(@href)/p:page/@program"/></xsl:if></xsl:attribute>
      </sample>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="list" select="exsl:node-set($all)"/>
  <xsl:variable name="known" select="document($model)/model"/>
  <xsl:variable name="shown" select="document($examples)/examples"/>
  <xsl:variable name="labels" select="document(concat($xslt, '/labels/da.xml'))"/>
  <xsl:variable name="grammar" select="document(concat($xslt, '/schema/page.rng'))/r:grammar"/>

  <xsl:key name="example" match="example" use="@of"/>
  <xsl:key name="value" match="value" use="concat(@of, ' ', @name)"/>
  <xsl:key name="label" match="l:label" use="@key"/>
  <xsl:key name="use" match="use" use="@key"/>

  <xsl:template match="list">
    <reference program="{$program}">
      <xsl:call-template name="group"><xsl:with-param name="kind" select="'page'"/><xsl:with-param name="entries"><xsl:call-template name="pages"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="group"><xsl:with-param name="kind" select="'element'"/><xsl:with-param name="entries"><xsl:apply-templates select="$known/element[@program = $program]"/></xsl:with-param></xsl:call-template>
      <xsl:if test="$program = 'base'">
        <xsl:call-template name="group"><xsl:with-param name="kind" select="'type'"/><xsl:with-param name="entries"><xsl:apply-templates select="$grammar/r:define[a:documentation]"/></xsl:with-param></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="group"><xsl:with-param name="kind" select="'form'"/><xsl:with-param name="entries"><xsl:call-template name="forms"/></xsl:with-param></xsl:call-template>
      <xsl:for-each select="exsl:node-set($kinds)/kind">
        <xsl:variable name="kind" select="@name"/>
        <xsl:call-template name="group">
          <xsl:with-param name="kind" select="$kind"/>
          <xsl:with-param name="entries">
            <xsl:for-each select="exsl:node-set($sheets)/sheet[@program = $program]">
              <xsl:apply-templates select="document(@href)/xsl:stylesheet/doc:*[local-name() = $kind]"><xsl:with-param name="sheet" select="@name"/></xsl:apply-templates>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$program = 'base'">
        <xsl:call-template name="group">
          <xsl:with-param name="kind" select="'function'"/>
          <xsl:with-param name="entries"><xsl:apply-templates select="document(concat($xslt, '/schema/functions.xml'))/doc:functions/doc:function"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="group"><xsl:with-param name="kind" select="'label'"/><xsl:with-param name="entries"><xsl:call-template name="labels"/></xsl:with-param></xsl:call-template>
    </reference>
  </xsl:template>

  <xsl:variable name="kinds"><kind name="sheet" xmlns=""/><kind name="list" xmlns=""/><kind name="mode" xmlns=""/><kind name="hook" xmlns=""/><kind name="param" xmlns=""/><kind name="template" xmlns=""/></xsl:variable>

  <xsl:template name="group">
    <xsl:param name="kind"/>
    <xsl:param name="entries"/>
    <xsl:if test="exsl:node-set($entries)/*"><group kind="{$kind}"><xsl:copy-of select="$entries"/></group></xsl:if>
  </xsl:template>

  <!-- The stylesheets: those of base are included by base/all.xsl, or imported by the programs that need them; those of a program
       are included by pages/PROGRAM.xsl. -->

  <xsl:variable name="sheets">
    <xsl:call-template name="sheet"><xsl:with-param name="of" select="'base'"/><xsl:with-param name="name" select="'base/all'"/></xsl:call-template>
    <xsl:call-template name="sheet"><xsl:with-param name="of" select="'base'"/><xsl:with-param name="name" select="'base/questions'"/></xsl:call-template>
    <xsl:call-template name="sheet"><xsl:with-param name="of" select="'base'"/><xsl:with-param name="name" select="'base/measuring'"/></xsl:call-template>
    <xsl:call-template name="sheet"><xsl:with-param name="of" select="'base'"/><xsl:with-param name="name" select="'base/findings'"/></xsl:call-template>
    <xsl:for-each select="/list/program">
      <xsl:call-template name="sheet"><xsl:with-param name="of" select="@name"/><xsl:with-param name="name" select="concat('pages/', @name)"/></xsl:call-template>
    </xsl:for-each>
  </xsl:variable>

  <xsl:template name="sheet">
    <xsl:param name="of"/>
    <xsl:param name="name"/>
    <sheet program="{$of}" name="{$name}" href="{$xslt}/{$name}.xsl" xmlns=""/>
    <xsl:for-each select="document(concat($xslt, '/', $name, '.xsl'))/xsl:stylesheet/*[self::xsl:import or self::xsl:include][$of = 'base' or not(starts-with(@href, 'samspil:base/'))]">
      <xsl:call-template name="sheet">
        <xsl:with-param name="of" select="$of"/>
        <xsl:with-param name="name" select="substring-before(substring-after(@href, 'samspil:'), '.xsl')"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Pages and forms, as the samples have them. -->

  <xsl:template name="pages">
    <xsl:for-each select="$list/sample[@program = $program]">
      <xsl:sort select="@page"/>
      <xsl:variable name="page" select="@page"/>
      <xsl:if test="not(preceding-sibling::sample[@program = $program and @page = $page])">
        <xsl:variable name="samples" select="$list/sample[@program = $program and @page = $page]"/>
        <xsl:variable name="parts" select="document($samples/@href)/p:page/p:content/*"/>
        <entry kind="page" id="page-{@page}" name="{@page}">
            <xsl:variable name="key" select="concat('page.', $program, '.', @page)"/>
            <xsl:for-each select="$labels"><xsl:if test="key('label', $key)"><xsl:attribute name="key"><xsl:value-of select="$key"/></xsl:attribute></xsl:if></xsl:for-each>
          <xsl:for-each select="$known/element[within/@of = 'content']">
            <xsl:if test="$parts[local-name() = current()/@name] and (@program = $program or not(../element[within/@of = 'content'][@name = current()/@name][@program = $program]))"><holds name="{@name}" program="{@program}" of="{@id}"/></xsl:if>
          </xsl:for-each>
          <xsl:for-each select="$samples"><sample name="{@name}"/></xsl:for-each>
        </entry>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="forms">
    <xsl:variable name="forms" select="document($list/sample[@program = $program or ($program = 'base' and @program != '')]/@href)/p:page//p:form[(@name = 'sign-out') = ($program = 'base')]"/>
    <xsl:variable name="names"><xsl:for-each select="$forms"><xsl:sort select="@name"/><form name="{@name}" xmlns=""/></xsl:for-each></xsl:variable>
    <xsl:for-each select="exsl:node-set($names)/form[not(@name = preceding-sibling::form/@name)]">
      <xsl:variable name="form" select="@name"/>
      <xsl:variable name="these" select="$forms[@name = $form]"/>
      <entry kind="form" id="form-{$form}" name="{$form}">
        <xsl:variable name="fields">
          <xsl:for-each select="$these/p:field"><field name="{@name}" type="{@type}" always="{@required}" xmlns=""/></xsl:for-each>
          <xsl:for-each select="$these/p:submit"><field name="{@name}" type="submit" always="" xmlns=""/></xsl:for-each>
        </xsl:variable>
        <xsl:for-each select="exsl:node-set($fields)/field">
          <xsl:if test="not(preceding-sibling::field[@name = current()/@name and (@type = 'submit') = (current()/@type = 'submit')])">
            <xsl:variable name="kind"><xsl:choose><xsl:when test="@type = 'submit'">submit</xsl:when><xsl:otherwise>field</xsl:otherwise></xsl:choose></xsl:variable>
            <property name="{@name}" type="{@type}">
              <xsl:if test="@always = 'yes'"><xsl:attribute name="always">yes</xsl:attribute></xsl:if>
              <xsl:variable name="own" select="concat($kind, '.', $form, '.', @name)"/>
              <xsl:variable name="common" select="concat($kind, '.', @name)"/>
              <xsl:variable name="key"><xsl:for-each select="$labels"><xsl:value-of select="(key('label', $own)/@key | key('label', $common)[not(key('label', $own))]/@key)"/></xsl:for-each></xsl:variable>
              <xsl:if test="$key != ''"><xsl:attribute name="key"><xsl:value-of select="$key"/></xsl:attribute></xsl:if>
            </property>
          </xsl:if>
        </xsl:for-each>
        <example>
          <xsl:choose>
            <xsl:when test="$these/p:field">
              <xsl:text>&lt;xsl:template match="p:form[@name = '</xsl:text><xsl:value-of select="$form"/><xsl:text>']/p:field[@name = '</xsl:text>
              <xsl:value-of select="$these/p:field[1]/@name"/><xsl:text>']" mode="field.after"&gt;&#10;  &lt;p&gt;...&lt;/p&gt;&#10;&lt;/xsl:template&gt;</xsl:text>
            </xsl:when>
            <xsl:otherwise>
              <xsl:text>&lt;xsl:template match="p:form[@name = '</xsl:text><xsl:value-of select="$form"/><xsl:text>']" mode="form.after"&gt;&#10;  &lt;p&gt;...&lt;/p&gt;&#10;&lt;/xsl:template&gt;</xsl:text>
            </xsl:otherwise>
          </xsl:choose>
        </example>
      </entry>
    </xsl:for-each>
  </xsl:template>

  <!-- Elements -->

  <xsl:template match="element">
    <xsl:variable name="element" select="."/>
    <entry kind="element" id="element-{@id}" name="{@name}">
      <xsl:copy-of select="@text"/>
      <words><xsl:value-of select="words"/></words>
      <xsl:for-each select="property">
        <property name="{@name}" type="{@type}">
          <xsl:copy-of select="@always"/>
          <words><xsl:value-of select="words"/></words>
          <xsl:for-each select="option"><option name="{.}"/></xsl:for-each>
          <xsl:variable name="which" select="concat($element/@id, ' ', @name)"/>
          <xsl:for-each select="$shown"><xsl:for-each select="key('value', $which)"><seen sample="{@sample}"><xsl:value-of select="."/></seen></xsl:for-each></xsl:for-each>
        </property>
      </xsl:for-each>
      <xsl:for-each select="holds"><holds name="{@name}" program="{../../element[@id = current()/@of]/@program}" of="{@of}"/></xsl:for-each>
      <xsl:for-each select="within"><within name="{@name}" program="{../../element[@id = current()/@of]/@program}" of="{@of}"/></xsl:for-each>
      <xsl:for-each select="$shown"><xsl:for-each select="key('example', $element/@id)"><example sample="{@sample}"><xsl:value-of select="."/></example></xsl:for-each></xsl:for-each>
    </entry>
  </xsl:template>

  <xsl:template match="r:define">
    <entry kind="type" id="type-{@name}" name="{@name}">
      <words><xsl:value-of select="normalize-space(a:documentation)"/></words>
      <xsl:if test=".//r:param"><example><xsl:value-of select=".//r:param"/></example></xsl:if>
    </entry>
  </xsl:template>

  <!-- What the stylesheets say of themselves. -->
  <xsl:include href="sheets.xsl"/>
</xsl:stylesheet>

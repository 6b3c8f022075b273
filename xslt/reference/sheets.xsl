<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of reference.xsl: what the stylesheets say of themselves. -->
<xsl:stylesheet version="1.0" xmlns="urn:samspil:page:1" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:samspil:page:1" xmlns:doc="urn:samspil:doc" xmlns:l="urn:samspil:labels:1"
    xmlns:r="http://relaxng.org/ns/structure/1.0" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p doc l r a exsl str">

  <xsl:template match="doc:*" mode="words"><words><xsl:for-each select="text()"><xsl:if test="position() &gt; 1 and normalize-space()"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="normalize-space()"/></xsl:for-each></words></xsl:template>

  <xsl:template match="doc:*" mode="withs">
    <xsl:for-each select="doc:with"><parameter name="{@name}"><words><xsl:value-of select="normalize-space()"/></words></parameter></xsl:for-each>
  </xsl:template>

  <xsl:template match="doc:sheet">
    <xsl:param name="sheet"/>
    <entry kind="sheet" id="sheet-{translate($sheet, '/', '-')}" name="{$sheet}">
      <xsl:apply-templates select="." mode="words"/>
      <xsl:if test="$sheet = concat('pages/', $program)">
        <example><xsl:value-of select="concat('&lt;xsl:import href=&quot;samspil:pages/', @name, '.xsl&quot;/&gt;')"/></example>
      </xsl:if>
    </entry>
  </xsl:template>

  <xsl:template match="doc:mode | doc:hook">
    <xsl:param name="sheet"/>
    <xsl:variable name="first" select="normalize-space(substring-before(concat(@match, '|'), '|'))"/>
    <entry kind="{local-name()}" match="{normalize-space(@match)}" sheet="{$sheet}">
      <xsl:copy-of select="@name"/>
      <xsl:attribute name="id">
        <xsl:value-of select="concat(local-name(), '-', translate($sheet, '/', '-'), '-', translate(concat(@name, '-', normalize-space(@match)), '@*/|: ', 'AX._.'))"/>
      </xsl:attribute>
      <xsl:apply-templates select="." mode="words"/>
      <xsl:apply-templates select="." mode="withs"/>
      <example>
        <xsl:value-of select="concat('&lt;xsl:template match=&quot;', $first, '&quot;')"/>
        <xsl:if test="@name"><xsl:value-of select="concat(' mode=&quot;', @name, '&quot;')"/></xsl:if>
        <xsl:text>&gt;&#10;</xsl:text>
        <xsl:choose>
          <xsl:when test="self::doc:hook">  &lt;p&gt;...&lt;/p&gt;&#10;</xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="doc:with"><xsl:value-of select="concat('  &lt;xsl:param name=&quot;', @name, '&quot;/&gt;&#10;')"/></xsl:for-each>
            <xsl:choose>
              <xsl:when test="doc:with">  &lt;!-- yours, instead of what is shipped: apply-imports hands no parameters on --&gt;&#10;</xsl:when>
              <xsl:otherwise>  &lt;xsl:apply-imports/&gt;&#10;  &lt;!-- yours, after what is shipped; without apply-imports, instead of it --&gt;&#10;</xsl:otherwise>
            </xsl:choose>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text>&lt;/xsl:template&gt;</xsl:text>
      </example>
    </entry>
  </xsl:template>

  <xsl:template match="doc:param">
    <xsl:param name="sheet"/>
    <xsl:variable name="param" select="../xsl:param[@name = current()/@name]"/>
    <entry kind="param" id="param-{translate($sheet, '/', '-')}-{@name}" name="{@name}" sheet="{$sheet}">
      <xsl:apply-templates select="." mode="words"/>
      <example>
        <xsl:value-of select="concat('&lt;xsl:param name=&quot;', @name, '&quot;')"/>
        <xsl:if test="$param/@select"><xsl:value-of select="concat(' select=&quot;', $param/@select, '&quot;')"/></xsl:if>
        <xsl:text>/&gt;</xsl:text>
      </example>
    </entry>
  </xsl:template>

  <xsl:template match="doc:template">
    <xsl:param name="sheet"/>
    <entry kind="template" id="template-{translate($sheet, '/', '-')}-{@name}" name="{@name}" sheet="{$sheet}">
      <xsl:apply-templates select="." mode="words"/>
      <xsl:apply-templates select="." mode="withs"/>
      <example>
        <xsl:value-of select="concat('&lt;xsl:call-template name=&quot;', @name, '&quot;&gt;&#10;')"/>
        <xsl:for-each select="doc:with"><xsl:value-of select="concat('  &lt;xsl:with-param name=&quot;', @name, '&quot; select=&quot;', &quot;'...'&quot;, '&quot;/&gt;&#10;')"/></xsl:for-each>
        <xsl:text>&lt;/xsl:call-template&gt;</xsl:text>
      </example>
    </entry>
  </xsl:template>

  <!-- A list with its columns in another order. -->
  <xsl:template match="doc:list">
    <xsl:param name="sheet"/>
    <xsl:variable name="fixed" select="concat(' ', @fixed, ' ')"/>
    <xsl:variable name="head"><xsl:value-of select="@head"/><xsl:if test="not(@head)">head</xsl:if></xsl:variable>
    <xsl:variable name="cells"><xsl:value-of select="@cells"/><xsl:if test="not(@cells)">cells</xsl:if></xsl:variable>
    <xsl:variable name="rows"><xsl:value-of select="@row"/><xsl:if test="not(@row)"><xsl:value-of select="concat(&quot;p:list[@name = '&quot;, @name, &quot;']&quot;)"/></xsl:if></xsl:variable>
    <entry kind="list" id="list-{@name}" name="{@name}" match="{$rows}" sheet="{$sheet}">
      <xsl:apply-templates select="." mode="words"/>
      <xsl:for-each select="str:split(normalize-space(@columns), ' ')">
        <column name="{.}"><xsl:if test="contains($fixed, concat(' ', ., ' '))"><xsl:attribute name="fixed">yes</xsl:attribute></xsl:if></column>
      </xsl:for-each>
      <example>
        <xsl:value-of select="concat('&lt;xsl:template match=&quot;', $rows, '&quot; mode=&quot;', $head, '&quot;&gt;&#10;')"/>
        <xsl:for-each select="str:split(normalize-space(@columns), ' ')"><xsl:value-of select="concat('  &lt;xsl:apply-templates select=&quot;.&quot; mode=&quot;head.', ., '&quot;/&gt;&#10;')"/></xsl:for-each>
        <xsl:text>&lt;/xsl:template&gt;&#10;</xsl:text>
        <xsl:value-of select="concat('&lt;xsl:template match=&quot;', $rows)"/><xsl:if test="not(@row)">/*</xsl:if><xsl:value-of select="concat('&quot; mode=&quot;', $cells, '&quot;&gt;&#10;')"/>
        <xsl:for-each select="str:split(normalize-space(@columns), ' ')"><xsl:value-of select="concat('  &lt;xsl:apply-templates select=&quot;.&quot; mode=&quot;cell.', ., '&quot;/&gt;&#10;')"/></xsl:for-each>
        <xsl:text>&lt;/xsl:template&gt;</xsl:text>
      </example>
    </entry>
  </xsl:template>

  <xsl:template match="doc:function">
    <entry kind="function" id="function-{@name}" name="s:{@name}">
      <xsl:apply-templates select="." mode="words"/>
      <xsl:apply-templates select="." mode="withs"/>
      <example><xsl:value-of select="doc:example"/></example>
    </entry>
  </xsl:template>

  <!--
    Labels.  A key is a program's where its stylesheets name it, or begin it ('choice.state.'), or its samples lead to it; what no
    program is seen to use stands in base.
  -->

  <xsl:template name="labels">
    <xsl:variable name="own"><xsl:call-template name="uses"><xsl:with-param name="of" select="$program"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$program = 'base'">
        <xsl:variable name="others"><xsl:for-each select="$list/program"><xsl:call-template name="uses"><xsl:with-param name="of" select="@name"/></xsl:call-template></xsl:for-each></xsl:variable>
        <xsl:for-each select="$labels/l:labels/l:label">
          <xsl:variable name="key" select="@key"/>
          <xsl:variable name="used"><xsl:for-each select="exsl:node-set($others)"><xsl:if test="key('use', $key)">yes</xsl:if></xsl:for-each></xsl:variable>
          <xsl:if test="$used = ''"><entry kind="label" id="label-{@key}" name="{@key}"/></xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$labels/l:labels/l:label">
          <xsl:variable name="key" select="@key"/>
          <xsl:for-each select="exsl:node-set($own)"><xsl:if test="key('use', $key)"><entry kind="label" id="label-{$key}" name="{$key}"/></xsl:if></xsl:for-each>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="uses">
    <xsl:param name="of"/>
    <xsl:variable name="words">
      <xsl:for-each select="exsl:node-set($sheets)/sheet[@program = $of]">
        <xsl:for-each select="document(@href)/xsl:stylesheet//@*[contains(., &quot;'&quot;)]">
          <xsl:copy-of select="str:split(., &quot;'&quot;)"/>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="document($list/sample[@program = $of]/@href)/p:page">
        <token xmlns=""><xsl:value-of select="concat('page.', @program, '.', @name)"/></token>
        <xsl:for-each select="p:notice"><token xmlns=""><xsl:value-of select="concat('notice.', @key)"/></token></xsl:for-each>
        <xsl:for-each select="p:content//p:form">
          <xsl:variable name="form" select="@name"/>
          <token xmlns=""><xsl:value-of select="concat('form.', $form)"/></token>
          <token xmlns=""><xsl:value-of select="concat('form.', $form, '.')"/></token>
          <xsl:for-each select="p:submit">
            <token xmlns=""><xsl:value-of select="concat('submit.', $form, '.', @name)"/></token>
            <token xmlns=""><xsl:value-of select="concat('submit.', @name)"/></token>
          </xsl:for-each>
          <xsl:for-each select="p:field">
            <token xmlns=""><xsl:value-of select="concat('field.', $form, '.', @name)"/></token>
            <token xmlns=""><xsl:value-of select="concat('field.', @name)"/></token>
            <token xmlns=""><xsl:value-of select="concat('help.', $form, '.', @name)"/></token>
            <token xmlns=""><xsl:value-of select="concat('help.', @name)"/></token>
            <token xmlns=""><xsl:value-of select="concat('choice.', @name, '.')"/></token>
            <xsl:for-each select="p:error"><token xmlns=""><xsl:value-of select="concat('error.', @key)"/></token></xsl:for-each>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:for-each select="p:content//p:list">
          <token xmlns=""><xsl:value-of select="concat('list.', @name)"/></token>
          <token xmlns=""><xsl:value-of select="concat('empty.', @name)"/></token>
          <token xmlns=""><xsl:value-of select="concat('empty.', @name, '.')"/></token>
          <token xmlns=""><xsl:value-of select="concat('column.', @name, '.')"/></token>
        </xsl:for-each>
        <xsl:for-each select="p:content//p:chart"><token xmlns=""><xsl:value-of select="concat('chart.', @name)"/></token></xsl:for-each>
        <xsl:for-each select="p:content/p:error"><token xmlns=""><xsl:value-of select="concat('error.', @key, '.')"/></token></xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="tokens" select="exsl:node-set($words)/token"/>
    <xsl:variable name="sorted"><xsl:for-each select="$tokens[. != '' and not(contains(., ' '))]"><xsl:sort/><token xmlns=""><xsl:value-of select="."/></token></xsl:for-each></xsl:variable>
    <xsl:for-each select="exsl:node-set($sorted)/token[not(. = preceding-sibling::token[1])]">
      <xsl:variable name="token" select="string()"/>
      <xsl:for-each select="$labels">
        <xsl:choose>
          <xsl:when test="substring($token, string-length($token)) = '.' and string-length($token) &gt; 1">
            <xsl:for-each select="l:labels/l:label[starts-with(@key, $token)]"><use key="{@key}" xmlns=""/></xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="key('label', $token) | key('label', concat($token, '.one')) | key('label', concat($token, '.other'))"><use key="{@key}" xmlns=""/></xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  Examples out of the samples, for what the grammar (model.xsl) knows: of each element and each attribute the first there is.
  The input is <list> <sample name href/>* </list>; parameter model is the file that model.xsl made.

	<examples> <example of sample> TEXT </example>* <value of name sample> TEXT </value>* </examples>

  An element is shown with its children, each name once, and without theirs.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings" exclude-result-prefixes="exsl str">
  <xsl:output encoding="UTF-8"/>
  <xsl:param name="model"/>

  <xsl:key name="element" match="element" use="@id"/>
  <xsl:key name="found" match="found" use="@of"/>
  <xsl:key name="attribute" match="attribute" use="concat(@of, ' ', @name)"/>
  <xsl:key name="node" match="*" use="generate-id()"/>

  <xsl:variable name="known" select="document($model)"/>

  <xsl:template match="list">
    <xsl:variable name="all">
      <xsl:for-each select="sample">
        <xsl:apply-templates select="document(@href)/*" mode="find">
          <xsl:with-param name="element" select="$known/model/element[@id = 'page']"/>
          <xsl:with-param name="sample" select="@name"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="found" select="exsl:node-set($all)"/>
    <xsl:variable name="list" select="."/>
    <examples>
      <xsl:for-each select="$known/model/element">
        <xsl:variable name="element" select="."/>
        <xsl:for-each select="$found">
          <xsl:for-each select="key('found', $element/@id)[1]">
            <example of="{@of}" sample="{@sample}">
              <xsl:variable name="node" select="@node"/>
              <xsl:for-each select="document($list/sample[@name = current()/@sample]/@href)">
                <xsl:apply-templates select="key('node', $node)" mode="show"/>
              </xsl:for-each>
            </example>
          </xsl:for-each>
          <xsl:for-each select="$element/property">
            <xsl:variable name="which" select="concat($element/@id, ' ', @name)"/>
            <xsl:for-each select="$found">
              <xsl:for-each select="key('attribute', $which)[1]"><value of="{@of}" name="{@name}" sample="{@sample}"><xsl:value-of select="@value"/></value></xsl:for-each>
            </xsl:for-each>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:for-each>
    </examples>
  </xsl:template>

  <!-- Which element of the grammar this is, is said by its parent's; of two of one name it is the page's program's own. -->
  <xsl:template match="*" mode="find">
    <xsl:param name="element"/>
    <xsl:param name="sample"/>
    <xsl:param name="program" select="@program"/>
    <found of="{$element/@id}" sample="{$sample}" node="{generate-id()}"/>
    <xsl:for-each select="@*"><attribute of="{$element/@id}" name="{name()}" sample="{$sample}" value="{.}"/></xsl:for-each>
    <xsl:for-each select="*">
      <xsl:variable name="child" select="."/>
      <xsl:for-each select="$known">
        <xsl:variable name="fitting" select="key('element', $element/holds[@name = local-name($child)]/@of)"/>
        <xsl:apply-templates select="$child" mode="find">
          <xsl:with-param name="element" select="($fitting[@program = $program] | $fitting[not($fitting/@program = $program)])[1]"/>
          <xsl:with-param name="sample" select="$sample"/>
          <xsl:with-param name="program" select="$program"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- An element as one reads it. -->

  <xsl:template match="*" mode="show">
    <xsl:apply-templates select="." mode="tag"/>
    <xsl:choose>
      <xsl:when test="*">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates select="*[not(local-name() = local-name(preceding-sibling::*))]" mode="inside"/>
        <xsl:value-of select="concat('&#10;&lt;/', local-name(), '&gt;')"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="rest"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="inside">
    <xsl:text>&#10;  </xsl:text>
    <xsl:apply-templates select="." mode="tag"/>
    <xsl:choose>
      <xsl:when test="*"><xsl:value-of select="concat('&gt;&lt;!-- ... --&gt;&lt;/', local-name(), '&gt;')"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="rest"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="tag">
    <xsl:value-of select="concat('&lt;', local-name())"/>
    <xsl:for-each select="@*">
      <xsl:value-of select="concat(' ', name(), '=&quot;')"/>
      <xsl:apply-templates select="." mode="escape"/>
      <xsl:text>"</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="rest">
    <xsl:choose>
      <xsl:when test="normalize-space()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates select="text()" mode="escape"/>
        <xsl:value-of select="concat('&lt;/', local-name(), '&gt;')"/>
      </xsl:when>
      <xsl:otherwise>/&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text() | @*" mode="escape">
    <xsl:value-of select="str:replace(str:replace(str:replace(., '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&quot;', '&amp;quot;')"/>
  </xsl:template>
</xsl:stylesheet>

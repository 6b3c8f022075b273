<?xml version="1.0" encoding="UTF-8"?>
<!--
  The grammar of pages, resolved: each element once, with its attributes and with what it holds and where it stands.

	<model> <element id program name [text="yes"]> <words/> <property name [type] [always="yes"]> <words/> <option/>* </property>*
	 <holds of name/>* <within of name/>* </element>* <type name> <pattern/> </type>* </model>

  An element's id is its define's name, for one inside another with the names down to it: plan.progress.line.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="http://relaxng.org/ns/structure/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="r a exsl">
  <xsl:output indent="yes" encoding="UTF-8"/>

  <xsl:key name="define" match="r:define" use="@name"/>

  <xsl:template match="r:grammar">
    <xsl:variable name="elements"><xsl:apply-templates select="r:define/descendant::r:element" mode="element"/></xsl:variable>
    <model>
      <xsl:for-each select="exsl:node-set($elements)/element">
        <xsl:copy>
          <xsl:copy-of select="@* | *"/>
          <xsl:for-each select="../element[holds/@of = current()/@id]"><within of="{@id}" name="{@name}"/></xsl:for-each>
        </xsl:copy>
      </xsl:for-each>
    </model>
  </xsl:template>

  <xsl:template match="r:element" mode="id">
    <xsl:value-of select="ancestor::r:define/@name"/>
    <xsl:for-each select="ancestor-or-self::r:element[ancestor::r:element]"><xsl:value-of select="concat('.', @name)"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="r:element" mode="element">
    <xsl:variable name="id"><xsl:apply-templates select="." mode="id"/></xsl:variable>
    <xsl:variable name="properties"><xsl:apply-templates select="*" mode="properties"/></xsl:variable>
    <xsl:variable name="content"><xsl:apply-templates select="*" mode="content"/></xsl:variable>
    <element id="{$id}" name="{@name}">
      <xsl:attribute name="program">
        <xsl:choose>
          <xsl:when test="contains($id, '.') and contains(ancestor::r:define/@name, '.')"><xsl:value-of select="substring-before($id, '.')"/></xsl:when>
          <xsl:otherwise>base</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="exsl:node-set($content)/words"><xsl:attribute name="text">yes</xsl:attribute></xsl:if>
      <words><xsl:value-of select="normalize-space(a:documentation)"/></words>
      <!-- In a choice an attribute may stand twice: once is enough. -->
      <xsl:for-each select="exsl:node-set($properties)/property[not(@name = preceding-sibling::property/@name)]"><xsl:copy-of select="."/></xsl:for-each>
      <xsl:for-each select="exsl:node-set($content)/holds[not(@of = preceding-sibling::holds/@of)]"><xsl:copy-of select="."/></xsl:for-each>
    </element>
  </xsl:template>

  <!-- Attributes, through references; those inside something optional may be absent. -->

  <xsl:template match="*" mode="properties">
    <xsl:param name="always" select="'yes'"/>
    <xsl:apply-templates select="*" mode="properties"><xsl:with-param name="always" select="$always"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:optional | r:zeroOrMore | r:choice" mode="properties">
    <xsl:apply-templates select="*" mode="properties"><xsl:with-param name="always" select="''"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:element" mode="properties"/>
  <xsl:template match="r:ref" mode="properties">
    <xsl:param name="always" select="'yes'"/>
    <xsl:apply-templates select="key('define', @name)/*" mode="properties"><xsl:with-param name="always" select="$always"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="r:attribute" mode="properties">
    <xsl:param name="always" select="'yes'"/>
    <property name="{@name}">
      <xsl:attribute name="type"><xsl:apply-templates select="r:*" mode="type"/></xsl:attribute>
      <xsl:if test="$always"><xsl:attribute name="always">yes</xsl:attribute></xsl:if>
      <words><xsl:value-of select="normalize-space(a:documentation)"/></words>
      <xsl:for-each select="descendant::r:value | key('define', r:ref/@name)/r:choice/r:value"><option><xsl:value-of select="."/></option></xsl:for-each>
    </property>
  </xsl:template>

  <xsl:template match="r:ref" mode="type"><xsl:apply-templates select="key('define', @name)" mode="type"/></xsl:template>
  <!-- A type of values is documented; a choice that several attributes share is not. -->
  <xsl:template match="r:define" mode="type"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="r:define[r:choice]" mode="type">one</xsl:template>
  <xsl:template match="r:text | r:empty" mode="type"><xsl:value-of select="local-name()"/></xsl:template>
  <xsl:template match="r:data" mode="type"><xsl:value-of select="@type"/></xsl:template>
  <xsl:template match="r:choice | r:value" mode="type">one</xsl:template>
  <xsl:template match="r:choice[r:ref | r:text]" mode="type"><xsl:apply-templates select="r:ref | r:text" mode="type"/></xsl:template>
  <xsl:template match="r:list" mode="type">list</xsl:template>

  <!-- What stands in it: elements, and text. -->

  <xsl:template match="*" mode="content"><xsl:apply-templates select="*" mode="content"/></xsl:template>
  <xsl:template match="r:attribute" mode="content"/>
  <xsl:template match="r:element" mode="content">
    <holds name="{@name}"><xsl:attribute name="of"><xsl:apply-templates select="." mode="id"/></xsl:attribute></holds>
  </xsl:template>
  <xsl:template match="r:ref" mode="content"><xsl:apply-templates select="key('define', @name)/*" mode="content"/></xsl:template>
  <xsl:template match="r:text | r:data | r:value" mode="content"><words/></xsl:template>
</xsl:stylesheet>

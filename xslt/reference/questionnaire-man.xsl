<?xml version="1.0" encoding="UTF-8"?>
<!--
  samspil-questionnaire(5), of the grammar xslt/schema/questionnaire.rng: an introduction, each element and attribute with the
  grammar's own words, what rules read, and questionnaire.xml as the example.  Output is man(7).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="http://relaxng.org/ns/structure/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0" exclude-result-prefixes="r a">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="version"/>
  <xsl:key name="define" match="r:define" use="@name"/>

  <xsl:template match="/r:grammar">
    <xsl:text>.\" Made of xslt/schema/questionnaire.rng by xslt/reference/questionnaire-man.xsl.
.TH SAMSPIL\-QUESTIONNAIRE 5 "" "Samspil </xsl:text>
    <xsl:value-of select="$version"/>
    <xsl:text>" "File formats"
.SH NAME
samspil\-questionnaire \- a questionnaire, its rules and its tests, as XML
.SH DESCRIPTION
A questionnaire is one XML file in the namespace
.BR urn:samspil:questionnaire:1 .
It says what is asked, on what pages and in which languages; what the answers score; which colour a dimension gets and why; what the
whole indicates; and how all this is tested.
The file is the whole truth: the program knows no questionnaire by name.
.PP
A version is a
.IR draft ,
then
.IR published ,
then
.IR retired .
Publishing (by
.BR "samspil\-import questionnaire" " \fIFILE\fP,"
or on the administration's pages, /admin/questionnaires, which team leaders and operators may open) checks the file against its grammar, reads it, runs its rules on the largest response that there can be,
runs its own tests, and refuses with line and reason.
With
.B \-\-draft
the tool keeps the file as a draft instead, to be tried and published there.
A new version's number is higher than the last one that was published.
A published version never changes; what was answered keeps its version, and is scored again by a later one only beside its first result.
.PP
An answer that is missing is never 0.
Everyone may decline to answer each question; a dimension or a score whose answers are missing cannot be computed, and says so, unless its
.B missing
allows otherwise.
.PP
A survey
.RB ( audience="survey" )
needs a licence and a legal basis as all questionnaires do; it needs no
.B indication
and no
.BR sentence ,
for nobody is judged by it.
.SH ELEMENTS
In the order in which they stand in a file.
An attribute is needed unless it says
.IR optional ;
of the elements that one holds, ? means at most one, * any number, + at least one.
</xsl:text>
    <xsl:apply-templates select="//r:element" mode="section"/>
    <xsl:text>.SH RULES
A rule is XPath 1.0 with its own functions only: no
.BR document() ,
no extensions, nothing outside the response.
Parameters are variables
.RI ( $red\-limit ).
What it reads is this tree, made of the answers; from
.B show\-if
on its way only what was asked before can be seen.
.PP
.EX
&lt;response&gt;
  &lt;dimension id="soevn" state="answered" score="5" colour="red"&gt;
    &lt;answer question="timer" state="answered" option="fem" score="2"/&gt;
    &lt;answer question="hvorfor" state="answered" score="3"&gt;
      &lt;option id="smerter" score="2"/&gt;
      &lt;option id="uro" score="1"/&gt;
    &lt;/answer&gt;
    &lt;answer question="ord" state="declined"/&gt;
  &lt;/dimension&gt;
  &lt;score id="points" value="5" band="points.many"/&gt;
&lt;/response&gt;
.EE
.TP
.B response
The root, from which
.BR show\-if ,
.BR select ,
.B undecided
and
.B indication
read.
.TP
.B dimension
From which a
.B colour
reads.
.I @state
is answered, missing or not\-asked;
.I @score
the sum of its answers, absent where it cannot be computed;
.I @colour
its level, once all is answered.
.TP
.B answer
One for each question.
.I @state
is answered, dont\-know, declined, none or not\-asked.
One that is answered has
.I @option
(single),
.I @value
(scale, number, date) or a child
.B option
for each that was chosen (many);
.I @score
where it has one, and
.I @level
where its option says so.
The words of a text are not there.
.TP
.B score
From which a
.B band
reads: its
.IR @value ,
absent where it cannot be computed, and its
.IR @band .
.PP
A comparison with what is absent is false, and
.B sum()
of nothing is 0: a rule says itself what shall hold then.
Numbers in the tree are as exact as they were given or computed: up to nine decimals, 15 digits.
Where several questions stand on one page, what an answer there asks makes the page come again.
.PP
Order: questions from first to last, each with its
.BR show\-if ;
scores and their bands; colours; the first
.B undecided
that is true, else the first
.B indication
that is.
Each result is kept with the id of the rule that gave it.
.SH LIMITS
A file has at most 1 MiB, and 128 KiB when it is put together with what it shares; no DOCTYPE, 256 attributes on an element, 200 questions, 48 options of a question, 2000 ids, 300 tests and 20
translations.
A rule has at most 1000 characters and takes at most 200,000 steps; all rules on the largest response take at most 500,000 steps and a second, and all its own tests five seconds.
.SH EXAMPLE
.EX
</xsl:text>
    <xsl:apply-templates select="document('questionnaire.xml')/*" mode="xml"/>
    <xsl:text>
.EE
.SH "SEE ALSO"
.BR xpath (1),
.BR xmllint (1)
.PP
The grammar itself, xslt/schema/questionnaire.rng.
</xsl:text>
  </xsl:template>

  <!-- An element: its words, what stands in it, its attributes. -->

  <xsl:template match="r:element" mode="section">
    <xsl:text>.SS &lt;</xsl:text>
    <xsl:call-template name="literal"><xsl:with-param name="text" select="@name"/></xsl:call-template>
    <xsl:text>&gt;&#10;</xsl:text>
    <xsl:call-template name="line"><xsl:with-param name="text" select="a:documentation"/></xsl:call-template>
    <xsl:variable name="holds"><xsl:apply-templates select="*" mode="holds"/></xsl:variable>
    <xsl:if test="string($holds)">
      <xsl:text>.PP&#10;Holds:</xsl:text>
      <xsl:value-of select="$holds"/>
      <xsl:text>.&#10;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="*" mode="attributes"/>
  </xsl:template>

  <!-- How often is said by what stands around it, also where it is referred to. -->
  <xsl:template match="*" mode="holds">
    <xsl:param name="often"/>
    <xsl:apply-templates select="*" mode="holds"><xsl:with-param name="often" select="$often"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:zeroOrMore" mode="holds">
    <xsl:apply-templates select="*" mode="holds"><xsl:with-param name="often" select="'*'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:oneOrMore" mode="holds">
    <xsl:apply-templates select="*" mode="holds"><xsl:with-param name="often" select="'+'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:optional" mode="holds">
    <xsl:apply-templates select="*" mode="holds"><xsl:with-param name="often" select="'?'"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:attribute | a:documentation" mode="holds"/>
  <xsl:template match="r:ref" mode="holds">
    <xsl:param name="often"/>
    <xsl:apply-templates select="key('define', @name)/*" mode="holds"><xsl:with-param name="often" select="$often"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:element" mode="holds">
    <xsl:param name="often"/>
    <xsl:text> &lt;</xsl:text>
    <xsl:call-template name="literal"><xsl:with-param name="text" select="@name"/></xsl:call-template>
    <xsl:value-of select="concat('&gt;', $often)"/>
  </xsl:template>
  <!-- Of several, any: not one of each. -->
  <xsl:template match="r:oneOrMore[r:choice] | r:zeroOrMore[r:choice]" mode="holds" priority="1">
    <xsl:choose>
      <xsl:when test="self::r:oneOrMore"> one or more of (</xsl:when>
      <xsl:otherwise> any number of (</xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="r:choice/*">
      <xsl:if test="position() &gt; 1"> |</xsl:if>
      <xsl:apply-templates select="." mode="holds"/>
    </xsl:for-each>
    <xsl:text> )</xsl:text>
  </xsl:template>
  <xsl:template match="r:text" mode="holds"> words</xsl:template>
  <!-- Kinds of questions: each says at its type what it holds. -->
  <xsl:template match="r:choice[r:ref[key('define', @name)/r:attribute/@name = 'type']]" mode="holds"> what its type asks for</xsl:template>

  <!-- Attributes, through references; those inside something optional may be absent. -->

  <xsl:template match="*" mode="attributes">
    <xsl:param name="optional"/>
    <xsl:apply-templates select="*" mode="attributes"><xsl:with-param name="optional" select="$optional"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:element" mode="attributes"/>
  <xsl:template match="r:optional" mode="attributes">
    <xsl:apply-templates select="*" mode="attributes"><xsl:with-param name="optional" select="true()"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="r:ref" mode="attributes">
    <xsl:param name="optional"/>
    <xsl:apply-templates select="key('define', @name)/*" mode="attributes"><xsl:with-param name="optional" select="$optional"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="r:attribute" mode="attributes">
    <xsl:param name="optional"/>
    <xsl:text>.TP&#10;.B </xsl:text>
    <xsl:call-template name="literal"><xsl:with-param name="text" select="@name"/></xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="$optional">.RI ( optional )&#10;</xsl:if>
    <xsl:call-template name="line"><xsl:with-param name="text" select="a:documentation"/></xsl:call-template>
    <xsl:variable name="values" select="descendant::r:value[count(../r:value) &gt; 1] | key('define', descendant::r:ref/@name)/r:choice/r:value"/>
    <xsl:if test="$values">
      <xsl:text>One of:</xsl:text>
      <xsl:for-each select="$values">
        <xsl:text> </xsl:text>
        <xsl:call-template name="literal"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
      </xsl:for-each>
      <xsl:text>.&#10;</xsl:text>
    </xsl:if>
    <xsl:if test="@name = 'type'">
      <xsl:text>Holds:</xsl:text>
      <xsl:apply-templates select=".." mode="holds"/>
      <xsl:text>.&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- The example, as it is written. -->

  <xsl:template match="*" mode="xml">
    <xsl:text>&lt;</xsl:text>
    <xsl:value-of select="name()"/>
    <xsl:if test="not(parent::*)"> xmlns="<xsl:value-of select="namespace-uri()"/>"</xsl:if>
    <xsl:apply-templates select="@*" mode="xml"/>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates select="node()" mode="xml"/>
        <xsl:text>&lt;/</xsl:text>
        <xsl:value-of select="name()"/>
        <xsl:text>&gt;</xsl:text>
      </xsl:when>
      <xsl:otherwise>/&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="@*" mode="xml">
    <xsl:choose>
      <!-- Where the file has a new line, or its lines would be long. -->
      <xsl:when test="name() = 'licence' or name() = 'show-if' or (name() = 'test' and string-length() &gt; 40)">
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="ancestor::*"><xsl:text>  </xsl:text></xsl:for-each>
        <xsl:text>  </xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="name()"/>
    <xsl:text>="</xsl:text>
    <xsl:call-template name="literal"><xsl:with-param name="text">
      <xsl:call-template name="replace">
        <xsl:with-param name="text" select="string(.)"/>
        <xsl:with-param name="from" select="'&gt;'"/>
        <xsl:with-param name="to" select="'&amp;gt;'"/>
      </xsl:call-template>
    </xsl:with-param></xsl:call-template>
    <xsl:text>"</xsl:text>
  </xsl:template>
  <xsl:template match="text()" mode="xml"><xsl:value-of select="."/></xsl:template>

  <!-- What roff would take for its own. -->

  <xsl:template name="replace">
    <xsl:param name="text"/>
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:choose>
      <xsl:when test="contains($text, $from)">
        <xsl:value-of select="concat(substring-before($text, $from), $to)"/>
        <xsl:call-template name="replace">
          <xsl:with-param name="text" select="substring-after($text, $from)"/>
          <xsl:with-param name="from" select="$from"/>
          <xsl:with-param name="to" select="$to"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name or a value: its hyphens are to be copied. -->
  <xsl:template name="literal">
    <xsl:param name="text"/>
    <xsl:call-template name="replace">
      <xsl:with-param name="text" select="$text"/>
      <xsl:with-param name="from" select="'-'"/>
      <xsl:with-param name="to" select="'\-'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A line of prose. -->
  <xsl:template name="line">
    <xsl:param name="text"/>
    <xsl:variable name="words" select="normalize-space($text)"/>
    <xsl:if test="starts-with($words, '.') or starts-with($words, &quot;'&quot;)">\&amp;</xsl:if>
    <xsl:call-template name="replace">
      <xsl:with-param name="text" select="$words"/>
      <xsl:with-param name="from" select="'\'"/>
      <xsl:with-param name="to" select="'\e'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>

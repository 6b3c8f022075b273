<?xml version="1.0" encoding="UTF-8"?>
<!--
  The pages of samspil-plan, by what they are about:
	plan/course.xsl        the head of a course, the list of courses, the overview, what waits
	plan/analysis.xsl      contacts, background, notes, focus areas, conference
	plan/agreement.xsl     the plan, interventions and their time line, the provider's pages
	plan/progression.xsl   measurements
	plan/history.xsl       who did what, when
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="samspil:base/all.xsl"/>
  <xsl:include href="samspil:pages/plan/course.xsl"/>
  <xsl:include href="samspil:pages/plan/analysis.xsl"/>
  <xsl:include href="samspil:pages/plan/agreement.xsl"/>
  <xsl:include href="samspil:pages/plan/progression.xsl"/>
  <xsl:include href="samspil:pages/plan/history.xsl"/>
</xsl:stylesheet>

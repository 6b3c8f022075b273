<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:doc="urn:samspil:doc"
    exclude-result-prefixes="doc">
  <xsl:import href="samspil:base/all.xsl"/>
  <xsl:import href="samspil:base/measuring.xsl"/>

  <doc:sheet name="plan">The pages of samspil-plan, a sheet for each part of a course.</doc:sheet>

  <xsl:include href="samspil:pages/plan/analysis.xsl"/>
  <xsl:include href="samspil:pages/plan/status.xsl"/>
  <xsl:include href="samspil:pages/plan/control.xsl"/>
  <xsl:include href="samspil:pages/plan/documents.xsl"/>
  <xsl:include href="samspil:pages/plan/background.xsl"/>
  <xsl:include href="samspil:pages/plan/benefits.xsl"/>
  <xsl:include href="samspil:pages/plan/notes.xsl"/>
  <xsl:include href="samspil:pages/plan/focus.xsl"/>
  <xsl:include href="samspil:pages/plan/focus-form.xsl"/>
  <xsl:include href="samspil:pages/plan/conference.xsl"/>
  <xsl:include href="samspil:pages/plan/room.xsl"/>
  <xsl:include href="samspil:pages/plan/room-findings.xsl"/>
  <xsl:include href="samspil:pages/plan/interventions.xsl"/>
  <xsl:include href="samspil:pages/plan/interventions-one.xsl"/>
  <xsl:include href="samspil:pages/plan/plan-versions.xsl"/>
  <xsl:include href="samspil:pages/plan/provider.xsl"/>
  <xsl:include href="samspil:pages/plan/my-plan.xsl"/>
  <xsl:include href="samspil:pages/plan/days.xsl"/>
  <xsl:include href="samspil:pages/plan/days-one.xsl"/>
  <xsl:include href="samspil:pages/plan/goals.xsl"/>
  <xsl:include href="samspil:pages/plan/measure.xsl"/>
  <xsl:include href="samspil:pages/plan/progression.xsl"/>
  <xsl:include href="samspil:pages/plan/stop.xsl"/>
  <xsl:include href="samspil:pages/plan/history.xsl"/>
  <xsl:include href="samspil:pages/plan/past.xsl"/>
  <xsl:include href="samspil:pages/plan/courses.xsl"/>
  <xsl:include href="samspil:pages/plan/late.xsl"/>
  <xsl:include href="samspil:pages/plan/hands.xsl"/>
  <!-- The last one's templates are tried first: the overview is the page that is looked at most. -->
  <xsl:include href="samspil:pages/plan/course-head.xsl"/>
  <xsl:include href="samspil:pages/plan/course.xsl"/>
</xsl:stylesheet>

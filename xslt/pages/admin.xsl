<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"
    xmlns:s="urn:samspil:functions" xmlns:doc="urn:samspil:doc" exclude-result-prefixes="p s doc">
  <xsl:import href="samspil:base/all.xsl"/>
  <xsl:import href="samspil:base/questions.xsl"/>
  <xsl:include href="samspil:pages/admin/action-plans.xsl"/>
  <xsl:include href="samspil:pages/admin/catalogue.xsl"/>
  <xsl:include href="samspil:pages/admin/catalogue-one.xsl"/>
  <xsl:include href="samspil:pages/admin/criteria.xsl"/>
  <xsl:include href="samspil:pages/admin/imports.xsl"/>
  <xsl:include href="samspil:pages/admin/look.xsl"/>
  <xsl:include href="samspil:pages/admin/questionnaires.xsl"/>
  <xsl:include href="samspil:pages/admin/questionnaire-asks.xsl"/>
  <xsl:include href="samspil:pages/admin/reference.xsl"/>
  <xsl:include href="samspil:pages/admin/questions.xsl"/>
  <xsl:include href="samspil:pages/admin/ledger.xsl"/>
  <xsl:include href="samspil:pages/admin/removal.xsl"/>
  <xsl:include href="samspil:pages/admin/rules.xsl"/>
  <xsl:include href="samspil:pages/admin/studio.xsl"/>
  <xsl:include href="samspil:pages/admin/studio-check.xsl"/>
  <xsl:include href="samspil:pages/admin/studio-versions.xsl"/>
  <xsl:include href="samspil:pages/admin/studio-steps.xsl"/>
  <xsl:include href="samspil:pages/admin/trial.xsl"/>

  <doc:sheet name="admin">The pages of samspil-admin: what one may do, departments, the access log.</doc:sheet>

  <!-- What one may do -->

  <xsl:template match="p:content[p:admin]" mode="body">
    <ul class="sp-list sp-gap-s">
      <xsl:apply-templates select="p:admin/p:task"/>
    </ul>
    <xsl:apply-templates select="p:admin" mode="tasks.after"/>
  </xsl:template>

  <doc:hook name="tasks.after" match="p:admin">Below what one may do.</doc:hook>
  <xsl:template match="p:admin" mode="tasks.after"/>

  <doc:mode match="p:task">One of the things that one may do: a link and what it is for; labels admin.NAME and
    admin.NAME.help.</doc:mode>
  <xsl:template match="p:task">
    <li>
      <span>
        <a class="sp-strong" href="{@href}"><xsl:value-of select="s:label(concat('admin.', @name))"/></a>
        <br/>
        <span class="sp-quiet"><xsl:value-of select="s:label(concat('admin.', @name, '.help'))"/></span>
      </span>
    </li>
  </xsl:template>

  <!-- Departments -->

  <xsl:template match="p:content[p:departments]" mode="body">
    <xsl:call-template name="table">
      <xsl:with-param name="name" select="'departments'"/>
      <xsl:with-param name="rows" select="p:departments/p:department"/>
      <xsl:with-param name="class" select="'sp-table sp-fold sp-gap-s'"/>
    </xsl:call-template>
    <xsl:apply-templates select="p:departments" mode="departments.after"/>
  </xsl:template>

  <doc:hook name="departments.after" match="p:departments">Below the departments.</doc:hook>
  <xsl:template match="p:departments" mode="departments.after"/>

  <doc:list name="departments" row="p:department" columns="department kind staff-count group" fixed="department">The
    municipality's departments.</doc:list>
  <xsl:template match="p:department" mode="head">
    <xsl:apply-templates select="." mode="head.department"/>
    <xsl:apply-templates select="." mode="head.kind"/>
    <xsl:apply-templates select="." mode="head.staff-count"/>
    <xsl:apply-templates select="." mode="head.group"/>
  </xsl:template>
  <xsl:template match="p:department" mode="cells">
    <xsl:apply-templates select="." mode="cell.department"/>
    <xsl:apply-templates select="." mode="cell.kind"/>
    <xsl:apply-templates select="." mode="cell.staff-count"/>
    <xsl:apply-templates select="." mode="cell.group"/>
  </xsl:template>

  <xsl:template match="p:department" mode="head.department">
    <th scope="col"><xsl:value-of select="s:label('field.department')"/></th>
  </xsl:template>
  <xsl:template match="p:department" mode="head.kind">
    <th scope="col"><xsl:value-of select="s:label('column.departments.kind')"/></th>
  </xsl:template>
  <xsl:template match="p:department" mode="head.staff-count">
    <th scope="col" class="is-num"><xsl:value-of select="s:label('field.staff-count')"/></th>
  </xsl:template>
  <xsl:template match="p:department" mode="head.group">
    <th scope="col"><xsl:value-of select="s:label('field.group')"/></th>
  </xsl:template>

  <xsl:template match="p:department" mode="cell.department">
    <th scope="row"><xsl:value-of select="@name"/><xsl:apply-templates select="@parent-name" mode="part-of"/></th>
  </xsl:template>
  <xsl:template match="p:department" mode="cell.kind">
    <td data-label="{s:label('column.departments.kind')}">
      <xsl:apply-templates select="@kind" mode="department-kind"/>
    </td>
  </xsl:template>
  <xsl:template match="p:department" mode="cell.staff-count">
    <td class="is-num" data-label="{s:label('field.staff-count')}"><xsl:value-of select="@staff"/></td>
  </xsl:template>
  <xsl:template match="p:department" mode="cell.group">
    <td data-label="{s:label('field.group')}"><xsl:apply-templates select="." mode="group"/></td>
  </xsl:template>

  <doc:mode name="part-of" match="@parent-name">What a department is a part of.</doc:mode>
  <xsl:template match="@parent-name" mode="part-of">
    <span class="sp-quiet sp-small"><xsl:text> · </xsl:text><xsl:value-of select="."/></span>
  </xsl:template>
  <doc:mode name="department-kind" match="@kind">What kind of department it is, label department-kind.KIND.</doc:mode>
  <xsl:template match="@kind" mode="department-kind">
    <xsl:value-of select="s:label-or(concat('department-kind.', .), .)"/>
  </xsl:template>
  <doc:mode name="group" match="p:department">The directory's group whose members work there.</doc:mode>
  <xsl:template match="p:department" mode="group">
    <span class="sp-quiet"><xsl:value-of select="s:label('departments.no-group')"/></span>
  </xsl:template>
  <xsl:template match="p:department[@group]" mode="group"><code><xsl:value-of select="@group"/></code></xsl:template>

  <!-- The access log -->

  <xsl:template match="p:content[p:access-log]" mode="body">
    <p class="sp-quiet"><xsl:value-of select="s:label(concat('access-log.', p:access-log/@of))"/></p>
    <xsl:apply-templates select="p:access-log/p:form"><xsl:with-param name="class" select="'sp-panel sp-noprint'"/></xsl:apply-templates>
    <div class="sp-gap">
      <xsl:apply-templates select="p:access-log/@more" mode="more"/>
      <xsl:apply-templates select="p:access-log/p:list"/>
    </div>
  </xsl:template>

  <doc:mode name="more" match="@more">That there is more than is shown.</doc:mode>
  <xsl:template match="@more" mode="more">
    <p class="sp-quiet" data-keep="more"><xsl:value-of select="s:label('access-log.more')"/></p>
  </xsl:template>

  <xsl:template match="p:form[@name = 'filter']" mode="form-heading"/>

  <!-- Its fields stand beside each other. -->
  <xsl:template match="p:form[@name = 'filter']" mode="fields">
    <xsl:param name="id" select="@name"/>
    <div class="sp-row sp-row--even">
      <xsl:apply-templates select="p:field" mode="field"><xsl:with-param name="form" select="$id"/></xsl:apply-templates>
    </div>
  </xsl:template>
  <xsl:template match="p:form[@name = 'filter']/p:field" mode="optional"/>
  <xsl:template match="p:form[@name = 'filter'][@method = 'post']/p:field" mode="none"><xsl:value-of select="s:label('forms.all')"/></xsl:template>

  <xsl:template match="p:list[@name = 'access-log']" mode="query">
    <xsl:apply-templates select="../p:form/p:field/p:value" mode="query"/>
  </xsl:template>

  <doc:list name="access-log" columns="at who action citizen page grade reference" fixed="at who action citizen">Who
    looked at whom.</doc:list>
  <xsl:template match="p:list[@name = 'access-log']" mode="head">
    <xsl:apply-templates select="." mode="head.at"/>
    <xsl:apply-templates select="." mode="head.who"/>
    <xsl:apply-templates select="." mode="head.action"/>
    <xsl:apply-templates select="." mode="head.citizen"/>
    <xsl:apply-templates select="." mode="head.page"/>
    <xsl:apply-templates select="." mode="head.grade"/>
    <xsl:apply-templates select="." mode="head.reference"/>
  </xsl:template>
  <xsl:template match="p:access" mode="cells">
    <xsl:apply-templates select="." mode="cell.at"/>
    <xsl:apply-templates select="." mode="cell.who"/>
    <xsl:apply-templates select="." mode="cell.action"/>
    <xsl:apply-templates select="." mode="cell.citizen"/>
    <xsl:apply-templates select="." mode="cell.page"/>
    <xsl:apply-templates select="." mode="cell.grade"/>
    <xsl:apply-templates select="." mode="cell.reference"/>
  </xsl:template>

  <xsl:template match="p:list[@name = 'access-log']" mode="head.at">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'at'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'access-log']" mode="head.who">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'who'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'access-log']" mode="head.action">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'action'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'access-log']" mode="head.citizen">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'citizen'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'access-log']" mode="head.page">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'page'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'access-log']" mode="head.grade">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'grade'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="p:list[@name = 'access-log']" mode="head.reference">
    <xsl:call-template name="column"><xsl:with-param name="name" select="'reference'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:access" mode="cell.at">
    <td class="sp-num sp-nowrap"><xsl:value-of select="s:time(@at)"/></td>
  </xsl:template>
  <xsl:template match="p:access" mode="cell.who">
    <th scope="row" data-label="{s:label('column.access-log.who')}"><xsl:apply-templates select="." mode="who"/></th>
  </xsl:template>
  <xsl:template match="p:access" mode="cell.action">
    <td data-label="{s:label('column.access-log.action')}"><xsl:apply-templates select="@action" mode="action"/></td>
  </xsl:template>
  <xsl:template match="p:access" mode="cell.citizen">
    <td data-label="{s:label('column.access-log.citizen')}"><xsl:apply-templates select="." mode="whom"/></td>
  </xsl:template>
  <xsl:template match="p:access" mode="cell.page">
    <td data-label="{s:label('column.access-log.page')}">
      <xsl:apply-templates select="." mode="page"/><xsl:apply-templates select="@object" mode="object"/>
    </td>
  </xsl:template>
  <xsl:template match="p:access" mode="cell.grade">
    <td data-label="{s:label('column.access-log.grade')}"><xsl:apply-templates select="@grade" mode="grade"/></td>
  </xsl:template>
  <xsl:template match="p:access" mode="cell.reference">
    <td class="sp-num" data-label="{s:label('column.access-log.reference')}"><xsl:value-of select="@reference"/></td>
  </xsl:template>

  <doc:mode name="action" match="@action">What was done, label choice.action.ACTION; a refusal stands out.</doc:mode>
  <xsl:template match="@action" mode="action">
    <xsl:value-of select="s:label(concat('choice.action.', .))"/>
  </xsl:template>
  <xsl:template match="@action[. = 'refuse']" mode="action">
    <span class="sp-late"><xsl:value-of select="s:label('choice.action.refuse')"/></span>
  </xsl:template>
  <xsl:template match="p:access[@program = 'export']/@action" mode="action">
    <xsl:value-of select="s:label('access-log.sent-out')"/>
  </xsl:template>
  <doc:mode name="grade" match="@grade">What was seen of a person, label grade.GRADE.</doc:mode>
  <xsl:template match="@grade" mode="grade"><xsl:value-of select="s:label-or(concat('grade.', .), .)"/></xsl:template>
  <doc:mode name="object" match="@object">Which record it was.</doc:mode>
  <xsl:template match="@object" mode="object">
    <xsl:text> </xsl:text><span class="sp-quiet sp-num"><xsl:value-of select="."/></span>
  </xsl:template>

  <doc:mode name="page" match="p:access">The page's address; of what left the house by samspil-export, label access-log.export.ROUTE.</doc:mode>
  <xsl:template match="p:access" mode="page"><code><xsl:value-of select="@route"/></code></xsl:template>
  <xsl:template match="p:access[@program = 'export']" mode="page">
    <xsl:value-of select="s:label(concat('access-log.export.', @route))"/>
  </xsl:template>

  <doc:mode name="who" match="p:access">The person who looked.</doc:mode>
  <xsl:template match="p:access" mode="who">
    <span class="sp-quiet"><xsl:value-of select="s:label('access-log.nobody')"/></span>
  </xsl:template>
  <xsl:template match="p:access[@program = 'export']" mode="who">
    <span class="sp-quiet"><xsl:value-of select="s:label('access-log.operator')"/></span>
  </xsl:template>
  <xsl:template match="p:access[@uid]" mode="who">
    <xsl:value-of select="@name"/>
    <xsl:text> </xsl:text>
    <span class="sp-quiet sp-small"><xsl:value-of select="@uid"/></span>
  </xsl:template>

  <doc:mode name="whom" match="p:access">The citizen looked at.</doc:mode>
  <xsl:template match="p:access" mode="whom"/>
  <xsl:template match="p:access[@citizen-number]" mode="whom">
    <xsl:value-of select="s:label('access-log.citizen-number', 'n', @citizen-number)"/>
  </xsl:template>
  <xsl:template match="p:access[@citizen]" mode="whom" priority="2">
    <xsl:value-of select="@citizen"/>
    <xsl:text> </xsl:text>
    <span class="sp-quiet sp-small"><xsl:value-of select="s:label('access-log.citizen-number', 'n', @citizen-number)"/></span>
  </xsl:template>
</xsl:stylesheet>

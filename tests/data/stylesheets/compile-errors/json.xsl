{"import": "samspil:pages/plan.xsl"}

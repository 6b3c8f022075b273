<?xml version="1.0" encoding="UTF-8"?>
<stylesheet version="1.0"><import href="samspil:pages/plan.xsl"/></stylesheet>

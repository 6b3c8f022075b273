<?xml version="1.0" encoding="UTF-8"?>
<page xmlns="urn:samspil:page:1" program="plan" name="overview" lang="da" contract="1.0"><content/></page>

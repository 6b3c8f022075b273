<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:@PORT@/x.xsl"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>

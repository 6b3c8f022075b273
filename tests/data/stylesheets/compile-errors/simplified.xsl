<?xml version="1.0" encoding="UTF-8"?>
<html xsl:version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" lang="da">
  <head><title>x</title></head><body><p>x</p></body>
</html>

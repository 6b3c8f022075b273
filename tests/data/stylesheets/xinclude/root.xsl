<?xml version="1.0" encoding="UTF-8"?>
<!-- a layer that is nothing but an XInclude -->
<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://@CANARY@"/>

<!doctype html>
<html lang="da"><head><title>x</title></head><body><p>Hej<br></body></html>

#!/usr/bin/python3
"""large.py DIR - write the layers that are too large to keep as files into DIR, in folders by class; large.py --list names them.

Each is a layer for plan.  They stand in manifest.tsv beside those that are files.
"""
import pathlib
import sys

ENCODING = '<?xml version="1.0" encoding="UTF-8"?>\n'
STYLESHEET = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"\n'
    '    xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">\n')
IMPORT = '  <xsl:import href="samspil:pages/plan.xsl"/>\n'
ATTRIBUTE = 'a{i}="x" '
NAMESPACE = 'xmlns:n{i}="urn:n{i}" '
ARGUMENT = '<xsl:with-param name="p{i}" select="1"/>'
KIB = 1024
LIMIT = 128 * KIB


def layer(body, imports=IMPORT):
    return f'{ENCODING}{STYLESHEET}{imports}{body}\n</xsl:stylesheet>\n'


def foot(content):
    """What stands in every page's foot: so it is run whatever the page."""
    return layer(f'  <xsl:template match="p:page" mode="foot.after">{content}</xsl:template>')


def value(expression):
    return foot(f'<p><xsl:value-of select="{expression}"/></p>')


def padded(size):
    """A layer of exactly size bytes, the last of them a comment's."""
    text = layer('<!--PAD-->')
    return text.replace('PAD', 'x' * (size - len(text) + 3))


def many(form, count, between=''):
    return between.join(form.format(i=i) for i in range(count))


LAYERS = {
    'attributes/40000': lambda: foot(f'<p {many(ATTRIBUTE, 40000)}>x</p>'),
    'attributes/8000': lambda: foot(f'<p {many(ATTRIBUTE, 8000)}>x</p>'),
    'attributes/in-many-tags': lambda: foot(f'<p {many(ATTRIBUTE, 250)}>x</p>' * 30),
    'attributes/namespaces-3000': lambda: foot(f'<p {many(NAMESPACE, 3000)}>x</p>'),
    'compile-errors/deep': lambda: foot('<b>' * 300 + 'x' + '</b>' * 300),
    'compile-errors/deeper': lambda: foot('<b>' * 6000 + 'x' + '</b>' * 6000),
    'entities/characters': lambda: foot(f'<p>{"&#65;" * 20000}</p>'),
    'good/large': lambda: padded(120 * KIB),
    'import/10000': lambda: layer('', IMPORT + many('<xsl:import href="a{i}"/>', 10000)),
    'import/2000-includes': lambda: layer('<xsl:include href="samspil:base/show.xsl"/>' * 2000),
    'keys/3000': lambda: layer(many('<xsl:key name="k{i}" match="node()" use="//@*"/>', 1500)),
    'quadratic-xpath/additions': lambda: value('+'.join('1' * 30000)),
    'quadratic-xpath/deep-functions': lambda: value('not(' * 10000 + '1' + ')' * 10000),
    'quadratic-xpath/deep-parentheses': lambda: value('(' * 20000 + '1' + ')' * 20000),
    'quadratic-xpath/long-path': lambda: value('.' + '/..//*' * 10000),
    'quadratic-xpath/long-pattern': lambda: layer(
        f'<xsl:template match="{many("p:user[{i}]", 5000, "|")}" mode="foot.after"><p>x</p></xsl:template>'),
    'quadratic-xpath/predicates': lambda: value('count(//node()' + '[. != 0]' * 10000 + ')'),
    'quadratic-xpath/union': lambda: value('count(' + '|'.join(['//*'] * 10000) + ')'),
    'recursion/choose': lambda: foot(
        '<xsl:choose><xsl:when test="true()">' * 200 + '<p>x</p>' + '</xsl:when></xsl:choose>' * 200),
    'too-large/attribute': lambda: foot(f'<p title="{"x" * 100000}">x</p>'),
    'too-large/comment': lambda: padded(300 * KIB),
    'too-large/megabytes': lambda: padded(16 * KIB * KIB),
    'too-large/name': lambda: foot(f'<{"x" * 60000}/>'),
    'too-large/one-byte': lambda: padded(LIMIT + 1),
    'too-large/spaces': lambda: layer(' ' * 200 * KIB),
    'too-large/templates': lambda: layer(many('<xsl:template match="p:user" mode="m{i}"/>', 10000)),
    'too-large/text': lambda: foot(f'<p>{"x" * KIB * KIB}</p>'),
    'variables/10000': lambda: layer(many('<xsl:variable name="v{i}" select="1"/>', 3000)),
    'variables/parameters': lambda: foot(
        f'<xsl:apply-templates select="p:user" mode="own">{many(ARGUMENT, 1500)}'
        '</xsl:apply-templates>').replace('</xsl:stylesheet>', '<xsl:template match="p:user" mode="own"/></xsl:stylesheet>'),
}


def main():
    if sys.argv[1:] == ['--list']:
        print('\n'.join(f'{name}.xsl' for name in sorted(LAYERS)))
        return
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name, make in LAYERS.items():
        file = pathlib.Path(sys.argv[1], f'{name}.xsl')
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(make(), encoding='utf-8')


if __name__ == '__main__':
    main()

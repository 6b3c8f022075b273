/*
 * What the judge finds in a layer's result: one good page, and for each rule what a layer might make of it.  A rule is tested both
 * ways: the page itself has no finding, each change of it has exactly those that are told.
 */
#include <libxml/parser.h>
#include <libxslt/transform.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <time.h>

#include "xml/gate/judge.h"
#include "xml/labels.h"
#include "xml/node.h"

#include <cmocka.h>

enum { HTML_MAX = 4 * 1024 * 1024, SECONDS_MAX = 8 };

static const char good[] =
    "<html lang='da'><head><title>Side</title><meta name='viewport' content='width=device-width'/>"
    "<link rel='stylesheet' href='/static/samspil.css'/></head><body>"
    "<a href='#main' class='skipnav'>Til indhold</a>"
    "<header><a href='/'>Samspil <span data-keep='demo'>DEMO</span></a>"
    "<nav aria-label='Menu'><ul><li><a href='/plan'>Forl&#248;b</a></li><li><a href='/triage'>Triage</a></li></ul></nav>"
    "<form action='/sign-out' method='post'><input type='hidden' name='token' value='t'/><input type='hidden' name='once' value='o'/>"
    "<button type='submit'>Log af</button></form></header>"
    "<main id='main'><p data-keep='protected'>Beskyttet adresse</p>"
    "<div class='sp-note' role='status'><p>Gemt.</p></div><div class='sp-note'><p>Husk.</p></div><h1>Brian</h1>"
    "<form id='form-note' action='/plan/3/notes' method='post' enctype='multipart/form-data' novalidate='novalidate'>"
    "<input type='hidden' name='token' value='t'/><input type='hidden' name='once' value='o'/>"
    "<input type='hidden' name='revision' value='4'/>"
    "<label for='title'>Titel</label><input id='title' name='title' value='Note' required='required' maxlength='60' autocomplete='off'/>"
    "<label for='body'>Tekst</label><span class='form-error-message' id='body-error'>Fejl</span>"
    "<textarea id='body' name='body' aria-invalid='true' aria-describedby='body-error'>Ryg</textarea>"
    "<label for='on'>Dato</label><input id='on' name='on' type='date'/>"
    "<label for='state'>Tilstand</label><select id='state' name='state'><option value=''>V&#230;lg</option>"
    "<option value='open' selected='selected'>&#197;ben</option><option value='done'>Slut</option></select>"
    "<fieldset><legend>Slags</legend><label><input type='radio' name='kind' value='b' checked='checked'/>B</label>"
    "<label><input type='radio' name='kind' value='r'/>R</label></fieldset>"
    "<label><input type='checkbox' name='agreed' value='yes'/>Enig</label>"
    "<button type='submit' name='submit' value='save'>Gem</button><button type='submit' name='submit' value='drop'>Drop</button></form>"
    "<h2>Liste</h2><ul><li>en</li></ul><dl><div><dt>Alder</dt><dd>51</dd></div></dl>"
    "<table id='list'><caption>Liste</caption><thead><tr><th scope='col'>A</th><th scope='col'>B</th></tr></thead>"
    "<tbody><tr><th scope='row'>1</th><td>2</td></tr></tbody></table>"
    "<p id='last'>Sidst <a href='/x'>mere</a></p></main>"
    "<footer>Samspil 1</footer></body></html>";

/* from: in the good page, changed to to.  finds: "key name where; ..." in order of keys, "" for none. */
struct change { const char *what, *from, *to, *finds; };

static const struct change frame[] = {
	{ "the same", "<h1>", "<h1>", "" },
	{ "a word more", "Sidst ", "Sidst og mest ", "" },
	{ "no title", "<title>Side</title>", "", "title-missing - -" },
	{ "an empty title", "<title>Side</title>", "<title> </title>", "title-missing - -" },
	{ "no language", "<html lang='da'>", "<html>", "language-missing - -" },
	{ "another language", "<html lang='da'>", "<html lang='en'>", "language-changed en da" },
	{ "no language at all", "<p id='last'>", "<p id='last' lang='12'>", "language-wrong 12 -" },
	{ "no zoom", "width=device-width", "width=device-width, user-scalable=no", "viewport-zoom - -" },
	{ "no stylesheet", "<link rel='stylesheet' href='/static/samspil.css'/>", "", "stylesheet-missing /static/samspil.css -" },
	{ "a stylesheet more", "</head>", "<link rel='stylesheet' href='/static/own.css'/></head>", "" },
	{ "no h1", "<h1>Brian</h1>", "<p>Brian</p>", "h1-missing - -" },
	{ "a hidden h1", "<h1>", "<h1 class='x sr-only'>", "h1-hidden - -" },
	{ "two h1", "<h2>Liste</h2>", "<h1>Liste</h1>", "h1-twice Liste -" },
	{ "a level skipped", "<h2>Liste</h2>", "<h3>Liste</h3>", "heading-order Liste h1" },
	{ "an empty heading", "<h2>Liste</h2>", "<h2/>", "heading-empty h2 -" },
	{ "no footer", "<footer>Samspil 1</footer>", "", "landmark-missing footer -" },
	{ "a footer by its role", "<footer>Samspil 1</footer>", "<div role='contentinfo'>Samspil 1</div>", "" },
	{ "a hidden footer", "<footer>", "<footer aria-hidden='true'>", "landmark-hidden footer -" },
	{ "a nav without a link", "<li><a href='/triage'>Triage</a></li>", "", "nav-link-missing /triage Menu" },
	{ "a hidden link", "<li><a href='/triage'>", "<li hidden='hidden'><a href='/triage'>", "nav-link-hidden /triage Menu" },
	{ "a link in a closed place", "<li><a href='/triage'>Triage</a></li>",
	    "<li><details><summary>Mere</summary><a href='/triage'>Triage</a></details></li>", "nav-link-hidden /triage Menu" },
	{ "a link in an open place", "<li><a href='/triage'>Triage</a></li>",
	    "<li><details open='open'><summary>Mere</summary><a href='/triage'>Triage</a></details></li>", "" },
	{ "no skip link", "<a href='#main' class='skipnav'>Til indhold</a>", "", "skip-link-missing - -" },
	{ "a link before it", "<a href='#main' class='skipnav'>", "<a href='/y'>y</a><a href='#main' class='skipnav'>", "skip-link-missing - -" },
	{ "a hidden skip link", "class='skipnav'", "class='skipnav' hidden=''", "skip-link-hidden - -" },
	{ "it may be seen", " class='skipnav'", "", "" },
	{ "no way out", "<button type='submit'>Log af</button>", "", "submit-missing Log af /sign-out" },
};

static const struct change notices[] = {
	{ "no banner", "<p data-keep='protected'>Beskyttet adresse</p>", "", "banner-missing protected Beskyttet adresse" },
	{ "another element", "<p data-keep='protected'>Beskyttet adresse</p>",
	    "<div data-keep='protected'><b>Beskyttet</b> adresse</div>", "" },
	{ "another text", "Beskyttet adresse", "Adresse", "banner-changed protected Beskyttet adresse" },
	{ "not seen", "<p data-keep='protected'>", "<p class='sr-only' data-keep='protected'>", "banner-hidden protected Beskyttet adresse" },
	{ "not heard", "<p data-keep='protected'>", "<p aria-hidden='true' data-keep='protected'>",
	    "banner-hidden protected Beskyttet adresse" },
	{ "not seen inside", "Beskyttet adresse", "<span hidden=''>Beskyttet adresse</span>", "banner-hidden protected Beskyttet adresse" },
	{ "partly not seen", "Beskyttet adresse", "<span class='d-none'>Beskyttet</span> adresse",
	    "banner-changed protected Beskyttet adresse" },
	{ "inert", "<p data-keep='protected'>", "<p data-keep='protected' inert=''>", "banner-hidden protected Beskyttet adresse" },
	{ "in capitals", "<p data-keep='protected'>", "<p data-keep='protected' HIDDEN=''>", "banner-hidden protected Beskyttet adresse" },
	{ "no DEMO", "<span data-keep='demo'>DEMO</span>", "", "banner-missing demo DEMO" },
	{ "no notice", "<div class='sp-note'><p>Husk.</p></div>", "", "notice-missing Husk. -" },
	{ "another notice", "Husk.", "Glem.", "notice-missing Husk. -" },
	{ "a hidden notice", "<div class='sp-note'>", "<div class='sp-note' hidden=''>", "notice-missing Husk. -" },
	{ "a notice in a tiny drawing", "<div class='sp-note'><p>Husk.</p></div>",
	    "<svg aria-label='x' width='0' height='9'><text class='sp-note'>Husk.</text></svg>", "notice-missing Husk. -" },
	{ "a silent notice", " role='status'", "", "notice-silent Gemt. status" },
	{ "a louder notice", "role='status'", "role='alert'", "" },
	{ "no error", "<span class='form-error-message' id='body-error'>Fejl</span>", "<span id='body-error'/>", "notice-missing Fejl -" },
	{ "a notice more", "<h1>", "<div class='sp-note'>Nyt</div><h1>", "" },
};

static const struct change forms[] = {
	{ "another address", "'/plan/3/notes'", "'/plan/4/notes'", "form-extra note -; form-missing note -" },
	{ "another method", "'/plan/3/notes' method='post'", "'/plan/3/notes' method='get'", "form-extra note -; form-missing note -" },
	{ "no sign-out", "action='/sign-out'", "action='/sign-in'", "form-extra /sign-in -; sign-out-missing - -" },
	{ "a form more", "<h2>Liste</h2>", "<form action='/y' method='post'><button>Y</button></form><h2>Liste</h2>", "form-extra /y -" },
	{ "a form in a form", "<textarea", "<form action='/y'><button>Y</button></form><textarea",
	    "form-in-form /y -; submit-extra Y note; submit-order save note" },
	{ "a hidden form", "<form id='form-note'", "<form hidden='' id='form-note'", "form-hidden note note; notice-missing Fejl -" },
	{ "another encoding", " enctype='multipart/form-data'", "", "form-enctype note note" },
	{ "another window", "<form id='form-note'", "<form target='_blank' id='form-note'", "form-elsewhere target note" },
	{ "a button that leads elsewhere", "value='save'", "value='save' formaction='/y'", "form-elsewhere formaction note" },
	{ "no token", "<input type='hidden' name='revision' value='4'/>", "", "token-missing revision note" },
	{ "another token", "name='revision' value='4'", "name='revision' value='5'", "token-changed revision note" },
	{ "a token that is not sent", "name='revision' value='4'", "name='revision' value='4' disabled=''", "field-locked revision note" },
	{ "no field", "<label for='on'>Dato</label><input id='on' name='on' type='date'/>", "", "field-missing on note" },
	{ "another name", "name='on'", "name='off'", "field-extra off note; field-missing on note" },
	{ "a field more", "<h2>Liste</h2>", "<h2>Liste</h2>", "" },
	{ "a field of the layer's", "<fieldset>", "<label>Z<input name='z'/></label><fieldset>", "field-extra z note" },
	{ "a hidden field of the layer's", "<fieldset>", "<input type='hidden' name='z'/><fieldset>", "field-extra z note" },
	{ "a field twice", "<label for='on'>", "<label>Z<input name='on' type='date'/></label><label for='on'>", "field-twice on note" },
	{ "outside", "<h2>Liste</h2>", "<label>Z<input name='z'/></label><h2>Liste</h2>", "field-outside z -" },
	{ "moved out", "name='on'", "name='on' form='no'", "field-missing on note; field-outside on -; reference-broken no form" },
	{ "moved in", "<h2>Liste</h2>", "<label>Z<input name='z' form='form-note'/></label><h2>Liste</h2>", "field-extra z note" },
	{ "another type", "type='date'", "type='text'", "field-type on note" },
	{ "a line for a text", "<textarea id='body' name='body' aria-invalid='true' aria-describedby='body-error'>Ryg</textarea>",
	    "<input id='body' name='body' value='Ryg' aria-invalid='true'/>", "field-type body note" },
	{ "a field that nobody sees", "type='date'", "type='hidden'", "field-type on note" },
	{ "a hidden field", "id='on'", "id='on' class='d-none'", "field-hidden on note" },
	{ "a locked field", "id='on'", "id='on' readonly=''", "field-locked on note" },
	{ "locked with its group", "<label for='on'>Dato</label><input id='on' name='on' type='date'/>",
	    "<fieldset disabled=''><legend>D</legend><label for='on'>Dato</label><input id='on' name='on' type='date'/></fieldset>",
	    "field-locked on note" },
	{ "another value", "value='Note'", "value='Nota'", "field-value title note" },
	{ "a text lost", ">Ryg<", "><", "field-value body note" },
	{ "not required", " required='required'", "", "field-required title note" },
	{ "too short", "maxlength='60'", "maxlength='6'", "field-short title note" },
	{ "longer", "maxlength='60'", "maxlength='600'", "" },
	{ "no error told", " aria-invalid='true'", "", "field-error body note" },
	{ "the browser remembers", " autocomplete='off'", "", "field-autocomplete title note" },
	{ "no choice", "<option value='done'>Slut</option>", "", "choice-missing state = done note" },
	{ "a choice more", "<option value='done'>", "<option value='more'>Mere</option><option value='done'>", "choice-extra state = more note" },
	{ "a locked choice", "<option value='done'>", "<option disabled='' value='done'>", "choice-hidden state = done note" },
	{ "another is chosen", "value='done'", "selected='' value='done'", "field-value state note" },
	{ "none is chosen", " selected='selected'", "", "field-value state note" },
	{ "a list as buttons", "<label for='state'>Tilstand</label><select id='state' name='state'><option value=''>V&#230;lg</option>"
	    "<option value='open' selected='selected'>&#197;ben</option><option value='done'>Slut</option></select>",
	    "<fieldset><legend>Tilstand</legend><label><input type='radio' name='state' value='open' checked=''/>&#197;ben</label>"
	    "<label><input type='radio' name='state' value='done'/>Slut</label></fieldset>", "" },
	{ "buttons as a list", "<label><input type='radio' name='kind' value='b' checked='checked'/>B</label>"
	    "<label><input type='radio' name='kind' value='r'/>R</label>",
	    "<select aria-label='K' name='kind'><option value='b'>B</option><option value='r'>R</option></select>", "" },
	{ "a radio button is gone", "<label><input type='radio' name='kind' value='r'/>R</label>", "", "choice-missing kind = r note" },
	{ "a hidden radio button", "name='kind' value='r'", "class='sr-only' name='kind' value='r'", "choice-hidden kind = r note" },
	{ "several for one", "<input type='radio' name='kind' value='r'/>", "<input type='checkbox' name='kind' value='r'/>",
	    "field-type kind note" },
	{ "ticked", "type='checkbox' name='agreed'", "type='checkbox' checked='' name='agreed'", "field-value agreed note" },
	{ "no button", "<button type='submit' name='submit' value='drop'>Drop</button>", "", "submit-missing drop note" },
	{ "a button that sends nothing", "<button type='submit' name='submit' value='drop'>", "<button type='button' name='submit' value='drop'>",
	    "submit-missing drop note" },
	{ "a hidden button", "value='drop'", "value='drop' hidden=''", "submit-hidden drop note" },
	{ "a button more", "<button type='submit' name='submit' value='drop'>", "<button name='submit' value='y'>Y</button>"
	    "<button type='submit' name='submit' value='drop'>", "submit-extra y note" },
	{ "another order", "<label for='title'>", "<button name='submit' value='drop'>Drop</button><label for='title'>", "submit-order save note" },
};

static const struct change safety[] = {
	{ "script", "<h2>", "<script src='/x.js'/><h2>", "page-element script -" },
	{ "script in capitals", "<h2>", "<SCRIPT src='/x.js'/><h2>", "page-element SCRIPT -" },
	{ "style", "</head>", "<style/></head>", "page-element style -" },
	{ "frame", "<h2>", "<iframe src='/x'/><h2>", "page-element iframe -" },
	{ "base", "<title>", "<base href='/x'/><title>", "page-element base -" },
	{ "template", "<h2>", "<template/><h2>", "page-element template -" },
	{ "handler", "<h2>", "<h2 onclick='x()'>", "page-handler onclick h2" },
	{ "style attribute", "<h2>", "<h2 style='color:red'>", "page-style style h2" },
	{ "refresh", "<title>", "<meta http-equiv='refresh' content='0'/><title>", "page-instruction http-equiv meta" },
	{ "referrer", "<title>", "<meta name='referrer' content='unsafe-url'/><title>", "page-instruction referrer meta" },
	{ "preload", "<title>", "<link rel='preload' href='/x'/><title>", "page-instruction preload link" },
	{ "foreign link", "href='/x'", "href='https://example.org/'", "page-foreign-address https://example.org/ href" },
	{ "foreign without a scheme", "href='/x'", "href='//example.org/'", "page-foreign-address //example.org/ href" },
	{ "foreign by backslashes", "href='/x'", "href='/\\example.org/'", "page-foreign-address /\\example.org/ href" },
	{ "foreign picture", "<h2>", "<img alt='' src='http://x/'/><h2>", "page-foreign-address http://x/ src" },
	{ "one of several", "<h2>", "<img alt='' src='/x' srcset='/x 1x, //y 2x'/><h2>", "page-foreign-address /x 1x, //y 2x srcset" },
	{ "code", "href='/x'", "href=' java&#10;script:x()'", "page-code-address  java\nscript:x() href" },
	{ "data", "<h2>", "<img alt='' src='data:x'/><h2>", "page-code-address data:x src" },
	{ "a letter", "href='/x'", "href='mailto:a@b.dk'", "" },
	{ "a call", "href='/x'", "href='tel:+4512345678'", "" },
	{ "a sort", "href='/x'", "href='?sort=a:b'", "" },
	{ "a picture of the house", "<h2>", "<img alt='' src='/static/x.svg'/><h2>", "" },
	{ "a drawing that fetches", "<h2>", "<svg aria-hidden='true'><path fill='url(//x/#a)'/></svg><h2>",
	    "page-foreign-address url(//x/#a) fill" },
	{ "a drawing that does not", "<h2>", "<svg aria-hidden='true'><path fill='url(#list)'/></svg><h2>", "" },
	{ "HTML in a drawing", "<h2>", "<svg aria-hidden='true'><foreignObject/></svg><h2>", "page-element foreignObject -" },
	{ "the page's element", "Sidst ", "<p:x xmlns:p='urn:samspil:page:1'/>", "element-unknown x -; page-foreign-element x -" },
	{ "the page's attribute", "<h2>", "<h2 x:y='' xmlns:x='urn:x'>", "page-foreign-attribute y h2" },
	{ "XHTML", "<p id='last'>", "<p xmlns='http://www.w3.org/1999/xhtml' id='last'>", "" },
};

static const struct change soundness[] = {
	{ "two mains", "<h2>Liste</h2>", "<h2>Liste</h2><main/>", "landmark-twice main -" },
	{ "a nav without a name", "<h2>", "<nav/><nav/><h2>", "landmark-name navigation -" },
	{ "two of a name", "<h2>", "<nav aria-label='Menu'/><h2>", "landmark-same-name navigation Menu" },
	{ "two of two names", "<h2>", "<nav aria-label='Mere'/><h2>", "" },
	{ "no label", "<label for='on'>Dato</label>", "", "field-label on -" },
	{ "an empty label", "<label for='on'>Dato</label>", "<label for='on'/>", "field-label on -" },
	{ "a label by aria", "<label for='on'>Dato</label><input", "<input aria-label='Dato'", "" },
	{ "a label elsewhere", "<label for='on'>Dato</label><input", "<input aria-labelledby='last'", "" },
	{ "a label nowhere", "<label for='on'>Dato</label><input", "<input aria-labelledby='first'",
	    "field-label on -; reference-broken first aria-labelledby" },
	{ "a placeholder is none", "<label for='on'>Dato</label><input", "<input placeholder='Dato'", "field-label on -" },
	{ "no question", "<fieldset><legend>Slags</legend><label><input type='radio' name='kind' value='b' checked='checked'/>B</label>"
	    "<label><input type='radio' name='kind' value='r'/>R</label></fieldset>",
	    "<div><label><input type='radio' name='kind' value='b' checked='checked'/>B</label>"
	    "<label><input type='radio' name='kind' value='r'/>R</label></div>", "group-legend kind -" },
	{ "progress without a name", "<h2>", "<progress id='x' value='1'>1</progress><h2>", "field-label x -" },
	{ "progress with a name", "<h2>", "<progress id='x' value='1' aria-label='Nu'>1</progress><h2>", "" },
	{ "no legend", "<legend>Slags</legend>", "", "fieldset-legend fieldset -" },
	{ "an empty button", ">Drop<", "><", "button-name submit -" },
	{ "a drawn button", ">Drop<", "><img src='/x' alt='Drop'/><", "" },
	{ "an empty link", ">mere<", "><", "link-name /x -" },
	{ "an empty link by a drawing", ">mere<", "><svg aria-hidden='true'/><", "link-name /x -" },
	{ "a picture", "<h2>", "<img src='/x'/><h2>", "image-alt /x -" },
	{ "a picture for decoration", "<h2>", "<img src='/x' alt=''/><h2>", "" },
	{ "a drawing", "<h2>", "<svg id='d'><path d=''/></svg><h2>", "svg-name d -" },
	{ "a drawing with a title", "<h2>", "<svg><title>T</title></svg><h2>", "" },
	{ "a table without a name", "<caption>Liste</caption>", "", "table-name list -" },
	{ "a table without heads", "<h2>", "<table><caption>T</caption><tr><td>1</td></tr></table><h2>", "table-heads T -" },
	{ "a cell without a head", "<td>2</td>", "<td>2</td><td>3</td>", "table-columns list -" },
	{ "a wide cell without a head", "<td>2</td>", "<td colspan='2'>2</td>", "table-columns list -" },
	{ "a cell with its head", "<th scope='col'>B</th></tr></thead><tbody><tr><th scope='row'>1</th>",
	    "<th scope='col'>B</th><th scope='col'>C</th></tr></thead><tbody><tr><th scope='row'>1</th><td>3</td>", "" },
	{ "no scope", "<th scope='col'>B", "<th>B", "th-scope B -" },
	{ "an empty head", "<th scope='col'>B", "<th scope='col'>", "th-empty list -" },
	{ "an id twice", "<h2>", "<h2 id='last'>", "id-twice last -" },
	{ "an id of two words", "<h2>", "<h2 id='a b'>", "id-wrong a b -" },
	{ "a link into nowhere", "href='/x'", "href='#nowhere'", "reference-broken #nowhere href" },
	{ "a link into the page", "href='/x'", "href='#list'", "" },
	{ "an aria nobody knows", "<h2>", "<h2 aria-labeled='x'>", "aria-unknown aria-labeled h2" },
	{ "a role nobody knows", "<h2>", "<h2 role='headline'>", "role-unknown headline h2" },
	{ "tabindex", "<h2>", "<h2 id='h' tabindex='3'>", "tabindex h -" },
	{ "tabindex 0", "<h2>", "<h2 tabindex='0'>", "" },
	{ "reached but not heard", ">mere<", "><span>mere</span></a><a href='/z' aria-hidden='true'>z<", "focus-unheard /z -" },
	{ "a link in a link", ">mere<", ">mere<a href='/y'>y</a><", "clickable-in-clickable a a" },
	{ "a button in a link", ">mere<", ">mere<button type='button'>y</button><", "clickable-in-clickable button a" },
	{ "a label in a label", "<label for='on'>Dato", "<label for='on'>Dato<label/>", "clickable-in-clickable label label" },
	{ "a div in a p", "Sidst ", "<div>Sidst</div>", "element-place div p" },
	{ "a div in a span in a p", "Sidst ", "<span><div>Sidst</div></span>", "element-place div p" },
	{ "an li alone", "<h2>", "<li>x</li><h2>", "element-place li main" },
	{ "a div in a ul", "<li>en</li>", "<li>en</li><div/>", "element-place div ul" },
	{ "a dt alone", "<h2>", "<dt>x</dt><h2>", "element-place dt main" },
	{ "a p in a dl's group", "<dt>Alder", "<p/><dt>Alder", "element-place p div" },
	{ "a row alone", "<h2>", "<tr><td>x</td></tr><h2>", "element-place tr main" },
	{ "a div in a table", "<tbody>", "<div/><tbody>", "element-place div table" },
	{ "text in a table", "<tbody>", "x<tbody>", "text-place table -" },
	{ "text in a list", "<li>en</li>", "<li>en</li>to", "text-place ul -" },
	{ "a div in an option", ">Slut<", "><div>Slut</div><", "element-place div option" },
	{ "something in a void", "<h2>", "<br>x</br><h2>", "text-place br -" },
	{ "an element nobody knows", "<h2>", "<sapn>x</sapn><h2>", "element-unknown sapn -" },
	{ "one of a library's", "<h2>", "<x-y>x</x-y><h2>", "" },
	{ "music", "<h2>", "<audio autoplay='' src='/x'/><h2>", "media-plays audio -" },
};

static xmlDoc *
parse(const void *owner, const char *html)
{
	char *error = NULL;
	xmlDoc *doc = node_parse(owner, html, strlen(html), HTML_MAX, &error);

	if (doc == NULL)
		fail_msg("%s\n%s", error, html);
	return doc;
}

/* The good page with the first from of it changed. */
static char *
changed(const void *owner, const char *from, const char *to)
{
	const char *at = strstr(good, from);

	if (at == NULL)
		fail_msg("the page has no %s", from);
	return talloc_asprintf(owner, "%.*s%s%s", (int)(at - good), good, to, at + strlen(from));
}

static int
by_key(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static const char *
or_dash(const char *text)
{
	return text == NULL || *text == '\0' ? "-" : text;
}

/* "key name where; ..." in order. */
static char *
told(const void *owner, const struct findings *findings)
{
	char **lines = talloc_array(owner, char *, (unsigned)findings->count + 1), *all = talloc_strdup(owner, "");
	size_t i;

	for (i = 0; i < findings->count; i++)
		lines[i] = talloc_asprintf(owner, "%s %s %s", findings->list[i].key, or_dash(findings->list[i].name),
		    or_dash(findings->list[i].where));
	qsort(lines, findings->count, sizeof lines[0], by_key);
	for (i = 0; i < findings->count; i++)
		all = talloc_asprintf_append(all, "%s%s", i == 0 ? "" : "; ", lines[i]);
	return all;
}

static char *
judged(const void *owner, const char *shipped, const char *layer)
{
	struct findings findings = { .owner = owner };
	xmlDoc *a = parse(owner, shipped), *b = parse(owner, layer);
	size_t i;

	judge_result(a, b, "sample", &findings);
	for (i = 0; i < findings.count; i++)
		assert_string_equal(findings.list[i].page, "sample");
	xmlFreeDoc(a);
	xmlFreeDoc(b);
	return told(owner, &findings);
}

static void
check(const struct change *changes, size_t count)
{
	size_t i, bad = 0;

	for (i = 0; i < count; i++) {
		void *owner = talloc_new(NULL);
		char *found = NULL;

		found = judged(owner, good, changed(owner, changes[i].from, changes[i].to));
		if (strcmp(found, changes[i].finds) != 0) {
			print_error("%s:\n  found    %s\n  expected %s\n", changes[i].what, found, changes[i].finds);
			bad++;
		}
		talloc_free(owner);
	}
	assert_int_equal(bad, 0);
}

#define TABLE(test, changes) \
	static void test(void **state) { (void)state; check(changes, sizeof changes / sizeof changes[0]); }

TABLE(keeps_the_frame, frame)
TABLE(keeps_notices, notices)
TABLE(keeps_forms, forms)
TABLE(refuses_the_unsafe, safety)
TABLE(refuses_the_unsound, soundness)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_the_frame),
		cmocka_unit_test(keeps_notices),
		cmocka_unit_test(keeps_forms),
		cmocka_unit_test(refuses_the_unsafe),
		cmocka_unit_test(refuses_the_unsound),
	};

	node_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * What the judge finds in a layer's result: one good page, and for each rule what a layer might make of it.  A rule is tested both
 * ways: the page itself has no finding, each change of it has exactly those that are told.
 */
#include <dirent.h>
#include <libxml/parser.h>
#include <libxslt/transform.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <time.h>

#include "base/date.h"
#include "xml/gate/judge.h"
#include "xml/labels.h"
#include "xml/node.h"
#include "xml/sheet.h"

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
    "<main id='main'><p data-keep='protected' role='alert'>Beskyttet adresse</p>"
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
    "<h2>Liste</h2><ul><li>en</li></ul><p><b data-keep='mark'>Ben</b><b data-keep='mark'>Arm</b></p><dl><div><dt>Alder</dt><dd>51</dd></div></dl>"
    "<table id='list'><caption>Liste</caption><thead><tr><th scope='col'>A</th><th scope='col'>B</th></tr></thead>"
    "<tbody><tr><th scope='row'>1</th><td data-keep='same'>2</td></tr><tr><th scope='row'>3</th><td data-keep='same'>2</td></tr></tbody></table>"
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
	{ "no banner", "<p data-keep='protected' role='alert'>Beskyttet adresse</p>", "", "banner-missing protected Beskyttet adresse" },
	{ "another element", "<p data-keep='protected' role='alert'>Beskyttet adresse</p>",
	    "<div data-keep='protected' role='alert'><b>Beskyttet</b> adresse</div>", "" },
	{ "another text", "Beskyttet adresse", "Adresse", "banner-changed protected Beskyttet adresse" },
	{ "not seen", "<p data-keep='protected'", "<p class='sr-only' data-keep='protected'", "banner-hidden protected Beskyttet adresse" },
	{ "not heard", "<p data-keep='protected'", "<p aria-hidden='true' data-keep='protected'",
	    "banner-hidden protected Beskyttet adresse" },
	{ "not seen inside", "Beskyttet adresse", "<span hidden=''>Beskyttet adresse</span>", "banner-hidden protected Beskyttet adresse" },
	{ "partly not seen", "Beskyttet adresse", "<span class='d-none'>Beskyttet</span> adresse",
	    "banner-changed protected Beskyttet adresse" },
	{ "inert", "<p data-keep='protected'", "<p data-keep='protected' inert=''", "banner-hidden protected Beskyttet adresse" },
	{ "in capitals", "<p data-keep='protected'", "<p data-keep='protected' HIDDEN=''", "banner-hidden protected Beskyttet adresse" },
	{ "no DEMO", "<span data-keep='demo'>DEMO</span>", "", "banner-missing demo DEMO" },
	{ "a banner that was spoken", "data-keep='protected' role='alert'", "data-keep='protected'", "notice-silent Beskyttet adresse alert" },
	{ "one of two", "<b data-keep='mark'>Arm</b>", "<b>Arm</b>", "banner-missing mark Arm" },
	{ "one of two alike", "<td data-keep='same'>2</td>", "<td>2</td>", "banner-missing same 2" },
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
	{ "a text", "href='/x'", "href='ondt i ryggen'", "page-no-address ondt i ryggen href" },
	{ "a secret", "href='/x'", "href='/x?a=b&amp;token=t'", "page-token-address /x?a=b&token=t href" },
	{ "no secret", "href='/x'", "href='/x?atoken=t'", "" },
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
	{ "a cell without a head", "2</td>", "2</td><td>3</td>", "table-columns list -" },
	{ "a wide cell without a head", "<td data-keep='same'>2</td>", "<td colspan='2' data-keep='same'>2</td>", "table-columns list -" },
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

/* A rule that the shipped result breaks too is none. */
static void
forgives_what_is_shipped(void **state)
{
	void *owner = talloc_new(NULL);
	char *shipped = changed(owner, "<label for='on'>Dato</label>", "");

	(void)state;
	assert_string_equal(judged(owner, shipped, shipped), "");
	assert_string_equal(judged(owner, shipped, good), "");
	talloc_free(owner);
}

/* Each key of these tables has its label in both languages. */
static void
check_labels(const struct labels *labels, const struct change *changes, size_t count)
{
	const char *from, *end;
	char key[64];
	size_t i;

	for (i = 0; i < count; i++)
		for (from = changes[i].finds; from != NULL && *from != '\0'; from = end == NULL ? NULL : end + 2) {
			end = strstr(from, "; ");
			snprintf(key, sizeof key, "gate.%.*s", (int)strcspn(from, " "), from);
			if (labels_find(labels, key) == NULL)
				fail_msg("no label %s in %s", key, labels_language(labels));
		}
}

static void
has_labels(void **state)
{
	static const char *const langs[] = { "da", "en" };
	void *owner = talloc_new(NULL);
	struct labels *labels;
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		assert_int_equal(labels_read(owner, SOURCE "/xslt/labels", langs[i], &labels), FAIL_NONE);
		check_labels(labels, frame, sizeof frame / sizeof frame[0]);
		check_labels(labels, notices, sizeof notices / sizeof notices[0]);
		check_labels(labels, forms, sizeof forms / sizeof forms[0]);
		check_labels(labels, safety, sizeof safety / sizeof safety[0]);
		check_labels(labels, soundness, sizeof soundness / sizeof soundness[0]);
		assert_non_null(labels_find(labels, "gate.page-not-judged"));
		assert_non_null(labels_find(labels, "gate.page-not-escaped"));
	}
	talloc_free(owner);
}

/* Lines */

static void
tells_lines_of_the_layer(void **state)
{
	void *owner = talloc_new(NULL);
	struct findings findings = { .owner = owner };
	xmlDoc *shipped = parse(owner, good), *layer = parse(owner, changed(owner, "<h2>Liste</h2>", "\n\n<h3>Liste</h3>"));

	(void)state;
	judge_result(shipped, layer, "sample", &findings);
	assert_int_equal(findings.count, 1);
	assert_int_equal(findings.list[0].line, 0);
	judge_forget_lines(shipped);
	findings.count = 0;
	judge_result(shipped, layer, "sample", &findings);
	assert_int_equal(findings.count, 1);
	assert_int_equal(findings.list[0].line, 3);
	xmlFreeDoc(shipped);
	xmlFreeDoc(layer);
	talloc_free(owner);
}

/* The outline */

static void
tells_the_outline(void **state)
{
	static const char html[] = "<html><head><title>T</title></head><body><header>Samspil</header><nav aria-label='Menu'><a href='/x'>X</a></nav>"
	    "<main><h2>Fokus\n <b>nu</b></h2><p>En <i>to</i></p><div>tre<p>fire</p></div><p hidden=''>skjult</p>"
	    "<div role='alert'><p>Pas</p><p>p&#229;</p></div>"
	    "<form method='post' action='/y'><input type='hidden' name='token'/><label>Navn<input name='n' required='' value='v'/></label>"
	    "<input type='radio' name='k' value='b' checked=''/><textarea name='t'>tekst</textarea><button>Gem</button></form>"
	    "<table><caption>C</caption><tr><th>H</th><td>1</td></tr></table></main></body></html>";
	static const char expected[] = "landmark header\ntext Samspil\nnav Menu\nlink /x\ntext X\nlandmark main\nh2 Fokus nu\n"
	    "text En to\ntext tre\ntext fire\nnotice Pas på\nform post /y\nfield token hidden\ntext Navn\nfield n text required\n"
	    "text v\nfield k radio b\ntext ✓\nfield t textarea\ntext tekst\nbutton Gem\ntable C\nth H\ntext 1\n";
	void *owner = talloc_new(NULL);
	xmlDoc *doc = parse(owner, html);

	(void)state;
	assert_string_equal(judge_outline(owner, doc), expected);
	xmlFreeDoc(doc);
	talloc_free(owner);
}

/* Facts */

#define SHEET(body) "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:p='urn:samspil:page:1'>" body \
	"</xsl:stylesheet>"

static const char shipped_sheet[] = SHEET(
    "<xsl:template match='/'><html><body><h1><xsl:value-of select='//p:course/@goal'/></h1>"
    "<xsl:if test='//p:citizen/@protected'><p>Beskyttet</p></xsl:if>"
    "<xsl:for-each select='//p:area'><p class='{@class}'><a href='{@href}'><xsl:value-of select='@title'/></a>"
    "<i title='{@grade}'/><b><xsl:value-of select='@on'/></b><xsl:value-of select='p:text'/></p></xsl:for-each>"
    "<input value='{//p:field/p:value}'/></body></html></xsl:template>");

static const char layer_sheet[] = SHEET(
    "<xsl:template match='/'><html><body><h1><xsl:value-of select='//p:course/@goal'/></h1>"
    "<xsl:for-each select='//p:area'><p hidden=''><xsl:value-of select='@grade'/></p><p><xsl:value-of select='@title'/>"
    "<b><xsl:value-of select='substring(@on, 1, 7)'/></b></p></xsl:for-each></body></html></xsl:template>");

static const char page_of_facts[] = "<page xmlns='urn:samspil:page:1'><user name='Mads'/><content>"
    "<course id='3' goal='Lager'><citizen protected='yes'/>"
    "<area id='1' class='x' href='/1' title='Ryg' grade='3' on='2026-04-15'><text>Ondt</text></area>"
    "<area id='2' class='x' href='/2' title='Arm' grade='2' on='2026-04-16'><text>Mere</text></area>"
    "<area id='3' class='x' href='/3' title='Ben' grade='1' on='2026-04-17' /><area id='4' title='Fod' grade='1' on='2026-04-18'/>"
    "<area id='5' title='Knæ' grade='1' on='2026-04-19'/>"
    "<form name='f' action='/f'><token>t</token><field name='n'><value>v</value></field></form></course></content></page>";

static const char *const facts_expected[] = {
	"course/citizen/@protected = yes", "course/area[1]/@grade = 3", "course/area[1]/@on = 2026-04-15", "course/area[1]/text = Ondt",
	"course/area[3]/@grade = 1", "course/area[3]/@on = 2026-04-17", "course/area[5]/@grade = 1", "course/area[5]/@on = 2026-04-19",
	"course/form/field/value = v",
};

struct renderings { xsltStylesheet *sheets[2]; unsigned count; };

static xmlDoc *
render(void *data, xmlDoc *page, bool layer)
{
	struct renderings *renderings = data;

	renderings->count++;
	return renderings->sheets[layer] == NULL ? NULL : xsltApplyStylesheet(renderings->sheets[layer], page, NULL);
}

static xsltStylesheet *
compile(const void *owner, const char *text)
{
	xsltStylesheet *sheet = xsltParseStylesheetDoc(parse(owner, text));

	assert_non_null(sheet);
	return sheet;
}

static char *
bytes_of(const void *owner, xmlDoc *page)
{
	size_t length;

	return node_bytes(owner, page, &length);
}

static void
finds_facts(void **state)
{
	void *owner = talloc_new(NULL);
	struct facts facts = { .owner = owner };
	struct renderings renderings = { .sheets = { compile(owner, shipped_sheet), compile(owner, layer_sheet) } };
	xmlDoc *page = parse(owner, page_of_facts);
	char *before = bytes_of(owner, page);
	size_t i;

	(void)state;
	assert_true(judge_facts(page, render, &renderings, &facts));
	assert_string_equal(bytes_of(owner, page), before);
	for (i = 0; i < facts.count && i < sizeof facts_expected / sizeof facts_expected[0]; i++)
		assert_string_equal(talloc_asprintf(owner, "%s = %s", facts.list[i].path, facts.list[i].value), facts_expected[i]);
	assert_int_equal(facts.count, sizeof facts_expected / sizeof facts_expected[0]);
	assert_string_equal(facts.list[1].element, "area");
	assert_string_equal(facts.list[1].name, "grade");
	assert_null(facts.list[3].name);
	assert_int_equal(facts.left_out, 0);
	xsltFreeStylesheet(renderings.sheets[0]);
	xsltFreeStylesheet(renderings.sheets[1]);
	xmlFreeDoc(page);
	talloc_free(owner);
}

static void
finds_no_facts(void **state)
{
	void *owner = talloc_new(NULL);
	struct facts facts = { .owner = owner };
	struct renderings renderings = { .sheets = { compile(owner, shipped_sheet), NULL } };
	xmlDoc *page = parse(owner, page_of_facts);

	(void)state;
	assert_false(judge_facts(page, render, &renderings, &facts));
	renderings.sheets[1] = renderings.sheets[0];
	assert_true(judge_facts(page, render, &renderings, &facts));
	assert_int_equal(facts.count, 0);
	xsltFreeStylesheet(renderings.sheets[0]);
	xmlFreeDoc(page);
	talloc_free(owner);
}

/* Of ten thousand values a few hundred are tried, and the rest is counted. */
static void
leaves_facts_out(void **state)
{
	void *owner = talloc_new(NULL);
	struct facts facts = { .owner = owner };
	struct renderings renderings = { .sheets = { compile(owner, shipped_sheet), NULL } };
	xmlDoc *page = parse(owner, "<page xmlns='urn:samspil:page:1'><content/></page>");
	xmlNode *content = xmlDocGetRootElement(page)->children;
	unsigned i;

	(void)state;
	for (i = 0; i < 1000; i++)
		node_set(node_add(content, talloc_asprintf(owner, "e%u", i)), "a", "text");
	renderings.sheets[1] = renderings.sheets[0];
	assert_true(judge_facts(page, render, &renderings, &facts));
	assert_int_equal(facts.left_out, 700);
	assert_in_range(renderings.count, 300, 1000);
	xsltFreeStylesheet(renderings.sheets[0]);
	xmlFreeDoc(page);
	talloc_free(owner);
}

/* Results that try to keep the judge busy: so many times before, inside and after. */
static const struct { const char *what, *before, *inside, *after; unsigned times; bool refused; } heavy[] = {
	{ "deep", "<div>", "x", "</div>", 100000, false },
	{ "deep notices", "<div class='sp-note' data-keep='protected' role='alert'>", "x", "</div>", 30000, false },
	{ "deep navs", "<nav><a href='/z'>", "x", "</a></nav>", 30000, true },
	{ "deep tables", "<table><tr><td>", "x", "</td></tr></table>", 20000, true },
	{ "deep forms", "<form action='/plan/3/notes' method='post'><input name='a'/>", "", "</form>", 20000, true },
	{ "deep fieldsets", "<fieldset disabled=''>", "<input name='a'/>", "</fieldset>", 50000, true },
	{ "forms", "<form action='/plan/3/notes' method='post'><input name='title'/></form>", "", "", 20000, true },
	{ "fields", "<input name='z' id='z'/>", "", "", 60000, true },
	{ "options", "<select name='state'><option value='a'>a</option><option>b</option></select>", "", "", 30000, true },
	{ "notices", "<p class='sp-note' role='status'>Husk</p>", "", "", 40000, false },
	{ "ids", "<p id='aaaaaaaaaa' aria-labelledby='b c d e f'>x</p>", "", "", 40000, true },
	{ "headings", "<h4>x</h4>", "", "", 60000, true },
	{ "landmarks", "<section aria-label='x'>x</section>", "", "", 40000, true },
	{ "radio buttons", "<input type='radio' name='kind' value='r'/>", "", "", 40000, true },
	{ "links", "<a href='/plan'>x</a>", "", "", 60000, false },
};

static xmlDoc *
heavy_page(const void *owner, size_t which)
{
	const size_t before = strlen(heavy[which].before), after = strlen(heavy[which].after);
	char *text = talloc_zero_size(owner, (before + after) * heavy[which].times + strlen(heavy[which].inside) + 1), *to = text, *whole;
	xmlParserCtxt *parser;
	xmlDoc *doc;
	unsigned i;

	for (i = 0; i < heavy[which].times; i++, to += before)
		memcpy(to, heavy[which].before, before);
	to = stpcpy(to, heavy[which].inside);
	for (i = 0; i < heavy[which].times; i++, to += after)
		memcpy(to, heavy[which].after, after);
	whole = changed(owner, "<h2>", talloc_asprintf(owner, "%s<h2>", text));
	parser = xmlNewParserCtxt();
	doc = xmlCtxtReadMemory(parser, whole, (int)strlen(whole), NULL, NULL, XML_PARSE_HUGE);
	xmlFreeParserCtxt(parser);
	assert_non_null(doc);
	return doc;
}

static void
is_not_kept_busy(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof heavy / sizeof heavy[0]; i++) {
		void *owner = talloc_new(NULL);
		struct findings findings = { .owner = owner };
		xmlDoc *shipped = parse(owner, good), *layer = heavy_page(owner, i);
		clock_t start = clock();

		judge_result(shipped, layer, "sample", &findings);
		assert_non_null(judge_outline(owner, layer));
		if (clock() - start > (clock_t)SECONDS_MAX * CLOCKS_PER_SEC)
			fail_msg("%s: %.1f s", heavy[i].what, (double)(clock() - start) / CLOCKS_PER_SEC);
		if (getenv("SAMSPIL_TEST_TIMES") != NULL)
			print_message("# %s: %.2f s, %zu findings\n", heavy[i].what, (double)(clock() - start) / CLOCKS_PER_SEC, findings.count);
		assert_true(findings.count <= FINDINGS_MAX);
		if (findings_refuse(&findings) != heavy[i].refused)
			fail_msg("%s: %s", heavy[i].what, told(owner, &findings));
		xmlFreeDoc(shipped);
		xmlFreeDoc(layer);
		talloc_free(owner);
	}
}

/* Real pages */

static const char *const params[] = { "static", "/static", "version", "1", "site", "X", "demo", "yes", NULL };

static struct sheet *
look(const void *owner, const char *program, const char *body)
{
	const char *text = talloc_asprintf(owner, "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
	    " xmlns:p='urn:samspil:page:1' xmlns:s='urn:samspil:functions'><xsl:import href='samspil:pages/%s.xsl'/>%s</xsl:stylesheet>",
	    program, body);
	struct sheet_look what = { .program = program, .text = text, .length = strlen(text) };
	struct sheet *sheet = NULL;
	char *why = NULL;

	if (sheet_compile_look(owner, &what, &sheet, &why) != FAIL_NONE)
		fail_msg("%s: %s", program, why);
	return sheet;
}

static struct labels *
danish(const void *owner)
{
	struct labels *labels = NULL;

	assert_int_equal(labels_read(owner, SOURCE "/xslt/labels", "da", &labels), FAIL_NONE);
	return labels;
}

/* The sample in that file with a layer of that body judged beside the shipped sheet; NULL when it cannot be read. */
static char *
judged_sample(const void *owner, const struct labels *labels, const char *file, const char *body)
{
	const struct sheet_params told_to = { labels, params };
	struct findings findings = { .owner = owner };
	char *error = NULL, *why = NULL;
	xmlDoc *page = node_read(owner, talloc_asprintf(owner, "%s/xslt/samples/%s", SOURCE, file), HTML_MAX, &error), *shipped, *layer;
	const char *program = node_get(page == NULL ? NULL : xmlDocGetRootElement(page), "program");

	assert_non_null(program);
	shipped = sheet_tree(owner, look(owner, program, ""), page, &told_to, &why);
	layer = sheet_tree(owner, look(owner, program, body), page, &told_to, &why);
	if (shipped == NULL || layer == NULL)
		fail_msg("%s: %s", file, why);
	judge_result(shipped, layer, "sample", &findings);
	xmlFreeDoc(shipped);
	xmlFreeDoc(layer);
	xmlFreeDoc(page);
	return told(owner, &findings);
}

static void
finds_nothing_in_samples(void **state)
{
	void *owner = talloc_new(NULL);
	const struct labels *labels = danish(owner);
	DIR *dir = opendir(SOURCE "/xslt/samples");
	const struct dirent *entry;
	size_t count = 0;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		void *one = talloc_new(owner);
		char *found = strstr(entry->d_name, ".xml") == NULL ? NULL : judged_sample(one, labels, entry->d_name, "");

		if (found != NULL && *found != '\0')
			fail_msg("%s: %s", entry->d_name, found);
		count += found != NULL;
		talloc_free(one);
	}
	closedir(dir);
	assert_true(count > 50);
	talloc_free(owner);
}

/* What layers may do to real pages, and what they may not. */
static const struct { const char *file, *body, *finds; } layers[] = {
	{ "plan-focus-areas.xml", "<xsl:template match='p:page' mode='main.after'><p>Ring 1234</p></xsl:template>", "" },
	{ "plan-focus-areas.xml", "<xsl:template match='p:form' mode='hidden'/>",
	    "field-missing from move-1; field-missing from move-2; field-missing from move-3; field-missing from move-4; field-missing from move-5; "
	    "token-missing once /sign-out; token-missing once focus-area; token-missing once move-1; token-missing once move-2; "
	    "token-missing once move-3; token-missing once move-4; token-missing once move-5; token-missing token /sign-out; "
	    "token-missing token focus-area; token-missing token move-1; token-missing token move-2; token-missing token move-3; "
	    "token-missing token move-4; token-missing token move-5" },
	{ "plan-focus-areas.xml", "<xsl:template match='p:field[@name = \"priority\"]' mode='field'/>", "field-missing priority focus-area" },
	{ "plan-focus-areas.xml", "<xsl:template match='p:navigation' mode='bar'/>",
	    "nav-link-missing / Hovedmenu; nav-link-missing /citizens Hovedmenu; nav-link-missing /screening Hovedmenu; "
	    "nav-link-missing /triage Hovedmenu" },
	{ "plan-focus-areas-refused.xml", "<xsl:param name='radio-max' select='0'/>", "" },
	{ "portal-home.xml", "<xsl:template match='p:page' mode='foot'/>", "landmark-missing footer -" },
};

static void
judges_layers(void **state)
{
	void *owner = talloc_new(NULL);
	const struct labels *labels = danish(owner);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof layers / sizeof layers[0]; i++)
		assert_string_equal(judged_sample(owner, labels, layers[i].file, layers[i].body), layers[i].finds);
	talloc_free(owner);
}

/* The facts of a real page that a layer of one template hides. */
struct beside { const struct sheet *sheets[2]; const struct labels *labels; const void *owner; unsigned count; };

static xmlDoc *
render_beside(void *data, xmlDoc *page, bool layer)
{
	struct beside *beside = data;
	const struct sheet_params told_to = { beside->labels, params };
	char *why;

	beside->count++;
	return sheet_tree(beside->owner, beside->sheets[layer], page, &told_to, &why);
}

static void
finds_facts_of_a_sample(void **state)
{
	void *owner = talloc_new(NULL);
	struct facts facts = { .owner = owner };
	struct beside beside = { .sheets = { look(owner, "plan", ""), look(owner, "plan", "<xsl:template match='p:focus-area/p:suggestion'"
	    " mode='paragraph'/>") }, .labels = danish(owner), .owner = owner };
	char *error = NULL;
	xmlDoc *page = node_read(owner, SOURCE "/xslt/samples/plan-focus-areas.xml", HTML_MAX, &error);
	clock_t start = clock();
	size_t i;

	(void)state;
	assert_non_null(page);
	assert_true(judge_facts(page, render_beside, &beside, &facts));
	if (getenv("SAMSPIL_TEST_TIMES") != NULL)
		print_message("# %u renderings in %.2f s, %zu left out\n", beside.count, (double)(clock() - start) / CLOCKS_PER_SEC, facts.left_out);
	assert_int_equal(facts.count, 3);
	for (i = 0; i < facts.count; i++)
		assert_string_equal(facts.list[i].element, "suggestion");
	assert_string_equal(facts.list[0].path, "course/focus-area[2]/suggestion");
	assert_int_equal(facts.left_out, 0);
	xmlFreeDoc(page);
	talloc_free(owner);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_the_frame),
		cmocka_unit_test(keeps_notices),
		cmocka_unit_test(keeps_forms),
		cmocka_unit_test(refuses_the_unsafe),
		cmocka_unit_test(refuses_the_unsound),
		cmocka_unit_test(forgives_what_is_shipped),
		cmocka_unit_test(has_labels),
		cmocka_unit_test(tells_lines_of_the_layer),
		cmocka_unit_test(tells_the_outline),
		cmocka_unit_test(finds_facts),
		cmocka_unit_test(finds_no_facts),
		cmocka_unit_test(leaves_facts_out),
		cmocka_unit_test(is_not_kept_busy),
		cmocka_unit_test(finds_nothing_in_samples),
		cmocka_unit_test(judges_layers),
		cmocka_unit_test(finds_facts_of_a_sample),
	};

	date_start();
	node_start();
	if (sheet_start(SOURCE "/xslt") != FAIL_NONE)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}

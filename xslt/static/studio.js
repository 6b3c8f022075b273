// The studio's page of a draft: an editor with line numbers and colours in the text area's place, what the check found at its lines,
// and a word before unsaved text is left.  Without this file, or where it fails, the text area stays and does all that is needed.

const area = document.querySelector('textarea[data-editor]');
const form = area?.form;

if (area)
	start().catch((error) => console.warn(`studio: ${error.message}`));

async function start() {
	warnBeforeLeaving();
	const { search } = new URL(import.meta.url);
	const cm = await import(`./editor/codemirror.js${search}`);
	const view = new cm.EditorView({
		parent: place(),
		root: document.querySelector('.sp-editor').shadowRoot,
		state: cm.EditorState.create({ doc: area.value, extensions: extensions(cm) }),
	});

	area.hidden = true;
	showFindings(cm, view);
	lead(cm, view);
}

// In a shadow tree the editor's styles are sheets of the tree: the policy of these pages allows no style elements.
function place() {
	const host = document.createElement('div');

	host.className = 'sp-editor';
	area.after(host);
	return host.attachShadow({ mode: 'open' });
}

function extensions(cm) {
	return [
		cm.lineNumbers(), cm.foldGutter(), cm.lintGutter(), cm.highlightSpecialChars(), cm.history(), cm.drawSelection(),
		cm.indentOnInput(), cm.bracketMatching(), cm.highlightActiveLine(), cm.highlightActiveLineGutter(),
		cm.highlightSelectionMatches(), cm.xml({ autoCloseTags: true }), cm.syntaxHighlighting(colours(cm)),
		// Esc, then Tab, leads on: CodeMirror itself sees to that.
		cm.keymap.of([{ key: 'Mod-s', run: save, preventDefault: true }, ...cm.defaultKeymap, ...cm.historyKeymap, ...cm.searchKeymap,
			...cm.foldKeymap, ...cm.lintKeymap, cm.indentWithTab]),
		cm.EditorView.contentAttributes.of(attributes()),
		cm.EditorView.theme(look),
		cm.EditorView.updateListener.of((update) => {
			if (update.docChanged)
				area.value = update.state.doc.toString();
		}),
	];
}

// What the text area says to those who do not see it, the editor says as well: its help and error are texts outside of the shadow tree.
function attributes() {
	const described = (area.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent.trim());
	const found = { 'aria-label': area.dataset.editor, 'aria-description': described.filter(Boolean).join(' '), spellcheck: 'false', tabindex: '0' };

	if (area.getAttribute('aria-invalid'))
		found['aria-invalid'] = 'true';
	return found;
}

function save() {
	form.requestSubmit(form.querySelector('[type=submit]'));
	return true;
}

const look = {
	'&': { height: '60vh', fontSize: '1.3rem', backgroundColor: '#fff', color: '#1a1a1a' },
	'&.cm-focused': { outline: 'none' },
	'.cm-scroller': { fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace', lineHeight: '2.1rem' },
	'.cm-gutters': { backgroundColor: '#f5f7f8', color: '#4b5560', borderRight: '1px solid #d8dde2' },
	'.cm-activeLine': { backgroundColor: '#e6f0f566' },
	'.cm-activeLineGutter': { backgroundColor: '#e6f0f5' },
	'.cm-tooltip': { fontSize: '1.4rem', maxWidth: '60ch' },
	'.cm-panels': { fontSize: '1.4rem' },
	// CodeMirror's own signs are pictures in its styles, which the policy of these pages does not load.
	'.cm-lintRange-error, .cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy #b3202a 1.5px', textUnderlineOffset: '.4rem' },
	'.cm-lintRange-warning': { textDecorationColor: '#b97a00' },
	'.cm-lint-marker-error, .cm-lint-marker-warning': { content: 'normal', width: '1rem', height: '1rem', marginTop: '.5rem', backgroundColor: '#a8161f', borderRadius: '50%' },
	'.cm-lint-marker-warning': { backgroundColor: '#b97a00', borderRadius: '0' },
};

function colours(cm) {
	const { tags } = cm;

	return cm.HighlightStyle.define([
		{ tag: [tags.tagName, tags.angleBracket], color: '#0b5478' },
		{ tag: tags.attributeName, color: '#7a3c00' },
		{ tag: tags.attributeValue, color: '#1f6b3a' },
		{ tag: [tags.comment, tags.processingInstruction], color: '#5b6570' },
		{ tag: [tags.character, tags.invalid], color: '#a8161f' },
	]);
}

// The messages stand in the list of lines, below: the same words at the same lines, until the text is another.
function showFindings(cm, view) {
	const found = [...document.querySelectorAll('.sp-code [data-line]')].map((node) => {
		const line = view.state.doc.line(Math.min(Math.max(Number(node.dataset.line), 1), view.state.doc.lines));
		const from = Math.min(line.from + characters(line.text, Number(node.dataset.column) - 1), line.to);

		return { from, to: line.to, severity: node.dataset.refuses === 'yes' ? 'error' : 'warning', message: node.textContent.trim() };
	});

	if (found.length === 0)
		return;
	view.dispatch(cm.setDiagnostics(view.state, found));
	document.querySelector('.sp-lines').hidden = true;
}

// The length in the editor's units of so many characters of a text.
function characters(text, n) {
	return n > 0 ? [...text].slice(0, n).join('').length : 0;
}

// Links to lines, and to the text area from its label and its error, lead into the editor.
function lead(cm, view) {
	document.addEventListener('click', (event) => {
		const target = event.target.closest('a[href*="#"], label[for]');
		const id = target?.htmlFor ?? target?.hash.slice(1);
		const line = /^l(\d+)$/.exec(id ?? '')?.[1];

		if (id !== area.id && !(line && target.pathname === location.pathname))
			return;
		event.preventDefault();
		go(cm, view, Number(line ?? 0));
	});
}

function go(cm, view, number) {
	if (number > 0 && number <= view.state.doc.lines) {
		const { from } = view.state.doc.line(number);

		view.dispatch({ selection: { anchor: from }, effects: cm.EditorView.scrollIntoView(from, { y: 'center' }) });
	}
	view.dom.getRootNode().host.scrollIntoView({ block: 'nearest' });
	view.focus();
}

function warnBeforeLeaving() {
	const saved = area.defaultValue;
	let sends = false;

	form.addEventListener('submit', () => { sends = true; });
	addEventListener('pageshow', () => { sends = false; });
	addEventListener('beforeunload', (event) => {
		if (!sends && area.value !== saved)
			event.preventDefault();
	});
}

// A department changes a column, as xslt/first-change.md tells it, word for word: an error with its line, mended, previewed on a course, put
// to use by a colleague, rolled back; with scripts, without, and with files.  The texts typed and the words expected are taken from there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { beforeEach, test } from 'node:test';
import { assertAccessible, assertFits, newPage, signIn, stack } from './stack.mjs';
import { looksAlone, looksAsLoaded, sql } from './walk.mjs';

const [url] = stack.urls;
const top = new URL('../../', import.meta.url).pathname;
const told = readFileSync(`${top}xslt/first-change.md`, 'utf8');
/** The blocks of a kind, in their order. */
const blocks = (kind) => [...told.matchAll(new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) => text);
const [addition] = blocks('xml');
const [finding, shown, complaint] = blocks('text').map((text) => text.trim());
const reason = told.match(/`(Gradienten .*?)`/)[1];
const place = finding.match(/Linje \d+, kolonne \d+/)[0];
const [wrong, right] = ['@icf-titel', '@icf-title'];

await looksAlone();
beforeEach(looksAsLoaded);

/** Somebody at a browser: what they do is counted. */
class Person {
	constructor(uid, page) {
		Object.assign(this, { uid, page, clicks: 0, keys: 0, texts: 0 });
	}

	static async signedIn(uid, options = {}) {
		const person = new Person(uid, await newPage({ width: 1400, height: 900, ...options }));
		await signIn(person.page, uid);
		person.texts += 2;
		person.clicks += 1;
		return person;
	}

	/** A link or button by its words, in a part of the page. */
	named(words, part = 'body') {
		const { page } = this;
		const parts = page.locator(part);
		return parts.getByRole('link', { name: words, exact: true }).or(parts.getByRole('button', { name: words, exact: true })).first();
	}

	async click(what) {
		await (typeof what === 'string' ? this.named(what) : what).click();
		this.clicks += 1;
	}

	async choose(label, words) {
		const control = this.page.getByLabel(label, { exact: true }).first();
		if (await control.count() > 0 && await control.evaluate((node) => node.tagName === 'SELECT')) {
			await control.selectOption({ label: words });
			this.clicks += 2;
		} else
			await this.click(this.page.getByText(words, { exact: true }).first());
	}

	async write(control, text) {
		await control.fill(text);
		this.texts += 1;
	}

	async press(...keys) {
		for (const key of keys)
			await this.page.keyboard.press(key);
		this.keys += keys.length;
	}

	/** What the page shows, spaces made even. */
	async sees(pattern, part = 'body') {
		await this.page.waitForLoadState();
		const text = (await this.page.locator(part).first().innerText()).replace(/\s+/g, ' ');
		assert.ok(typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text), `${this.uid} at ${this.page.url()} sees no ${pattern}: ${text.slice(0, 1500)}`);
	}

	/** axe, no sideways scrolling from a phone to a wide screen, no fault in the console. */
	async looks() {
		await assertAccessible(this.page);
		for (const width of [320, 1400]) {
			await this.page.setViewportSize({ width, height: 900 });
			await assertFits(this.page);
		}
		assert.deepEqual(this.page.faults, []);
	}

	get count() {
		return `${this.uid}: ${this.clicks} clicks, ${this.texts} texts written or pasted, ${this.keys} keys`;
	}
}

/** Steps 2 and 3 in the editor. */
const scripted = {
	async add(jens) {
		const { page } = jens;
		const content = page.locator('.cm-content');
		await content.waitFor();
		await jens.click(content);
		await jens.press('Control+End');
		if (await page.locator('.cm-activeLine').textContent() === '')
			await jens.press('ArrowUp');
		assert.equal(await page.locator('.cm-activeLine').textContent(), '</xsl:stylesheet>');
		await jens.press('Home');
		await page.keyboard.insertText(addition);
		jens.texts += 1;
		// Highlighting: one colour for names of elements, another for their attributes' values.
		const colours = await page.locator('.cm-activeLine, .cm-line').evaluateAll((lines) =>
			[...new Set(lines.flatMap((line) => [...line.querySelectorAll('span')].map((span) => getComputedStyle(span).color)))]);
		assert.ok(colours.length >= 3, colours);
	},
	async mend(jens) {
		const { page } = jens;
		assert.match(await page.locator('.cm-activeLine').textContent(), new RegExp(wrong), 'the link leads to the line');
		const spot = await page.locator('.cm-activeLine').evaluate((line, word) => {
			const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const at = walker.currentNode.data.indexOf(word);
				if (at < 0)
					continue;
				const range = document.createRange();
				range.setStart(walker.currentNode, at);
				range.setEnd(walker.currentNode, at + word.length);
				const { x, y, width, height } = range.getBoundingClientRect();
				return { x: x + width / 2, y: y + height / 2 };
			}
			return null;
		}, 'titel');
		await page.mouse.dblclick(spot.x, spot.y);
		jens.clicks += 2;
		await page.keyboard.type('title');
		jens.keys += 5;
		assert.match(await page.locator('.cm-activeLine').textContent(), new RegExp(`${right}"/>`));
		// Tab indents, but is no trap.
		await jens.press('Escape', 'Tab');
		assert.ok(await page.evaluate(() => !document.activeElement.matches('.sp-editor')), 'Esc, then Tab, leads on');
	},
};

/** The same in the plain text area. */
const plain = {
	async add(jens) {
		const area = jens.page.locator('textarea[name=sheet]');
		assert.ok(await area.isVisible());
		await jens.click(area);
		await jens.write(area, (await area.inputValue()).replace('</xsl:stylesheet>', `${addition}</xsl:stylesheet>`));
	},
	async mend(jens) {
		assert.match(await jens.page.locator('li:target').textContent(), new RegExp(wrong), 'the link leads to the line');
		const area = jens.page.locator('textarea[name=sheet]');
		await jens.write(area, (await area.inputValue()).replace(wrong, right));
	},
};

async function begin(jens) {
	await jens.click('Administration');
	await jens.looks();
	await jens.click(jens.page.locator('main').getByRole('link', { name: 'Stilark', exact: true }));
	await jens.looks();
	await jens.choose('Visning', 'Forløb og plan');
	await jens.choose('Begynd med', 'Den version, der er i brug');
	await jens.write(jens.page.getByLabel('Hvad skal ændres, og hvorfor?'), reason);
	await jens.click('Begynd kladden');
	await jens.sees('Kladden er begyndt.');
	await jens.looks();
	return jens.page.url().match(/stylesheets\/(\d+)/)[1];
}

async function check(jens, editor) {
	await editor.add(jens);
	await jens.click('Gem og tjek');
	await jens.sees(finding.replace(/\s+/g, ' '), '#check');
	await jens.looks();
	await jens.click(place);
	await editor.mend(jens);
	await jens.click('Gem og tjek');
	await jens.sees('Tjekket er uden fejl.', '#check');
	await jens.looks();
}

/** Step 4: the draft beside the shipped look, for its author alone. */
async function preview(jens, pia, draft) {
	await jens.click('Se den på sider');
	await jens.looks();
	await jens.click(jens.page.locator('li', { has: jens.page.locator('.sp-strong', { hasText: /^Brian Nielsen$/ }) })
		.getByRole('link', { name: 'Fokusområder', exact: true }).last());
	await jens.page.waitForLoadState();
	const [mine, common] = [0, 1].map((n) => jens.page.frameLocator('iframe').nth(n));
	assert.match((await mine.locator('table.sp-focus').innerText()).replace(/\s+/g, ' '), new RegExp(shown));
	assert.doesNotMatch((await common.locator('table.sp-focus').innerText()).replace(/\s+/g, ' '), new RegExp(shown));
	assert.match(await mine.locator('[data-keep=draft]').innerText(), /Du ser en kladde til sidens udseende\. Kun du, der har skrevet den, kan se den\./);
	assert.equal(await common.locator('[data-keep=draft]').count(), 0);
	// Somebody else, at the same address, sees what is in use.
	await pia.page.goto(`${url}/plan/3/focus-areas?stylesheet=${draft}`);
	await pia.sees('Kladden er ikke din');
	assert.equal(await pia.page.locator('[data-keep=draft]').count(), 0);
	assert.doesNotMatch(await degrees(pia), new RegExp(shown));
	await jens.looks();
}

async function degrees(person) {
	return (await person.page.locator('table.sp-focus').innerText()).replace(/\s+/g, ' ');
}

/** Steps 5 and 6: one asks, another does it. */
async function activate(jens, bo, draft) {
	await jens.click(jens.named('Versionen', '.sp-crumbs'));
	await jens.click('Bed om aktivering');
	await jens.sees('En anden skal nu se på den og tage den i brug.');
	await jens.looks();
	assert.equal(await jens.named('Tag i brug').count(), 0);
	await jens.page.goto(`${url}/admin/stylesheets/${draft}/activate`);
	await jens.sees('Du har selv skrevet den eller bedt om det. En anden skal tage den i brug.');
	assert.equal(await jens.named('Tag i brug').count(), 0);
	await jens.looks();

	await bo.page.goto(`${url}/`);
	await bo.sees('Jens Stilark beder om at få en ny visning af »Forløb og plan« taget i brug');
	await bo.click(bo.page.locator('tr, li', { hasText: 'Jens Stilark beder om' }).last().getByRole('link', { name: /Se visning/ }));
	await bo.looks();
	await bo.click('Se den, og tag den i brug');
	await bo.sees('Tjekket er uden fejl.', '#check');
	assert.equal((await bo.page.locator('.sp-diff ins').allTextContents()).join('\n').trim(), addition.replace(wrong, right).trim());
	await bo.looks();
	await bo.click('Tag i brug');
	await bo.sees('Versionen er taget i brug.');
	await bo.looks();
}

/** Step 7. */
async function use(pia) {
	await pia.page.goto(`${url}/`);
	await pia.click('Forløb');
	await pia.click('Brian Nielsen');
	await pia.click(pia.page.getByRole('link', { name: /^Fokusområder( \d+)?$/ }).first());
	assert.match(await degrees(pia), new RegExp(shown));
	await pia.looks();
}

for (const [title, editor, options] of [['with scripts', scripted, {}], ['without scripts', plain, { javaScript: false }]])
	test(`the whole story, ${title}`, async (t) => {
		const people = [];
		for (const uid of ['xsl.jens', 'it.bo', 'fys.pia', 'mads.sb'])
			people.push(await Person.signedIn(uid, options));
		const [jens, bo, pia, mads] = people;
		const draft = await begin(jens);
		await check(jens, editor);
		await preview(jens, pia, draft);
		await activate(jens, bo, draft);
		await use(pia);
		await mads.page.goto(`${url}/plan/3/focus-areas`);
		assert.doesNotMatch(await degrees(mads), new RegExp(shown));

		await bo.click(bo.page.locator('tr', { hasText: 'Sundhedscenter' }).getByRole('button', { name: 'Gå tilbage til den forrige' }));
		await bo.sees('Den forrige version, eller det fælles udseende, vises igen.');
		await bo.looks();
		await pia.page.reload();
		assert.doesNotMatch(await degrees(pia), new RegExp(shown));
		assert.equal(sql('SELECT active_id FROM stylesheet_view v JOIN stylesheet_version s ON s.id = v.active_id'
			+ " WHERE v.department_id = 'sundhedscenter' AND v.program = 'plan' AND s.number = 1").length, 1);
		for (const person of [jens, bo, pia])
			t.diagnostic(person.count);
		t.diagnostic(`sum: ${jens.clicks + bo.clicks + pia.clicks} clicks, signing in included`);
		for (const person of people) {
			assert.deepEqual(person.page.faults, []);
			await person.page.context().close();
		}
	});

test('the same with files', () => {
	const folder = mkdtempSync(`${tmpdir()}/samspil-story-`);
	const [pull, checking, rest] = blocks('sh');
	const file = `${folder}/layers/sundhedscenter/plan.xsl`;
	const run = (commands) => spawnSync('bash', ['-ec', commands.replaceAll('conf/demo run', `${top}conf/demo run --dir ${process.env.SAMSPIL_STACK}`)],
		{ cwd: folder, encoding: 'utf8' });

	let done = run(pull);
	assert.equal(done.status, 0, done.stderr);
	writeFileSync(file, readFileSync(file, 'utf8').replace('</xsl:stylesheet>', `${addition}</xsl:stylesheet>`));
	done = run(checking);
	assert.deepEqual([done.status, done.stdout.trim()], [1, complaint], done.stderr);
	writeFileSync(file, readFileSync(file, 'utf8').replace(wrong, right));
	done = run(checking);
	assert.deepEqual([done.status, done.stdout], [0, ''], done.stderr);
	done = run(rest);
	assert.equal(done.status, 0, done.stderr);
	assert.match(done.stdout, /version 2: new, its activation is asked for\n.*version 2: in use from now on\n/);
	assert.match(done.stdout, new RegExp(`sundhedscenter\tplan\t2\tactive\tit.bo\t.*\t${reason}\t`));
	assert.match(done.stdout, /version 1 is in use again/);
	rmSync(folder, { recursive: true });
});

test('what the tutorial calls by a name has that name', () => {
	const labels = new Set([...readFileSync(`${top}xslt/labels/da.xml`, 'utf8').matchAll(/<label key="[^"]+">([^<]*)</g)].map(([, text]) => text));
	const words = [...told.matchAll(/\*\*(.+?)\*\*/gs)].map(([, text]) => text.replace(/\s+/g, ' '));
	assert.ok(words.length > 20);
	assert.deepEqual(words.filter((text) => !labels.has(text) && text !== place), []);
});

// What browser tests share: the running demo, a browser, signing in, axe.
//	tests/run browser, or tests/stack node --test tests/browser/
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { after, afterEach, beforeEach } from 'node:test';
import axe from 'axe-core/axe.min.js';
import { chromium } from 'playwright-core';

const demo = new URL('../../conf/demo', import.meta.url).pathname;

if (!process.env.SAMSPIL_STACK)
	throw new Error('no demo is running: tests/run browser, or tests/stack node --test tests/browser/');

/** The addresses (at / and at /samspil) and the users of the demo: { urls, users: { uid: { role, department, password } } }. */
export const stack = readStack(spawnSync(demo, ['status', '--dir', process.env.SAMSPIL_STACK], { encoding: 'utf8' }).stdout);

function readStack(text) {
	const found = { urls: [], users: {} };
	for (const line of text.split('\n')) {
		const [kind, name, , role, , department, , password] = line.split(' ');
		if (kind === 'url')
			found.urls.push(name);
		if (kind === 'user')
			found.users[name] = { role, department, password };
	}
	return found;
}

/** conf/demo COMMAND WORDS...: what it printed. */
export function runDemo(command, ...words) {
	return execFileSync(demo, [command, '--dir', process.env.SAMSPIL_STACK, ...words], { encoding: 'utf8' });
}

// axe as an expression for a frame, brought in once for each document.  It waits with timers, which do not run where scripts are off: its own word for
// them, and nobody else's, means here that what would wait follows at once.  Half of its time it reads the same few colours: each is read once.
const axeForFrame = `(() => {
	const setTimeout = (then, ms, ...words) => { Promise.resolve().then(() => then(...words)); return 0; };
	${axe.source};
	const { prototype } = axe.commons.color.Color, { parseString } = prototype, known = new Map();
	prototype.parseString = function (text) {
		const { r, g, b, alpha } = known.get(text) ?? parseString.call(this, text);
		if (!known.has(text))
			known.set(text, { r, g, b, alpha });
		return Object.assign(this, { r, g, b, alpha });
	};
})()`;
// What it loads beforehand would come too late, and is for sound and film alone.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const look = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'], iframes: false, preload: false })
	.then(({ violations }) => violations)`;

async function violationsIn(frame) {
	if (!await frame.evaluate('Boolean(globalThis.axe)'))
		await frame.evaluate(axeForFrame);
	return frame.evaluate(look);
}

const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	// Chromium has no sandbox for root.
	chromiumSandbox: process.getuid() !== 0,
	args: ['--disable-gpu', '--disable-dev-shm-usage'],
});
after(() => browser.close());
// What a test opened goes when it ends: pages that nobody looks at go on asking, and take memory.  Those of a whole file stay.
let opened = [];
beforeEach(() => { opened = []; });
afterEach(() => Promise.all(opened.map((context) => context.close())));

/**
 * A page in a browser of its own; what goes wrong in it (a script's error, something that the policy refused, a file that is not
 * there) is gathered in page.faults.
 */
export async function newPage({ javaScript = true, width = 1280, height = 800 } = {}) {
	const context = await browser.newContext({ locale: 'da-DK', viewport: { width, height }, javaScriptEnabled: javaScript });
	opened.push(context);
	context.setDefaultTimeout(30000);
	const page = await context.newPage();
	page.faults = [];
	// A page that answers 422 or 403 is no fault; a file of it that is missing is, and is told by its answer.
	page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource')
		&& page.faults.push(message.text()));
	page.on('pageerror', (error) => page.faults.push(error.message));
	page.on('response', (answer) => answer.status() >= 400 && !answer.request().isNavigationRequest()
		&& page.faults.push(`${answer.status()} ${answer.url()}`));
	return page;
}

/** Sign in as a user of the demo at the address url, in the browser; ends on the first page. */
export async function signInByForm(page, uid, url = stack.urls[0]) {
	await page.goto(`${url}/sign-in`);
	await page.locator('[name=username]').fill(uid);
	await page.locator('[name=password]').fill(stack.users[uid].password);
	await page.locator('form[action$="/sign-in"] [type=submit]').click();
	await atHome(page, uid, url);
}

/** The same form, filled in and sent without being drawn: a session of the page's own, at a third of the work. */
export async function signIn(page, uid, url = stack.urls[0]) {
	const { request } = page.context();
	const html = await (await request.get(`${url}/sign-in`)).text();
	const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
	await request.post(`${url}/sign-in`, { maxRedirects: 0, headers: { origin: new URL(url).origin },
		form: { ...Object.fromEntries(hidden), username: uid, password: stack.users[uid].password, submit: 'sign-in' } });
	await page.goto(`${url}/`);
	await atHome(page, uid, url);
}

async function atHome(page, uid, url) {
	await page.waitForURL(`${url}/`, { timeout: 30000 }).catch(async () =>
		assert.fail(`${uid} is not signed in but at ${page.url()}: ${await page.locator('main').innerText()}`));
}

/** Nothing on the page breaks WCAG 2.2 AA as far as a program can see; its frames are looked at each for itself. */
export async function assertAccessible(page) {
	const violations = (await Promise.all(page.frames().map(violationsIn))).flat();
	const told = violations.map((v) => `${v.id}: ${v.help}\n${v.nodes.map((n) => `    ${n.target}: ${n.failureSummary}`).join('\n')}`);
	assert.deepEqual(told, [], `${page.url()}\n${told.join('\n')}`);
}

/** The page does not need to be scrolled sideways. */
export async function assertFits(page) {
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
	assert.ok(content <= window, `${page.url()} is ${content} px wide in a window of ${window}`);
}

/**
 * The page fits at each of these widths; axe looks at it as it is at the widest one and at the narrowest one.  The last one is left: what is opened next
 * is loaded at it.
 */
export async function assertLooks(page, widths = [1400, 768, 320]) {
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		await assertFits(page);
		if (width === Math.max(...widths) || width === Math.min(...widths))
			await assertAccessible(page);
	}
}

// What browser tests share: the running demo, a browser, signing in, axe.
//	tests/run browser, or tests/stack node --test tests/browser/
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { after } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
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

const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	// Chromium has no sandbox for root.
	chromiumSandbox: process.getuid() !== 0,
	args: ['--disable-gpu', '--disable-dev-shm-usage'],
});
after(() => browser.close());

/**
 * A page in a browser of its own; what goes wrong in it (a script's error, something that the policy refused, a file that is not
 * there) is gathered in page.faults.
 */
export async function newPage({ javaScript = true, width = 1280, height = 800 } = {}) {
	const context = await browser.newContext({ locale: 'da-DK', viewport: { width, height }, javaScriptEnabled: javaScript });
	context.setDefaultTimeout(10000);
	const page = await context.newPage();
	page.scripted = javaScript;
	page.faults = [];
	// A page that answers 422 or 403 is no fault; a file of it that is missing is, and is told by its answer.
	page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource')
		&& page.faults.push(message.text()));
	page.on('pageerror', (error) => page.faults.push(error.message));
	page.on('response', (answer) => answer.status() >= 400 && !answer.request().isNavigationRequest()
		&& page.faults.push(`${answer.status()} ${answer.url()}`));
	return page;
}

/** Sign in as a user of the demo at the address url; ends on the first page. */
export async function signIn(page, uid, url = stack.urls[0]) {
	await page.goto(`${url}/sign-in`);
	await page.locator('[name=username]').fill(uid);
	await page.locator('[name=password]').fill(stack.users[uid].password);
	await page.locator('form[action$="/sign-in"] [type=submit]').click();
	await page.waitForURL(`${url}/`, { timeout: 10000 }).catch(async () =>
		assert.fail(`${uid} is not signed in but at ${page.url()}: ${await page.locator('main').innerText()}`));
}

/** Nothing on the page breaks WCAG 2.2 AA as far as a program can see. */
export async function assertAccessible(page) {
	// axe waits for timers, which do not run where scripts are off: it looks at the same HTML in a browser that has them.
	const looked = page.scripted ? page : await twin(page);
	const { violations } = await new AxeBuilder({ page: looked })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
	const told = violations.map((v) => `${v.id}: ${v.help}\n${v.nodes.map((n) => `    ${n.target}: ${n.failureSummary}`).join('\n')}`);
	assert.deepEqual(told, [], `${page.url()}\n${told.join('\n')}`);
	if (looked !== page)
		await looked.context().close();
}

/** Another page with scripts on, at the same address, of the same size and with the HTML that page has now. */
async function twin(page) {
	const { width, height } = page.viewportSize();
	const other = await newPage({ width, height });
	const body = await page.content();
	await other.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
	await other.goto(page.url());
	return other;
}

/** The page does not need to be scrolled sideways. */
export async function assertFits(page) {
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
	assert.ok(content <= window, `${page.url()} is ${content} px wide in a window of ${window}`);
}

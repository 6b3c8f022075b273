// Courses are found, saved, handed over and looked after: what it takes, and that everybody can use the pages.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, assertFits, assertLooks, newPage, signIn, stack } from './stack.mjs';

const url = stack.urls[0];

/** Counts what a person activates: a click, or a key pressed on something. */
function counting(page) {
	let count = 0;
	return {
		click: (selector) => { count++; return page.locator(selector).first().click(); },
		press: (selector, key) => { count++; return page.locator(selector).first().press(key); },
		get count() { return count; },
	};
}

// One hit is opened at once; of several one is picked.  A note beside one's own signed one can be written at once, too.
async function writeFrom(query, pick) {
	const page = await newPage();
	await signIn(page, 'mads.sb');
	await page.goto(`${url}/plan`);
	const by = counting(page);
	await page.fill('#find-q', query);
	await by.press('#find-q', 'Enter');
	if (pick)
		await by.click(`main table a[href$='${pick}']`);
	await page.waitForURL(/\/plan\/\d+$/);
	await by.click("nav a[href$='/notes']");
	await page.waitForURL(/\/notes$/);
	await page.fill('textarea[name=limitation]', `Trættes efter fire timer. Søgt som ${query}.`);
	await by.click('button[value=sign]');
	await page.waitForSelector('.sp-note--green');
	assert.match(await page.textContent('main'), new RegExp(`Søgt som ${query}`));
	assert.deepEqual(page.faults, []);
	await page.context().close();
	return by.count;
}

test('from a search to a signed note in at most four activations', async () => {
	assert.equal(await writeFrom('mogens mock'), 3);
	assert.equal(await writeFrom('mogens mock'), 3, 'beside a signed one');
	assert.equal(await writeFrom('sen', '/plan/5'), 4, 'of several hits');
});

test('a search is saved, found again and removed, without JavaScript', async () => {
	const page = await newPage({ javaScript: false });
	await signIn(page, 'sofie.sb');
	await page.goto(`${url}/plan?waits=team&late=yes`);
	await page.click('.sp-saved summary');
	await page.fill('#save-filter-name', 'Sene notater');
	await page.click('.sp-saved button:has-text("Gem søgning")');
	assert.match(await page.textContent('.sp-note--green'), /gemt/);
	await page.goto(`${url}/plan`);
	await page.click('.sp-saved nav a:has-text("Sene notater")');
	await page.waitForURL(`${url}/plan?waits=team&late=yes`);
	await page.click('.sp-saved summary');
	await page.click('.sp-saved__tidy button');
	assert.match(await page.textContent('.sp-note--green'), /fjernet/);
});

test('the pages, narrow and wide', async () => {
	const page = await newPage();
	await signIn(page, 'tl.karla');
	for (const path of ['/plan?late=yes', '/plan/handover?from=sofie.sb', '/plan/10/handover', '/plan/absences']) {
		const answer = await page.goto(url + path);
		assert.equal(answer.status(), 200, path);
		await assertLooks(page, [1400, 320]);
	}
	assert.deepEqual(page.faults, []);
	await page.context().close();
});

test('a leader moves two, who gets them opens the message, without JavaScript', async () => {
	const karla = await newPage({ javaScript: false, width: 768 });
	await signIn(karla, 'tl.karla');
	await karla.goto(`${url}/plan`);
	await karla.click('a:has-text("Overdrag forløb")');
	await karla.selectOption('#handover-from-from', 'mads.sb');
	await karla.click('button:has-text("Vis forløb")');
	await karla.check('.sp-ticks input[value="14"]');
	await karla.check('.sp-ticks input[value="5"]');
	await karla.click('button:has-text("Flyt forløbene")');
	assert.match(await karla.textContent('[role=alert]'), /Til|skal/);
	assert.ok(await karla.isChecked('.sp-ticks input[value="14"]'), 'what was ticked stays ticked');
	await assertAccessible(karla);
	await karla.check('input[name=receivers][value="sofie.sb"]');
	await karla.fill('textarea[name=reason]', 'Mads går ned i tid.');
	await karla.click('button:has-text("Flyt forløbene")');
	assert.match(await karla.textContent('.sp-note--green'), /flyttet/);
	assert.match(await karla.textContent('main'), /Mads Samling til Sofie Samtale/);
	const sofie = await newPage({ width: 320 });
	await signIn(sofie, 'sofie.sb');
	assert.match(await sofie.textContent('.sp-messages'), /Du har fået et forløb.*Mads går ned i tid/s);
	await assertAccessible(sofie);
	await assertFits(sofie);
	await sofie.click('.sp-messages button');
	await sofie.waitForURL(/\/plan\/(5|14)$/);
	// The demo is as it was.
	await karla.goto(`${url}/plan/handover?from=sofie.sb`);
	await karla.check('.sp-ticks input[value="14"]');
	await karla.check('.sp-ticks input[value="5"]');
	await karla.check('input[name=receivers][value="mads.sb"]');
	await karla.fill('textarea[name=reason]', 'Tilbage igen.');
	await karla.click('button:has-text("Flyt forløbene")');
	assert.match(await karla.textContent('.sp-note--green'), /flyttet/);
});

// Focus areas in a browser: a code in three keys and a press, a finding in six activations, the order by keyboard, two hundred of them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, assertFits, newPage, signIn, stack } from './stack.mjs';
import { sql } from './walk.mjs';

const [url] = stack.urls;

/** A course of mads.sb for one test, with n areas. */
function newCourse(n = 0) {
	const [[course]] = sql(`INSERT INTO course (citizen_id, frame_id, department_id, caseworker_uid, state, opened_on, changed_by)
		VALUES (120, 1, 'jobcenter', 'mads.sb', 'assessment', CURRENT_DATE, 'mads.sb'); SELECT LAST_INSERT_ID()`);
	sql(`INSERT INTO course_contact (course_id, uid, role, from_on, changed_by) VALUES (${course}, 'fys.pia', 'physiotherapist', CURRENT_DATE - INTERVAL 1 DAY, 'mads.sb')`);
	if (n > 0)
		sql(`INSERT INTO focus_area (course_id, component, kind, icf_code, icf_title, priority, description, profession, uid, changed_by)
			SELECT ${course}, 'function', 'barrier', 'FB28013', 'Rygsmerter', seq, CONCAT('Nr. ', seq), 'physiotherapist', 'fys.pia', 'fys.pia' FROM seq_1_to_${n}`);
	return course;
}

async function open(uid, course, options) {
	const page = await newPage(options);

	await signIn(page, uid);
	await page.goto(`${url}/plan/${course}/focus-areas`);
	return page;
}

/** The words of the suggestions for q, once they are there. */
async function suggested(page, q) {
	await page.locator(`#focus-area-codes[data-q="${q}"] [role=option]`).first().waitFor();
	return page.locator('#focus-area-codes [role=option]').allInnerTexts();
}

test('one finding with the mouse alone, in six activations', async () => {
	const course = newCourse(), page = await open('fys.pia', course);
	let activations = 0;
	const click = async (what) => { activations++; await page.locator(what).click(); };

	await click('#focus-area-q');
	await page.keyboard.type('ryg');
	const words = await suggested(page, 'ryg');
	assert.match(words[0], /FB28013\s+Rygsmerter/, 'three keys, and it is the first');
	await click('#focus-area-codes [role=option]:first-child');
	await click('label[for^=focus-area-kind]:has-text("Barriere")');
	await click('.sp-degree:has-text("svært")');
	await click('#focus-area-description');
	await page.keyboard.type('Ondt, når han sidder');
	await click('#form-focus-area [value=save]');
	assert.match(await page.textContent('.sp-note--green'), /gemt/);
	assert.match(await page.textContent('table.sp-focus'), /FB28013.*Rygsmerter.*Ondt, når han sidder.*svært nedsat/s);
	assert.ok(activations <= 6, `${activations} activations`);
	assert.deepEqual(page.faults, []);
});

test('one finding with the keyboard alone', async () => {
	const course = newCourse(), page = await open('fys.pia', course);
	let activations = 0;
	const press = async (key) => { activations += key === 'Enter' || key === 'Space'; await page.keyboard.press(key); };

	await page.focus('#focus-area-q');
	await page.keyboard.type('b28013');
	await press('ArrowDown');
	await page.locator('#focus-area-q[aria-activedescendant]').waitFor();
	assert.equal(await page.getAttribute('#focus-area-q', 'aria-activedescendant'), 'focus-area-code-0');
	assert.equal(await page.getAttribute('#focus-area-code-0', 'aria-selected'), 'true');
	await press('Enter');
	assert.equal(await page.inputValue('[name=icf-code]'), 'FB28013');
	assert.equal(await page.inputValue('#focus-area-component'), 'function');
	await press('Space');
	assert.ok(await page.isChecked('[name=kind][value=barrier]'), 'the next question has the focus');
	await press('Tab');
	for (let n = 0; n < 2; n++)
		await press('ArrowDown');
	await press('Tab');
	await page.keyboard.type('Med tastaturet');
	for (let n = 0; n < 4; n++)
		await press('Tab');
	await press('Enter');
	assert.match(await page.textContent('.sp-note--green'), /gemt/);
	assert.match(await page.textContent('table.sp-focus'), /Rygsmerter.*Med tastaturet/s);
	assert.ok(activations <= 6, `${activations} activations`);
});

test('what one uses comes before anything is typed; Escape, none, near, another component', async () => {
	const course = newCourse(), page = await open('fys.pia', course);

	await page.click('#focus-area-q');
	assert.ok((await suggested(page, '')).length > 3);
	await assertAccessible(page);
	await page.keyboard.press('Escape');
	assert.equal(await page.getAttribute('#focus-area-q', 'aria-expanded'), 'false');
	await page.keyboard.type('xyzzy');
	await page.locator('.sp-codes [role=status]:has-text("Ingen koder")').waitFor();
	await page.fill('#focus-area-q', 'ryggenes');
	await suggested(page, 'ryggenes');
	assert.match(await page.textContent('.sp-codes [role=status]'), /Disse passer på »ryggen«/);
	await page.keyboard.press('Enter');
	assert.equal(await page.inputValue('[name=icf-code]'), 'FB28013');
	assert.equal(await page.locator('.sp-degree').count(), 7, 'the degrees of functions');
	await page.selectOption('#focus-area-component', 'environment');
	assert.equal(await page.inputValue('[name=icf-code]'), '', 'the code does not go with the component');
	assert.match(await page.textContent('.sp-degrees'), /barriere eller en ressource/);
	await page.check('[name=kind][value=resource]');
	assert.match(await page.textContent('.sp-degrees'), /Fremmer meget/);
	assert.doesNotMatch(await page.textContent('.sp-degrees'), /Hæmmer/);
	await page.click('.sp-degree:has-text("Fremmer meget")');
	await page.check('[name=kind][value=barrier]');
	assert.match(await page.textContent('.sp-degrees'), /Hæmmer meget/);
	assert.equal(await page.locator('.sp-degree :checked').count(), 0, 'another sign, another degree');
	await page.click('.sp-degree:has-text("Hæmmer meget")');
	await page.click('.sp-degree:has-text("Hæmmer meget")');
	assert.equal(await page.locator('.sp-degree :checked').count(), 0, 'pressed again it is taken back');
	await page.fill('#focus-area-description', 'Uden kode');
	await page.click('#form-focus-area [value=save]');
	assert.match(await page.textContent('.sp-note--red'), /ICF-kode/);
	await page.locator('#focus-area-q[role=combobox]').waitFor();
	await assertAccessible(page);
	assert.deepEqual(page.faults, []);
});

test('what was refused stands there again, with its code and degree', async () => {
	const course = newCourse(), page = await open('mads.sb', course);

	await page.fill('#focus-area-q', 'rygsmerter');
	await page.keyboard.press('Enter');
	await page.locator('[name=icf-code][value=FB28013]').waitFor({ state: 'attached' });
	await page.check('[name=kind][value=barrier]');
	await page.click('.sp-degree:has-text("moderat")');
	await page.click('#form-focus-area [value=save]');
	assert.match(await page.textContent('.form-error-message'), /skal udfyldes/);
	assert.equal(await page.inputValue('[name=icf-code]'), 'FB28013');
	assert.equal(await page.inputValue('.sp-degree :checked'), 'FZBG12');
	await page.fill('#focus-area-description', 'Nu med ord');
	await page.click('#form-focus-area [value=save]');
	await page.click('table.sp-focus a:has-text("Rygsmerter")');
	assert.equal(await page.inputValue('.sp-degree :checked'), 'FZBG12', 'and on the page that changes it');
	assert.match(await page.inputValue('#focus-area-q'), /FB28013/);
});

test('up and down by keyboard: the focus stays with the area', async () => {
	const page = await open('mads.sb', newCourse(4));
	const first = async () => page.locator('table.sp-focus tbody tr th').allInnerTexts();

	await page.locator('tbody tr:nth-child(4) .sp-move--up').focus();
	for (let n = 0; n < 3; n++) {
		await page.keyboard.press('Enter');
		await page.locator(`tbody tr:nth-child(${3 - n}) .sp-move:focus`).waitFor();
	}
	assert.match((await first())[0], /Nr\. 4/);
	assert.match(await page.locator('.sp-move:focus').textContent(), /Flyt ned: 1\. Rygsmerter/, 'what is read out says where it is');
	await assertAccessible(page);
});

test('two hundred areas, wide and narrow', async () => {
	const course = newCourse(200);

	for (const width of [320, 1400]) {
		const page = await open('mads.sb', course, { width });

		await assertFits(page);
		assert.equal(await page.locator('table.sp-focus tbody tr').count(), 200);
		await page.click('.sp-head a:has-text("Nyt fokusområde")');
		assert.ok(await page.locator('#focus-area-q').isVisible());
		await page.locator('tbody tr:nth-child(150) .sp-move--down').click();
		await page.locator('tbody tr:nth-child(151) .sp-move--down:focus').waitFor();
		assert.ok(await page.evaluate(() => scrollY > 1000), 'one is not thrown back to the top');
		await page.close();
	}
});

for (const width of [320, 1400])
	test(`the pages at ${width} px`, async () => {
		const course = newCourse(2), page = await open('fys.pia', course, { width });
		const [[area]] = sql(`SELECT MIN(id) FROM focus_area WHERE course_id = ${course}`);

		for (const path of [`/plan/${course}/focus-areas/${area}`, '/plan/icf?q=ryg']) {
			await page.goto(url + path);
			await assertAccessible(page);
			await assertFits(page);
		}
		assert.deepEqual(page.faults, []);
	});

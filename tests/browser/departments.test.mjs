// The two example departments' looks on real pages: what their layers and settings change, looked at by their own people.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertLooks, newPage, signIn, stack } from './stack.mjs';
import { looksAlone, sql } from './walk.mjs';

await looksAlone();

const health = ['/plan', '/plan/2', '/plan/3', '/plan/3/focus-areas', '/plan/3/focus-areas?q=ryg', '/plan/4', '/plan/4/focus-areas'];
const pages = {
	'mads.sb': ['/plan', '/plan/3', '/plan/4', '/plan/4/focus-areas', '/plan/9/plan', '/plan/10', '/triage', '/triage/1'],
	'sofie.sb': ['/plan/6', '/triage'],
	'fys.pia': [...health, '/plan/10', '/plan/interventions'],
	'psy.eva': [...health, '/plan/6', '/plan/9'],
};

for (const [uid, paths] of Object.entries(pages))
	test(`the pages of ${uid}, narrow and wide`, async () => {
		const page = await newPage();
		await signIn(page, uid);
		for (const path of paths) {
			const answer = await page.goto(stack.urls[0] + path);
			assert.equal(answer.status(), 200, path);
			assert.equal(await page.locator('[data-keep=fallback]').count(), 0, `${path}: the layer failed`);
			await assertLooks(page, [1400, 320]);
		}
		assert.deepEqual(page.faults, []);
		await page.context().close();
	});

/** What a person sees: the texts of what a selector finds on a page. */
async function texts(uid, path, selector) {
	const page = await newPage({ width: 1400 });
	await signIn(page, uid);
	await page.goto(stack.urls[0] + path);
	const found = await page.locator(selector).allInnerTexts();
	await page.context().close();
	return found.map((text) => text.replace(/\s+/g, ' ').trim());
}

test('one course, two departments', async () => {
	const [job, health] = [await texts('mads.sb', '/plan/4', '.sp-facts dt, .sp-aside dt, dl.sp-list dt'),
		await texts('fys.pia', '/plan/4', '.sp-facts dt, .sp-aside dt, dl.sp-list dt')];
	assert.ok(job.includes('Jobmål') && job.includes('Psykolog') && !job.includes('Fokusområder'), job);
	assert.ok(health.includes('Beskæftigelsesmål') && health.includes('Eva Tanke') && health.includes('Fokusområder'), health);
	assert.deepEqual(await texts('mads.sb', '/plan/4/focus-areas', 'table.sp-focus thead th'),
		['Pri.', 'B/R', 'Fokusområde', 'Gradient', 'Forslag til indsats', 'Ansvarlig']);
	assert.deepEqual(await texts('psy.eva', '/plan/4/focus-areas', 'table.sp-focus thead th'),
		['Ansvarlig', 'B/R', 'Fokusområde', 'Gradient', 'Faglig anbefaling', 'Pri.']);
	assert.equal((await texts('mads.sb', '/plan', 'thead th'))[1].replace(/ ↑$/, ''), 'Næste frist');
	assert.match((await texts('mads.sb', '/triage', 'thead th'))[1], /^Sendt/);
});

test('with the colours that each has set', async () => {
	const bars = [];
	for (const uid of ['mads.sb', 'fys.pia', 'lis.sb']) {
		const page = await newPage();
		await signIn(page, uid);
		await page.goto(`${stack.urls[0]}/plan`);
		bars.push(await page.locator('.sp-bar').evaluate((bar) => getComputedStyle(bar).backgroundColor));
		await page.context().close();
	}
	const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
	const own = Object.fromEntries(sql('SELECT department_id, bar_colour FROM department_look'));
	assert.deepEqual(bars, [rgb(own.jobcenter), rgb(own.sundhedscenter), 'rgb(16, 57, 76)']);
});

// What was loaded into the database is what the forms would have taken.
for (const uid of ['xsl.mia', 'xsl.jens'])
	test(`${uid} saves the department's settings as they are`, async () => {
		const page = await newPage();
		await signIn(page, uid);
		const { department } = stack.users[uid];
		const labels = sql(`SELECT label_key FROM department_label WHERE department_id = '${department}' AND lang = 'da'`);
		const lists = sql(`SELECT DISTINCT program, list_name FROM department_column WHERE department_id = '${department}'`);
		assert.ok(labels.length > 0 && lists.length > 0);
		for (const [path, form] of [['/admin/look', 'look'], ...labels.map(([key]) => [`/admin/look/labels?key=${key}`, 'label']),
			...lists.map(([program, list]) => [`/admin/look/columns?program=${program}&list=${list}`, 'columns'])]) {
			await page.goto(stack.urls[0] + path);
			await page.locator(`#form-${form} [type=submit]`).first().click();
			assert.match(await page.locator('.sp-note--green').innerText(), /gemt/, path);
		}
		await page.context().close();
	});

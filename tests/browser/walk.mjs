// The steps of the main job, done with mouse and keyboard; tests/http/walk.py does the same through the pages' XML.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmdirSync } from 'node:fs';
import { after } from 'node:test';
import { newPage, signIn, stack } from './stack.mjs';

const folder = new URL('../../conf/questionnaires/', import.meta.url);

/** The day that many days from today, as Danes write it. */
export function danish(days = 0) {
	const day = new Date(Date.now() + days * 86400000);
	return day.toLocaleDateString('da-DK', { timeZone: 'Europe/Copenhagen', day: '2-digit', month: '2-digit', year: 'numeric' }).replaceAll('.', '-');
}

/** Rows of a statement, as lists of text. */
export function sql(statement) {
	return execFileSync('mariadb', ['--no-defaults', `--socket=${process.env.SAMSPIL_STACK}/run/mariadb.sock`, '--batch',
		'--skip-column-names', '--default-character-set=utf8mb4', 'samspil', '-e', statement], { encoding: 'utf8' }).split('\n').filter(Boolean).map((line) => line.split('\t'));
}

/**
 * Files of tests may run side by side, and looks are the whole department's: whoever changes them, or looks at them, waits for the others.
 * Called at the top of a file; what it finds then are the looks of the demo as they were loaded.
 */
export async function looksAlone() {
	const lock = `${process.env.SAMSPIL_STACK}/run/looks.lock`;
	while (spawnSync('mkdir', [lock]).status !== 0)
		await new Promise((resolve) => setTimeout(resolve, 500));
	process.on('exit', () => rmdirSync(lock));
	after(looksAsLoaded);
	looksAsLoaded();
}

/** Each view of the demo has one version, which is in use: no other is left. */
export function looksAsLoaded() {
	sql(`UPDATE stylesheet_view v LEFT JOIN stylesheet_version s ON s.department_id = v.department_id AND s.program = v.program AND s.number = 1
		SET v.active_id = s.id, v.failures_in_row = 0;
		DELETE FROM stylesheet_use WHERE version_id IN (SELECT id FROM stylesheet_version WHERE number > 1);
		DELETE FROM stylesheet_failure WHERE version_id IN (SELECT id FROM stylesheet_version WHERE number > 1);
		DELETE FROM stylesheet_version WHERE number > 1;
		UPDATE stylesheet_version SET state = 'active', retired_by = NULL, retired_at = NULL, retired_why = NULL`);
}

/** A number that nobody has: no real person's, since it fails modulus 11 on a birth date other than 1 January.
 * Files that run side by side begin at different ones, of people of the same age. */
export function newCpr() {
	const taken = new Set(sql('SELECT cpr FROM citizen_cpr').map(([cpr]) => cpr));
	const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
	for (let n = 39 * process.pid; ; n++) {
		const cpr = `${String(2 + n % 27).padStart(2, '0')}11${60 + n % 39}${1003 + n * 7 % 900}`;
		const sum = weights.reduce((total, weight, i) => total + weight * Number(cpr[i]), 0);
		if (sum % 11 !== 0 && !taken.has(cpr))
			return cpr;
	}
}

/** A citizen of the test's own with a course of mads.sb's, and an open contact for each [uid, role] of team: { cpr, course }. */
export function newCourse(name, state, { team = [], goal = null, days = 30 } = {}) {
	const cpr = newCpr();
	const [[citizen]] = sql(`INSERT INTO citizen (name, birth_date, department_id, changed_by)
		VALUES ('${name}', '19${cpr.slice(4, 6)}-${cpr.slice(2, 4)}-${cpr.slice(0, 2)}', 'jobcenter', 'mads.sb'); SELECT LAST_INSERT_ID()`);
	const [[course]] = sql(`INSERT INTO citizen_cpr (citizen_id, cpr, changed_by) VALUES (${citizen}, '${cpr}', 'mads.sb');
		INSERT INTO course (citizen_id, frame_id, department_id, caseworker_uid, state, employment_goal, opened_on, changed_by)
			VALUES (${citizen}, 1, 'jobcenter', 'mads.sb', '${state}', ${goal ? `'${goal}'` : 'NULL'}, CURRENT_DATE - INTERVAL ${days} DAY, 'mads.sb');
		SELECT LAST_INSERT_ID()`);
	for (const [uid, role] of team)
		sql(`INSERT INTO course_contact (course_id, uid, role, from_on, changed_by)
			VALUES (${course}, '${uid}', '${role}', CURRENT_DATE - INTERVAL 5 DAY, 'mads.sb')`);
	return { cpr, course };
}

/** Fill in a form and press one of its buttons; ends on the page that comes then. */
export async function send(page, name, fields, submit) {
	const form = page.locator(`form#form-${name}, form[id$="${name}"]`).first();
	for (const [field, value] of Object.entries(fields))
		await fill(form, field, value);
	const button = submit ? form.locator(`[type=submit][value="${submit}"]`) : form.locator('[type=submit]').first();
	await Promise.all([page.waitForEvent('load'), button.click()]);
}

async function fill(form, field, value) {
	const control = form.locator(`[name="${field}"]`);
	const kind = await control.first().evaluate((node) => node.tagName === 'SELECT' ? 'select' : node.type);
	if (kind === 'radio' || kind === 'checkbox')
		await form.locator(`[name="${field}"][value="${value}"]`).check({ force: true });
	else if (kind === 'select')
		await control.selectOption(value);
	else
		await control.fill(value);
}

/** Of each question: { level: option }. */
function levels() {
	const shared = readFileSync(new URL('shared.xml', folder), 'utf8');
	const own = readFileSync(new URL('demo-kontanthjaelp.xml', folder), 'utf8');
	const dimension = (text, id) => text.split(`<dimension id="${id}"`)[1].split('</dimension>')[0];
	const found = new Map();
	for (const [, tag, id] of own.matchAll(/<(dimension id|use dimension)="([^"]+)"/g)) {
		const text = dimension(tag === 'use dimension' ? shared : own, id);
		const options = {};
		// The rules of a scale's dimension say at which end it is red.
		if (text.includes('type="scale"')) {
			const low = /level="red" test="@score &lt;=/.test(text);
			Object.assign(options, { red: low ? '0' : '10', yellow: '5', green: low ? '10' : '0' });
		}
		for (const [, option, level] of text.matchAll(/<option id="([^"]+)"[^>]*level="([^"]+)"/g))
			options[level] ??= option;
		found.set(text.match(/<question id="([^"]+)"/)[1], options);
	}
	return found;
}

/** Ten red, three yellow, the rest green. */
export function karensAnswers() {
	const left = { red: 10, yellow: 3 };
	const answers = {};
	for (const [question, options] of levels()) {
		const level = ['red', 'yellow'].find((it) => left[it] > 0 && options[it]) ?? 'green';
		left[level]--;
		answers[question] = options[level];
	}
	assert.deepEqual([left.red, left.yellow], [0, 0]);
	return answers;
}

/** A citizen's browser, in at the code. */
export async function openByCode(code, cpr, options) {
	const page = await newPage(options);
	await page.goto(`${stack.urls[0]}/answer`);
	await send(page, 'code', { code, 'birth-date': `${cpr.slice(0, 2)}-${cpr.slice(2, 4)}-19${cpr.slice(4, 6)}` });
	return page;
}

/** Through the questionnaire to its end; look(page) sees each kind of its pages, and the first three questions. */
export async function answerAll(page, answers, look = async () => {}) {
	await look(page);
	if (page.url().endsWith('/answer/information'))
		await page.locator('main a.button').click();
	for (let n = 0; n < 60; n++) {
		await page.waitForLoadState();
		if (page.url().endsWith('/answer/summary')) {
			await look(page);
			await send(page, 'summary', {}, 'send');
			return;
		}
		const names = await page.locator('form#form-questionnaire [name]').evaluateAll((all) => [...new Set(all.map((it) => it.name))]);
		if (n < 3)
			await look(page);
		await send(page, 'questionnaire', Object.fromEntries(names.filter((it) => it in answers).map((it) => [it, answers[it]])), 'next');
	}
	assert.fail('the questionnaire has no end');
}

/** The first code in the page's text that looks like one. */
export async function codeOn(page) {
	const found = (await page.locator('main').innerText()).match(/\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b/);
	assert.ok(found, 'a code is shown');
	return found[0];
}

export async function firstChoice(page, form, field) {
	return page.locator(`#form-${form} [name="${field}"][value]:not([value=""]), #form-${form} [name="${field}"] option:not([value=""])`)
		.first().getAttribute('value');
}

/** A person's browser, signed in. */
export async function person(uid, options) {
	const page = await newPage(options);
	await signIn(page, uid);
	return page;
}

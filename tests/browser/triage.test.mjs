// The talk: how few activations it takes (a table), with the keyboard alone, without scripts, and drafts that are kept as one types.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertLooks, newPage, signIn, signInByForm, stack } from './stack.mjs';
import { sql } from './walk.mjs';

const [url] = stack.urls;
const LIMITS = { agreement: 4, disagreement: 6, 'low risk': 4, 'disagreement, to low risk': 6 };
const counted = [];

after(() => console.log(['', '| decision | activations | at most | texts |', '|---|---|---|---|',
	...counted.map(({ what, activations, texts }) => `| ${what} | ${activations} | ${LIMITS[what]} | ${texts} |`), ''].join('\n')));

/** A citizen whose answers (Karen's, or Gerda's, who is well) wait for a decision: { id, name }. */
function waiting(like = 1) {
	const name = `Browser Triagesen ${Math.random().toString(36).slice(2, 8)}`;
	const [[citizen]] = sql(`INSERT INTO citizen (name, birth_date, department_id, changed_by) VALUES ('${name}', '1980-01-02', 'jobcenter', 'mads.sb') RETURNING id`);
	const [[id]] = sql(`INSERT INTO citizen_cpr (citizen_id, cpr, kind, changed_by) VALUES (${citizen}, '${9100000000 + Number(citizen)}', 'cpr', 'mads.sb');
		INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by) VALUES (${citizen}, 'kontanthjaelp', CURDATE() - INTERVAL 90 DAY, 'mads.sb');
		INSERT INTO screening (citizen_id, questionnaire_id, state, expires_on, issued_by, opened_at, submitted_at, red, yellow, green, indicates, rule, sentence, changed_by)
		SELECT ${citizen}, questionnaire_id, 'submitted', CURDATE() + INTERVAL 20 DAY, 'mads.sb', NOW(), NOW() - INTERVAL 30 DAY, red, yellow, green, indicates, rule, sentence, 'citizen'
		FROM screening WHERE id = ${like} RETURNING id`);
	for (const [table, columns] of [['answer', 'question, state, choice, value, given'], ['screening_dimension', 'ordinal, dimension, level, score, rule']])
		sql(`INSERT INTO ${table} (screening_id, ${columns}, changed_by) SELECT ${id}, ${columns}, 'citizen' FROM ${table} WHERE screening_id = ${like}`);
	after(() => sql(`UPDATE course SET state = 'closed', closed_on = opened_on WHERE citizen_id = ${citizen}; UPDATE screening SET state = 'revoked' WHERE id = ${id}`));
	return { id, name, citizen };
}

/** Somebody in the queue who counts: what is pressed is an activation, what is typed is a text, into a field that was pressed first. */
class Caseworker {
	static async at(page) {
		await page.goto(`${url}/triage?limit=200`);
		return Object.assign(new Caseworker(), { page, activations: 0, texts: 0 });
	}

	async press(what) {
		await what.click();
		this.activations += 1;
	}

	async leave(what) {
		await Promise.all([this.page.waitForEvent('load'), what.click()]);
		this.activations += 1;
	}

	async type(label, text) {
		await this.press(this.page.getByLabel(label));
		await this.page.keyboard.type(text);
		this.texts += 1;
	}

	choose(words) {
		return this.press(this.page.locator('label').getByText(words, { exact: true }));
	}

	button(words) {
		return this.page.getByRole('button', { name: words, exact: true });
	}

	count(what) {
		counted.push({ what, activations: this.activations, texts: this.texts });
		assert.ok(this.activations <= LIMITS[what], `${what}: ${this.activations} activations`);
	}
}

const mads = await newPage({ width: 1400, height: 900 });
await signIn(mads, 'mads.sb');

test('agreement takes four', async () => {
	const { id, name } = waiting();
	const worker = await Caseworker.at(mads);
	await worker.leave(mads.getByRole('button', { name: `Tag ${name}` }));
	assert.equal(await mads.locator('input[type=radio]:checked').count(), 0, 'nothing is ticked beforehand');
	await worker.choose('Aktivitetsparat');
	await worker.choose('Udviklingsforløb, kontanthjælp');
	await worker.leave(worker.button('Opret forløb'));
	assert.match(mads.url(), /\/plan\/\d+/);
	assert.deepEqual(sql(`SELECT decision, reason FROM risk_assessment WHERE screening_id = ${id}`), [['aktivitetsparat', 'NULL']]);
	worker.count('agreement');
});

test('disagreement takes six and the reason', async () => {
	const { id, name } = waiting(8);
	const worker = await Caseworker.at(mads);
	await worker.leave(mads.getByRole('link', { name }));
	await worker.choose('Aktivitetsparat');
	await worker.type('Begrundelse', 'Borgeren er faldet igen og skal udredes.');
	await worker.choose('Udviklingsforløb, alle målgrupper');
	await worker.leave(worker.button('Opret forløb'));
	assert.deepEqual(sql(`SELECT decision, indicated FROM risk_assessment WHERE screening_id = ${id}`), [['aktivitetsparat', 'jobparat']]);
	worker.count('disagreement');
});

test('low risk is opened and closed', async () => {
	const { id, name } = waiting(8);
	const worker = await Caseworker.at(mads);
	await worker.leave(mads.getByRole('link', { name }));
	await worker.choose('Jobparat');
	await worker.type('Afsluttende bemærkning', 'Søger selv.');
	await worker.leave(worker.button('Opret og afslut'));
	assert.deepEqual(sql(`SELECT state FROM course WHERE screening_id = ${id}`), [['closed-low']]);
	worker.count('low risk');
});

test('disagreement to low risk', async () => {
	const { name } = waiting();
	const worker = await Caseworker.at(mads);
	await worker.leave(mads.getByRole('link', { name }));
	await worker.choose('Jobparat');
	await worker.type('Begrundelse', 'Lægen har raskmeldt borgeren i går.');
	await worker.type('Afsluttende bemærkning', 'Begynder i job på mandag.');
	await worker.leave(worker.button('Opret og afslut'));
	await mads.getByText('Forløbet er oprettet og afsluttet').waitFor();
	worker.count('disagreement, to low risk');
});

/** Tab until the element in focus is what is wanted. */
async function tabTo(page, wanted) {
	for (let n = 0; n < 120; n++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted))
			return;
	}
	assert.fail(`the keyboard does not reach ${wanted}`);
}

test('with the keyboard alone', async () => {
	const { id } = waiting();
	await mads.goto(`${url}/triage?limit=200`);
	await tabTo(mads, `a[href="/triage/${id}"]`);
	await Promise.all([mads.waitForEvent('load'), mads.keyboard.press('Enter')]);
	await tabTo(mads, '[name=decision]');
	await mads.keyboard.press('ArrowDown');
	assert.equal(await mads.locator('[name=decision]:checked').getAttribute('value'), 'aktivitetsparat');
	await tabTo(mads, '[name=note]');
	await mads.keyboard.type('Skrevet med tastaturet.');
	await tabTo(mads, '[name=frame]');
	await mads.keyboard.press('Space');
	await tabTo(mads, 'button[value=assess]');
	await Promise.all([mads.waitForEvent('load'), mads.keyboard.press('Enter')]);
	assert.deepEqual(sql(`SELECT note FROM risk_assessment WHERE screening_id = ${id}`), [['Skrevet med tastaturet.']]);
});

test('what is typed is kept as it is typed', async () => {
	const { id } = waiting();
	await mads.goto(`${url}/triage/${id}`);
	assert.equal(await mads.locator('button[value=draft]').isVisible(), false, 'the script presses it');
	await mads.locator('[name=note]').pressSequentially('Karen vil gerne i gang.');
	await mads.getByText(/^Kladde gemt kl\. \d\d\.\d\d$/).waitFor();
	await mads.locator('[name=note]').pressSequentially(' Og hun har en plan.');
	await mads.waitForResponse((answer) => answer.url().endsWith(`/triage/${id}/saved`));
	const other = await newPage({ width: 390, height: 844 });
	await signIn(other, 'mads.sb');
	await other.goto(`${url}/triage/${id}`);
	assert.equal(await other.locator('[name=note]').inputValue(), 'Karen vil gerne i gang. Og hun har en plan.');
	assert.deepEqual(other.faults, []);

	// Failure is said, and the text stays; when the way is free again, it is kept.
	await mads.route(`**/triage/${id}`, (route) => route.request().method() === 'POST' ? route.abort() : route.continue());
	await mads.locator('[name=employment-goal]').pressSequentially('Lager');
	await mads.getByText('Kladden er ikke gemt.').waitFor();
	assert.equal(await mads.locator('[name=employment-goal]').inputValue(), 'Lager');
	await mads.unroute(`**/triage/${id}`);
	await mads.locator('[name=employment-goal]').pressSequentially(' og transport');
	await mads.getByText(/^Kladde gemt kl\./).waitFor();

	// Signed out meanwhile: it says so.
	sql("UPDATE session SET ended_at = NOW() WHERE uid = 'mads.sb'");
	await mads.locator('[name=note]').pressSequentially(' Mere.');
	await mads.getByText('du er logget af').waitFor();
	assert.match(await mads.locator('[name=note]').inputValue(), / Mere\.$/);
	// Signed in again, he is led to what was typed.
	await mads.goto(`${url}/sign-in?next=/triage/${id}`);
	await mads.locator('[name=username]').fill('mads.sb');
	await mads.locator('[name=password]').fill(stack.users['mads.sb'].password);
	await mads.locator('form[action$="/sign-in"] [type=submit]').click();
	await mads.waitForURL(`${url}/triage/${id}?done=kept`);
	assert.match(await mads.locator('[name=note]').inputValue(), / Mere\.$/);
	mads.faults.length = 0;
});

test('a draft is not kept as that of somebody else who signed in', async () => {
	const { id } = waiting();
	const page = await newPage(), window = await page.context().newPage();
	await signIn(page, 'mads.sb');
	await page.goto(`${url}/triage/${id}`);
	await window.goto(url);
	await window.getByRole('button', { name: 'Log af' }).click();
	await window.waitForURL(/sign-in/);
	await signInByForm(window, 'sofie.sb');
	await page.locator('[name=note]').fill('Det er Mads, der skriver.');
	await page.getByText('du er logget af').waitFor();
	assert.deepEqual(sql(`SELECT uid FROM form_draft WHERE path = '/triage/${id}'`), []);
	// He himself, signed in again, is gone on with.
	await window.getByRole('button', { name: 'Log af' }).click();
	await window.waitForURL(/sign-in/);
	await signInByForm(window, 'mads.sb');
	await page.locator('[name=note]').fill('Det er stadig Mads.');
	await page.getByText(/^Kladde gemt kl\./).waitFor();
	assert.deepEqual(sql(`SELECT DISTINCT uid FROM form_draft WHERE path = '/triage/${id}'`), [['mads.sb']]);
});

test('two windows of one\'s own do not overwrite each other', async () => {
	const { id } = waiting();
	const other = await mads.context().newPage();
	await mads.goto(`${url}/triage/${id}`);
	await other.goto(`${url}/triage/${id}`);
	await mads.locator('[name=note]').pressSequentially('Det første.');
	await mads.getByText(/^Kladde gemt kl\./).waitFor();
	await other.locator('[name=note]').pressSequentially('Noget andet.');
	await other.getByText('Du har selv gemt noget andet i et andet vindue.').waitFor();
	assert.match(await other.locator('.sp-theirs').innerText(), /Det første\./);
	assert.equal(await other.locator('[name=note]').inputValue(), 'Noget andet.');
	assert.deepEqual(sql(`SELECT value FROM form_draft WHERE path = '/triage/${id}' AND field = 'note'`), [['Det første.']]);
	await other.locator('[name=note]').pressSequentially(' Det første.');
	await other.getByText(/^Kladde gemt kl\./).waitFor();
	assert.deepEqual(sql(`SELECT value FROM form_draft WHERE path = '/triage/${id}' AND field = 'note'`), [['Noget andet. Det første.']]);
	await other.close();
	mads.faults.length = 0;
});

test('without scripts a button keeps it', async () => {
	const { id } = waiting();
	const page = await newPage({ javaScript: false });
	await signIn(page, 'mads.sb');
	await page.goto(`${url}/triage/${id}`);
	await page.locator('[name=note]').fill('Uden script.');
	await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Gem kladde' }).click()]);
	await page.getByText('Kladden er gemt.').waitFor();
	assert.equal(await page.locator('[name=note]').inputValue(), 'Uden script.');
});

test('all its pages are accessible, from a phone to a wide screen', async () => {
	const { id } = waiting();
	const done = sql("SELECT MAX(screening_id) FROM risk_assessment")[0][0];
	for (const path of ['/triage', '/triage?questionnaire=none', `/triage/${id}`, `/triage/${done}`, `/triage/${done}/again`]) {
		await mads.goto(url + path);
		await assertLooks(mads);
	}
	await mads.goto(`${url}/triage/${id}`);
	await mads.locator('[name=decision][value=jobparat]').check({ force: true });
	await Promise.all([mads.waitForEvent('load'), mads.locator('button[value=assess]').click()]);
	await assertLooks(mads);
	assert.deepEqual(mads.faults, []);
});

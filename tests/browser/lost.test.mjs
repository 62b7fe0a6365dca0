// SPDX-License-Identifier: EUPL-1.2
// lost.test.mjs - nothing that was typed is lost: two windows on one plan,
// no network, a session that ended, and a browser that closes at any moment.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { account, inspect, logIn, open, press, site, visitor } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const PLAN = `${site}${CASUS}/plan`;

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

const status = (page) => page.locator('form[data-autosave] [data-status]').last();
const says = (page, words) => status(page).filter({ hasText: words }).waitFor();
/** The server has confirmed all that this browser typed. */
const saved = async (page) => {
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('leer:')));
  await says(page, /Opgeslagen om \d\d:\d\d/);
};
const text = (page, name) => page.locator(`textarea[name=${name}]:visible`);
const store = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('leer:')));

/** Somebody with a draft that no other test works on; each test has a text of its own. */
async function writer(size = 'breed', options = {}) {
  const page = await visitor(browser, size, options);
  await logIn(page, account('author'));
  await page.goto(site + CASUS);
  const begin = page.getByRole('button', { name: /^(Begin je plan|Maak een nieuwe versie)$/ });
  if (await begin.count()) await press(begin);
  return page;
}

/** What the server has, seen by a browser that never typed anything. */
async function stored(name, field) {
  const other = await writer();
  await other.goto(`${PLAN}/${name}`);
  const value = await text(other, field).inputValue();
  await other.context().close();
  return value;
}

/** Waits until the server has it: the test fails by its time limit when it never does. */
async function arrives(name, field, want, tries = 20) {
  let have = '';
  for (let i = 0; i < tries && have !== want; i++) have = await stored(name, field);
  assert.equal(have, want);
}

async function secondWindow(page, url) {
  const other = await page.context().newPage();
  other.setDefaultTimeout(30000);
  await other.goto(url);
  return other;
}

test('two windows on two texts of one page: both are there', async () => {
  const one = await writer();
  await one.goto(`${PLAN}/huishouden`);
  const two = await secondWindow(one, `${PLAN}/huishouden`);
  await text(one, 'situatie').fill('Vier mensen in één huis.');
  await saved(one);
  await text(two, 'knelt').fill('De huur is niet betaald.');
  await saved(two);
  await text(one, 'situatie').fill('Vijf mensen in één huis.');
  await saved(one);
  await two.reload();
  assert.equal(await text(two, 'situatie').inputValue(), 'Vijf mensen in één huis.');
  assert.equal(await text(two, 'knelt').inputValue(), 'De huur is niet betaald.');
  assert.deepEqual(await store(one), [], 'the receipt clears the store');
  await one.context().close();
});

test('two windows on one text: both are shown, the writer chooses', async () => {
  const one = await writer();
  await one.goto(`${PLAN}/toekomst`);
  const two = await secondWindow(one, `${PLAN}/toekomst`);
  await text(one, 'wens').fill('Hier blijven.');
  await saved(one);
  await text(two, 'wens').fill('Naar zee.');
  await says(two, 'ander venster');
  assert.equal(await text(two, 'wens').inputValue(), 'Naar zee.', 'what is typed stays');
  await press(two.getByRole('button', { name: 'Bekijk en kies' }));
  await two.getByRole('heading', { name: 'Er is ook in een ander venster geschreven' }).waitFor();
  for (const words of ['Hier blijven.', 'Naar zee.']) await two.locator('.lms-written', { hasText: words }).waitFor();
  two.faults = []; // the browser's own line about the answers 409
  two.hasScript = true;
  await inspect(two, 'plan-conflict');
  await press(two.getByRole('link', { name: 'Houd wat is opgeslagen' }));
  await two.waitForURL(`${PLAN}/toekomst`);
  assert.equal(await text(two, 'wens').inputValue(), 'Hier blijven.');
  assert.deepEqual(await store(two), [], 'what was let go does not come back');
  await text(one, 'wens').fill('Hier blijven, met hulp.');
  await saved(one);
  await text(two, 'wens').fill('Toch naar zee.');
  await says(two, 'ander venster');
  await press(two.getByRole('button', { name: 'Bekijk en kies' }));
  await press(two.getByRole('button', { name: 'Bewaar wat ik nu typte' }));
  await two.waitForURL(`${PLAN}/toekomst`);
  assert.equal(await text(two, 'wens').inputValue(), 'Toch naar zee.');
  await one.context().close();
});

test('offline the text waits here, and is sent with a receipt', async () => {
  const page = await writer();
  await page.goto(`${PLAN}/doorbraak`);
  await page.context().setOffline(true);
  await text(page, 'hindernis').fill('De regel zegt nee.');
  await says(page, 'Geen verbinding. Je tekst staat op dit apparaat en wordt verstuurd zodra er weer verbinding is.');
  assert.equal((await store(page)).length, 1);
  await press(page.getByRole('button', { name: /^Opslaan en naar/ }));
  assert.equal(await text(page, 'hindernis').inputValue(), 'De regel zegt nee.', 'a press sends nothing away');
  await page.context().setOffline(false);
  await says(page, /Opgeslagen om \d\d:\d\d/);
  assert.equal(await stored('doorbraak', 'hindernis'), 'De regel zegt nee.');
  assert.deepEqual(await store(page), []);
  await page.context().close();
});

test('closed offline and opened later: the text is sent, unless there is a newer one', async () => {
  const page = await writer();
  const { context } = { context: page.context() };
  await page.goto(`${PLAN}/overzicht`);
  await context.setOffline(true);
  await text(page, 'zelf').fill('Zij belt zelf de bank.');
  await text(page, 'hulp').fill('De buurvrouw past op.');
  await says(page, 'Geen verbinding');
  await page.close();
  await context.setOffline(false);
  const elsewhere = await writer();
  await elsewhere.goto(`${PLAN}/overzicht`);
  await text(elsewhere, 'hulp').fill('Oma past op.');
  await saved(elsewhere);

  const home = await secondWindow({ context: () => context }, site);
  await press(home.getByRole('link', { name: 'Ga erheen om haar te versturen' }));
  await home.waitForURL(`${PLAN}/overzicht`);
  await says(home, 'ander venster');
  assert.equal(await stored('overzicht', 'hulp'), 'Oma past op.', 'the newer text is not overwritten');
  await press(home.getByRole('button', { name: 'Bekijk en kies' }));
  await home.locator('.lms-written', { hasText: 'De buurvrouw past op.' }).waitFor();
  await press(home.getByRole('button', { name: 'Bewaar wat ik nu typte' }));
  await home.waitForURL(`${PLAN}/overzicht`);
  assert.equal(await text(home, 'zelf').inputValue(), 'Zij belt zelf de bank.');
  assert.equal(await text(home, 'hulp').inputValue(), 'De buurvrouw past op.');
  assert.deepEqual(await store(home), []);
  await context.close();
  await elsewhere.context().close();
});

test('closed in the middle of a word: what was typed is there on another device', async () => {
  const page = await writer();
  await page.goto(`${PLAN}/actieplan`);
  for (const words of ['Plan B: bel', 'Plan B: bellen en schr', 'Plan B: bellen en schrijven.']) {
    const window = await secondWindow(page, `${PLAN}/actieplan`);
    await text(window, 'plan_b').fill(words);
    await window.close({ runBeforeUnload: true });
    await arrives('actieplan', 'plan_b', words);
  }
  await page.context().close();
});

test('a slow answer and a closed window: the last words arrive, and there is no false alarm', async () => {
  const page = await writer();
  await page.goto(`${PLAN}/onderbouwing`);
  let held;
  await page.route('**/plan/onderbouwing', async (route) => {
    if (route.request().method() !== 'POST' || held) return route.continue();
    held = true;
    await route.fetch(); // the server has it; its answer never comes back
    return route.abort();
  });
  await text(page, 'weging').fill('Het kost eerst geld');
  await says(page, 'Geen verbinding');
  await text(page, 'weging').fill('Het kost eerst geld, en later minder.');
  await saved(page);
  assert.equal(await stored('onderbouwing', 'weging'), 'Het kost eerst geld, en later minder.');
  await page.context().close();
});

test('the session ends while somebody types: the text is kept, and sent after logging in', async () => {
  const page = await writer();
  await page.goto(`${PLAN}/legitimiteit`);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await text(page, 'legitimiteit').fill('De wet geeft hier ruimte.');
  await says(page, 'Je tekst is bewaard op dit apparaat');
  await press(page.getByRole('link', { name: 'Log opnieuw in' }));
  const who = account('author');
  await page.getByLabel('E-mailadres').fill(who.email);
  await page.getByLabel('Wachtwoord').fill(who.password);
  await press(page.getByRole('button', { name: 'Inloggen' }));
  await page.waitForURL(`${PLAN}/legitimiteit`);
  await says(page, /De tekst van dit apparaat is verstuurd\. Opgeslagen om \d\d:\d\d/);
  assert.equal(await stored('legitimiteit', 'legitimiteit'), 'De wet geeft hier ruimte.');
  assert.ok(cookies.length > 0);
  await page.context().close();
});

/** The session is over, and somebody writes and presses the button at once. */
async function writeTooLate(page, words) {
  await page.goto(`${PLAN}/legitimiteit`);
  await page.context().clearCookies();
  await text(page, 'legitimiteit').fill(words);
  await press(page.getByRole('button', { name: /^Opslaan en naar/ }));
  await page.getByRole('heading', { level: 1, name: 'Inloggen' }).waitFor();
}

/** All by keyboard: what is said has the focus, and the fields come after it. */
async function logInAgain(page, words) {
  const who = account('author');
  await page.locator('[role=status]:focus', { hasText: words }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.password);
  await page.keyboard.press('Enter');
}

test('the session is over at a press on the button: logging in, and the text is sent', async () => {
  const page = await writer();
  await writeTooLate(page, 'De wet geeft hier veel ruimte.');
  page.faults = []; // the browser's own line about the 401
  await inspect(page, 'inloggen-tekst-hier');
  await logInAgain(page, 'Je tekst staat op dit apparaat');
  await page.waitForURL(`${PLAN}/legitimiteit`);
  await says(page, /De tekst van dit apparaat is verstuurd\. Opgeslagen om \d\d:\d\d/);
  assert.equal(await stored('legitimiteit', 'legitimiteit'), 'De wet geeft hier veel ruimte.');
  assert.deepEqual(await store(page), []);
  await page.context().close();
});

test('the same in a browser that keeps nothing: the log-in form carries the text', async () => {
  const page = await writer();
  await page.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('refused'); } }));
  await writeTooLate(page, 'De wet vraagt hier maatwerk.');
  await logInAgain(page, 'Wat je net verstuurde, is niet weg');
  await press(page.getByRole('button', { name: 'Verder' }));
  await page.waitForURL(`${PLAN}/rendement`);
  assert.equal(await stored('legitimiteit', 'legitimiteit'), 'De wet vraagt hier maatwerk.');
  await page.context().close();
});

test('somebody else on this device neither sees nor sends it; logging out wipes it', async () => {
  const page = await writer();
  const secret = 'Dit is van mij alleen.';
  await page.goto(`${PLAN}/rendement`);
  await page.context().setOffline(true);
  await text(page, 'rendement').fill(secret);
  await says(page, 'Geen verbinding');
  const { context } = { context: page.context() };
  await page.close();
  await context.setOffline(false);
  await context.clearCookies();

  const other = await secondWindow({ context: () => context }, `${site}/inloggen`);
  await logIn(other, account('admin'));
  await other.goto(site + CASUS);
  const begin = other.getByRole('button', { name: /^(Begin je plan|Maak een nieuwe versie)$/ });
  if (await begin.count()) await press(begin);
  await other.goto(`${PLAN}/rendement`);
  await text(other, 'rendement').fill('Van een ander.');
  await says(other, 'Opgeslagen om');
  assert.ok(!(await other.locator('body').innerText()).includes(secret));
  assert.equal(await text(other, 'rendement').inputValue(), 'Van een ander.');
  await press(other.getByRole('button', { name: 'Uitloggen' }));
  await other.waitForURL('**/inloggen*');
  assert.equal((await store(other)).length, 1, 'it waits for its writer');

  await logIn(other, account('author'));
  await other.getByRole('link', { name: 'Ga erheen om haar te versturen' }).waitFor();
  other.once('dialog', (dialog) => dialog.accept());
  await press(other.getByRole('button', { name: 'Uitloggen' }));
  await other.waitForURL('**/inloggen*');
  assert.deepEqual(await store(other), []);
  await context.close();
});

test('an earlier text is found in the history and put back', async () => {
  const page = await writer('telefoon');
  const long = 'Over een jaar wonen zij hier nog, en Sem gaat naar school om de hoek.';
  await page.goto(`${PLAN}/toekomst`);
  await text(page, 'perspectief').fill(long);
  await saved(page);
  await text(page, 'perspectief').fill('Weg.');
  await saved(page);
  await press(page.getByRole('link', { name: 'Versies en geschiedenis' }));
  await inspect(page, 'plan-geschiedenis');
  await press(page.getByRole('link', { name: 'Hoe ziet het er over een jaar uit?' }));
  await page.locator('.lms-written', { hasText: long }).waitFor();
  await inspect(page, 'plan-geschiedenis-tekst');
  await press(page.getByRole('button', { name: /^Zet deze tekst terug/ }).first());
  await page.waitForURL(`${PLAN}/toekomst#perspectief`);
  assert.equal(await text(page, 'perspectief').inputValue(), long);
  await page.context().close();
});

test('without JavaScript: what was sent is there, and two windows choose', async () => {
  const one = await writer('breed', { javaScriptEnabled: false });
  await one.goto(`${PLAN}/onderbouwing`);
  const two = await secondWindow(one, `${PLAN}/onderbouwing`);
  await text(one, 'betrokkenheid').fill('Zij willen dit.');
  await press(one.getByRole('button', { name: /^Opslaan en naar/ }));
  await one.waitForURL(`${PLAN}/legitimiteit`);
  await text(two, 'betrokkenheid').fill('Zij bedachten dit.');
  await press(two.getByRole('button', { name: /^Opslaan en naar/ }));
  for (const words of ['Zij willen dit.', 'Zij bedachten dit.']) await two.locator('.lms-written', { hasText: words }).waitFor();
  await press(two.getByRole('button', { name: 'Bewaar wat ik nu typte' }));
  await two.waitForURL(`${PLAN}/onderbouwing`);
  assert.equal(await text(two, 'betrokkenheid').inputValue(), 'Zij bedachten dit.');
  await one.context().close();
});

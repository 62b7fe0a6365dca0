// SPDX-License-Identifier: EUPL-1.2
// carry.test.mjs - the session ends while somebody writes, in a real browser:
// logging in again is enough, with and without JavaScript.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { inspect, logIn, open, press, site, visitor } from './helpers.mjs';

const PLAN = '/cursus/de-basis/casus/dreigende-ontruiming/plan';
const PASSWORD = 'fietsbel druppel kano';
let browser;
let people = 0;
before(async () => { browser = await open(); });
after(() => browser.close());

function newPerson() {
  people += 1;
  const email = `browser${process.pid}-${people}@voorbeeldstad.example`;
  execFileSync('.build/leer', ['gebruiker', 'maak', '--email', email, '--naam', `Browser ${people}`,
    '--organisatie', 'Browserproef', '--rol', 'cursist'], { input: `${PASSWORD}\n`, env: process.env });
  return { email, password: PASSWORD };
}

const expire = ({ email }) => execFileSync('psql', ['-X', '-q', '-d', process.env.LEER_DATABASE, '-c',
  `UPDATE session SET expires_at = now() - interval '1 minute' WHERE person_id = (SELECT id FROM person WHERE email = '${email}')`]);

async function startPlan(page) {
  await page.goto(site + PLAN.replace(/\/plan$/, ''));
  await press(page.locator('main').getByRole('button', { name: 'Begin je plan' }));
  await page.waitForURL(`**${PLAN}/huishouden`);
}

/** The log-in form stands where the answer should be; then one button. */
async function comeBack(page, person) {
  await page.getByRole('heading', { level: 1, name: 'Inloggen' }).waitFor();
  await page.getByText('Wat je net verstuurde, is niet weg').waitFor();
  page.faults.length = 0; // the browser reports the 401 itself
  await inspect(page, 'inloggen-bewaard');
  await page.getByLabel('E-mailadres').fill(person.email);
  await page.getByLabel('Wachtwoord').fill(person.password);
  await press(page.getByRole('button', { name: 'Inloggen' }));
  await page.getByRole('heading', { level: 1, name: 'Je bent weer ingelogd' }).waitFor();
  await inspect(page, 'weer-ingelogd');
  await press(page.getByRole('button', { name: 'Verder' }));
}

async function addAction(page, person) {
  await page.goto(`${site}${PLAN}/actieplan`);
  await page.getByLabel('Wat gebeurt er?').fill('Brief aan de corporatie');
  await page.getByLabel('Wie doet het?').fill('Esra Demir');
  await page.getByLabel('Wanneer is het klaar?').fill('30 november');
  expire(person);
  await press(page.getByRole('button', { name: 'Zet in het actieplan' }));
  await comeBack(page, person);
  await page.locator('.lms-line', { hasText: 'Brief aan de corporatie' }).waitFor();
}

async function answer(page, person) {
  await page.goto(`${site}/cursus/de-basis/zes-stappen`);
  const question = page.locator('.lms-question').first();
  await question.getByRole('radio').first().check({ force: true });
  expire(person);
  await press(question.getByRole('button', { name: 'Kijk na' }));
  await comeBack(page, person);
  await page.locator('.lms-question').first().locator('.lms-question__result').waitFor();
}

describe('een sessie die verloopt terwijl je werkt', () => {
  it('kost zonder JavaScript geen tekst, geen antwoord en geen actie', { timeout: 300000 }, async () => {
    const person = newPerson();
    const page = await visitor(browser, 'breed', { javaScriptEnabled: false });
    await logIn(page, person);
    await startPlan(page);
    await page.locator('textarea[name=situatie]').fill('Zeven kinderen\nen een hond');
    expire(person);
    await press(page.getByRole('button', { name: /^Opslaan en naar/ }));
    await comeBack(page, person);
    await page.goto(`${site}${PLAN}/huishouden`);
    assert.equal(await page.locator('textarea[name=situatie]').inputValue(), 'Zeven kinderen\nen een hond');
    await addAction(page, person);
    await answer(page, person);
    await page.context().close();
  });

  it('kost op een telefoon met JavaScript geen antwoord en geen actie', { timeout: 300000 }, async () => {
    const person = newPerson();
    const page = await visitor(browser, 'telefoon');
    await logIn(page, person);
    await startPlan(page);
    await addAction(page, person);
    await answer(page, person);
    await page.context().close();
  });
});

describe('jouw gegevens', () => {
  it('laat je wachtwoord veranderen en zegt waar je bent ingelogd', { timeout: 180000 }, async () => {
    const person = newPerson();
    const page = await visitor(browser, 'telefoon');
    await logIn(page, person);
    await page.goto(`${site}/account`);
    await inspect(page, 'account');
    await press(page.getByRole('link', { name: 'Verander je wachtwoord' }));
    await page.getByLabel('Huidig wachtwoord').fill(PASSWORD);
    await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill('welkom2026!!');
    await page.getByLabel('Nieuw wachtwoord, nog een keer').fill('welkom2026!!');
    await press(page.getByRole('button', { name: 'Verander wachtwoord' }));
    await page.getByRole('group', { name: 'Kijk deze velden na' }).waitFor();
    page.faults.length = 0; // the browser reports the 422 itself
    await inspect(page, 'wachtwoord-fout');
    await page.getByLabel('Huidig wachtwoord').fill(PASSWORD);
    await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill('kano druppel fietsbel');
    await page.getByLabel('Nieuw wachtwoord, nog een keer').fill('kano druppel fietsbel');
    await press(page.getByRole('button', { name: 'Verander wachtwoord' }));
    await page.getByText('Je wachtwoord is veranderd').waitFor();
    await inspect(page, 'account-nieuw-wachtwoord');
    await press(page.getByRole('button', { name: 'Log overal uit' }));
    await page.getByText('Je bent overal uitgelogd').waitFor();
    await page.context().close();
  });
});

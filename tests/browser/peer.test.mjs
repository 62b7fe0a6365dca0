// SPDX-License-Identifier: EUPL-1.2
// peer.test.mjs - two members of a class read each other's plans: one with a
// keyboard and the script, on a wide screen; one on a phone without JavaScript.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { inspect, logIn, makePeople, open, press, site, visitor } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const READ = `${CASUS}/lezen`;
const sql = (query) => execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LEER_DATABASE, '-c', query]);

let browser, people, fien, gijs;
before(async () => {
  browser = await open();
  people = makePeople('Hogeschool Lezen', { fien: 'cursist', gijs: 'cursist', docent: 'coach' });
  fien = await visitor(browser, 'breed');
  gijs = await visitor(browser, 'telefoon', { javaScriptEnabled: false });
  await logIn(fien, people.fien);
  await logIn(gijs, people.gijs);
  for (const [page, wish] of [[fien, 'Zij wil dat de kinderen op school blijven.'], [gijs, 'Zij wil eerst weer slapen.']]) {
    await page.goto(site + CASUS);
    await press(page.getByRole('button', { name: 'Begin je plan' }));
    await page.waitForURL('**/plan/huishouden');
    await page.goto(`${site}${CASUS}/plan/toekomst`);
    await page.locator('textarea[name=wens]').fill(wish);
    await press(page.getByRole('button', { name: /^Opslaan/ }).first());
    await page.waitForURL('**/plan/doorbraak');
  }
  // A complete plan is another test's; here it counts that it was handed in.
  sql(`UPDATE plan_version v SET handed_in_at = now() FROM plan p JOIN person m ON m.id = p.person_id
    WHERE v.plan_id = p.id AND m.email IN ('fien@iedereen.example', 'gijs@iedereen.example')`);
});
after(() => browser.close());

async function askForPlan(page) {
  await page.goto(site + READ);
  await press(page.getByRole('button', { name: /^Geef mij/ }));
  await page.getByRole('link', { name: 'Plan 1 van een ander' }).waitFor();
}

/** Every criterion by its second level, and a line in each value. */
async function judge(page, words) {
  for (const group of await page.locator('form[data-autosave] fieldset').all()) await group.getByRole('radio').nth(1).check();
  for (const value of ['betrokkenheid', 'legitimiteit', 'rendement']) await page.locator(`textarea[name=${value}-sterk]`).fill(`${words} ${value}.`);
}

describe('elkaars plan lezen', () => {
  it('de docent zet het open voor de klas', async () => {
    const page = await visitor(browser, 'telefoon');
    await logIn(page, people.docent);
    await page.goto(`${site}/team`);
    await press(page.getByRole('link', { name: 'Laat elkaars plan lezen' }));
    await page.waitForURL('**/team/samen-lezen');
    await press(page.getByRole('button', { name: /^Laat elkaars plan lezen\W+Familie Van Dalen/ }));
    await page.getByRole('button', { name: /^Sluit het lezen\W+Familie Van Dalen/ }).waitFor();
    await inspect(page, 'samen-lezen');
    await page.context().close();
  });

  it('met het toetsenbord: lezen, kiezen, schrijven; het wordt vanzelf bewaard en daarna verstuurd', async () => {
    await fien.goto(site);
    await press(fien.getByRole('link', { name: /Je mag twee plannen van anderen lezen/ }));
    await fien.waitForURL(`**${READ}`);
    await inspect(fien, 'lezen-begin');
    await askForPlan(fien);
    await inspect(fien, 'lezen-verdeeld');
    await press(fien.getByRole('link', { name: 'Plan 1 van een ander' }));
    await fien.waitForURL('**/lezen/1');
    assert.ok(await fien.getByText('Zij wil eerst weer slapen.').isVisible());
    assert.equal(await fien.locator('main').getByText('gijs').count(), 0);
    const first = fien.getByRole('radio').first();
    await first.focus();
    await fien.keyboard.press('Space');
    await fien.keyboard.press('ArrowDown');
    assert.ok(await fien.getByRole('radio').nth(1).isChecked());
    await fien.locator('textarea[name=betrokkenheid-sterk]').fill('Ik lees');
    await fien.locator('[data-status][data-toestand=goed]').waitFor();
    await fien.reload();
    assert.ok(await fien.getByRole('radio').nth(1).isChecked());
    assert.equal(await fien.locator('textarea[name=betrokkenheid-sterk]').inputValue(), 'Ik lees');
    await inspect(fien, 'lezen-plan');
    await press(fien.getByRole('button', { name: 'Verstuur naar de maker' }));
    await fien.getByRole('heading', { name: 'Nog niet verstuurd' }).waitFor();
    fien.faults.length = 0; // the answer was 422, as it should be
    await inspect(fien, 'lezen-onvolledig');
    await judge(fien, 'Sterk aan');
    await press(fien.getByRole('button', { name: 'Verstuur naar de maker' }));
    await fien.waitForURL(`**${READ}`);
    await fien.getByText('verstuurd', { exact: true }).waitFor();
  });

  it('op een telefoon zonder JavaScript: bewaren, versturen, en lezen wat een ander schreef', async () => {
    await askForPlan(gijs);
    await gijs.getByRole('link', { name: 'Plan 1 van een ander' }).click();
    await gijs.waitForURL('**/lezen/1');
    await judge(gijs, 'Goed aan');
    await gijs.getByRole('button', { name: 'Bewaar' }).click();
    assert.equal(await gijs.locator('textarea[name=rendement-sterk]').inputValue(), 'Goed aan rendement.');
    await inspect(gijs, 'lezen-telefoon');
    await gijs.getByRole('button', { name: 'Verstuur naar de maker' }).click();
    await gijs.waitForURL(`**${READ}`);
    await gijs.getByRole('link', { name: 'Kijk eerst zelf' }).click();
    await gijs.getByRole('radio').first().check();
    await gijs.getByRole('button', { name: 'Bewaar' }).click();
    await gijs.waitForURL(`**${READ}`);
    await gijs.getByRole('link', { name: 'Lees wat zij schreven' }).click();
    await gijs.waitForURL('**/ontvangen');
    assert.ok(await gijs.getByText('Sterk aan legitimiteit.').isVisible());
    assert.ok(await gijs.getByRole('heading', { name: 'Jij zelf' }).first().isVisible());
    await inspect(gijs, 'ontvangen');
    await gijs.getByLabel('Hier heb ik iets aan').check();
    await gijs.getByRole('button', { name: 'Stuur naar Lezer 1' }).click();
    await gijs.getByText('Je liet weten: hier heb ik iets aan.').waitFor();
  });

  it('de lezer ziet wat de maker terugzei, en de docent wie wat schreef', async () => {
    await fien.goto(site + READ);
    assert.ok(await fien.getByText('De maker: hier heb ik iets aan.').isVisible());
    await press(fien.getByRole('link', { name: 'Lees wat zij schreven' }));
    await fien.waitForURL('**/ontvangen');
    await inspect(fien, 'ontvangen');
    const page = await visitor(browser, 'breed');
    await logIn(page, people.docent);
    await page.goto(`${site}/team/samen-lezen`);
    await press(page.getByRole('link', { name: /^Familie Van Dalen/ }));
    await page.getByRole('heading', { level: 1, name: /Wie las wat/ }).waitFor();
    await press(page.getByText('fien, als Lezer 1').first());
    assert.ok(await page.getByText('Sterk aan rendement.').isVisible());
    await inspect(page, 'wie-las-wat');
    await page.context().close();
  });
});

// SPDX-License-Identifier: EUPL-1.2
// experienced.mjs - a whole plan for C1 as somebody makes it who knows the site and writes short: from whom to talk
// with to the feedback. Every act is one of a Worker (stopwatch.mjs), so that it is counted.
export const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';

const TEXTS = {
  situatie: 'Gezin met Noor (14) en Sem (9) in een huurhuis. Bijstand, € 27.400 schuld, sinds oktober bewind.',
  knelt: 'Op 21 december verliezen ze hun huis om € 3.200 huurschuld. Sem gaat achteruit, Noor draagt te veel.',
  perspectief: 'Ze wonen nog hier en Sem zit op zijn school. De schuldregeling loopt. Rachid begint zijn opleiding.',
  hindernis: 'De woonstichting wacht op betaling, schuldhulp wacht op een zeker huis en inkomen betaalt geen schuld (artikel 13 lid 1 onder g).',
  doorbraak: 'De gemeente betaalt de € 3.200 als gift aan de woonstichting. Die trekt dezelfde dag de ontruiming in. Schuldhulp begint meteen.',
  zelf: 'Rachid brengt Sem naar school, dus Noor niet meer. Marlies belt elke eerste maandag met de woonstichting.',
  // After what runs now, as the dossier says it.
  hulp: '\nBijstand en bewind lopen door. Jeugdhulp: een half jaar 3 uur, dan 1. Begeleiding: 1 uur. Nieuw: schuldregeling en casusregie.',
  betrokkenheid: 'Het gezin vroeg zelf om hulp en las mee. Noors wens staat erin. Met Sem praat Joris op 7 december.',
  weging: 'Twee kinderen houden hun huis en school; dat weegt zwaarder dan de kosten. De woonstichting betaalt niet mee: dat wringt.',
  legitimiteit: 'Artikel 13 lid 1 zegt nee, artikel 49 maakt de uitzondering. De oorzaak is weg. In een gelijk geval doen we hetzelfde.',
  kans_uitleg: 'Er ligt een vonnis met een datum. De jeugdconsulent ziet het hele rijtje bij de helft gebeuren.',
  rendement: 'Het kost dit jaar meer dan nu. Gaat het mis, dan voorkomt het veel. De gemeente betaalt, de woonstichting heeft baat.',
  plan_b: 'Op 4 december geen besluit? Dan vraagt de advocaat op 7 december de rechter om uitstel (Faillissementswet artikel 287b).',
};

const TALKS = ['Marlies en Rachid', 'Joris Peeters', 'Noor en haar mentor', 'Iedereen aan één tafel'];

// What they said themselves: cited from the talks.
const QUOTES = [
  ['Gesprek met Marlies en Rachid', 'Marlies: ', 'In ons huis blijven en dat Sem op zijn school blijft.'],
  ['Gesprek met Marlies en Rachid', 'Rachid: ', 'En ik wil weer werken. Ik wil buschauffeur worden.'],
  ['Gesprek met Noor', 'Noor: ', 'Ik ben zijn zus, niet zijn moeder.'],
];

const ARTICLES = [
  { search: 'zeer dringende redenen', name: /^Kies Participatiewet, artikel 49.*onder b/,
    room: 'Bij zeer dringende redenen mag het wel; een borg komt te laat.', why: 'Twee kinderen verliezen anders hun huis.' },
  { search: 'drie werkdagen', name: /^Kies Wgs, artikel 4, lid/,
    room: 'Dat moet nu binnen drie werkdagen.', why: 'Schuldhulp praat pas op 18 januari; een regeling is dan nog niet zeker.' },
];

// What happens if nothing changes, and what the plan adds: which tariff, and how much in words.
const THREAT = [
  ['Ontruiming', 'in maand 2'], ['Oninbare huurachterstand', 'in maand 2'],
  ['Noodopvang gezin', '4 per dag, 120 dagen vanaf maand 3'],
  ['Gezinshuis', '180 dagen vanaf maand 5', 'Sem'],
  ['Ondertoezichtstelling', '2 per maand, 8 maanden vanaf maand 5'],
  ['Onderzoek Raad', 'in maand 4'],
];
const PLAN = [
  ['Bijzondere bijstand huurachterstand', 'eenmalig'], ['Schuldregeling', 'eenmalig'], ['Casusregie', '20 uur eenmalig'],
];

// Begun with what the plan says already (the third word: which), or typed.
const ACTIONS = [
  [/^Bijzondere bijstand huurachterstand/, ', met besluit', 'B. de Wit', '4 dec'],
  [/^Beroep doen op Wgs/, ': eerste gesprek', 'Petra Hendriks', '26 nov'],
  [null, 'Betalen, tekenen en de ontruiming intrekken', 'Mirjam Blok', '10 dec'],
  [null, 'Jeugdhulp naar 3 uur en praten met Sem', 'Joris Peeters', '7 dec'],
  [null, 'Sem naar school brengen in plaats van Noor', 'Rachid', '24 nov'],
  [/^Casusregie/, '', 'Esra Demir', '30 nov'],
];

const main = (w) => w.page.locator('main');
const button = (w, name) => main(w).getByRole('button', { name });
const field = (w, name) => w.page.locator(`textarea[name=${name}]`);

async function talk(w) {
  for (const who of TALKS) {
    await w.follow(button(w, new RegExp(`^Vraag ?: ${who}`)));
    await w.read(main(w));
    await w.follow(main(w).getByRole('link', { name: 'Kies met wie je verder praat' }));
  }
  await w.follow(button(w, 'Naar stap 1 van je plan').or(main(w).getByRole('link', { name: 'Naar je plan' })));
}

async function texts(w, names) {
  for (const name of names) await w.type(field(w, name), TEXTS[name]);
  await w.follow(button(w, /^Opslaan en na/));
}

/** The words of the talk beside the text, into the text. */
async function cite(w, title, who, words) {
  const paper = w.page.locator('[data-casus] .lms-doc', { has: w.page.getByText(title) });
  if (!await paper.evaluate((e) => e.open)) await w.click(paper.locator('summary'));
  await w.type(field(w, 'wens'), who);
  await w.select(paper.locator('.lms-prose'), words);
  await w.click(w.page.getByRole('button', { name: /^Citeer bij/ }));
}

async function law(w) {
  for (const { search, name, room, why } of ARTICLES) {
    await w.type(w.page.getByLabel('Wat houdt je tegen?'), search); // the list narrows while one types
    await w.follow(button(w, name));
    const card = main(w).locator('section.lms-line').last();
    await w.click(card.getByText('Neem over wat je al schreef'));
    await w.follow(card.getByRole('button', { name: /^Neem deze hindernis over/ }).first());
    await w.type(card.locator('textarea[name=ruimte]'), room);
    await w.type(card.locator('textarea[name=afweging]'), why);
  }
  await texts(w, ['legitimiteit']);
}

async function add(w, [tariff, words, who]) {
  await w.follow(main(w).locator('.lms-pick').getByRole('link', { name: new RegExp(`^${tariff}`) }).first());
  await w.type(w.page.locator('#woorden'), words);
  await w.see(w.page.getByText(/^Ik lees/));
  if (who) await w.choose(w.page.locator('#persoon'), who);
  await w.follow(button(w, 'Zet in de som'));
}

async function change(w, name, what, how) {
  const row = w.page.locator('#verandert fieldset', { hasText: name });
  await w.choose(row.getByLabel('Wat gebeurt ermee?'), what);
  await w.next(how);
  await w.see(row.getByText(/^Ik lees/));
}

async function sum(w) {
  const tab = (name) => main(w).getByRole('navigation', { name: 'Scenario’s' }).getByRole('link', { name });
  w.watch.begin('5 rendement: huidig');
  await w.follow(button(w, /^Neem alle/));
  w.watch.begin('5 rendement: dreigend');
  await w.follow(tab(/^Dreigend/));
  await change(w, 'jeugdhulp', 'wordt minder', '2 uur per week, 4 maanden');
  await w.follow(button(w, 'De rest loopt door'));
  for (const line of THREAT) await add(w, line);
  w.watch.begin('5 rendement: doorbraak');
  await w.follow(tab(/^Doorbraak/));
  await change(w, 'jeugdhulp', 'wordt meer', '3 uur per week, een half jaar');
  await change(w, 'begeleiding', 'wordt minder', '1 uur per week');
  await w.follow(button(w, 'De rest loopt door'));
  await add(w, ['Ambulante jeugdhulp', '1 uur per week, een half jaar vanaf maand 7']);
  for (const line of PLAN) await add(w, line);
  w.watch.begin('5 rendement: kans, tekst');
  await w.type(w.page.locator('#kans_dreigend'), '50');
  await texts(w, ['kans_uitleg', 'rendement']);
}

async function actions(w) {
  for (const [offer, what, who, when] of ACTIONS) {
    if (offer) await w.follow(main(w).getByRole('link', { name: offer }));
    await w.type(w.page.getByLabel('Wat gebeurt er?'), what);
    await w.next(who);
    await w.next(when);
    await w.enter();
  }
  await texts(w, ['plan_b']);
}

/** Makes the plan and hands it in. Gives what its feedback still asks. */
export async function makePlan(w) {
  w.watch.begin('0 dossier en gesprekken');
  await w.read(main(w));
  await talk(w);
  const STEPS = [['1 huishouden', 'situatie', 'knelt'], ['2 toekomst', 'perspectief'], ['3 doorbraak', 'hindernis', 'doorbraak'],
    ['4 overzicht', 'zelf', 'hulp'], ['5 betrokkenheid', 'betrokkenheid', 'weging']];
  for (const [name, ...fields] of STEPS) {
    w.watch.begin(name);
    if (name === '2 toekomst') for (const quote of QUOTES) await cite(w, ...quote);
    if (name === '4 overzicht') await w.follow(button(w, 'Begin met wat er nu loopt'));
    await texts(w, fields);
  }
  w.watch.begin('5 legitimiteit');
  await law(w);
  await sum(w);
  w.watch.begin('6 actieplan');
  await actions(w);
  w.watch.begin('inleveren');
  await w.follow(button(w, 'Lever je plan in'));
  return feedback(w);
}

async function feedback(w) {
  const items = main(w).locator('.lms-signal:has(.lms-signal__kind)');
  const found = await items.evaluateAll((list) => list.map((e) => [e.querySelector('.lms-signal__kind').textContent, e.querySelector('strong')?.textContent]));
  return { missing: found.filter(([kind]) => /^Ontbreekt/.test(kind)).map(([, words]) => words), open: found.length, found };
}

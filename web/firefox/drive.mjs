// Drives Firefox for tests/site/test_firefox.py, which playwright cannot with the distribution's own. Reads jobs as JSON
// from standard input, writes what was seen as JSON. Judges nothing.
// Usage: node drive.mjs FIREFOX < jobs.json; a job is {name, url, framed, question, value, item}
import puppeteer from 'puppeteer-core';

const jobs = JSON.parse(await new Promise((done) => {
  let text = '';
  process.stdin.on('data', (part) => (text += part)).on('end', () => done(text));
}));
const hosts = ['wiki.test', 'docs.corp.test'].join();
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: process.argv[2],
  headless: true,
  extraPrefsFirefox: { 'network.dns.localDomains': hosts, 'intl.accept_languages': 'zh-CN' },
});
const seen = {};
try {
  for (const job of jobs) seen[job.name] = await look(job);
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));

/** Asked from outside: the policy of the page forbids the driver's own way of waiting. */
async function started(frame) {
  while (!(await frame.evaluate(() => globalThis.fieldbook?.record.opened.then(() => true)))) await new Promise((done) => setTimeout(done, 50));
}

async function look({ url, framed, question, value, item }) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => /error|warn/.test(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const inside = async () => (framed ? (await page.waitForSelector('iframe')).contentFrame() : page.mainFrame());
  await page.goto(url, { waitUntil: 'load' });
  let frame = await inside();
  const root = `[data-question="${question}"]`;
  const state = async () => frame.$eval(root, (element) => element.dataset.state);
  await started(frame);
  await frame.$eval(`${root} input[value="${value}"]`, (input) => input.click());
  await frame.$eval(`${root} [data-action=check]`, (button) => button.click());
  const marked = await state();
  if (item) await frame.$eval(`input[data-item="${item}"]`, (input) => input.click());
  await frame.evaluate(() => globalThis.fieldbook.record.saved());
  const notice = await frame.$$eval('.fb-notice', (all) => all.map((each) => each.textContent));
  const separate = await frame.$$eval('[data-separate]', (all) => all.some((each) => !each.hidden));
  await page.reload({ waitUntil: 'load' });
  frame = await inside();
  await started(frame);
  const again = await state();
  await page.close();
  return { marked, again, notice, separate, complaints };
}

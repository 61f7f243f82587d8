// Walks pages in Firefox for the tests: opens each, takes its steps, and tells what the policy of the server forbade and
// what the console said. Reads jobs as JSON from standard input, writes what was seen as JSON. Judges nothing.
// Usage: node walk.mjs FIREFOX < jobs.json; a job is {url, steps}, a step is a script; what it gives is told.
import puppeteer from 'puppeteer-core';

const jobs = JSON.parse(await new Promise((done) => {
  let text = '';
  process.stdin.on('data', (part) => (text += part)).on('end', () => done(text));
}));
const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.argv[2], headless: true, extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN' } });
const seen = [];
try {
  const page = await browser.newPage();
  let said = [];
  page.on('console', (message) => /error|warn/.test(message.type()) && said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  // earlier than anything of the page, and in every frame
  await page.evaluateOnNewDocument(() => {
    const forbidden = (globalThis.forbidden = []);
    addEventListener('securitypolicyviolation', (event) => forbidden.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`));
  });
  for (const { url, steps } of jobs) {
    said = [];
    await page.goto(url, { waitUntil: 'load' });
    const given = [];
    for (const step of steps) {
      given.push(await page.evaluate(step));
      await new Promise((done) => setTimeout(done, 50));
    }
    seen.push({ url, given, said, forbidden: await page.evaluate('globalThis.forbidden') });
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));

import { chromium } from 'playwright';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const log = (p) => { p.on('pageerror', (e) => console.log('ERR', e.message)); p.on('console', (m) => ['error','warning'].includes(m.type()) && console.log(m.type(), m.text().slice(0, 300))); };
for (const [name, w, h, scheme] of [['light', 1440, 900, 'light'], ['dark', 1440, 900, 'dark'], ['phone', 390, 844, 'light']]) {
  const p = await b.newPage({ viewport: { width: w, height: h }, colorScheme: scheme }); log(p);
  await p.goto('http://localhost:5173/'); await p.getByRole('textbox', { name: 'Your text' }).waitFor({ timeout: 60000 });
  await p.waitForTimeout(600);
  await p.screenshot({ path: `/tmp/tok/${name}-0.png` });
  await p.getByRole('radio', { name: '17' }).check();
  await p.getByRole('option').nth(5).hover();
  await p.getByRole('radio', { name: 't + h' }).check();
  await p.getByRole('button', { name: 'Train a tokenizer' }).click();
  await p.waitForTimeout(6000);
  await p.screenshot({ path: `/tmp/tok/${name}-1.png`, fullPage: true });
  if (name === 'light') {
    await p.getByRole('button', { name: 'Learn the rest' }).click(); await p.getByText(/^Done/).waitFor();
    await p.screenshot({ path: `/tmp/tok/${name}-2.png`, fullPage: true });
  }
  console.log(name, 'overflow', await p.evaluate(() => document.documentElement.scrollWidth - innerWidth));
  await p.close();
}
await b.close();

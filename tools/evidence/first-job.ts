// SPDX-License-Identifier: Apache-2.0
// `npm run evidence:first-job`: the whole first job by hand in a browser at 360 px, in English and in Urdu, with the
// public ledger, on a platform of its own. Leaves a picture of each step in docs/evidence/first-job/.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { root, startPlatform } from '../bench/platform.ts'
import { type Picture, readme } from './first-job-readme.ts'

const ledger = resolve(
  process.env.RESHAM_DATA ?? join(root, '../shared/data'),
  'sales/online_retail_2010-12_2011-08.csv.gz',
)
const out = resolve(process.env.RESHAM_EVIDENCE ?? join(root, 'docs/evidence/first-job'))
const executablePath = process.env.RESHAM_CHROMIUM ?? process.env.CHROMIUM ?? '/usr/bin/chromium'
for (const needed of [ledger, executablePath]) {
  if (existsSync(needed)) continue
  console.error(`This is needed and not here: ${needed}`)
  process.exit(1)
}

const pictures: Picture[] = []
const faults: string[] = []
await mkdir(out, { recursive: true })
for (const name of await readdir(out)) if (name.endsWith('.png')) await rm(join(out, name))
const bad = await mkdtemp(join(tmpdir(), 'resham-evidence-'))
const platform = await startPlatform()
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
})
try {
  for (const language of ['en', 'ur'] as const) {
    const context = await browser.newContext({
      baseURL: platform.url,
      viewport: { width: 360, height: 760 },
      deviceScaleFactor: 2,
      locale: language === 'ur' ? 'ur-PK' : 'en-GB',
    })
    await firstJob(context, language)
    await context.close()
  }
} finally {
  await browser.close()
  await platform.stop()
  await rm(bad, { recursive: true, force: true })
}
await writeFile(
  join(out, 'README.md'),
  readme(pictures, {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  }),
)
for (const fault of faults) console.error(fault)
console.log(`${pictures.length} pictures in ${out}`)
process.exitCode = faults.length === 0 ? 0 : 1

async function firstJob(context: BrowserContext, language: 'en' | 'ur'): Promise<void> {
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A refused file is what this walk wants to show.
    if (message.type() === 'error' && !message.text().includes('422')) faults.push(`${page.url()}: ${message.text()}`)
  })
  const shot = (name: string, shows: string, at?: string) => take(page, language, name, shows, at)

  await page.goto('/')
  await shot('front', 'The first page, before an account')
  await page.goto('/sign-up')
  await page.fill('[name=name]', language === 'ur' ? 'آمنہ بٹ' : 'Amina Butt')
  await page.fill('[name=identifier]', `amina-${language}@example.org`)
  await page.fill('[name=password]', 'seven silk threads for a shop')
  await page.click('main form button.filled')
  await page.waitForURL('**/businesses*')
  await page.fill('[name=name]', language === 'ur' ? 'بٹ اسپورٹس' : 'Butt Sports')
  await page.selectOption('[name=pack]', 'pk')
  await page.click('form[action*="create"] button')
  await page.waitForURL(/\/(today|imports\/new)$/)
  const shop = `/${new URL(page.url()).pathname.split('/')[1]}`
  await shot('empty', 'Today of a shop that has no sales yet')

  await giveFile(page, shop, join(bad, 'sales.csv'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')
  await page.waitForURL(/problem=|imports\/[0-9a-f-]{36}/)
  await shot('error-pdf', 'A PDF that was renamed sales.csv')

  await page.goto(`${shop}/imports/new`)
  await page.setInputFiles('input[type=file]', ledger)
  await shot('import-give', 'Handing in the ledger')
  await page.click('form[data-upload] button.filled')
  await page.waitForURL(/imports\/[0-9a-f-]{36}/)
  await shot('import-preview', 'The first lines as the platform understands them, before anything is in the books')
  await shot('import-columns', 'Which column is what, each guess open to correction', 'form#reading')
  await page.click('button[form=reading]')
  await page.waitForSelector('progress[value]:not([value="0"])', { timeout: 60_000 })
  await shot('import-progress', 'The import at work, with its count')
  await page.waitForSelector('a[href$="/today"].filled', { timeout: 120_000 })
  await shot('import-result', 'What came of 320,705 lines')
  await shot('import-kinds', 'What the lines are: sales, cancellations, charges', '#kinds')

  await giveFile(
    page,
    shop,
    join(bad, 'june.csv'),
    [
      'Bill,Date,Code,Item,Qty,Price',
      'B-1,01/06/2011,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2.55',
      'B-2,31/02/2011,85123A,WHITE HANGING HEART T-LIGHT HOLDER,2,2.55',
      'B-3,02/06/2011,22423,REGENCY CAKESTAND 3 TIER,a dozen,12.75',
      'B-4,03/06/2011,22423,REGENCY CAKESTAND 3 TIER,۳,12.75',
      'B-5,04/06/2011,22423,REGENCY CAKESTAND 3 TIER,1,',
      'B-6,05/06/2011,,,4,1.65',
      '',
    ].join('\n'),
  )
  await page.waitForURL(/imports\/[0-9a-f-]{36}/)
  await shot('import-bad-preview', 'A small file with mistakes: what will be left out, said before loading')
  await page.click('button[form=reading]')
  await page.waitForSelector('a[href$="/problems"]', { timeout: 60_000 })
  await shot('import-bad-result', 'The good lines are in; the others wait')
  await page.click('a[href$="/problems"]')
  await page.waitForSelector('a[href$="problems.csv"]')
  await shot('problems', 'Each row left out, with its line, column and reason')

  await page.goto(`${shop}/today`)
  await page.waitForSelector('.task', { timeout: 120_000 })
  await page.waitForFunction(() => !document.querySelector('[data-poll]'), undefined, { timeout: 60_000 })
  await page.reload()
  await shot('today', 'Today: the last 30 days of the books')
  await shot('today-tasks', 'Three to five things to do, each with its reason and one button', '#do-today')
  await shot('today-unusual', 'What is unusual, in a sentence', '#unusual')

  await page.goto(`${shop}/trends`)
  await shot('trends', 'Trends, by value')
  await page.fill('input[type=search]', 'cakestand')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search=/)
  await shot('trends-search', 'Searching some 3,900 items')
  await page.click('main a[href*="/trends/item/"]')
  await page.waitForURL(/trends\/item\//)
  await shot('story', 'How one item sells: history, what is expected, how sure')
  await page.evaluate(() => window.scrollTo(0, 620))
  await shot('story-facts', 'Further down the same story', 'keep')
  await page.goto(`${shop}/trends/country`)
  await shot('trends-country', 'The same by country')

  await page.goto(`${shop}/plan`)
  await shot('plan', 'Plan, before anything is counted')
  await page.goto(`${shop}/plan/stock`)
  await page.fill('#pasted', '85123A\t40\n22423\t12\n47566\t0\n85099B\t300\n84879\t1500\n20725\t25\n')
  await page.click('form:has(#pasted) button')
  await page.waitForSelector('a[href$="/plan"].filled')
  await shot('plan-stock', 'Stock pasted from a sheet')
  await page.goto(`${shop}/plan`)
  await page.waitForFunction(() => !document.querySelector('[data-poll]'))
  await shot('plan-counted', 'Plan with stock known')
  await shot('plan-line', 'One line of the plan', '.lines li')
  await page.goto(`${shop}/today`)
  await page.waitForFunction(() => !document.querySelector('[data-poll]'))
  await shot('today-buy', 'Today again, now that stock is known', '#do-today')
  const task = await page.$('.task form button')
  if (task) {
    await task.click()
    await page.waitForLoadState()
    await shot('today-done', 'After putting it on the purchase list', '#do-today')
  }
  await page.goto(`${shop}/plan`)
  await page.fill('#amount', '5000')
  await page.click('form.budget button')
  await page.waitForURL(/budget/)
  await shot('plan-budget', 'What to buy with an amount')
  const put = await page.$('form[action*="list"] button.filled')
  if (put) {
    await put.click()
    await page.waitForLoadState()
  }
  await page.goto(`${shop}/purchase-list`)
  await shot('purchase-list', 'The purchase list, to print or to send')
}

async function giveFile(page: Page, shop: string, path: string, text: string): Promise<void> {
  await writeFile(path, text)
  await page.goto(`${shop}/imports/new`)
  await page.setInputFiles('input[type=file]', path)
  await page.click('form[data-upload] button.filled')
}

/** One picture of what a hand-held screen shows, from the top or from a place in the page. */
async function take(page: Page, language: 'en' | 'ur', name: string, shows: string, at?: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  if (at === undefined) await page.evaluate(() => window.scrollTo(0, 0))
  else if (at !== 'keep') {
    const there = await page.$(at)
    if (!there) {
      faults.push(`${language} ${name}: nothing at ${at} on ${page.url()}`)
      return
    }
    await there.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 64))
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (wide > 0) faults.push(`${language} ${name}: the page is ${wide} px wider than the screen`)
  const file = `${String(pictures.filter((one) => one.language === language).length + 1).padStart(2, '0')}-${name}-${language}.png`
  await page.screenshot({ path: join(out, file) })
  pictures.push({ file, language, shows })
  console.log(`  ${file}`)
}

// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Line } from '../../apps/server/test/week/line.ts'
import type { Office } from '../outside/fbr/simulator.ts'
import { idOf, today } from './a-shop.ts'

/** A person at the phone, and what is around them. */
export type Hand = {
  readonly page: Page
  readonly shop: string
  readonly line: Line
  readonly office: Office
  readonly language: 'en' | 'ur'
  /** A picture of what is on the screen. */
  take(name: string): Promise<void>
}

/** The day's work, one walk after the other. */
export const walks = { goods, counter, count, selling, bank, owed, buying, books, places }

async function goods({ page, shop, line, take }: Hand): Promise<void> {
  const { items } = await line.good('GET', '/items?search=W-BALL')
  const item = `${shop}/items/${items[0].id}`
  await page.goto(`${item}/photos`)
  if ((await page.locator('picture img').count()) === 0) {
    const buffer = await photoOfABall(page)
    await page.setInputFiles('input[type=file]', { name: 'ball.jpg', mimeType: 'image/jpeg', buffer })
    await page.click('main form button.filled')
    await page.waitForSelector('picture img')
  }
  await take('item-photos')
  await page.goto(item, { waitUntil: 'networkidle' })
  await take('item')
  await page.goto(`${item}/labels?count=3`)
  const give = page.locator('main form[method=post] button')
  if ((await give.count()) > 0) {
    await give.first().click()
    await page.waitForSelector('.label svg')
    await page.goto(`${item}/labels?count=3`)
  }
  await take('labels')
  await page.goto(`${shop}/items`, { waitUntil: 'networkidle' })
  await take('items')
}

/** A drawn ball as the photograph: the browser is the camera. */
async function photoOfABall(page: Page): Promise<Buffer> {
  const camera = await page.context().newPage()
  await camera.setViewportSize({ width: 800, height: 600 })
  await camera.setContent(`<body style="margin:0;background:#d9cfbd"><svg width="800" height="600">
    <circle cx="400" cy="300" r="220" fill="#fff" stroke="#1b2140" stroke-width="6"/>
    <path d="M400 220l76 55-29 90h-94l-29-90zM400 80v140M476 275l132-45M447 365l80 115M353 365l-80 115M324 275l-132-45"
      fill="#1b2140" stroke="#1b2140" stroke-width="6"/></svg>`)
  const photo = await camera.screenshot({ type: 'jpeg', quality: 80 })
  await camera.close()
  return photo
}

async function counter({ page, shop, take }: Hand): Promise<void> {
  await page.goto(`${shop}/counter`)
  await page.waitForSelector('[data-counter]:not([hidden])')
  await page.context().setOffline(true)
  await page.fill('[data-find]', 'ball')
  await page.click('[data-hits] [data-take]')
  await page.waitForSelector('[data-sell]:not([disabled])')
  await take('counter-basket')
  await page.click('[data-sell]')
  await page.waitForSelector('[data-status][data-unsent="1"]')
  await take('counter-offline')
  await page.context().setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.waitForSelector('[data-status][data-unsent="0"]')
  await take('counter-sent')
  await page.goto(`${shop}/counter/sales`)
  await take('counter-sales')
}

async function count({ page, shop, line, take }: Hand): Promise<void> {
  const bats = (await line.good('GET', '/stock?search=W-BAT')).items[0]
  await page.goto(`${shop}/stock/counts`)
  await page.click('form[action*="start"] button.filled')
  await page.waitForURL(/counts\/[0-9a-f-]{36}/)
  const address = page.url().replace(/\?.*/, '')
  await page.fill('[name=what]', 'W-BAT')
  await page.fill('[name=quantity]', String(bats.onHandMilli / 1000 - 1))
  await page.click('form[action*="enter"] button.filled')
  await page.waitForSelector('form[action*="takeBack"]')
  await take('count')
  await page.goto(`${address}/review`)
  await take('count-review')
  await page.click('form[action*="post"] button.filled')
  await page.waitForSelector('form[action*="post"]', { state: 'detached' })
  await take('count-done')
  await page.goto(`${shop}/stock`)
  await take('stock')
}

async function buying({ page, shop, line, language, take }: Hand): Promise<void> {
  await page.goto(`${shop}/plan`)
  await take('what-to-buy')
  const [supplier] = (await line.good('GET', '/parties?search=Daska')).items
  const { items } = await line.good('GET', '/items?search=W-GLOVE')
  const order = await line.good('POST', '/documents', {
    ...{ kind: 'purchase-order', partyId: supplier.id, clientId: idOf(`by hand, ${language}`) },
    lines: items.slice(0, 2).map(({ id }: { id: string }) => ({
      ...{ itemId: id, quantityMilli: 24_000, price: { thousandths: '95000000', currency: 'PKR' } },
    })),
  })
  await page.goto(`${shop}/buy/${order.id}`)
  await take('purchase-order-draft')
  await page.click('form:has(input[name=act][value=send]) button')
  await page.waitForSelector('a[href$="/receive"]')
  await take('purchase-order')
  await page.click('a[href$="/receive"]')
  await page.waitForURL(/receive/)
  await page.locator('[name^=quantity-]').first().fill('20')
  await take('receive')
  await page.click('main form button.filled')
  await page.waitForLoadState('networkidle')
  await take('received')
  await page.goto(`${shop}/buy`)
  await take('purchase-orders')
}

async function selling(hand: Hand): Promise<void> {
  const { page, shop, take } = hand
  await page.goto(`${shop}/sell/new?kind=quote`)
  await page.fill('#party', 'Bilal Sports')
  await page.fill('[name=item-1]', 'W-BALL')
  await page.fill('[name=quantity-1]', '12')
  await page.fill('[name=price-1]', '2300')
  await take('quote-new')
  await page.click('form.card button.filled')
  await page.waitForURL(/sell\/[0-9a-f-]{36}/)
  await take('quote')
  for (const action of ['send', 'accept', 'order', 'invoice', 'issue']) {
    if (action === 'invoice') await take('order')
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true
    })
    await page.click(`form:has(input[name=action][value=${action}]) button`)
    await page.waitForSelector(`form:has(input[name=action][value=${action}])`, { state: 'detached' })
  }
  const invoice = new URL(page.url()).pathname
  await take('invoice')
  await taxOffice(hand, invoice.split('/').at(-1) ?? '')
  await page.goto(`${shop}/sell`)
  await take('sell')
  await page.goto(`${shop}/sell/list?kind=invoice`)
  await take('invoices')
}

/** The office takes the invoice in and its answer is lost; the owner finds the number there and types it. */
async function taxOffice({ page, shop, office, take }: Hand, invoice: string): Promise<void> {
  const path = `${shop}/tax-office/${invoice}`
  await page.goto(path)
  await take('tax-office-to-send')
  office.mood = 'lost'
  await page.click('form[action="?/submit"] button')
  for (let tries = 0; tries < 60 && (await page.locator('[name=officeNumber]').count()) === 0; tries++) {
    await pause(500)
    await page.goto(path)
  }
  office.mood = 'well'
  await take('tax-office-uncertain')
  await page.fill('[name=officeNumber]', office.taken.at(-1)?.number ?? '')
  await page.click('form:has([name=officeNumber]) button')
  await page.waitForSelector('[name=officeNumber]', { state: 'detached' })
  await page.goto(path)
  await take('tax-office-accepted')
  await page.goto(`${shop}/tax-office`)
  await take('tax-office')
}

async function bank({ page, shop, line, language, take }: Hand): Promise<void> {
  const accounts = (await line.good('GET', '/money-accounts')).items
  const account = accounts.find((one: { kind: string }) => one.kind === 'bank')
  const { items: owing } = await line.good('GET', '/documents?kind=invoice')
  const open = owing.find((one: { partyName: string }) => one.partyName === 'Bilal Sports')
  const paid = Number(open.total.minor) / 100
  const before = Number(account.balance?.minor ?? account.closing?.minor ?? 0) / 100
  const rows = [
    'Date,Description,Debit,Credit,Balance',
    `${today()},IBFT FROM ${open.partyName} ${open.number},,${paid.toFixed(2)},${(before + paid).toFixed(2)}`,
    `${today()},RENT PARIS ROAD ${language},25000.00,,${(before + paid - 25_000).toFixed(2)}`,
  ]
  await page.goto(`${shop}/money/${account.id}`)
  await take('bank-account')
  const buffer = Buffer.from(`${rows.join('\n')}\n`)
  await page.setInputFiles('input[type=file]', { name: `saturday-${language}.csv`, mimeType: 'text/csv', buffer })
  await page.click('form[enctype] button.filled')
  await page.waitForURL(/files\//)
  await page.waitForLoadState('networkidle')
  await take('statement')
  const confirm = page.locator('main form button.filled')
  if ((await confirm.count()) > 0) {
    await confirm.first().click()
    await page.waitForLoadState('networkidle')
    await take('statement-kept')
  }
  await page.goto(`${shop}/match`)
  await take('match')
  const accept = page.locator('main form button.filled').first()
  if ((await accept.count()) > 0) {
    await accept.click()
    await page.waitForLoadState('networkidle')
    await take('matched')
  }
  await page.goto(`${shop}/money`)
  await take('money')
  await page.goto(`${shop}/money/cash`)
  await take('cash-outlook')
}

async function owed({ page, shop, line, language, take }: Hand): Promise<void> {
  const [customer] = (await line.good('GET', '/parties?search=Bilal')).items
  const { id: itemId } = (await line.good('GET', '/items?search=W-GLOVE')).items[0]
  const draft = await line.good('POST', '/documents', {
    ...{ kind: 'invoice', partyId: customer.id, clientId: idOf(`owed, ${language}`) },
    lines: [{ itemId, quantityMilli: 4000, price: { thousandths: '180000000', currency: 'PKR' } }],
  })
  const issue = { action: 'issue', version: draft.version, clientId: idOf(`issued, ${language}`) }
  await line.good('POST', `/documents/${draft.id}/actions`, issue)
  await page.goto(`${shop}/sell/owed`)
  await take('who-owes-me')
  await page.goto(`${shop}/parties/${customer.id}`)
  await take('customer-reminder')
}

async function books({ page, shop, line, take }: Hand): Promise<void> {
  await line.ask('POST', '/ledger/entries', {
    ...{ day: monthsAgo(2), memo: 'Money I put in', clientId: idOf('capital') },
    lines: [
      { account: '1010', amount: { minor: '10000000', currency: 'PKR' } },
      { account: '3010', amount: { minor: '-10000000', currency: 'PKR' } },
    ],
  })
  await page.goto(`${shop}/books`)
  await take('books')
  await page.goto(`${shop}/books/trial-balance`)
  await take('trial-balance')
  await page.goto(`${shop}/books/close`)
  await take('close-month')
  await page.click('main form.card button.filled')
  await page.waitForLoadState('networkidle')
  await take('month-closed')
  await page.goto(`${shop}/tax-sums`)
  await take('tax-sums')
}

/** The first day of the month so many months before this one. */
function monthsAgo(count: number): string {
  const [year = 0, month = 0] = today().split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 10)
}

async function places({ page, shop, take }: Hand): Promise<void> {
  await page.goto(`${shop}/today`)
  await take('today')
  await page.goto(`${shop}/more`)
  await take('more')
}

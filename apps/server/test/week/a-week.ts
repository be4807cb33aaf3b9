// SPDX-License-Identifier: Apache-2.0
import { type Any, act, type Line } from './line.ts'

/** What the story needs besides the API: the tax office as the owner sees it, and a wait for work in the background. */
export type Town = {
  /** Whether the office's portal shows an invoice with these goods' value, and under which number. */
  portal(net: string): string | undefined
  /** The office takes the next invoices in and never answers. */
  silence(): void
  speakAgain(): void
  /** Looks again and again until there is something to see. */
  until<T>(what: string, look: () => Promise<T | undefined>): Promise<T>
  /** Today, as the business writes it. */
  readonly today: string
}

const currency = 'PKR'
const price = (rupees: number) => ({ thousandths: String(rupees * 100_000), currency })
const rupees = (amount: number) => ({ minor: String(amount * 100), currency })
const pieces = (count: number) => count * 1000

const goods = [
  { code: 'W-BALL', name: 'Match football', sells: 2500, costs: 1400, opening: 40, counted: 38 },
  { code: 'W-BAT', name: 'Cricket bat', sells: 6000, costs: 3800, opening: 12, counted: 12 },
  { code: 'W-GLOVE', name: 'Keeper gloves', sells: 1800, costs: 950, opening: 25, counted: 26 },
] as const

/**
 * A week of a sports shop: counted on Monday, ordered on Tuesday, received on Wednesday, sold at the counter without a
 * line on Thursday, quoted, shipped and invoiced on Friday, paid through the bank on Saturday, chased and closed on Sunday.
 *
 * Every step may be asked twice: what is made carries an id of its own, what is changed the version that was seen.
 */
export async function liveAWeek(line: Line, town: Town): Promise<void> {
  const items = await openTheShop(line, town)
  await monday(line, items)
  const supplier = await party(line, 'Daska Balls', { isSupplier: true, isCustomer: false })
  const bought = await tuesdayAndWednesday(line, items, supplier)
  await thursday(line, items, town)
  const customers = [
    await party(line, 'Lahore Traders', { registration: 'registered', taxNumber: '2046004' }),
    await party(line, 'Bilal Sports', { registration: 'unregistered', taxNumber: '3520112345671' }),
  ]
  const invoices = await friday(line, items, customers, town)
  await saturday(line, invoices, town)
  await sunday(line, supplier, bought, town)
}

async function openTheShop(line: Line, town: Town): Promise<Any[]> {
  await settle(line, '/taxes/own', await line.good('GET', '/taxes').then((taxes) => taxes.own.version), {
    ...{ registration: 'registered', taxNumber: '8885801', name: 'Star Sports', address: 'Paris Road, Sialkot' },
    region: 'PK-PB',
  })
  const { settings } = await line.good('GET', '/fiscal')
  const { service } = await line.good('GET', '/fiscal')
  await settle(line, '/fiscal', settings.version, {
    ...{ use: 'real', place: service.places.at(-1), token: 'token-of-the-invented-office', scenario: null },
  })
  const items: Any[] = []
  for (const { code, name, sells } of goods) {
    const made = await line.ask('POST', '/items', { code, name, unit: 'piece', price: price(sells) })
    const item =
      made.status === 201
        ? made.body
        : (await line.good('GET', `/items?search=${code}`)).items.find((one: Any) => one.code === code)
    const facts = { 'hs-code': '9506.6210', uom: 'Numbers, pieces, units' }
    const { version } = await line.good('GET', `/items/${item.id}/taxes`)
    await settle(line, `/items/${item.id}/taxes`, version, { taxClass: null, retailPrice: null, facts })
    items.push(item)
  }
  await line.good('POST', '/stock/openings', {
    clientId: line.own('opening'),
    day: town.today,
    lines: goods.map(({ opening, costs }, i) => ({
      itemId: items[i].id,
      quantityMilli: pieces(opening),
      unitCost: rupees(costs),
    })),
  })
  return items
}

/** Writes settings: when they were written just before the line broke, they stand already. */
async function settle(line: Line, path: string, version: number, body: object): Promise<void> {
  const { status, body: said } = await line.ask('PUT', path, { ...body, version })
  if (status >= 300 && !String(said.code).endsWith('changed-meanwhile'))
    throw new Error(`${path}: ${JSON.stringify(said)}`)
}

async function party(line: Line, name: string, more: object): Promise<Any> {
  const address = { line1: 'Mall Road', city: 'Lahore', region: 'PK-PB' }
  const body = { name, isCustomer: true, termsDays: 14, address, ...more, clientId: line.own(name) }
  return line.good('POST', '/parties', body)
}

async function monday(line: Line, items: Any[]): Promise<void> {
  const count = await line.good('POST', '/stock/counts', { clientId: line.own('count'), isBlind: true })
  for (const [i, { counted }] of goods.entries()) {
    const entry = { clientId: line.own(`heap ${i}`), itemId: items[i].id, quantityMilli: pieces(counted) }
    await line.good('POST', `/stock/counts/${count.id}/entries`, entry)
  }
  const review = await line.good('GET', `/stock/counts/${count.id}/review`)
  const { status, body } = await line.ask('POST', `/stock/counts/${count.id}/posting`, {
    ...{ version: review.count.version, notCounted: 'leave' },
  })
  if (status >= 300 && (await line.good('GET', `/stock/counts/${count.id}`)).count.state !== 'posted') {
    throw new Error(`count: ${JSON.stringify(body)}`)
  }
}

async function tuesdayAndWednesday(line: Line, items: Any[], supplier: Any): Promise<Any> {
  const draft = await line.good('POST', '/documents', {
    ...{ kind: 'purchase-order', partyId: supplier.id, clientId: line.own('purchase order') },
    lines: goods.map(({ costs }, i) => ({ itemId: items[i].id, quantityMilli: pieces(50), price: price(costs) })),
  })
  const ordered = (await act(line, draft, 'send')).document
  const half = ordered.lines.map((one: Any) => ({ lineId: one.id, quantityMilli: pieces(30) }))
  const first = await act(line, ordered, 'receive', { lines: half })
  await finish(line, first.made, 'receive', 'received')
  const again = await line.good('GET', `/documents/${ordered.id}`)
  const second = await act(line, again, 'receive')
  await finish(line, second.made, 'receive', 'received')
  const received = await line.good('GET', `/documents/${ordered.id}`)
  const bill = await act(line, received, 'bill')
  return finish(line, bill.made, 'issue', 'issued')
}

/** Takes a paper that was made as a draft to where it counts. */
async function finish(line: Line, brief: Any, action: string, state: string): Promise<Any> {
  const paper = await line.good('GET', `/documents/${brief.id}`)
  return paper.state === state ? paper : (await act(line, paper, action)).document
}

async function thursday(line: Line, items: Any[], town: Town): Promise<void> {
  const sales = Array.from({ length: 12 }, (_, sale) => ({
    ...{ clientId: line.own(`sale ${sale}`), day: town.today },
    lines: [
      { itemId: items[sale % 3].id, quantityMilli: pieces(1 + (sale % 2)), price: price(goods[sale % 3]?.sells ?? 0) },
    ],
  }))
  // The phone comes back into the net and sends all that it kept; the answers are lost, so it sends them again.
  for (const sale of [...sales, ...sales]) await line.good('POST', '/counter-sales', sale)
}

async function friday(line: Line, items: Any[], customers: Any[], town: Town): Promise<Any[]> {
  const invoices: Any[] = []
  for (const [i, customer] of customers.entries()) {
    const quote = await line.good('POST', '/documents', {
      ...{ kind: 'quote', partyId: customer.id, clientId: line.own(`quote ${i}`) },
      lines: [
        { itemId: items[0].id, quantityMilli: pieces(20 + i), price: price(2300) },
        { itemId: items[2].id, quantityMilli: pieces(10), price: price(1700) },
      ],
    })
    const sent = (await act(line, quote, 'send')).document
    const accepted = (await act(line, sent, 'accept')).document
    const order = await finish(line, (await act(line, accepted, 'order')).made, 'confirm', 'open')
    const some = [{ lineId: order.lines[0].id, quantityMilli: pieces(12) }]
    await finish(line, (await act(line, order, 'ship', { lines: some })).made, 'ship', 'shipped')
    const rest = await line.good('GET', `/documents/${order.id}`)
    await finish(line, (await act(line, rest, 'ship')).made, 'ship', 'shipped')
    const shipped = await line.good('GET', `/documents/${order.id}`)
    const invoice = await finish(line, (await act(line, shipped, 'invoice')).made, 'issue', 'issued')
    invoices.push(await handIn(line, invoice, town, i === 1))
  }
  return invoices
}

/** Hands an invoice in at the tax office; where no answer came, the owner looks at the office's portal and says so. */
async function handIn(line: Line, invoice: Any, town: Town, silent: boolean): Promise<Any> {
  if (silent) town.silence()
  const path = `/documents/${invoice.id}/fiscal`
  const over = async () => {
    const now = await line.good('GET', path)
    return ['none', 'waiting', 'sending'].includes(now.state) ? undefined : now
  }
  await line.ask('POST', path)
  let standing = await town.until('the office has answered, or not', over)
  town.speakAgain()
  while (standing.state === 'uncertain') {
    const number = town.portal(invoice.net.minor)
    const answer = number === undefined ? { answer: 'not-there' } : { answer: 'there', officeNumber: number }
    await line.ask('POST', `${path}/resolve`, { ...answer, version: standing.version })
    standing = await line.good('GET', path)
    if (standing.state === 'accepted') break
    await line.ask('POST', path)
    standing = await town.until('the office has answered, or not', over)
  }
  if (standing.state !== 'accepted') throw new Error(`tax office: ${JSON.stringify(standing)}`)
  return invoice
}

async function saturday(line: Line, invoices: Any[], town: Town): Promise<void> {
  const opened = await line.ask('POST', '/money-accounts', { name: 'Meezan current', kind: 'bank' })
  const accounts = (await line.good('GET', '/money-accounts')).items
  const account = opened.status === 201 ? opened.body : accounts.find((one: Any) => one.kind === 'bank')
  let balance = 1_000_000
  const rows = invoices.map(({ total, number, partyName }: Any) => {
    const paid = Number(total.minor) / 100
    balance += paid
    return `${town.today},IBFT FROM ${partyName} ${number},,${paid.toFixed(2)},${balance.toFixed(2)}`
  })
  const file = [
    'Date,Description,Debit,Credit,Balance',
    ...rows,
    `${town.today},SERVICE CHARGES,50.00,,${(balance - 50).toFixed(2)}`,
  ]
  const bytes = new TextEncoder().encode(`${file.join('\n')}\n`)
  const handed = await line.good('POST', `/money-accounts/${account.id}/files?fileName=week.csv`, bytes)
  await line.ask('POST', `/bank-files/${handed.id}/confirm`, {})
  const { items: open } = await line.good('GET', '/matching')
  for (const { id, suggestions } of open) {
    const [best] = suggestions
    const path = `/matching/${id}`
    if (best?.kind !== 'settles') await line.ask('POST', `${path}/dismissal`, {})
    else {
      const parts = best.parts.map(({ documentId, amount }: Any) => ({ documentId, amount }))
      await line.ask('POST', `${path}/confirmation`, {
        partyId: best.partyId,
        parts,
        withheld: best.withheld,
        fee: best.fee,
      })
    }
  }
}

async function sunday(line: Line, supplier: Any, bill: Any, town: Town): Promise<void> {
  await line.good('POST', '/payments', {
    ...{ direction: 'out', partyId: supplier.id, day: town.today, clientId: line.own('payment to the supplier') },
    ...{ amount: rupees(100_000), settles: [{ documentId: bill.id, amount: rupees(100_000) }] },
  })
  await line.good('GET', '/owed')
  await line.good('GET', '/ledger/trial-balance')
}

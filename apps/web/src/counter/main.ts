// SPDX-License-Identifier: Apache-2.0
// The counter: sells from what the phone keeps, with or without a network. Where it does not arrive the plain form stays.
import { type BasketLine, isReady, totalMinor, withItem } from './basket.ts'
import { drawBasket } from './basket-view.ts'
import { type Catalogue, type Finder, makeFinder, readCatalogue } from './catalogue.ts'
import { type Outbox, type OutboxSale, openOutbox } from './outbox.ts'
import { copyOf, part, readWays, type Ways } from './page-parts.ts'
import { fillReceipt, receiptText } from './receipt.ts'
import { canScan, scan } from './scan.ts'
import { type Sent, sendAll } from './send.ts'

const againMs = 20_000

type Counter = {
  readonly root: HTMLElement
  readonly ways: Ways
  readonly outbox: Outbox
  readonly catalogue: Catalogue
  readonly finder: Finder
  lines: BasketLine[]
  sending: boolean
  /** Something was sold since the sending began. */
  asked: boolean
  last: OutboxSale | undefined
}

const root = document.querySelector<HTMLElement>('[data-counter]')
if (root) void begin(root)

async function begin(root: HTMLElement): Promise<void> {
  const ways = readWays(root)
  const [outbox, known] = await Promise.all([openOutbox(), readCatalogue(root.dataset.catalogue ?? '', ways.account)])
  // A phone that has never seen the catalogue sells through the plain form.
  if (!known) return
  const { catalogue } = known
  const finder = makeFinder(catalogue.items)
  const counter: Counter = {
    root,
    ways,
    outbox,
    catalogue,
    finder,
    lines: [],
    sending: false,
    asked: false,
    last: undefined,
  }
  fillChoices(counter)
  watch(counter)
  draw(counter)
  document.querySelector<HTMLElement>('[data-counter-plain]')?.remove()
  root.hidden = false
  keepThisPage()
  await trySending(counter)
  setInterval(() => void trySending(counter), againMs)
}

/** Asks the service worker to keep this page: the first visit is not seen by it. */
function keepThisPage(): void {
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ keep: location.pathname }))
}

function fillChoices({ root, catalogue }: Counter): void {
  const paid = part<HTMLSelectElement>(root, 'paid')
  const accounts = catalogue.accounts.filter(({ kind }) => kind !== 'cash').map(({ id, name }) => new Option(name, id))
  paid.options[0]?.after(...accounts)
  const customers = catalogue.customers.map(([, name]) => new Option(name, name))
  part(root, 'customers').replaceChildren(...customers)
}

function watch(counter: Counter): void {
  const { root, finder } = counter
  const find = part<HTMLInputElement>(root, 'find')
  find.addEventListener('input', () => showHits(counter, find.value))
  find.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    // A scanner that types ends with Enter: its code wins over a part of a name.
    const item = finder.exact(find.value) ?? finder.find(find.value)[0]
    if (item) take(counter, item)
  })
  part<HTMLSelectElement>(root, 'paid').addEventListener('change', () => draw(counter))
  part(root, 'customer').addEventListener('input', () => draw(counter))
  part(root, 'sell').addEventListener('click', () => void sell(counter))
  part(root, 'next').addEventListener('click', () => next(counter))
  part(root, 'print').addEventListener('click', () => window.print())
  part<HTMLSelectElement>(root, 'width').addEventListener('change', (event) => {
    part(root, 'receipt').dataset.paper = (event.target as HTMLSelectElement).value
  })
  const share = part(root, 'share-receipt')
  share.hidden = !navigator.share
  share.addEventListener('click', () => {
    if (counter.last) navigator.share({ text: receiptText(counter.last, counter.ways) }).catch(() => undefined)
  })
  const scanning = part(root, 'scan')
  scanning.hidden = !canScan()
  scanning.addEventListener('click', () => void lookThroughCamera(counter))
  window.addEventListener('online', () => void trySending(counter))
}

async function lookThroughCamera(counter: Counter): Promise<void> {
  const video = part<HTMLVideoElement>(counter.root, 'camera')
  video.hidden = false
  const done = (code: string) => {
    video.hidden = true
    const item = counter.finder.exact(code)
    if (item) take(counter, item)
    else {
      part<HTMLInputElement>(counter.root, 'find').value = code
      showHits(counter, code)
    }
  }
  await scan(video, done).catch(() => {
    video.hidden = true
  })
}

function showHits(counter: Counter, typed: string): void {
  const { root, ways, finder } = counter
  const hits = finder.find(typed).map((item) => {
    const row = copyOf(root, 'hit')
    part(row, 'name').textContent = item[2]
    part(row, 'price').textContent = item[4] === '' ? ways.say('noPrice') : ways.money(BigInt(item[4]) / 1000n)
    part(row, 'take').addEventListener('click', () => take(counter, item))
    return row
  })
  part(root, 'hits').replaceChildren(...hits)
  part(root, 'none').hidden = typed.trim() === '' || hits.length > 0
}

function take(counter: Counter, item: Catalogue['items'][number]): void {
  counter.lines = withItem(counter.lines, item)
  const find = part<HTMLInputElement>(counter.root, 'find')
  find.value = ''
  showHits(counter, '')
  draw(counter)
  find.focus()
}

function draw(counter: Counter): void {
  const { root, ways, lines } = counter
  drawBasket(root, ways, lines, (changed) => {
    counter.lines = [...changed]
    draw(counter)
  })
  const onCredit = part<HTMLSelectElement>(root, 'paid').value === 'credit'
  part(root, 'customer-field').hidden = !onCredit
  const ready = isReady(lines) && (!onCredit || customerOf(counter) !== undefined)
  const sell = part<HTMLButtonElement>(root, 'sell')
  sell.disabled = !ready
  sell.textContent = ways.say('sell', { amount: ways.money(totalMinor(lines)) })
  part(root, 'basket-card').hidden = lines.length === 0
}

function customerOf({ root, catalogue }: Counter): string | undefined {
  const typed = part<HTMLInputElement>(root, 'customer').value.trim()
  return catalogue.customers.find(([, name]) => name === typed)?.[0]
}

async function sell(counter: Counter): Promise<void> {
  const { root, ways, outbox, lines } = counter
  const button = part<HTMLButtonElement>(root, 'sell')
  // A finger that trembles sells once.
  button.disabled = true
  const made = saleOf(counter, crypto.randomUUID())
  try {
    await outbox.add(made)
  } catch {
    part(root, 'status').textContent = ways.say('notKept')
    button.disabled = false
    return
  }
  counter.last = made
  counter.lines = lines.filter(() => false)
  part(root, 'selling').hidden = true
  part(root, 'done').hidden = false
  part(root, 'done-amount').textContent = ways.say('sold', { amount: ways.money(BigInt(made.sale.total.minor)) })
  part<HTMLAnchorElement>(root, 'whatsapp').href = `https://wa.me/?text=${encodeURIComponent(receiptText(made, ways))}`
  fillReceipt(root, made, ways)
  part(root, 'next').focus()
  void trySending(counter)
}

function saleOf(counter: Counter, clientId: string): OutboxSale {
  const { root, ways, lines } = counter
  const { account, business, currency } = ways
  const paid = part<HTMLSelectElement>(root, 'paid').value
  const partyId = paid === 'credit' ? customerOf(counter) : undefined
  return {
    ...{ clientId, account, business, state: 'unsent', number: null },
    sale: {
      clientId,
      soldAt: new Date().toISOString(),
      lines: lines.map(({ itemId, name, quantityMilli, priceThousandths }) => {
        return { itemId, name, quantityMilli, price: { thousandths: priceThousandths, currency } }
      }),
      total: { minor: totalMinor(lines).toString(), currency },
      ...(paid === 'credit' ? { paidInto: null } : paid === '' ? {} : { paidInto: paid }),
      ...(partyId === undefined ? {} : { partyId }),
    },
  }
}

function next(counter: Counter): void {
  const { root } = counter
  part(root, 'done').hidden = true
  part(root, 'selling').hidden = false
  part<HTMLSelectElement>(root, 'paid').value = ''
  part<HTMLInputElement>(root, 'customer').value = ''
  draw(counter)
  part(root, 'find').focus()
}

/** Sends what waits, one sending at a time, and says how many still do. A sale made meanwhile goes with the next. */
async function trySending(counter: Counter): Promise<void> {
  counter.asked = true
  if (counter.sending) return
  counter.sending = true
  try {
    while (counter.asked) {
      counter.asked = false
      await showStatus(counter, 'no-network')
      const { outbox, root, ways } = counter
      await showStatus(counter, await sendAll(outbox, root.dataset.hand ?? '', ways.account, ways.business))
    }
  } finally {
    counter.sending = false
  }
}

async function showStatus({ outbox, root, ways, last }: Counter, sent: Sent): Promise<void> {
  const sales = await outbox.list(ways.account, ways.business)
  const unsent = sales.filter(({ state }) => state === 'unsent').length
  const look = sales.filter(({ state }) => state === 'look').length
  const key = unsent === 0 ? 'allSent' : sent === 'sign-in' ? 'signIn' : sent === 'refused' ? 'refused' : 'waiting'
  const status = part(root, 'status')
  status.textContent = sales.length === 0 ? '' : ways.say(key, { count: unsent })
  status.dataset.unsent = String(unsent)
  part(root, 'look').hidden = look === 0
  // The receipt on the screen takes the number of the books as soon as there is one.
  const made = last && sales.find(({ clientId }) => clientId === last.clientId)
  if (made?.number) fillReceipt(root, made, ways)
}

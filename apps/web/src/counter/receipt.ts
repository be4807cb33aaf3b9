// SPDX-License-Identifier: Apache-2.0
import { lineMinor } from './basket.ts'
import type { OutboxSale } from './outbox.ts'
import { copyOf, part, type Ways } from './page-parts.ts'

/** A receipt as plain text, to share. */
export function receiptText(made: OutboxSale, ways: Ways): string {
  const { sale } = made
  const lines = sale.lines.map(
    (line) => `${ways.quantity(line.quantityMilli)} × ${line.name}: ${ways.money(amountOf(line))}`,
  )
  const head = [ways.businessName, new Date(sale.soldAt).toLocaleString(locale())]
  return [
    ...head,
    ...lines,
    ways.say('total', { amount: ways.money(BigInt(sale.total.minor)) }),
    refOf(made, ways),
  ].join('\n')
}

/** Fills the receipt that is printed. */
export function fillReceipt(root: HTMLElement, made: OutboxSale, ways: Ways): void {
  part(root, 'receipt-when').textContent = new Date(made.sale.soldAt).toLocaleString(locale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  part(root, 'receipt-ref').textContent = refOf(made, ways)
  part(root, 'receipt-total').textContent = ways.money(BigInt(made.sale.total.minor))
  const rows = made.sale.lines.map((line) => {
    const row = copyOf(root, 'receipt-line')
    part(row, 'name').textContent = line.name
    part(row, 'count').textContent = ways.quantity(line.quantityMilli)
    part(row, 'amount').textContent = ways.money(amountOf(line))
    return row
  })
  part(root, 'receipt-lines').replaceChildren(...rows)
}

/** English as it is written here: the day before the month. */
const locale = () => (document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang)

const amountOf = (line: OutboxSale['sale']['lines'][number]) =>
  lineMinor({ ...line, priceThousandths: line.price.thousandths })

/** The number of the books once it has one; before, the phone's own. */
function refOf(made: OutboxSale, ways: Ways): string {
  return ways.say('reference', { number: made.number ?? made.clientId.slice(0, 8) })
}

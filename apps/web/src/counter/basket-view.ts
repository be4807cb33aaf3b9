// SPDX-License-Identifier: Apache-2.0
import { milliOf } from '../features/plan/typed-number.ts'
import { toWesternDigits } from '../i18n/numbers.ts'
import { type BasketLine, lineMinor, thousandthsOf, typedPrice } from './basket.ts'
import { copyOf, part, type Ways } from './page-parts.ts'

/** Draws the lines of the sale at hand; what a person changes on one comes back as the new lines. */
export function drawBasket(
  root: HTMLElement,
  ways: Ways,
  lines: readonly BasketLine[],
  changed: (lines: readonly BasketLine[]) => void,
): void {
  const rows = lines.map((line) => {
    const row = copyOf(root, 'line')
    const change = (to: Partial<BasketLine>) =>
      changed(lines.map((other) => (other === line ? { ...line, ...to } : other)))
    part(row, 'name').textContent = line.name
    part(row, 'amount').textContent = ways.money(lineMinor(line))
    const quantity = part<HTMLInputElement>(row, 'quantity')
    quantity.value = String(line.quantityMilli / 1000)
    quantity.addEventListener('change', () => {
      const milli = milliOf(quantity.value)
      change({ quantityMilli: milli !== undefined && milli > 0 && milli <= 1e12 ? milli : line.quantityMilli })
    })
    const price = part<HTMLInputElement>(row, 'price')
    price.value = line.priceThousandths === '' ? '' : typedPrice(line.priceThousandths, ways.decimals)
    price.addEventListener('change', () => {
      const typed = toWesternDigits(price.value).replace(/[\s,]/g, '')
      change({ priceThousandths: thousandthsOf(typed, ways.decimals) ?? line.priceThousandths })
    })
    const step = (by: number) => {
      const quantityMilli = line.quantityMilli + by
      if (quantityMilli > 0) change({ quantityMilli })
      else changed(lines.filter((other) => other !== line))
    }
    part(row, 'less').addEventListener('click', () => step(-1000))
    part(row, 'more').addEventListener('click', () => step(1000))
    return row
  })
  part(root, 'basket').replaceChildren(...rows)
}

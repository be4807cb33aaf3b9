// SPDX-License-Identifier: Apache-2.0

/** The goods of the small ledger; the first sells steadily, so that it is always planned. */
export const goods = [
  ['BT-01', 'Cricket Bat English Willow', '4500'],
  ['BL-02', 'Cricket Ball Leather', '650'],
  ['GL-03', 'Batting Gloves', '1800'],
  ['PD-04', 'Batting Pads', '3200'],
  ['FB-05', 'Football Size 5', '1450'],
  ['TR-06', 'Track Suit', '2750'],
] as const

/** Sixty-five weeks of a small shop's sales, the same each time: a line a day for each of its goods that sold. */
export function smallLedger(headings = 'Bill,Date,Code,Item,Qty,Price,Customer'): string {
  const lines = [headings]
  const first = Date.UTC(2025, 0, 6)
  for (let day = 0; day < 455; day += 1) {
    const date = new Date(first + day * 86_400_000).toISOString().slice(0, 10)
    goods.forEach(([code, name, price], place) => {
      if ((day + place) % (place + 2) !== 0) return
      const quantity = 2 + ((day * 7 + place * 5) % 6)
      lines.push(`B-${day}-${place},${date},${code},${name},${quantity},${price},C${(day + place) % 9}`)
    })
  }
  return `${lines.join('\n')}\n`
}

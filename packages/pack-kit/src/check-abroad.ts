// SPDX-License-Identifier: Apache-2.0
import type { Problem } from './check-pack.ts'
import type { Pack } from './pack.ts'

/** Whether codes and numbers of trade name one country each, and preferences only countries that are listed. */
export function checkAbroad({ abroad }: Pick<Pack, 'abroad'>): Problem[] {
  const { home, countries, preferences } = abroad
  const codes = [home.code, ...countries.map(({ code }) => code)]
  const numbers = [home, ...countries].flatMap((one) => one.numbers)
  const problems: Problem[] = []
  const say = (path: string, code: string, detail: string) => problems.push({ path, code, detail })
  codes.forEach((code, i) => {
    if (codes.indexOf(code) < i) say(`/abroad/countries/${i - 1}/code`, 'row.twice', code)
  })
  numbers.forEach((number, i) => {
    if (numbers.indexOf(number) < i) say('/abroad/countries', 'abroad.number-twice', number)
  })
  preferences.forEach((row, i) => {
    const path = `/abroad/preferences/${i}`
    for (const code of row.countries) if (!codes.includes(code)) say(`${path}/countries`, 'abroad.unlisted', code)
    if (row.valid_to !== null && row.valid_to < row.valid_from) {
      say(`${path}/valid_to`, 'row.ends-before-it-begins', row.valid_to)
    }
  })
  return problems
}

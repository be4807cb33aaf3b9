// SPDX-License-Identifier: Apache-2.0
import type { Sayer } from './say.ts'
import type { MoverView, OrderView, PlanView } from './view.ts'

/** How much of each list a person reads on a terminal; the page and the JSON hold more. */
const most = { orders: 15, unusual: 5, movers: 5, why: 2 }

/** The report as plain text, one idea a line, no wider than the terminal needs. */
export function terminalReport(view: PlanView, sayer: Sayer, options: { readonly bold: boolean }): string {
  const { speak } = sayer
  const title = (text: string) => (options.bold ? `\u001b[1m${text}\u001b[22m` : text)
  const section = (name: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title(name), ...lines])

  return [
    ...fileLines(view, sayer),
    ...section(speak('plan.last30', { from: sayer.day(view.last30.from), to: sayer.day(view.last30.to) }), [
      `  ${sayer.money(view.last30.net)}   ${speak('plan.orders', { orders: sayer.count(view.last30.orders) })}`,
      `  ${speak('plan.before')} ${sayer.compared(view.last30.before)}`,
      `  ${speak('plan.last-year')} ${sayer.compared(view.last30.lastYear)}`,
    ]),
    ...section(
      speak('plan.to-do'),
      view.tasks.flatMap(({ name, reason, why }, i) => [
        `  ${i + 1}. ${named(name, sayer.sentence(reason))}`,
        ...why.slice(0, most.why).map((one) => `     ${sayer.sentence(one)}`),
      ]),
    ),
    ...section(
      speak('plan.unusual'),
      view.unusual
        .slice(0, most.unusual)
        .flatMap(({ name, day, sentence, why }) => [
          `  ${named(`${sayer.day(day)}${name === '' ? '' : `, ${name}`}`, sayer.sentence(sentence))}`,
          ...why.slice(0, 1).map((one) => `     ${sayer.sentence(one)}`),
        ]),
    ),
    ...section(speak('plan.to-order'), orderLines(view.orders, sayer)),
    ...section(speak('plan.rising'), moverLines(view.rising, sayer)),
    ...section(speak('plan.falling'), moverLines(view.falling, sayer)),
    '',
  ].join('\n')
}

function fileLines({ file, today }: PlanView, sayer: Sayer): string[] {
  const { speak, count, day } = sayer
  const lines = [
    speak('plan.file', { name: file.name, lines: count(file.lines), from: day(file.firstDay), to: day(today) }),
  ]
  if (file.bad > 0) lines.push(speak('plan.bad', { bad: count(file.bad) }))
  for (const other of file.otherCurrencies) {
    lines.push(speak('plan.other-currency', { currency: other.currency, lines: count(other.lines) }))
  }
  return lines
}

function orderLines(orders: readonly OrderView[], sayer: Sayer): string[] {
  const { speak, pieces, count } = sayer
  const wanted = orders.filter(({ urgency, quantity }) => quantity > 0 || urgency === 'count-first')
  if (wanted.length === 0) return [`  ${speak('plan.nothing-to-order')}`]
  const shown = wanted.slice(0, most.orders)
  const rows = shown.flatMap((line) => {
    const amount = line.urgency === 'count-first' ? line.target : line.quantity
    return [
      `  ${speak(`urgency.${line.urgency}`)}  ${pieces(amount * 1000)} × ${line.name} (${line.code})`,
      ...line.why.slice(0, most.why).map((one) => `     ${sayer.sentence(one)}`),
    ]
  })
  const rest = wanted.length - shown.length
  return rest > 0 ? [...rows, `  ${speak('plan.and-more', { rest: count(rest) })}`] : rows
}

function moverLines(movers: readonly MoverView[], sayer: Sayer): string[] {
  return movers
    .slice(0, most.movers)
    .map(({ name, ratio, net }) => `  ${sayer.change(ratio).padStart(8)}  ${name}  (${sayer.money(net)})`)
}

const named = (name: string, sentence: string) => (name === '' ? sentence : `${name}: ${sentence}`)

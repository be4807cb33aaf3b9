// SPDX-License-Identifier: Apache-2.0
import type { Sayer } from '../plan/say.ts'
import type { MoverView, OrderView, PlanView } from '../plan/view.ts'
import { bars, lineChart } from './line-chart.ts'
import { html, type Markup, nothing } from './markup.ts'
import { pageStyle } from './page-style.ts'

/** Lines of what to order that the page holds; a shop that orders more prints the JSON. */
const mostOrders = 200

/**
 * The report as one page that needs nothing else: both languages in it, the reader switches without a script,
 * and it prints. No address in it leads anywhere.
 *
 * @param sayers the first is the language it opens in
 */
export function planPage(view: PlanView, sayers: readonly Sayer[]): string {
  const [first] = sayers
  const language = first?.language ?? 'en'
  const page = html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${first?.speak('page.title', { name: view.file.name }) ?? view.file.name}</title>
<style>${{ markup: pageStyle }}</style>
${sayers.map((sayer) => html`<input class="switch" type="radio" name="language" id="read-${sayer.language}" ${sayer === first ? { markup: 'checked' } : nothing}>`)}
<div class="languages">${sayers.map((sayer) => html`<label for="read-${sayer.language}" lang="${sayer.language}">${sayer.speak('page.language')}</label>`)}</div>
${sayers.map((sayer) => oneLanguage(view, sayer))}
</html>
`
  return page.markup
}

function oneLanguage(view: PlanView, sayer: Sayer): Markup {
  const { speak, day, count } = sayer
  return html`<main class="${sayer.language}" lang="${sayer.language}" dir="${sayer.direction}">
<h1>${speak('page.title', { name: view.file.name })}</h1>
<p class="soft">${speak('plan.file', { name: view.file.name, lines: count(view.file.lines), from: day(view.file.firstDay), to: day(view.today) })}
${view.file.bad > 0 ? speak('plan.bad', { bad: count(view.file.bad) }) : ''}</p>
${lastDays(view, sayer)}
${tasks(view, sayer)}
${unusual(view, sayer)}
${orders(view.orders, sayer)}
${movers(speak('plan.rising'), view.rising, sayer)}
${movers(speak('plan.falling'), view.falling, sayer)}
<p class="soft">${speak('page.made-by', { engine: view.engine.name, version: view.engine.version, seed: view.engine.seed })}</p>
</main>`
}

function lastDays({ last30, chart, today }: PlanView, sayer: Sayer): Markup {
  const { speak, day, money } = sayer
  const next = 'kind' in chart.next ? undefined : chart.next
  const weeks = next?.mean.map((mean, i) => ({ mean, lo: next.lo[i] ?? mean, hi: next.hi[i] ?? mean })) ?? []
  return html`<section>
<h2>${speak('plan.last30', { from: day(last30.from), to: day(last30.to) })}</h2>
<p class="figure"><bdi>${money(last30.net)}</bdi></p>
<p>${speak('plan.before')} ${sayer.compared(last30.before)}<br>${speak('plan.last-year')} ${sayer.compared(last30.lastYear)}</p>
${lineChart({
  past: chart.past,
  next: weeks,
  says: speak('page.chart', { from: day(chart.firstWeek), to: day(today) }),
  firstLabel: day(chart.firstWeek),
  lastLabel: day(today),
  highLabel: money,
})}
<p class="why">${'kind' in chart.next ? sayer.declined(chart.next) : speak('page.band')}</p>
</section>`
}

function tasks(view: PlanView, sayer: Sayer): Markup {
  if (view.tasks.length === 0) return nothing
  const items = view.tasks.map(
    ({ name, reason, why }) => html`<li>${nameOf(name)}${sayer.sentence(reason)}${reasons(why, sayer)}</li>`,
  )
  return html`<section><h2>${sayer.speak('plan.to-do')}</h2><ol>${items}</ol></section>`
}

function unusual(view: PlanView, sayer: Sayer): Markup {
  if (view.unusual.length === 0) return nothing
  const items = view.unusual.map(
    ({ name, day, sentence, why, bars: values }) =>
      html`<li>${nameOf(name)}<bdi>${sayer.day(day)}</bdi> ${bars(values)}<br>${sayer.sentence(sentence)}${reasons(why, sayer)}</li>`,
  )
  return html`<section><h2>${sayer.speak('plan.unusual')}</h2><ul class="plain">${items}</ul></section>`
}

function orders(lines: readonly OrderView[], sayer: Sayer): Markup {
  const { speak, pieces, count } = sayer
  const wanted = lines.filter(({ urgency, quantity }) => quantity > 0 || urgency === 'count-first')
  const shown = wanted.slice(0, mostOrders)
  const rows = shown.map((line) => {
    const amount = line.urgency === 'count-first' ? line.target : line.quantity
    return html`<tr><td><bdi>${line.name}</bdi><br><span class="soft"><bdi>${line.code}</bdi></span></td>
<td class="number">${pieces(amount * 1000)}</td><td class="${line.urgency}">${speak(`urgency.${line.urgency}`)}</td>
<td>${line.orderBy === null ? '' : sayer.day(line.orderBy)}${reasons(line.why, sayer)}</td></tr>`
  })
  const head = (['item', 'pieces', 'when', 'why'] as const).map((name) => html`<th>${speak(`page.${name}`)}</th>`)
  const table = html`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
  const rest = wanted.length - shown.length
  return html`<section><h2>${speak('plan.to-order')}</h2>
${wanted.length === 0 ? html`<p>${speak('plan.nothing-to-order')}</p>` : table}
${rest > 0 ? html`<p class="soft">${speak('plan.and-more', { rest: count(rest) })}</p>` : nothing}</section>`
}

function movers(title: string, list: readonly MoverView[], sayer: Sayer): Markup {
  if (list.length === 0) return nothing
  const items = list.map(
    ({ name, ratio, net, spark }) =>
      html`<li>${bars(spark)} <bdi>${name}</bdi>: <span class="${ratio < 0 ? 'down' : 'up'}"><bdi>${sayer.change(ratio)}</bdi></span>, <bdi>${sayer.money(net)}</bdi></li>`,
  )
  return html`<section><h2>${title}</h2><ul class="plain">${items}</ul></section>`
}

const nameOf = (name: string) => (name === '' ? nothing : html`<strong><bdi>${name}</bdi></strong> `)

function reasons(why: PlanView['tasks'][number]['why'], sayer: Sayer): Markup {
  return html`${why.map((one) => html`<p class="why">${sayer.sentence(one)}</p>`)}`
}

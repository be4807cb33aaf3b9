// SPDX-License-Identifier: Apache-2.0
import { folded, found } from './folded.ts'
import { all } from './page.ts'

type Indexed = { readonly id: string; readonly code: string; readonly name: string; readonly text: string }
const most = 60

/** Search at every letter: over the rows on the page, or over an index fetched once. */
export function search(): void {
  for (const form of all('form[data-search], form[data-index]')) {
    const field = form.querySelector<HTMLInputElement>('input[type=search]')
    if (!field) continue
    const nothing = form.parentElement?.querySelector<HTMLElement>('[data-nothing]') ?? null
    const { search: listId, index, leads = '' } = form.dataset
    const list = listId ? document.getElementById(listId) : null
    if (index) searchIndex(form, field, index, leads, list, nothing)
    else if (list) searchRows(field, list, nothing)
  }
}

function searchRows(field: HTMLInputElement, list: HTMLElement, nothing: HTMLElement | null): void {
  const rows = all('[data-find]', list).map((row) => ({ row, text: folded(row.dataset.find ?? '') }))
  const look = () => {
    const typed = folded(field.value)
    let seen = 0
    for (const { row, text } of rows) {
      row.hidden = !found(typed, text)
      if (!row.hidden) seen += 1
    }
    if (nothing) nothing.hidden = seen > 0
  }
  field.addEventListener('input', look)
  if (field.value) look()
}

function searchIndex(
  form: HTMLElement,
  field: HTMLInputElement,
  index: string,
  leads: string,
  list: HTMLElement | null,
  nothing: HTMLElement | null,
): void {
  const results = form.parentElement?.querySelector<HTMLElement>('[data-found]')
  if (!results) return
  let fetched: Promise<readonly Indexed[]> | undefined
  const items = () => {
    fetched ??= fetch(index)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then(({ items }: { items: [string, string, string][] }) =>
        items.map(([id, code, name]) => ({ id, code, name, text: folded(`${name} ${code}`) })),
      )
    // A failed fetch is tried again at the next letter; the form still asks the server on Enter.
    fetched.catch(() => {
      fetched = undefined
    })
    return fetched
  }
  field.addEventListener('focus', () => void items().catch(() => undefined), { once: true })
  field.addEventListener('input', async () => {
    const typed = folded(field.value)
    if (list) list.hidden = typed !== ''
    results.hidden = typed === ''
    if (nothing) nothing.hidden = true
    if (typed === '') return
    try {
      const all = await items()
      if (folded(field.value) !== typed) return
      const hits: Indexed[] = []
      for (const item of all) {
        if (found(typed, item.text)) hits.push(item)
        if (hits.length === most) break
      }
      results.replaceChildren(...hits.map((item) => rowOf(item, leads)))
      if (nothing) nothing.hidden = hits.length > 0
    } catch {
      if (list) list.hidden = false
      results.hidden = true
    }
  })
}

function rowOf(item: Indexed, leads: string): HTMLLIElement {
  const row = document.createElement('li')
  const link = document.createElement('a')
  link.className = 'row'
  link.href = leads.replace('{id}', encodeURIComponent(item.id))
  const name = document.createElement('bdi')
  name.textContent = item.name
  const code = document.createElement('bdi')
  code.className = 'soft small'
  code.textContent = item.code
  link.append(name, document.createElement('span'), code)
  row.append(link)
  return row
}

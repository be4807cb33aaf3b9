// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

const everyMs = 1500

/** One may be lost on a bad line; from the second on the card says so. */
const missesTold = 2

/** What a look at the server found. */
export type Look = {
  /** The page came, and it is no page about something that went wrong. */
  readonly ok: boolean
  /** It is a copy that the phone keeps, not news. */
  readonly saved: boolean
  /** Cards of work in progress on it. */
  readonly cards: number
}

/**
 * What is to be done after a look: draw the cards anew, open the page anew because the work is over or the page shown was
 * only a kept one, or wait for a server that does not answer.
 */
export function afterLook(look: Look, shown: Pick<Look, 'saved' | 'cards'>): 'redraw' | 'open' | 'wait' {
  if (!look.ok || look.saved) return 'wait'
  return shown.saved || look.cards !== shown.cards ? 'open' : 'redraw'
}

/** Redraws cards of work in progress from a fresh copy of the page: the server knows the words. */
export function poll(): void {
  const cards = all('[data-poll]')
  if (cards.length === 0) return
  let missed = 0
  const look = async () => {
    const fresh = await freshPage()
    const freshCards = fresh ? [...fresh.page.querySelectorAll('[data-poll]')] : []
    const { savedAt } = document.documentElement.dataset
    const next = afterLook(
      { ok: fresh?.ok ?? false, saved: isSaved(fresh?.page), cards: freshCards.length },
      { saved: savedAt !== undefined, cards: cards.length },
    )
    if (next === 'open') return location.reload()
    missed = next === 'wait' ? missed + 1 : 0
    cards.forEach((card, place) => {
      if (next === 'redraw') refresh(card, freshCards[place])
      const unreached = card.querySelector<HTMLElement>('[data-unreached]')
      if (unreached) unreached.hidden = missed < missesTold
    })
    setTimeout(look, everyMs)
  }
  setTimeout(look, everyMs)
}

async function freshPage(): Promise<{ readonly ok: boolean; readonly page: Document } | undefined> {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    return { ok: answer.ok, page: new DOMParser().parseFromString(await answer.text(), 'text/html') }
  } catch {
    return undefined
  }
}

function isSaved(page: Document | undefined): boolean {
  return page?.documentElement.dataset.savedAt !== undefined
}

/** Only what changed: a screen reader is told the new words, not the whole card. */
function refresh(card: Element, fresh: Element | undefined): void {
  const title = card.querySelector('h2')
  const freshTitle = fresh?.querySelector('h2')?.textContent
  if (title && freshTitle && title.textContent !== freshTitle) title.textContent = freshTitle
  const bar = card.querySelector('progress')
  const freshBar = fresh?.querySelector('progress')
  if (bar && freshBar?.hasAttribute('value')) {
    bar.max = freshBar.max
    bar.value = freshBar.value
    bar.ariaLabel = freshBar.ariaLabel
  }
  const words = card.querySelector('[data-progress-words]')
  const freshWords = fresh?.querySelector('[data-progress-words]')?.textContent ?? ''
  if (words && words.textContent !== freshWords) words.textContent = freshWords
}

// SPDX-License-Identifier: Apache-2.0

const everyMs = 1500

/**
 * Redraws a card of work in progress from a fresh copy of the page: the server knows the words.
 * When the fresh page has no such card the work is over, and the page is opened anew.
 */
export function poll(): void {
  if (!document.querySelector('[data-poll]')) return
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const cards = [...document.querySelectorAll('[data-poll]')]
      const freshCards = [...fresh.querySelectorAll('[data-poll]')]
      if (freshCards.length !== cards.length) return location.reload()
      cards.forEach((card, place) => {
        refresh(card, freshCards[place])
      })
    } catch {
      // No network just now: the next look may have it.
    }
    setTimeout(look, everyMs)
  }
  setTimeout(look, everyMs)
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

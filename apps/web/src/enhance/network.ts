// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

/** The quiet bar when there is no network, and the worker that lets pages be read without one. */
export function watchNetwork(): void {
  const bar = document.querySelector<HTMLElement>('[data-offline]')
  const { savedAt } = document.documentElement.dataset
  const show = () => {
    if (!bar) return
    bar.hidden = navigator.onLine && !savedAt
    if (!savedAt) return
    const when = bar.querySelector('[data-saved-when]')
    const date = new Date(savedAt)
    if (when)
      when.textContent = date.toLocaleString(document.documentElement.lang, {
        dateStyle: 'medium',
        timeStyle: 'short',
        hourCycle: 'h23',
      })
    for (const part of all('[data-saved]', bar)) part.hidden = false
  }
  show()
  window.addEventListener('online', () => (savedAt ? location.reload() : show()))
  window.addEventListener('offline', show)
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/service-worker.js', { type: 'module' }).catch(() => undefined)
  for (const form of all('form[data-forget]')) {
    form.addEventListener('submit', () => {
      sessionStorage.clear()
      navigator.serviceWorker.controller?.postMessage('forget')
    })
  }
}

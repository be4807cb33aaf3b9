// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

/** "Show" beside a password: typing blind on a phone is how people lock themselves out. */
export function reveal(): void {
  for (const button of all('[data-reveal]')) {
    const field = document.getElementById(button.dataset.reveal ?? '')
    if (!(field instanceof HTMLInputElement)) continue
    const show = button.textContent ?? ''
    button.hidden = false
    button.addEventListener('click', () => {
      const seen = field.type === 'password'
      field.type = seen ? 'text' : 'password'
      button.textContent = seen ? (button.dataset.hide ?? show) : show
      button.setAttribute('aria-pressed', String(seen))
    })
  }
}

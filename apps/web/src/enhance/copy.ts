// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

/** Copy and share buttons, shown only where the browser can do it. */
export function copyAndShare(): void {
  for (const button of all('[data-copy]')) {
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '')
      button.textContent = button.dataset.copied ?? ''
    })
  }
  for (const button of all('[data-share]')) {
    if (!navigator.share) continue
    button.hidden = false
    button.addEventListener('click', () => {
      const { share: text = '', shareUrl: url } = button.dataset
      // Turning away from the share sheet is not an error.
      navigator.share(url ? { text, url } : { text }).catch(() => undefined)
    })
  }
}

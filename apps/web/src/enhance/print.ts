// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

/** Shows the buttons that print a page; without script the browser's own menu does it. */
export function print(): void {
  for (const button of all('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}

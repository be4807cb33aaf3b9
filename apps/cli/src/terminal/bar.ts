// SPDX-License-Identifier: Apache-2.0

/** A bar that shows how far long work is. */
export type Bar = {
  /** @param share 0 to 1 */
  show(share: number, says: string): void
  clear(): void
}

const width = 24
/** More often than this only flickers. */
const leastMs = 80

/** A bar on a terminal; nothing where nobody watches. */
export function startBar(status: { write(text: string): void; readonly isTerminal: boolean }): Bar {
  if (!status.isTerminal) return { show: () => {}, clear: () => {} }
  let last = 0
  return {
    show(share, says) {
      const now = performance.now()
      if (now - last < leastMs) return
      last = now
      const full = Math.round(Math.min(1, Math.max(0, share)) * width)
      const percent = `${Math.round(Math.min(1, share) * 100)}`.padStart(3)
      status.write(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent} %  ${says}`)
    },
    clear() {
      status.write('\r\u001b[2K')
    },
  }
}

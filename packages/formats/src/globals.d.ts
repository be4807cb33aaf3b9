// SPDX-License-Identifier: Apache-2.0
// The one web global that this package needs. Every runtime that we target has it; the pure
// packages are compiled without the DOM, so it is declared here, no wider than it is used.

interface TextDecoder {
  decode(input?: Uint8Array, options?: { stream?: boolean }): string
}
declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder
}

// SPDX-License-Identifier: Apache-2.0
declare module 'virtual:enhancement' {
  /** Address of the bundled enhancement script. */
  export const src: string
}

// SPDX-License-Identifier: Apache-2.0
declare module 'virtual:enhancement' {
  /** Address of the bundled enhancement script. */
  export const src: string
}

declare module 'virtual:counter' {
  /** Address of the bundled script of the counter. */
  export const src: string
}

declare module '*.css?raw' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the form that Vite gives a raw file
  export default text
}

// SPDX-License-Identifier: Apache-2.0

/** Every element with a mark, as HTML elements. */
export function all(selector: string, within: ParentNode = document): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)]
}

/** A value the page left on the script's own tag. */
export function given(name: string): string {
  return document.querySelector<HTMLElement>('script[data-face]')?.dataset[name] ?? ''
}

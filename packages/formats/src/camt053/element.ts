// SPDX-License-Identifier: Apache-2.0

/** An element of a message, read whole. */
export type Element = {
  readonly name: string
  /** Physical line on which it begins, from 1. */
  readonly line: number
  readonly currency: string | undefined
  text: string
  readonly children: Element[]
}

/** The first element at a path below another, or undefined. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let found = element
  for (const name of path) found = found?.children.find((child) => child.name === name)
  return found
}

/** The text at a path, trimmed, white space as single spaces; empty where there is nothing. */
export function textAt(element: Element | undefined, ...path: readonly string[]): string {
  return (at(element, ...path)?.text ?? '').replace(/\s+/g, ' ').trim()
}

/** All children of a name. */
export function all(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

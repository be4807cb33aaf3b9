// SPDX-License-Identifier: Apache-2.0

/** A kind of difference between variants, with the values it takes: size 4, 5. */
type Option = { readonly name: string; readonly values: readonly string[] }

/** Every combination of the options' values, the last option changing first. A value that is written twice counts once. */
export function combinations(options: readonly Option[]): Record<string, string>[] {
  return options.reduce<Record<string, string>[]>(
    (sofar, { name, values }) =>
      sofar.flatMap((one) =>
        [...new Set(values.map((value) => value.trim()))].map((value) => ({ ...one, [name]: value })),
      ),
    [{}],
  )
}

/** The name of a variant: `Football, 5, red`. */
export function variantName(name: string, options: Readonly<Record<string, string>>): string {
  return [name, ...Object.values(options)].join(', ').slice(0, 300)
}

/** The code of a variant: the item's, and the values without spaces: `FB-1-5-RED`. */
export function variantCode(code: string, options: Readonly<Record<string, string>>): string {
  const parts = Object.values(options).map((value) => value.replace(/\s+/g, '').toUpperCase())
  return [code, ...parts].join('-').slice(0, 120)
}

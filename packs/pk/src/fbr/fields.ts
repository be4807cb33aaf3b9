// SPDX-License-Identifier: Apache-2.0

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text with something in it. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

/** A number from nought as whole units of its last place; undefined for anything else, or for more places or digits. */
export function scaled(value: unknown, places: number): bigint | undefined {
  if (typeof value !== 'number' || !(value >= 0)) return undefined
  const parts = /^(\d{1,15})(?:\.(\d+))?$/.exec(String(value))
  const rest = parts?.[2] ?? ''
  if (!parts || rest.length > places || (parts[1]?.length ?? 0) + rest.length > 15) return undefined
  return BigInt((parts[1] ?? '0') + rest.padEnd(places, '0'))
}

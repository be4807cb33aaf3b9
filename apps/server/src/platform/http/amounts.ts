// SPDX-License-Identifier: Apache-2.0

/** An engine's minor units as the API answers them: whole, and text, for they may be longer than a float is exact. */
export function toMoneyReply(minor: number, currency: string): { minor: string; currency: string } {
  return { minor: String(Math.round(minor)), currency }
}

/** An engine's pieces as whole thousandths. */
export function toMilli(pieces: number): number {
  return Math.round(pieces * 1000)
}

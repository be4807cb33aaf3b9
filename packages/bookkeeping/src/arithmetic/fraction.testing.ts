// SPDX-License-Identifier: Apache-2.0

/** An exact fraction, for the slow twins. The divisor is positive. */
export type Fraction = { readonly over: bigint; readonly under: bigint }

export const fraction = (over: bigint, under: bigint): Fraction => ({ over, under })
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under)
export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under)

/** To a whole number, halves away from zero. */
export function roundHalfAway({ over, under }: Fraction): bigint {
  const size = over < 0n ? -over : over
  const whole = size / under
  const up = (size - whole * under) * 2n >= under ? 1n : 0n
  return over < 0n ? -(whole + up) : whole + up
}

// SPDX-License-Identifier: Apache-2.0
import type { Random } from '@resham/base'

/**
 * A whole number from the Poisson distribution.
 *
 * @param mean At least 0; meant for means below about 30.
 * @source Knuth, The Art of Computer Programming, volume 2, section 3.4.1, algorithm of products.
 */
export function poisson(random: Random, mean: number): number {
  if (mean <= 0) return 0
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.next(); product > limit; product *= random.next()) count += 1
  return count
}

/** One of a list, each as likely. The list is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.integer(list.length)] as T
}

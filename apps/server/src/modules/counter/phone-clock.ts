// SPDX-License-Identifier: Apache-2.0

/** A phone's clock that is off by more than this is told. */
const mostOffMs = 5 * 60_000

/** When a sale was made by our clock, and whether the phone's was wrong. */
export type SoldAt = { readonly soldAt: Date; readonly isWrong: boolean }

/**
 * Puts a phone's time right: by how much its clock is off at the moment of sending.
 *
 * @param sentAt The phone's clock when it sent. A sale is never later than now; one before the phone was set right, whose
 *               time lies after its own sending, counts as just sold.
 */
export function soldAtByOurClock(phoneSoldAt: Date, sentAt: Date, now: Date): SoldAt {
  const off = now.getTime() - sentAt.getTime()
  const isWrong = Math.abs(off) > mostOffMs
  const put = isWrong ? phoneSoldAt.getTime() + off : phoneSoldAt.getTime()
  return { soldAt: new Date(Math.min(put, now.getTime())), isWrong: isWrong || put > now.getTime() + mostOffMs }
}

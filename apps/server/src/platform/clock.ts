// SPDX-License-Identifier: Apache-2.0

/** Tells the time. The real one is built once, in `main`; tests hand in their own. */
export type Clock = () => Date

/** The machine's own clock. */
export const machineClock: Clock = () => new Date()

// SPDX-License-Identifier: Apache-2.0

/** Travels with every result. A changed number is a new minor version until 1.0, and a major one after. */
export const VERSION = '0.3.0'

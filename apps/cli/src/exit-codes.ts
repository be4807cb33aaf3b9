// SPDX-License-Identifier: Apache-2.0

/** What the program's exit code says; `resham --help` lists them. */
export const exitCodes = {
  done: 0,
  /** The command line itself was wrong. */
  usage: 1,
  /** A file or a line could not be used. */
  badInput: 2,
  /** The platform refused, or could not be reached. */
  platform: 3,
  /** A fault of resham's own. */
  unexpected: 70,
} as const

/** One of them. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

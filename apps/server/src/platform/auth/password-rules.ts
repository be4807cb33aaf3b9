// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { passwordLength } from '@resham/contract'

/** What passwords are made of too often: words, keyboard rows, runs. Lower case. */
const commonPieces = [
  'passwords',
  'password',
  'passw0rd',
  'pass',
  'welcome',
  'letmein',
  'iloveyou',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwerty',
  'asdf',
  'zxcv',
  'admin',
  'administrator',
  'monkey',
  'dragon',
  'football',
  'cricket',
  'princess',
  'sunshine',
  'superman',
  'master',
  'shadow',
  'secret',
  'login',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefgh',
  'abcd',
  'abc',
  'bismillah',
  'allah',
  'khan',
  'resham',
  'test',
  'user',
  'love',
  'my',
  'the',
]

/**
 * Refuses passwords that are easily guessed; asks for no mixture of signs.
 *
 * @param aboutPerson Name and address of the person: a password must not be made of them.
 * @throws account.password-too-short, -too-long, -common, -contains-name
 * @source NIST SP 800-63B-4 (2025), section 3.1.1.2: length, blocklist with context-specific words, no composition rules.
 */
export function checkPassword(password: string, aboutPerson: readonly string[]): void {
  const plain = password.normalize('NFKC')
  const length = [...plain].length
  if (length < passwordLength.least) throw new AppError('account.password-too-short', { least: passwordLength.least })
  if (length > passwordLength.most) throw new AppError('account.password-too-long', { most: passwordLength.most })
  const lower = plain.toLowerCase()
  if (isRepetition(lower) || isMadeOf(lower, commonPieces)) throw new AppError('account.password-common')
  const pieces = aboutPerson
    .flatMap((text) => text.toLowerCase().split(/[\s@.+_-]+/))
    .filter((piece) => piece.length >= 3)
  if (isMadeOf(lower, [...pieces, ...commonPieces])) throw new AppError('account.password-contains-name')
}

/** True when the text is one short piece again and again. */
function isRepetition(text: string): boolean {
  return /^(.{1,5})\1+.{0,4}$/su.test(text)
}

/** True when nothing of weight is left once the pieces, figures and signs are taken out. */
function isMadeOf(text: string, pieces: readonly string[]): boolean {
  const longestFirst = [...pieces].sort((a, b) => b.length - a.length)
  let left = text
  for (const piece of longestFirst) left = left.replaceAll(piece, '')
  return left.replace(/[\p{N}\p{P}\p{S}\s]/gu, '').length < 4
}

// SPDX-License-Identifier: Apache-2.0
import { oneScript } from '../fold/letters.ts'

/** A word, a number or a sign of what was written, in its place. */
export type Token = {
  readonly kind: 'word' | 'number' | 'sign'
  /** A word as `oneScript` writes it; a number with Western digits and no grouping; a sign as it is. */
  readonly plain: string
  /** As it was written. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Of a number: its value. */
  readonly value: number
  /** Letters and digits touch: `950g`, `FB5`. */
  readonly joined: boolean
}

// Joiners inside a word (zero-width non-joiner) and marks belong to it; a grouped number is one number.
const latin = '[A-Za-z][A-Za-z\\u0300-\\u036f]*'
const urdu = '[\\u0621-\\u065f\\u066e-\\u06d3\\u06d5-\\u06ef\\u06fa-\\u06ff\\u200c]+'
const digit = '[0-9۰-۹٠-٩]'
const number = `${digit}{1,3}(?:[,٬]${digit}{2,3})*[,٬]${digit}{3}(?!${digit})(?:[.٫]${digit}+)?|${digit}+(?:[.٫]${digit}+)?|[½¼¾]`
const shape = new RegExp(`(${number})|(${latin}|${urdu}|[^\\P{L}A-Za-z\\u0600-\\u06ff]+)|([^\\s])|(\\t|\\s{2,})`, 'gu')
const vulgar: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

/** The tokens of one line. A wide gap is the sign `\t`: columns stand so apart. */
export function tokensOf(line: string): Token[] {
  const found: Token[] = []
  let last = -1
  for (const match of line.matchAll(shape)) {
    const [text, digits, word, , gap] = match
    const start = match.index
    const joined = start === last && found.length > 0 && found[found.length - 1]?.kind !== 'sign'
    last = start + text.length
    const place = { text, start, end: last, joined }
    if (digits !== undefined) found.push(numberToken(digits, place))
    else if (word !== undefined) found.push({ ...place, kind: 'word', plain: oneScript(word), value: Number.NaN })
    else found.push({ ...place, kind: 'sign', plain: gap === undefined ? signOf(text) : '\t', value: Number.NaN })
  }
  return joinHalves(found)
}

type Place = Pick<Token, 'text' | 'start' | 'end' | 'joined'>

function numberToken(digits: string, place: Place): Token {
  const plain = oneScript(digits).replace(/[,٬]/g, '').replace('٫', '.')
  return { ...place, kind: 'number', plain, value: vulgar[digits] ?? Number(plain) }
}

const signs: Readonly<Record<string, string>> = {
  '،': ',',
  '؛': ';',
  '۔': '.',
  '×': 'x',
  '*': 'x',
  '–': '-',
  '—': '-',
  '”': '"',
  '″': '"',
  '•': '-',
}
const signOf = (text: string) => signs[text] ?? text

/** `1/2` and `2 1/2`, `2½` are one number; `12/12/2026` is not. */
function joinHalves(tokens: readonly Token[]): Token[] {
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [a, slash, b, after] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]]
    const isHalf =
      a?.kind === 'number' &&
      slash?.plain === '/' &&
      b?.kind === 'number' &&
      after?.plain !== '/' &&
      /^(1\/[234]|3\/4)$/.test(`${a.plain}/${b.plain}`)
    const before = out[out.length - 1]
    if (isHalf && before?.plain !== '/') {
      out.push({
        ...a,
        text: `${a.text}/${b.text}`,
        end: b.end,
        value: a.value / b.value,
        plain: String(a.value / b.value),
      })
      i += 2
    } else if (a) out.push(a)
  }
  return out
}

// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { nearest } from './nearest.ts'

/** How a command may be called: its options, and how many names of files follow it. */
export type Grammar = {
  /** Options that take a value, such as `--horizon 6`, and switches that take none, such as `--json`. */
  readonly options: Readonly<Record<string, 'value' | 'switch'>>
  readonly operands: { readonly least: number; readonly most: number; readonly name: string }
}

/** A command line, taken apart. */
export type Arguments = {
  readonly operands: readonly string[]
  readonly switches: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

/** Switches that every command knows. */
const everywhere: Grammar['options'] = { help: 'switch', lang: 'value' }

/**
 * Takes a command line apart. `--name value` and `--name=value` are the same; after `--` all is a name.
 *
 * @throws cli.option-unknown with the nearest known one, cli.option-value-missing, cli.option-takes-no-value,
 *         cli.option-twice, cli.operand-missing, cli.operand-too-many
 */
export function parseArguments(words: readonly string[], grammar: Grammar): Arguments {
  const known = { ...everywhere, ...grammar.options }
  const operands: string[] = []
  const switches = new Set<string>()
  const values = new Map<string, string>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (word === '--') {
      operands.push(...words.slice(i + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word)
      continue
    }
    const { name, value } = split(word)
    const takes = known[name]
    if (takes === undefined) throw unknownOption(word, Object.keys(known))
    if (switches.has(name) || values.has(name)) throw new AppError('cli.option-twice', { option: `--${name}` })
    if (takes === 'switch') {
      if (value !== undefined) throw new AppError('cli.option-takes-no-value', { option: `--${name}` })
      switches.add(name)
      continue
    }
    const given = value ?? words[++i]
    if (given === undefined || (value === undefined && given.startsWith('--'))) {
      throw new AppError('cli.option-value-missing', { option: `--${name}` })
    }
    values.set(name, given)
  }
  if (!switches.has('help')) checkOperands(operands, grammar.operands)
  return { operands, switches, values }
}

function split(word: string): { name: string; value: string | undefined } {
  if (word === '-h') return { name: 'help', value: undefined }
  const at = word.indexOf('=')
  if (!word.startsWith('--')) return { name: word, value: undefined }
  return at < 0 ? { name: word.slice(2), value: undefined } : { name: word.slice(2, at), value: word.slice(at + 1) }
}

function unknownOption(word: string, known: readonly string[]): AppError {
  const option = word.split('=', 1)[0] ?? word
  const meant = nearest(option.replace(/^-+/, ''), known)
  return new AppError('cli.option-unknown', { option, meant: meant === undefined ? '' : `--${meant}` })
}

function checkOperands(operands: readonly string[], { least, most, name }: Grammar['operands']): void {
  if (operands.length < least) throw new AppError('cli.operand-missing', { name })
  const extra = operands[most]
  if (extra !== undefined) throw new AppError('cli.operand-too-many', { name: extra })
}

/** The values of a command line, each read as what it must be. */
export const read = {
  /** @throws cli.option-not-whole */
  whole(given: Arguments, name: string, from: number, to: number): number | undefined {
    const text = given.values.get(name)
    if (text === undefined) return undefined
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < from || value > to) {
      throw new AppError('cli.option-not-whole', { option: `--${name}`, value: text, from, to })
    }
    return value
  },

  /** @throws cli.option-not-one-of */
  oneOf<const T extends string>(given: Arguments, name: string, choices: readonly T[]): T | undefined {
    const text = given.values.get(name)
    if (text === undefined) return undefined
    const choice = choices.find((one) => one === text)
    if (choice === undefined) {
      throw new AppError('cli.option-not-one-of', { option: `--${name}`, value: text, choices: choices.join(', ') })
    }
    return choice
  },

  /** @throws cli.option-not-percents */
  percents(given: Arguments, name: string): readonly number[] | undefined {
    const text = given.values.get(name)
    if (text === undefined) return undefined
    const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
    if (!values.every((value) => value > 0 && value < 100) || new Set(values).size < values.length) {
      throw new AppError('cli.option-not-percents', { option: `--${name}`, value: text })
    }
    return values.toSorted((a, b) => a - b)
  },
}

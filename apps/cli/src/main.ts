// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { isAppError } from '@resham/base'
import type { Command, Surroundings } from './command.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { complaint } from './terminal/complaint.ts'
import { nearest } from './terminal/nearest.ts'
import { parseArguments, read } from './terminal/options.ts'
import { type Language, languageOfLocale, languages, speaker } from './terminal/words.ts'

/** Each is loaded when it is called, so that a small one starts at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  plan: async () => (await import('./plan/plan.command.ts')).planCommand,
  forecast: async () => (await import('./forecast/forecast.command.ts')).forecastCommand,
  trend: async () => (await import('./trend/trend.command.ts')).trendCommand,
  import: async () => (await import('./import/import.command.ts')).importCommand,
}

// A reader that has seen enough (`| head`) closes the pipe: that is its right, not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done)
  throw error
})

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<ExitCode> {
  const language = languageAsked(words)
  const surroundings = surroundingsIn(language)
  const { output, complain } = surroundings
  const [first, ...rest] = words
  if (first === '--version') {
    await output.write(`${await version()}\n`)
    return exitCodes.done
  }
  const isBare = first === undefined
  if (isBare || first === '--help' || first === '-h' || first === 'help') {
    const about = first === 'help' && Object.hasOwn(commands, rest[0] ?? '') ? rest[0] : undefined
    await output.write(await help(about ?? 'resham', language))
    return isBare ? exitCodes.usage : exitCodes.done
  }
  const load = Object.hasOwn(commands, first) ? commands[first] : undefined
  if (load === undefined) {
    const meant = nearest(first, Object.keys(commands)) ?? ''
    complain(first.startsWith('-') ? 'cli.option-unknown' : 'cli.command-unknown', {
      option: first,
      command: first,
      meant,
    })
    return exitCodes.usage
  }
  try {
    const command = await load()
    const given = parseArguments(rest, command.grammar)
    read.oneOf(given, 'lang', languages)
    if (given.switches.has('help')) {
      await output.write(await help(command.name, language))
      return exitCodes.done
    }
    return await command.run(given, surroundings)
  } catch (error) {
    if (!isAppError(error)) {
      complain('cli.unexpected', { why: error instanceof Error ? (error.stack ?? error.message) : String(error) })
      return exitCodes.unexpected
    }
    complain(error.code, error.details)
    return exitCodeOf(error.code)
  }
}

function exitCodeOf(code: string): ExitCode {
  if (/^cli[.](option|operand|command)-/.test(code)) return exitCodes.usage
  if (/^cli[.]platform-/.test(code)) return exitCodes.platform
  return exitCodes.badInput
}

/** `--lang ur`, else RESHAM_LANG, else the locale. A wrong `--lang` is refused when the options are read. */
function languageAsked(words: readonly string[]): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1])
  const { RESHAM_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env
  return languages.find((one) => one === asked) ?? languageOfLocale(RESHAM_LANG || LC_ALL || LC_MESSAGES || LANG)
}

function surroundingsIn(language: Language): Surroundings {
  const speak = speaker(language)
  return {
    input: process.stdin,
    output: {
      isTerminal: process.stdout.isTTY === true,
      columns: process.stdout.columns ?? 80,
      write: async (text) => {
        if (!process.stdout.write(text)) await once(process.stdout, 'drain')
      },
    },
    status: { isTerminal: process.stderr.isTTY === true, write: (text) => process.stderr.write(text) },
    complain: (code, details) => process.stderr.write(`resham: ${complaint(speak, code, details)}\n`),
    speak,
    language,
    environment: process.env,
  }
}

function help(name: string, language: Language): Promise<string> {
  return readFile(new URL(`./i18n/help/${language}/${name}.txt`, import.meta.url), 'utf8')
}

async function version(): Promise<string> {
  return JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')).version
}

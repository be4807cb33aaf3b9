// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ChatPlace } from '#platform/model/chat-endpoint.ts'

/** What the platform is told from outside, read once. */
export type Env = {
  /** Folder for the database, files and secrets of an installation that is given nothing else. */
  readonly home: string
  /** Any PostgreSQL 18, by a login that owns the schema; absent: one of our own. */
  readonly databaseUrl: string | undefined
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** True when the port was named; a taken one is then an error. */
  readonly portNamed: boolean
  /** Address that people open, where it differs from host and port (behind a proxy). */
  readonly origin: string | undefined
  /** Signs cookies. */
  readonly secret: string
  readonly logLevel: string
  /** Off only for measuring. */
  readonly rateLimits: boolean
  /** A file of market sources to load every night; none: nothing is fetched. */
  readonly marketSources: string | undefined
  /** Addresses of tax offices besides their own, such as a simulator's; none named: the simulator's on this machine. */
  readonly fiscalPlaces?: readonly string[]
  /** A language model that may help to read; none named: everything works without. */
  readonly modelPlace?: ChatPlace
}

const defaultPort = 4173

/** Reads the environment. A secret that is not given is made once and kept beside the data. */
export async function readEnv(source: NodeJS.ProcessEnv): Promise<Env> {
  const home = resolve(source.RESHAM_HOME ?? join(import.meta.dirname, '../../../../.resham'))
  await mkdir(home, { recursive: true, mode: 0o711 })
  const port = source.PORT === undefined ? defaultPort : Number(source.PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is no port: ${source.PORT}`)
  return {
    home,
    databaseUrl: source.DATABASE_URL,
    host: source.RESHAM_HOST ?? '127.0.0.1',
    port,
    portNamed: source.PORT !== undefined && port !== 0,
    origin: source.RESHAM_ORIGIN,
    secret: source.RESHAM_SECRET ?? (await keptSecret(join(home, 'secret'))),
    logLevel: source.RESHAM_LOG ?? 'warn',
    rateLimits: source.RESHAM_RATE_LIMITS !== 'off',
    marketSources: source.RESHAM_MARKET_SOURCES,
    ...(source.RESHAM_FISCAL_PLACES === undefined
      ? {}
      : { fiscalPlaces: source.RESHAM_FISCAL_PLACES.split(',').filter((place) => URL.canParse(place)) }),
    ...modelOf(source),
  }
}

/** @throws for an address that is none, or one without a model's name: a fault of the set-up, not of a day's work */
function modelOf(source: NodeJS.ProcessEnv): Pick<Env, 'modelPlace'> {
  const { RESHAM_MODEL_URL: url = '', RESHAM_MODEL_KEY: key, RESHAM_MODEL_NAME: name = '' } = source
  if (url === '') return {}
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Error('RESHAM_MODEL_URL is no address of http or https')
  if (name === '') throw new Error('RESHAM_MODEL_NAME is missing: which model does RESHAM_MODEL_URL answer with?')
  return { modelPlace: { url, key: key || undefined, name } }
}

async function keptSecret(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known.length >= 32) return known
  const made = randomBytes(36).toString('base64url')
  await writeFile(file, made, { mode: 0o600 })
  return made
}

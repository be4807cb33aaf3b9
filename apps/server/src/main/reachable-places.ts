// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Where things go that the server's own user must reach, when the installation lies in a folder closed to it. */
const systemPlace = '/var/lib/resham'

/** The programs of PostgreSQL. */
export type Programs = { readonly initdb: string; readonly postgres: string }

/**
 * A folder for the server's data that its own user can reach: the home itself, or, when root keeps the home in a
 * closed folder such as its own, one of the system's that belongs to this home alone.
 */
export async function reachableHome(home: string, asNobody: boolean): Promise<string> {
  if (!asNobody || (await isOpenTo(dirname(home)))) return home
  const place = join(systemPlace, createHash('sha256').update(home).digest('hex').slice(0, 16))
  await mkdir(place, { recursive: true, mode: 0o711 })
  return place
}

/** The programs where the server's own user can run them: as they are, or a copy in the system's place. */
export async function reachablePrograms(programs: Programs, asNobody: boolean): Promise<Programs> {
  if (!asNobody || (await isOpenTo(dirname(programs.postgres)))) return programs
  const native = dirname(dirname(programs.postgres))
  const { size, mtimeMs } = await stat(programs.postgres)
  const copy = join(
    systemPlace,
    `postgresql-${createHash('sha256').update(`${size} ${mtimeMs}`).digest('hex').slice(0, 12)}`,
  )
  const copied = {
    initdb: join(copy, 'bin', basename(programs.initdb)),
    postgres: join(copy, 'bin', basename(programs.postgres)),
  }
  if (await stat(copied.postgres).catch(() => undefined)) return copied
  // Made beside its place and moved there whole, so that a copy cut short is never run.
  const making = `${copy}.${process.pid}`
  await mkdir(systemPlace, { recursive: true, mode: 0o711 })
  await cp(native, making, { recursive: true, verbatimSymlinks: true })
  await rename(making, copy).catch(() => rm(making, { recursive: true, force: true }))
  return copied
}

/** Whether every folder on the way, this one too, lets others pass. */
async function isOpenTo(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined)
    if (found && (found.mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

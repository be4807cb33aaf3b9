// SPDX-License-Identifier: Apache-2.0
import pg from 'pg'
import { openDatabase } from '#platform/db/pool.ts'
import { withPlatform, withTenant } from '#platform/db/tenancy.ts'
import { repositories, type SampledFunction } from './repositories.ts'
import { aWorld, type World } from './world.ts'

export type Statement = { readonly text: string; readonly parameters: readonly unknown[] }

/** A function of a repository with the statements that its samples made. */
export type Recorded = { readonly sampled: SampledFunction; readonly statements: readonly Statement[] }

/** Runs functions of repositories on a database and listens to what they say to it. */
export async function openRecorder(ownerUrl: string) {
  let heard: Statement[] = []
  const db = openDatabase(ownerUrl, {
    connections: 2,
    onStatement: (text, parameters) => heard.push({ text, parameters }),
  })

  /** Runs every sample of one function as the owner of `world`. */
  async function run(sampled: SampledFunction, world: World): Promise<{ answers: unknown[]; statements: Statement[] }> {
    heard = []
    const answers: unknown[] = []
    for (const args of sampled.calls(world)) {
      const call = (tx: unknown) => sampled.run(tx as never, args)
      const answer =
        sampled.scope === 'tenant' ? withTenant(db, world.tenantId, call) : withPlatform(db, (tx) => call(tx))
      answers.push(await answer)
    }
    return { answers, statements: heard.filter(({ text }) => !/^(set local|begin|commit|rollback)/.test(text)) }
  }

  return { db, run, close: () => db.destroy() }
}

/** Gives a business of samples all that its samples write, in the person's own name. */
export async function fillWorld(ownerUrl: string, world: World): Promise<readonly Recorded[]> {
  await addPerson(ownerUrl, world)
  const recorder = await openRecorder(ownerUrl)
  try {
    const recorded: Recorded[] = []
    // What takes away comes last, so that nothing misses what it refers to.
    for (const sampled of repositories.filter((one) => !takesAway(one))) {
      recorded.push({ sampled, statements: (await recorder.run(sampled, world)).statements })
    }
    return recorded
  } finally {
    await recorder.close()
  }
}

/** The statements of every function, by its samples, in the order of the list of repositories. */
export async function recordAll(ownerUrl: string): Promise<readonly Recorded[]> {
  const world = aWorld('Recorder')
  const filled = await fillWorld(ownerUrl, world)
  const recorder = await openRecorder(ownerUrl)
  try {
    const taking: Recorded[] = []
    for (const sampled of repositories.filter(takesAway)) {
      taking.push({ sampled, statements: (await recorder.run(sampled, world)).statements })
    }
    const all = [...filled, ...taking]
    return repositories.flatMap((sampled) => all.filter((one) => one.sampled === sampled))
  } finally {
    await recorder.close()
  }
}

function takesAway(sampled: SampledFunction): boolean {
  return /^(delete|remove|clear)/.test(sampled.name)
}

async function addPerson(ownerUrl: string, world: World): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const values = [world.userId, world.word('name'), world.word('address')]
    await client.query('insert into "user" (id, name, email) values ($1, $2, $3)', values)
  } finally {
    await client.end()
  }
}

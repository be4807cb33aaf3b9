// SPDX-License-Identifier: Apache-2.0
// `npm run bench:papers`: an invoice of three lines as PDF over HTTP, one after the other, in English and in Urdu, with
// the compiler and its faces warm.
import { startPlatform } from './platform.ts'
import { openSession } from './session.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 200)
const warming = 20

const platform = await startPlatform()
try {
  const session = await openSession(platform.url, 'PKR')
  const at = `/api/v1/businesses/${session.slug}`
  const address = { line1: 'Mall Road', city: 'Lahore' }
  const party = await session.json<{ id: string }>('POST', `${at}/parties`, { name: 'Bilal Traders', address })
  const price = { thousandths: '125000000', currency: 'PKR' }
  const lines = ['فٹ بال', 'Hand pump', 'Repair of seams'].map((description) => ({
    description,
    quantityMilli: 12_000,
    price,
  }))
  const body = { kind: 'invoice', partyId: party.id, lines }
  const draft = await session.json<{ id: string; version: number }>('POST', `${at}/documents`, body)
  const act = { action: 'issue', version: draft.version }
  await session.json('POST', `${at}/documents/${draft.id}/actions`, act)
  for (const language of ['en', 'ur']) {
    const url = `${platform.url}/${session.slug}/sell/${draft.id}/paper.pdf?language=${language}`
    const took: number[] = []
    let bytes = 0
    for (let round = -warming; round < rounds; round += 1) {
      const begun = performance.now()
      const answer = await fetch(url, { headers: { cookie: session.cookie } })
      bytes = (await answer.arrayBuffer()).byteLength
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
      if (round >= 0) took.push(performance.now() - begun)
    }
    took.sort((one, other) => one - other)
    const within = (share: number) => (took[Math.ceil(share * took.length) - 1] ?? Number.NaN).toFixed(1)
    console.log(
      `invoice as PDF, ${language}: p50 ${within(0.5)} ms, p95 ${within(0.95)} ms, p99 ${within(0.99)} ms; ${bytes} bytes`,
    )
  }
} finally {
  await platform.stop()
}

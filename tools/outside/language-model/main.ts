// SPDX-License-Identifier: Apache-2.0
// `npm run outside:model [port] [word=CODE ...]`: an invented language model on this machine, to try without a real one.
import { moods, startModel } from './simulator.ts'

const [typedPort = '4181', ...pairs] = process.argv.slice(2)
const port = Number(typedPort)
if (!Number.isInteger(port) || port < 1 || port > 65_535 || pairs.some((pair) => !/^[^=]+=[^=]+$/.test(pair))) {
  console.error('Usage: npm run outside:model [port] [word=CODE ...]')
  process.exit(1)
}
const key = 'try-me-0000'
const meanings = Object.fromEntries(
  pairs.map((pair) =>
    pair
      .toLowerCase()
      .split('=', 1)
      .concat(pair.split('=')[1] ?? ''),
  ),
)
const model = await startModel({ key, meanings, port, slowMs: 60_000 })

console.log(`The invented language model is open. It understands the words that you gave it: ${pairs.join(', ') || 'none'}.

Start Resham with
  RESHAM_MODEL_URL=${model.url} RESHAM_MODEL_KEY=${key} RESHAM_MODEL_NAME=invented npm start

Change how it behaves (${moods.join(', ')}):
  curl -X POST '${model.url.replace('/v1', '')}/mood?mood=slow'

Ctrl-C closes it.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void model.close().then(() => process.exit(0))
  })
}

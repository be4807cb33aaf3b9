// SPDX-License-Identifier: Apache-2.0
// `npm run outside:fbr [port]`: an invented tax office on this machine, to try invoices without a token of the real one.
import { moods, startOffice } from './simulator.ts'

const port = Number(process.argv[2] ?? 4180)
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error('Usage: npm run outside:fbr [port]')
  process.exit(1)
}
const token = 'try-me-0000'
const office = await startOffice({ token, port, slowMs: 60_000 })

console.log(`The invented tax office (FBR digital invoicing v1.12) is open.

  address   ${office.url}
  token     ${token}

In Resham: More, Tax office. Choose "trial", type this address and token, and send an invoice.
Look up what was taken in, and change how the office behaves (${moods.join(', ')}), at ${office.url}/
By hand:
  curl -H 'Authorization: Bearer ${token}' ${office.url}/pdi/v1/provinces
  curl -H 'Authorization: Bearer ${token}' -d @invoice.json ${office.url}/di_data/v1/di/validateinvoicedata_sb

Ctrl-C closes it; what it took in is then gone.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void office.close().then(() => process.exit(0))
  })
}

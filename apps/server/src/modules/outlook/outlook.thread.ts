// SPDX-License-Identifier: Apache-2.0
import { parentPort } from 'node:worker_threads'
import { type ItemSeries, outlookOfItem, type Settings } from '@resham/planning'

// One thread of `outlooksOf`: answers each message of items with their outlooks.
parentPort?.on('message', ({ items, settings }: { items: readonly ItemSeries[]; settings: Settings }) => {
  parentPort?.postMessage(items.map((item) => outlookOfItem(item, settings)))
})

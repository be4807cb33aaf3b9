// SPDX-License-Identifier: Apache-2.0
import { parentPort } from 'node:worker_threads'
import { outlookOfItem } from '@resham/planning'
import type { OutlookReply, OutlookRequest } from './item-outlooks.ts'

parentPort?.on('message', ({ items, settings }: OutlookRequest) => {
  const reply: OutlookReply = items.map((item) => outlookOfItem(item, settings))
  parentPort?.postMessage(reply)
})

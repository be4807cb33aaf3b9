// SPDX-License-Identifier: Apache-2.0
import { parentPort } from 'node:worker_threads'
import { answerMessage, type WorkMessage } from '../src/index.ts'

parentPort?.on('message', (message: WorkMessage) => parentPort?.postMessage(answerMessage(message)))

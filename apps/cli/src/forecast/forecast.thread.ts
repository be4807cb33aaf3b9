// SPDX-License-Identifier: Apache-2.0
import { parentPort, workerData } from 'node:worker_threads'
import { answerLine, type LineDefaults } from './answer-line.ts'
import type { NumberedLine } from './lines.ts'

const defaults = workerData as LineDefaults

parentPort?.on('message', (lines: readonly NumberedLine[]) => {
  parentPort?.postMessage(lines.map(({ text, line }) => answerLine(text, line, defaults)))
})

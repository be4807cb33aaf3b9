// SPDX-License-Identifier: Apache-2.0
export { openSampleShop, sweepSamples } from './sample.service.ts'
export { sampleWorkers } from './sample.worker.ts'

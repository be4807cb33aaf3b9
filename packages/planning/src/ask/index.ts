// SPDX-License-Identifier: Apache-2.0
export { type Lexicon, makeLexicon } from './lexicon.ts'
export { parseQuestion } from './parse.ts'
export { daysOf } from './time.ts'
export type { AskedTime, Named, Question, SeriesAsk, Vocabulary } from './types.ts'

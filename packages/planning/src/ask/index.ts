// SPDX-License-Identifier: Apache-2.0
export { answerSeries } from './answer.ts'
export { foldName, type Lexicon, makeLexicon } from './lexicon.ts'
export { parseQuestion } from './parse.ts'
export { kindsOf, searchWordsOf } from './searching.ts'
export { daysOf } from './time.ts'
export {
  type AskedTime,
  type AskSentence,
  askCodes,
  type Named,
  type Question,
  type SeriesAsk,
  type Vocabulary,
} from './types.ts'

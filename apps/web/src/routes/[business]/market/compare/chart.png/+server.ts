// SPDX-License-Identifier: Apache-2.0
import { answerPicture, comparisonSvg } from '#lib/features/market/picture.ts'
import { pngOf } from '#lib/features/market/png.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerPicture(event, { name: 'comparison.png', type: 'image/png' }, async () => pngOf(await comparisonSvg(event)))

// SPDX-License-Identifier: Apache-2.0
import { answerPicture, comparisonSvg } from '#lib/features/market/picture.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerPicture(event, { name: 'comparison.svg', type: 'image/svg+xml' }, () => comparisonSvg(event))

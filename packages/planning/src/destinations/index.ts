// SPDX-License-Identifier: Apache-2.0
export { defaultWeights, rankDestinations } from './rank.ts'
export {
  type Destination,
  type DestinationPart,
  type DestinationRanking,
  type DestinationWeights,
  destinationParts,
  type FlowYear,
  type PartScore,
  type RankedDestination,
} from './types.ts'

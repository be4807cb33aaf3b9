// SPDX-License-Identifier: Apache-2.0
export {
  findParty,
  findStandingParty,
  holdParties,
  insertParty,
  listPartiesById,
  listPartyMarks,
  listPartyNames,
  mergeParty,
  unmergeParty,
  upsertCustomers,
} from './parties.repository.ts'
export { partyRoutes } from './parties.routes.ts'
export type { CustomerSeen, PartyRecord } from './parties.types.ts'

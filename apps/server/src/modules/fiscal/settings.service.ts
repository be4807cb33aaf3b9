// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { fiscalEndpoints as at, ReplyOf, RequestOf } from '@resham/contract'
import type { FiscalService } from '@resham/pack-kit'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/seal.ts'
import * as kept from './fiscal.repository.ts'
import type { FiscalParts, FiscalUse, SettingsRecord } from './fiscal.types.ts'

/** The country's service, how it is set up, and how many papers are in which state. */
export async function readFiscal(ctx: BusinessContext, parts: FiscalParts): Promise<ReplyOf<typeof at.read>> {
  const service = parts.findService(ctx.business.pack)
  const { settings, counts } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
    settings: await settingsOf(tx, service),
    counts: await kept.countByState(tx),
  }))
  return { service: service ? toServiceReply(service, parts) : null, settings: toReply(settings), counts }
}

/** How it is set up; where nobody has said: off. */
export async function settingsOf(tx: TenantTx, service: FiscalService | undefined): Promise<SettingsRecord> {
  const place = service?.addresses.trial ?? '-'
  const nothing = { use: 'off' as const, place, tokenSealed: null, scenario: null, version: 0 }
  return (await kept.findSettings(tx)) ?? nothing
}

/** Sets it up. @throws fiscal.no-service, fiscal.place-unknown, fiscal.scenario-unknown, platform.changed-meanwhile */
export async function changeFiscal(ctx: BusinessContext, { body }: RequestOf<typeof at.change>, parts: FiscalParts) {
  const service = parts.findService(ctx.business.pack)
  if (!service) throw new AppError('fiscal.no-service')
  const { token, ...settings } = body
  if (!placesOf(service, parts).includes(body.place)) throw new AppError('fiscal.place-unknown')
  if (body.scenario !== null && !service.scenarios.some(({ id }) => id === body.scenario)) {
    throw new AppError('fiscal.scenario-unknown', { scenario: body.scenario })
  }
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const before = await settingsOf(tx, service)
    const sealed = token == null || token.trim() === '' ? null : seal(parts.secret, tokenOf(tx), token.trim())
    const tokenSealed = token === undefined ? before.tokenSealed : sealed
    if (!(await kept.saveSettings(tx, { ...settings, tokenSealed }))) {
      throw new AppError('platform.changed-meanwhile', { seen: body.version, now: before.version })
    }
    await recordAudit(tx, ctx, 'fiscal.set-up', { kind: 'fiscal', id: service.id }, { use: body.use })
    return toReply(await settingsOf(tx, service))
  })
}

/** What is needed to send: never written anywhere but into the request. @throws fiscal.off, fiscal.no-token */
export function openSettings(
  tx: TenantTx,
  settings: SettingsRecord,
  secret: string,
): { use: Exclude<FiscalUse, 'off'>; token: string } {
  if (settings.use === 'off') throw new AppError('fiscal.off')
  const token = settings.tokenSealed === null ? undefined : unseal(secret, tokenOf(tx), settings.tokenSealed)
  if (token === undefined) throw new AppError('fiscal.no-token')
  return { use: settings.use, token }
}

const tokenOf = (tx: TenantTx): string => `fiscal-token ${tx.tenantId}`

function placesOf({ addresses }: FiscalService, { places }: FiscalParts): string[] {
  return [...new Set([addresses.real, addresses.trial, ...places])]
}

function toReply({ tokenSealed, ...settings }: SettingsRecord) {
  return { ...settings, hasToken: tokenSealed !== null }
}

function toServiceReply(service: FiscalService, parts: FiscalParts) {
  return {
    id: service.id,
    names: { ...service.names },
    cancelHours: service.cancelHours,
    facts: service.facts.map(({ of, id, names, tells, required, choices }) => ({
      of,
      id,
      required,
      names: { ...names },
      tells: { ...tells },
      choices: choices === null ? null : choices.map((choice) => ({ id: choice.id, names: { ...choice.names } })),
    })),
    scenarios: service.scenarios.map(({ id, names }) => ({ id, names: { ...names } })),
    places: placesOf(service, parts),
  }
}

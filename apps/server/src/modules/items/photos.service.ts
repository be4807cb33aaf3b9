// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream'
import { AppError } from '@resham/base'
import { type photoEndpoints as at, type PhotoOfItem, photosAtMost, type RequestOf } from '@resham/contract'
import type { Static } from 'typebox'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { collectBytes } from '#platform/files/collect-bytes.ts'
import type { FileStore, OwnFiles } from '#platform/files/files.ts'
import type { BusinessContext, FileReply } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { listItemsById } from './items.repository.ts'
import { type PhotoFile, photoFiles, photoSizes } from './photo-sizes.ts'
import * as kept from './photos.repository.ts'

/** A photograph as a phone hands it in. */
const largestPhoto = 25 * 1024 ** 2

/** The photographs of an item. @throws platform.not-found */
export async function readPhotos(ctx: BusinessContext, { params }: RequestOf<typeof at.list>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await mustExist(tx, params.item)
    return { photos: (await kept.listPhotos(tx, params.item)).map(toReply) }
  })
}

/**
 * Takes a photograph in, small and plain.
 *
 * @throws platform.not-found, platform.too-large, items.photo-unreadable, items.photo-too-large, items.too-many-photos
 */
export async function addPhoto(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.add>,
  store: FileStore,
): Promise<Static<typeof PhotoOfItem>> {
  const bytes = await collectBytes(body as AsyncIterable<Uint8Array>, largestPhoto)
  const { tenantId } = ctx.business
  await withTenant(ctx.db, tenantId, (tx) => mustHaveRoom(tx, params.item))
  const photo = await photoSizes(bytes)
  const files = await putAll(store.of(tenantId), photo.files)
  return withTenant(ctx.db, tenantId, async (tx) => {
    await mustHaveRoom(tx, params.item)
    const record = { id: newId(ctx.now), width: photo.width, height: photo.height, files, says: null }
    await kept.addPhoto(tx, params.item, record, ctx.now)
    await recordAudit(tx, ctx, 'photo.added', { kind: 'item', id: params.item }, { bytes: bytes.length })
    return toReply(record)
  })
}

/** Says what a photograph shows, or puts it first. @throws platform.not-found */
export async function changePhoto(ctx: BusinessContext, { params, body }: RequestOf<typeof at.change>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await getPhoto(tx, params)
    if (body.says !== undefined) await kept.describePhoto(tx, params.item, params.photo, body.says)
    if (body.first) await kept.putPhotoFirst(tx, params.item, params.photo)
    await recordAudit(tx, ctx, 'photo.changed', { kind: 'item', id: params.item })
    return toReply(await getPhoto(tx, params))
  })
}

/** Takes a photograph away, with the files that no other photograph has. @throws platform.not-found */
export async function removePhoto(ctx: BusinessContext, { params }: RequestOf<typeof at.remove>, store: FileStore) {
  const { tenantId } = ctx.business
  const unneeded = await withTenant(ctx.db, tenantId, async (tx) => {
    const hashes = Object.values((await getPhoto(tx, params)).files)
    await kept.removePhoto(tx, params.item, params.photo)
    await recordAudit(tx, ctx, 'photo.removed', { kind: 'item', id: params.item })
    const used = await kept.listUsedFiles(tx, hashes)
    return hashes.filter((hash) => !used.includes(hash))
  })
  for (const hash of unneeded) await store.of(tenantId).remove(hash)
  return {}
}

/** A photograph's file. @throws platform.not-found */
export async function openPhoto(
  ctx: BusinessContext,
  { params }: RequestOf<typeof at.file>,
  store: FileStore,
): Promise<FileReply> {
  const { files } = await withTenant(ctx.db, ctx.business.tenantId, (tx) => getPhoto(tx, params))
  const kind = params.file.endsWith('.avif') ? 'image/avif' : 'image/webp'
  const content = Readable.from(store.of(ctx.business.tenantId).open(files[params.file]))
  return { kind: 'file', fileName: `${params.photo}-${params.file}`, contentType: kind, content }
}

async function putAll(
  store: OwnFiles,
  files: Readonly<Record<PhotoFile, Uint8Array>>,
): Promise<Record<PhotoFile, string>> {
  const hashes = {} as Record<PhotoFile, string>
  for (const name of photoFiles) {
    const bytes = files[name]
    hashes[name] = (await store.put(Readable.from([bytes]), bytes.length)).hash
  }
  return hashes
}

async function mustExist(tx: TenantTx, itemId: string): Promise<void> {
  if ((await listItemsById(tx, [itemId])).length === 0) throw new AppError('platform.not-found')
}

async function mustHaveRoom(tx: TenantTx, itemId: string): Promise<void> {
  await mustExist(tx, itemId)
  if ((await kept.listPhotos(tx, itemId)).length >= photosAtMost) {
    throw new AppError('items.too-many-photos', { most: photosAtMost })
  }
}

async function getPhoto(tx: TenantTx, at: { readonly item: string; readonly photo: string }) {
  const photo = await kept.findPhoto(tx, at.item, at.photo)
  if (!photo) throw new AppError('platform.not-found')
  return photo
}

function toReply({ id, width, height, says }: kept.PhotoRecord): Static<typeof PhotoOfItem> {
  return { id, width, height, says }
}

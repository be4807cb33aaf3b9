// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { PhotoFile } from './photo-sizes.ts'

/** A photograph of an item: where each of its files lies in the store. */
export type PhotoRecord = {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly files: Readonly<Record<PhotoFile, string>>
  readonly says: string | null
}

/** The photographs of an item, the one that stands for it first. */
export async function listPhotos(tx: TenantTx, itemId: string): Promise<PhotoRecord[]> {
  const { rows } = await sql<PhotoRecord>`
    select id, width, height, files, says from item_photos
    where tenant_id = ${tx.tenantId} and item_id = ${itemId} order by position, id`.execute(tx)
  return rows
}

/** One photograph, or undefined. */
export async function findPhoto(tx: TenantTx, itemId: string, photoId: string): Promise<PhotoRecord | undefined> {
  const { rows } = await sql<PhotoRecord>`
    select id, width, height, files, says from item_photos
    where tenant_id = ${tx.tenantId} and item_id = ${itemId} and id = ${photoId}`.execute(tx)
  return rows[0]
}

/** Adds a photograph behind those that are there. */
export async function addPhoto(tx: TenantTx, itemId: string, photo: PhotoRecord, now: Date): Promise<void> {
  await sql`
    insert into item_photos (tenant_id, item_id, id, position, width, height, files, says, added_at)
    values (${tx.tenantId}, ${itemId}, ${photo.id},
      (select coalesce(max(position), 0) + 1 from item_photos where tenant_id = ${tx.tenantId} and item_id = ${itemId}),
      ${photo.width}, ${photo.height}, ${JSON.stringify(photo.files)}::jsonb, ${photo.says}, ${now})`.execute(tx)
}

/** Says what is to be seen. */
export async function describePhoto(tx: TenantTx, itemId: string, photoId: string, says: string | null): Promise<void> {
  await sql`
    update item_photos set says = ${says}
    where tenant_id = ${tx.tenantId} and item_id = ${itemId} and id = ${photoId}`.execute(tx)
}

/** Puts a photograph before the others: it then stands for the item. */
export async function putPhotoFirst(tx: TenantTx, itemId: string, photoId: string): Promise<void> {
  await sql`
    update item_photos set position =
      (select min(position) - 1 from item_photos where tenant_id = ${tx.tenantId} and item_id = ${itemId})
    where tenant_id = ${tx.tenantId} and item_id = ${itemId} and id = ${photoId}`.execute(tx)
}

/** Takes a photograph away. */
export async function removePhoto(tx: TenantTx, itemId: string, photoId: string): Promise<void> {
  await sql`
    delete from item_photos where tenant_id = ${tx.tenantId} and item_id = ${itemId} and id = ${photoId}`.execute(tx)
}

/** Of the given files, those that some photograph still has. */
export async function listUsedFiles(tx: TenantTx, hashes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select distinct f.value as hash from item_photos p, jsonb_each_text(p.files) f
    where p.tenant_id = ${tx.tenantId} and f.value = any(${hashes}::text[])`.execute(tx)
  return rows.map(({ hash }) => hash)
}

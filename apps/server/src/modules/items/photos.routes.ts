// SPDX-License-Identifier: Apache-2.0
import { photoEndpoints as at } from '@resham/contract'
import type { FileStore } from '#platform/files/files.ts'
import { implement, type Route } from '#platform/http/route.ts'
import * as photos from './photos.service.ts'

/** Photographs of items. */
export function photoRoutes(files: FileStore): Route[] {
  return [
    implement(at.list, photos.readPhotos),
    implement(at.add, (ctx, input) => photos.addPhoto(ctx, input, files)),
    implement(at.change, photos.changePhoto),
    implement(at.remove, (ctx, input) => photos.removePhoto(ctx, input, files)),
    implement(at.file, (ctx, input, wire) => {
      // A photograph never changes under its name.
      wire.reply.header('cache-control', 'private, max-age=31536000, immutable')
      return photos.openPhoto(ctx, input, files)
    }),
  ]
}

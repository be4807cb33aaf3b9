// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Empty, Id, Line, Maybe, OneOf } from './primitives.ts'

const ofItem = '/api/v1/businesses/:business/items/:item/photos'
const AtItem = Type.Object({ ...businessParam, item: Id })
const AtPhoto = Type.Object({ ...businessParam, item: Id, photo: Id })

/** Photographs that an item may have. */
export const photosAtMost = 12

/** A photograph of an item; its pictures are fetched by name. */
export const PhotoOfItem = Type.Object({
  id: Id,
  /** Of the largest picture, pixels. */
  width: Type.Integer(),
  height: Type.Integer(),
  /** What is to be seen, for who cannot see it. */
  says: Maybe(Type.String()),
})

export const photoEndpoints = {
  list: endpoint({
    id: 'photos.list',
    method: 'GET',
    path: ofItem,
    summary: 'Photographs of an item, the one that stands for it first.',
    access: 'books.read',
    params: AtItem,
    response: Type.Object({ photos: Type.Array(PhotoOfItem) }),
    status: 200,
  }),
  add: endpoint({
    id: 'photos.add',
    method: 'POST',
    path: ofItem,
    summary: 'Add a photograph (JPEG, PNG, WebP, AVIF, GIF; at most 25 MB, 64 million pixels).',
    access: 'books.write',
    params: AtItem,
    body: 'bytes',
    response: PhotoOfItem,
    status: 201,
  }),
  change: endpoint({
    id: 'photos.change',
    method: 'PATCH',
    path: `${ofItem}/:photo`,
    summary: 'Say what a photograph shows, or let it stand for the item.',
    access: 'books.write',
    params: AtPhoto,
    body: Type.Object({ says: Type.Optional(Maybe(Line(200))), first: Type.Optional(Type.Literal(true)) }),
    response: PhotoOfItem,
    status: 200,
    example: { says: 'A white football on grass' },
  }),
  remove: endpoint({
    id: 'photos.remove',
    method: 'DELETE',
    path: `${ofItem}/:photo`,
    summary: 'Take a photograph away.',
    access: 'books.write',
    params: AtPhoto,
    response: Empty,
    status: 200,
  }),
  file: endpoint({
    id: 'photos.file',
    method: 'GET',
    path: `${ofItem}/:photo/:file`,
    summary: 'A picture of a photograph: a square of 160 pixels, a page of 720, the full 1,600.',
    access: 'books.read',
    params: Type.Object({
      ...businessParam,
      item: Id,
      photo: Id,
      file: OneOf(['thumb.webp', 'page.avif', 'page.webp', 'full.webp']),
    }),
    response: 'bytes',
    status: 200,
  }),
} as const

// SPDX-License-Identifier: Apache-2.0
import { pathOf, photoEndpoints } from '@resham/contract'

type Size = 'thumb.webp' | 'page.avif' | 'page.webp' | 'full.webp'

/** Where the browser fetches a picture of a photograph: from the API, with the reader's own cookie. */
export function photoAddress(business: string, item: string, photo: string, file: Size): string {
  return pathOf(photoEndpoints.file, { business, item, photo, file })
}

// SPDX-License-Identifier: Apache-2.0
import { makeWords } from '#lib/i18n/words.ts'
import type { RequestHandler } from './$types'

/** What a phone needs to put Resham on its home screen, in the reader's language. */
export const GET: RequestHandler = ({ locals, url }) => {
  const asked = url.searchParams.get('language') === 'ur' ? 'ur' : 'en'
  const words = makeWords({ ...locals.preference, language: asked })
  const manifest = {
    id: '/',
    name: words.t('app.name'),
    short_name: words.t('app.name'),
    description: words.t('app.thread'),
    lang: words.language,
    dir: words.direction,
    start_url: '/businesses',
    scope: '/',
    display: 'standalone',
    // The paper and the ink of tokens.css: the phone draws them before any page is there.
    background_color: '#faf7f1',
    theme_color: '#faf7f1',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=86400' },
  })
}

// SPDX-License-Identifier: Apache-2.0
import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { enhancement } from './plugin/enhancement.ts'

export default defineConfig({
  plugins: [
    enhancement({ name: 'enhancement', entry: 'src/enhance/main.ts' }),
    enhancement({ name: 'counter', entry: 'src/counter/main.ts' }),
    sveltekit({
      adapter: adapter({ precompress: true }),
      // Nothing inline: no script, no style. A page that needs either is a mistake.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'worker-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      // Registered by the enhancement script, which is already on the page.
      serviceWorker: { register: false },
    }),
  ],
  build: { assetsInlineLimit: 0 },
})

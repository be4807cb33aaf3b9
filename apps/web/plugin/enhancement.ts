// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { build, type Plugin } from 'vite'

/**
 * Bundles a hand-written script of the pages and gives its address as `import { src } from 'virtual:<name>'`.
 *
 * SvelteKit's own client is off (`csr = false`), so nothing else would bundle it. The address
 * carries a hash of the code: it may be cached for ever, and server and browser builds agree on it.
 */
export function enhancement(options: { readonly name: string; readonly entry: string }): Plugin {
  const request = `virtual:${options.name}`
  const resolved = `\0${request}`
  let bundled: Promise<{ readonly code: string; readonly fileName: string }> | undefined
  const bundle = () => {
    bundled ??= bundleOnce(options)
    return bundled
  }
  return {
    name: `resham-${options.name}`,
    resolveId: (id) => (id === request ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined
      this.addWatchFile(options.entry)
      return `export const src = ${JSON.stringify(`/${(await bundle()).fileName}`)}`
    },
    async generateBundle() {
      // With `csr = false` on every page SvelteKit builds no client; what the server build emits is copied to it.
      if (this.environment.name === 'serviceWorker') return
      const { code, fileName } = await bundle()
      this.emitFile({ type: 'asset', fileName, source: code })
    },
    configureServer(server) {
      server.middlewares.use(async (asked, answer, next) => {
        if (!asked.url?.startsWith(`/_app/immutable/assets/${options.name}-`)) return next()
        answer.setHeader('content-type', 'text/javascript')
        answer.end((await bundle()).code)
      })
    },
  }
}

async function bundleOnce({
  name,
  entry,
}: {
  readonly name: string
  readonly entry: string
}): Promise<{ code: string; fileName: string }> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2020',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { codeSplitting: false, entryFileNames: `${name}.js` } },
    },
  })
  const parts = Array.isArray(output) ? output : [output]
  for (const part of parts) {
    if (!('output' in part)) continue
    for (const file of part.output) {
      if (file.type !== 'chunk') continue
      const hash = createHash('sha256').update(file.code).digest('base64url').slice(0, 10)
      return { code: file.code, fileName: `_app/immutable/assets/${name}-${hash}.js` }
    }
  }
  throw new Error(`the enhancement script gave no code: ${entry}`)
}

// SPDX-License-Identifier: Apache-2.0
// `npm start`: set-up when something changed, then the platform. Arguments go to the platform.
import { join } from 'node:path'
import { root, runInPlace } from './child.mjs'
import { setUp } from './set-up.mjs'
import { buildWeb } from './web-build.mjs'

const node = await setUp()
if (node === undefined || !(await buildWeb(node))) process.exit(1)

const platform = join(root, 'apps/server/src/main/start.ts')
process.exitCode = await runInPlace(node, [platform, ...process.argv.slice(2)], {
  env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' },
})

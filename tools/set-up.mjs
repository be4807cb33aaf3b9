// SPDX-License-Identifier: Apache-2.0
import { findNode, nodeTooOld, noNodeFits } from './bundled-node.mjs'
import { say } from './child.mjs'
import { install } from './install.mjs'

/**
 * All that a fresh clone needs before anything can run: a Node that can, and the packages.
 *
 * @returns {Promise<string | undefined>} the Node to run on; undefined when the reason why not has been said
 */
export async function setUp() {
  const tooOld = nodeTooOld()
  if (tooOld !== undefined) {
    say(tooOld)
    return undefined
  }
  if (!(await install())) return undefined
  const node = findNode()
  if (node === undefined) say(noNodeFits())
  return node
}

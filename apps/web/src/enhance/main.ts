// SPDX-License-Identifier: Apache-2.0
// Comfort for pages that already work without it. Each part looks for its own marks in the page
// and does nothing where it finds none.
import { copyAndShare } from './copy.ts'
import { urduFace } from './face.ts'
import { keepForms } from './keep.ts'
import { watchNetwork } from './network.ts'
import { passkeys } from './passkeys.ts'
import { poll } from './poll.ts'
import { print } from './print.ts'
import { reveal } from './reveal.ts'
import { scan } from './scan.ts'
import { search } from './search.ts'
import { upload } from './upload.ts'
import { wide } from './wide.ts'

for (const part of [
  reveal,
  keepForms,
  search,
  scan,
  poll,
  upload,
  copyAndShare,
  print,
  passkeys,
  watchNetwork,
  urduFace,
  wide,
])
  part()

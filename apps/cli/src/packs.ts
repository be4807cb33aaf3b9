// SPDX-License-Identifier: Apache-2.0
import type { Pack } from '@resham/pack-kit'
import { pack as first } from '@resham/pack-pk'
import { pack as invented } from '@resham/pack-zz'

/** The countries that the command line knows; the first holds where none is named. */
export const packs: readonly Pack[] = [first, invented]

// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage } from 'node:http'
import type { accountEndpoints, ReplyOf } from '@resham/contract'
import type { Api, Inject } from '#lib/api.ts'
import type { Preference } from '#lib/i18n/words.ts'

declare global {
  namespace App {
    interface Error {
      readonly code?: string
      readonly details?: Readonly<Record<string, unknown>>
      readonly requestId?: string
    }
    interface Locals {
      api: Api
      account: ReplyOf<typeof accountEndpoints.read> | null
      preference: Preference
    }
    interface Platform {
      readonly req?: IncomingMessage & {
        readonly resham?: { readonly inject: Inject; readonly report?: (error: unknown) => void }
      }
    }
  }
}

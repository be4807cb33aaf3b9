// SPDX-License-Identifier: Apache-2.0
import { bankingEndpoints } from '@resham/contract'
import { payText } from '#lib/features/money/pay-text.ts'
import { drawQr } from '#lib/features/money/qr.ts'
import { minorOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { business } = await parent()
  const at = { business: params.business, account: params.id }
  const { account } = await locals.api.load(bankingEndpoints.account, { params: at })
  const typed = { amount: url.searchParams.get('amount') ?? '', reference: url.searchParams.get('reference') ?? '' }
  const minor = typed.amount === '' ? undefined : minorOf(typed.amount, decimalsOf(account.currency))
  const asked = minor !== undefined && minor !== '0'
  const request = await locals.api.load(bankingEndpoints.askToPay, {
    params: at,
    query: { ...(asked && { amountMinor: minor }), reference: typed.reference.slice(0, 25) },
  })
  return {
    account,
    typed,
    amountWrong: typed.amount !== '' && !asked,
    request,
    texts: { en: payText(request, business.name, 'en'), ur: payText(request, business.name, 'ur') },
    qr: request.codeText === null ? null : drawQr(request.codeText),
  }
}

// SPDX-License-Identifier: Apache-2.0
import { bankingEndpoints, documentEndpoints, paymentEndpoints, roleAllows } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { dayAt } from '#lib/features/deal/today.ts'
import { milliOf, minorOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const at = { business: params.business, document: params.id }
  const { business } = await parent()
  const mayPay = roleAllows(business.role, 'sell.write') && roleAllows(business.role, 'money.read')
  const [paper, accounts] = await Promise.all([
    locals.api.load(documentEndpoints.read, { params: at }),
    mayPay ? locals.api.load(bankingEndpoints.accounts, { params: { business: params.business } }) : { items: [] },
  ])
  return {
    paper,
    accounts: accounts.items.filter((one) => one.currency === paper.total.currency),
    today: dayAt(business.timeZone, new Date()),
    done: url.searchParams.has('done'),
    once: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  act: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const lines = partOf(form)
      const { made } = await locals.api.ask(documentEndpoints.act, {
        params: { business: params.business, document: params.id },
        body: {
          action: textOf(form, 'action'),
          version: Number(textOf(form, 'version')),
          ...(lines.length > 0 ? { lines } : {}),
        },
      })
      // Goods on their way are looked at in the order; a paper that waits to be issued is the next thing to look at.
      const isNext = made && made.state !== 'shipped'
      redirect(303, `/${params.business}/sell/${isNext ? made.id : params.id}?done`)
    })
  },
  bringBack: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const lines = partOf(form).map(({ lineId, quantityMilli }) => ({ fromLineId: lineId, quantityMilli }))
      const made = await locals.api.ask(documentEndpoints.create, {
        params: { business: params.business },
        body: {
          kind: 'return',
          fromId: params.id,
          ...(lines.length > 0 ? { lines } : {}),
          clientId: textOf(form, 'once'),
        },
      })
      redirect(303, `/${params.business}/sell/${made.id}?done`)
    })
  },
  pay: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const currency = textOf(form, 'currency')
      const amount = minorOf(textOf(form, 'amount'), decimalsOf(currency))
      const withheld = textOf(form, 'withheld') === '' ? '0' : minorOf(textOf(form, 'withheld'), decimalsOf(currency))
      if (amount === undefined || withheld === undefined) {
        const fields = [{ path: '/amount', rule: 'invalid' }]
        const problem = { code: 'documents.amount-invalid', details: {}, requestId: '', fields }
        return fail(400, { problem, typed: typedIn(form) })
      }
      const account = textOf(form, 'account')
      const settled = String(BigInt(amount) + BigInt(withheld))
      await locals.api.ask(paymentEndpoints.record, {
        params: { business: params.business },
        body: {
          direction: 'in',
          ...(account === '' ? {} : { moneyAccountId: account }),
          amount: { minor: amount, currency },
          ...(withheld === '0' ? {} : { withheld: { minor: withheld, currency } }),
          reference: textOf(form, 'reference') || null,
          clientId: textOf(form, 'once'),
          settles: [{ documentId: params.id, amount: { minor: settled, currency } }],
        },
      })
      redirect(303, `/${params.business}/sell/${params.id}?done`)
    })
  },
  undo: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const settlement = textOf(form, 'settlement')
      await locals.api.ask(paymentEndpoints.undoSettlement, { params: { business: params.business, settlement } })
      redirect(303, `/${params.business}/sell/${params.id}?done`)
    })
  },
}

/** How much of which lines, where a person said so. */
function partOf(form: FormData): { lineId: string; quantityMilli: number }[] {
  return [...form.keys()].flatMap((name) => {
    const lineId = /^part-([0-9a-f-]{36})$/.exec(name)?.[1]
    const quantityMilli = lineId === undefined ? undefined : milliOf(textOf(form, name))
    return lineId !== undefined && quantityMilli !== undefined && quantityMilli > 0 ? [{ lineId, quantityMilli }] : []
  })
}

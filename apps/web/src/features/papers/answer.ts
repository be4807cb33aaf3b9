// SPDX-License-Identifier: Apache-2.0
import {
  businessEndpoints,
  documentEndpoints,
  fiscalEndpoints,
  partyEndpoints,
  sellingEndpoints,
  taxEndpoints,
} from '@resham/contract'
import type { RequestEvent } from '@sveltejs/kit'
import { paperMark } from '#lib/features/tax/view.ts'
import { makeWords, type Words } from '#lib/i18n/words.ts'
import { paperOf, statementPaper } from './papers.ts'
import { paperPdf } from './pdf.ts'

type At = Pick<RequestEvent, 'locals' | 'url'> & { readonly params: { readonly business: string; readonly id: string } }

/** The customer's language, unless the address asks for another. */
function wordsFor({ locals, url }: At, theirs: 'en' | 'ur' | null | undefined): Words {
  const asked = url.searchParams.get('language')
  const language = asked === 'en' || asked === 'ur' ? asked : (theirs ?? locals.preference.language)
  return makeWords({ ...locals.preference, language, digits: 'western' })
}

/** A paper as a file. @throws ApiProblem */
export async function paperFile(at: At): Promise<Uint8Array> {
  const { business } = at.params
  const [shop, taxes, paper] = await Promise.all([
    at.locals.api.ask(businessEndpoints.read, { params: { business } }),
    at.locals.api.ask(taxEndpoints.read, { params: { business } }),
    at.locals.api.ask(documentEndpoints.read, { params: { business, document: at.params.id } }),
  ])
  const party = paper.partyId
    ? await at.locals.api.ask(partyEndpoints.read, { params: { business, party: paper.partyId } })
    : null
  const as = at.url.searchParams.get('as') === 'receipt' ? 'receipt' : 'paper'
  const words = wordsFor(at, party?.language)
  const isForOffice = paper.kind === 'invoice' || paper.kind === 'credit-note'
  const standing = isForOffice
    ? await at.locals.api.ask(fiscalEndpoints.standing, { params: { business, document: at.params.id } })
    : null
  const mark = standing?.mark ? paperMark(standing.mark, words) : null
  return paperPdf(paperOf(paper, { shop: shop.name, seller: taxes.own, party, mark }, words, as))
}

/** A statement of account as a file. @throws ApiProblem */
export async function statementFile(at: At): Promise<Uint8Array> {
  const params = { business: at.params.business, party: at.params.id }
  const [shop, taxes, party, statement] = await Promise.all([
    at.locals.api.ask(businessEndpoints.read, { params: { business: params.business } }),
    at.locals.api.ask(taxEndpoints.read, { params: { business: params.business } }),
    at.locals.api.ask(partyEndpoints.read, { params }),
    at.locals.api.ask(sellingEndpoints.statement, { params, query: {} }),
  ])
  const about = { shop: shop.name, seller: taxes.own, party, mark: null }
  return paperPdf(statementPaper(statement, about, wordsFor(at, party.language)))
}

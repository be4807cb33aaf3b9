// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { smallLedger } from './ledger.ts'
import { describeInBrowser, shopWithBooks } from './reader.ts'
import { stumblesOn } from './walk.ts'

const outside = ['/', '/sign-in', '/sign-up', '/offline', '/nothing-here']
const own = ['/account', '/businesses']
const ofShop = [
  ...['/today', '/trends', '/trends/customer', '/plan', '/plan/settings', '/plan/stock', '/plan/budget?amount=5000'],
  ...['/purchase-list', '/items', '/imports', '/imports/new', '/calendar', '/rules'],
  ...['/more', '/more/people', '/more/keys', '/more/jobs', '/more/record', '/more/settings'],
]

describeInBrowser('every page', (open) => {
  it('has nothing that a reader with a screen reader stumbles over, in both languages, light and dark', async () => {
    const reader = await open()
    const shop = await shopWithBooks(reader, smallLedger())
    await reader.page.goto(`${shop}/trends`)
    const story = (await reader.page.getAttribute('#trends a', 'href')) ?? ''
    const signedIn = [...own, ...ofShop.map((path) => shop + path), story, story.replace('/trends/item/', '/items/')]
    const stranger = await open()
    expect(await stumblesOn(stranger, '/sign-in', outside)).toEqual([])
    expect(await stumblesOn(reader, `${shop}/more`, signedIn)).toEqual([])
    expect([...reader.complaints, ...stranger.complaints]).toEqual([])
  })
})

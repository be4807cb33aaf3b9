// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints } from '@resham/contract'
import { describe, expect, it } from 'vitest'
import { folded, found } from './folded.ts'
import { passkeyPaths } from './passkeys.ts'

describe('searching', () => {
  it('finds words in any order, in small or large letters', () => {
    expect(found(folded('size BALL'), folded('Rugby ball, size 4'))).toBe(true)
    expect(found(folded('bat'), folded('Rugby ball, size 4'))).toBe(false)
  })

  it('finds an Urdu name typed on an Arabic keyboard', () => {
    expect(found(folded('كيپر'), folded('کیپر دستانے'))).toBe(true)
    expect(found(folded('سائز ۵'), folded('فٹ بال سائز 5'))).toBe(true)
  })

  it('does not mind accents and vowel marks', () => {
    expect(folded('Café')).toBe('cafe')
    expect(folded('مُحَمَّد')).toBe('محمد')
  })

  it('finds everything when nothing is typed', () => {
    expect(found(folded('  '), 'anything')).toBe(true)
  })
})

describe('the addresses of the passkey script', () => {
  it('are those of the contract', () => {
    expect(passkeyPaths).toEqual({
      signInOptions: accountEndpoints.passkeySignInOptions.path,
      signIn: accountEndpoints.passkeySignIn.path,
      registrationOptions: accountEndpoints.passkeyRegistrationOptions.path,
      add: accountEndpoints.addPasskey.path,
    })
  })
})

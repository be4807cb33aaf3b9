// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

// The contract's own list would bring its schema library with it, 60 kB for five addresses.
const account = '/api/v1/account'
/** The addresses this script calls; a test holds them to the contract. */
export const passkeyPaths = {
  signInOptions: `${account}/passkey-sign-in-options`,
  signIn: `${account}/passkey-sign-in`,
  registrationOptions: `${account}/passkeys/registration-options`,
  add: `${account}/passkeys`,
} as const

/** Signing in, and adding a key, with the phone's own lock: the one thing here that cannot be done without script. */
export function passkeys(): void {
  // Parsing helpers came with WebAuthn level 3; without them the password does.
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return
  offer('[data-passkey-sign-in]', async (box) => {
    const options = await post(passkeyPaths.signInOptions)
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON)
    const credential = await navigator.credentials.get({ publicKey })
    await post(passkeyPaths.signIn, { credential: asJson(credential) })
    location.assign(box.dataset.next ?? '/')
  })
  offer('[data-passkey-add]', async (box) => {
    const options = await post(passkeyPaths.registrationOptions)
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as PublicKeyCredentialCreationOptionsJSON,
    )
    const credential = await navigator.credentials.create({ publicKey })
    await post(passkeyPaths.add, { name: box.dataset.name ?? '', credential: asJson(credential) })
    location.assign('/account?saved=passkeyAdded#passkeys')
  })
}

function offer(selector: string, run: (box: HTMLElement) => Promise<void>): void {
  for (const box of all(selector)) {
    const button = box.querySelector('button')
    const said = box.querySelector<HTMLElement>('[data-refused]')
    if (!button) continue
    box.hidden = false
    button.addEventListener('click', async () => {
      button.disabled = true
      if (said) said.textContent = ''
      try {
        await run(box)
      } catch {
        if (said) said.textContent = said.dataset.refused ?? ''
      } finally {
        button.disabled = false
      }
    })
  }
}

async function post(path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(path, {
    method: 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  const text = await answer.text()
  return text === '' ? {} : JSON.parse(text)
}

function asJson(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no credential')
  return credential.toJSON()
}

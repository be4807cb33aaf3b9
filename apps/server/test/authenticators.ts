// SPDX-License-Identifier: Apache-2.0
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/**
 * The code that an authenticator app shows.
 *
 * @param secret Base32, as the app is given it.
 * @source RFC 6238 with RFC 4226's defaults: 30 s, SHA-1, six digits.
 */
export function totp(secret: string, now: Date): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now.getTime() / 30_000)))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

type Options = { readonly challenge: string; readonly user?: { readonly id: string } }

/**
 * A passkey in software: makes a key, and signs with it, as a telephone would.
 *
 * @param asksForFinger False for a device that signs for whoever holds it.
 *
 * @source Web Authentication Level 3, sections 6.1 (authenticator data), 6.5 (attested credential), 8.7 (none).
 */
export function softwarePasskey(origin: string, asksForFinger = true) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const party = createHash('sha256').update(new URL(origin).hostname).digest()
  let user = ''

  const present = 0x01 | (asksForFinger ? 0x04 : 0)
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const common = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }

  return {
    /** What the browser would send after `navigator.credentials.create`. */
    create(options: Options) {
      user = options.user?.id ?? ''
      // {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an ES256 key as COSE writes it.
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const data = Buffer.concat([party, Buffer.from([present | 0x40]), Buffer.alloc(4), attested])
      // {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR.
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ])
      return {
        ...common,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      }
    },

    /** What the browser would send after `navigator.credentials.get`. */
    get(options: Options) {
      const client = clientData('webauthn.get', options.challenge)
      const data = Buffer.concat([party, Buffer.from([present]), Buffer.alloc(4)])
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return {
        ...common,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle: user,
        },
      }
    },
  }
}

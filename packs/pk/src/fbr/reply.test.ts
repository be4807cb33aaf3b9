// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { readReply } from './reply.ts'

const number = '7000007DI1747119701593'
const line = { itemSNo: '1', statusCode: '00', status: 'Valid', invoiceNo: `${number}-1`, errorCode: '', error: '' }
const taken = {
  invoiceNumber: number,
  dated: '2025-05-13 12:01:41',
  validationResponse: { statusCode: '00', status: 'Valid', error: '', invoiceStatuses: [line] },
}
const reply = (answer: object, rest: object = {}) =>
  readReply(200, JSON.stringify({ ...taken, ...rest, validationResponse: { ...taken.validationResponse, ...answer } }))

describe('accepted', () => {
  test('only if head, word and every line say so, and there is a number', () => {
    expect(readReply(200, JSON.stringify(taken))).toEqual({ type: 'accepted', number, lineNumbers: [`${number}-1`] })
    expect(reply({ status: 'valid' }).type).toBe('accepted')
    expect(reply({}, { invoiceNumber: undefined }).type).toBe('uncertain')
    expect(reply({}, { invoiceNumber: '12' }).type).toBe('uncertain')
    expect(reply({ status: 'Pending' }).type).toBe('uncertain')
    expect(reply({ invoiceStatuses: null }).type).toBe('uncertain')
  })

  test('a comma too many does not hide the number', () => {
    expect(readReply(200, JSON.stringify(taken).replace(']', ',]')).type).toBe('accepted')
  })
})

describe('refused', () => {
  test('by the head', () => {
    const head = {
      statusCode: '01',
      status: 'Invalid',
      errorCode: '0052',
      error: 'Provide proper HS Code.',
      invoiceStatuses: null,
    }
    expect(reply(head, { invoiceNumber: undefined })).toEqual({
      type: 'refused',
      problems: [{ line: null, code: '0052', said: 'Provide proper HS Code.' }],
    })
  })

  test('by one line under a head that says 00', () => {
    const bad = {
      itemSNo: '2',
      statusCode: '01',
      status: 'Invalid',
      invoiceNo: null,
      errorCode: '0046',
      error: 'Provide rate.',
    }
    expect(reply({ status: 'invalid', invoiceStatuses: [line, bad] })).toEqual({
      type: 'refused',
      problems: [{ line: 1, code: '0046', said: 'Provide rate.' }],
    })
  })

  test('by the door, for a wrong token', () => {
    expect(readReply(401, '')).toMatchObject({ type: 'refused', problems: [{ code: 'local.token' }] })
  })
})

describe('uncertain: it may have been taken in', () => {
  test.each([
    [500, ''],
    [502, '<html>Bad gateway</html>'],
    [200, '<html>Please wait</html>'],
    [200, ''],
    [200, '{"invoiceNumber":"7000007DI17'],
    [200, '[]'],
    [200, '{}'],
    [202, JSON.stringify(taken)],
    [504, JSON.stringify(taken)],
  ])('%i %s', (status, text) => {
    expect(readReply(status, text).type).toBe('uncertain')
  })
})

// SPDX-License-Identifier: Apache-2.0

/** What the first bytes say a file is. `ole` is the container of .xls and of encrypted workbooks. */
export type FileKind = 'empty' | 'pdf' | 'gzip' | 'zip' | 'ole' | 'image' | 'text'

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
]

/** The kind of a file by its first bytes; its name is never asked. @param head At least 8 bytes unless the file is shorter. */
export function sniffBytes(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty'
  for (const [kind, signature] of signatures) {
    if (signature.every((byte, i) => head[i] === byte)) return kind
  }
  // PDF allows rubbish before its mark; real-world writers put it within the first kilobyte.
  return indexOfAscii(head.subarray(0, 1024), '%PDF-') >= 0 ? 'pdf' : 'text'
}

/** True when an OLE head names the stream of an encrypted workbook rather than an old .xls. */
export function isEncryptedWorkbook(head: Uint8Array): boolean {
  return indexOfAscii(head, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0') >= 0
}

/** Where an ASCII word first occurs, or -1. */
function indexOfAscii(bytes: Uint8Array, word: string): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let matched = 1
    while (matched < word.length && bytes[at + matched] === word.charCodeAt(matched)) matched++
    if (matched === word.length) return at
  }
  return -1
}

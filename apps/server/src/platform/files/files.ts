// SPDX-License-Identifier: Apache-2.0

/** A file as it was taken in. */
export type StoredFile = {
  readonly hash: string
  readonly bytes: number
  /** False when the same content was kept already, for whomever. */
  readonly fresh: boolean
}

/** Where files are kept, under the hash of their content. The same content is kept once. */
export type FileStore = {
  /**
   * Takes a file in.
   *
   * @throws platform.too-large beyond the limit; platform.storage-full; nothing is kept then.
   */
  put(content: AsyncIterable<Uint8Array>, limitBytes: number): Promise<StoredFile>
  /** Opens a file from its first byte, as often as needed. */
  open(hash: string): AsyncIterable<Uint8Array>
  /** Takes a file away again. Only who has just brought it, fresh, knows that nobody else needs it. */
  remove(hash: string): Promise<void>
}

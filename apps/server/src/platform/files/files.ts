// SPDX-License-Identifier: Apache-2.0

/** A file as it was taken in. */
export type StoredFile = {
  readonly hash: string
  readonly bytes: number
  /** False when its owner had handed the same content in before. */
  readonly fresh: boolean
}

/** The files of one owner, under the hash of their content. The same content is kept once. */
export type OwnFiles = {
  /**
   * Takes a file in.
   *
   * @throws platform.too-large beyond the limit; platform.storage-full; nothing is kept then.
   */
  put(content: AsyncIterable<Uint8Array>, limitBytes: number): Promise<StoredFile>
  /** Opens a file from its first byte, as often as needed. @throws platform.not-found */
  open(hash: string): AsyncIterable<Uint8Array>
  /** Takes a file away again; taking it away twice changes nothing. */
  remove(hash: string): Promise<void>
  /** Takes away all that the owner ever handed in. */
  removeAll(): Promise<void>
}

/** Where files are kept, each owner's apart: what goes when the owner goes, and what nobody else can name. */
export type FileStore = {
  /**
   * @param owner The id of a business.
   * @param room  Whose files they are, where those who take them away again know only their own: what one room takes
   *              away is still in the other.
   */
  of(owner: string, room?: 'statements'): OwnFiles
}

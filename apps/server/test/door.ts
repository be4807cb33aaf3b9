// SPDX-License-Identifier: Apache-2.0
import { connect, createServer, type Socket } from 'node:net'

/** An address in front of a server: it stays the same while the server moves, and can be shut as when a network goes. */
export type Door = {
  readonly port: number
  /** Ends what goes through and lets nothing in any more. */
  close(): Promise<void>
}

/** Opens one on this machine. @param serverPort Where the server is at the moment. @param at Its own port; 0: any. */
export async function openDoor(serverPort: () => number, at = 0): Promise<Door> {
  const open = new Set<Socket>()
  const listener = createServer((inside) => {
    const outside = connect(serverPort(), '127.0.0.1')
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((done) => listener.listen(at, '127.0.0.1', done))
  const address = listener.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      const closed = new Promise<void>((done) => listener.close(() => done()))
      for (const socket of open) socket.destroy()
      return closed
    },
  }
}

// SPDX-License-Identifier: Apache-2.0

/** Pages are drawn on the server and need no script; `src/enhance` adds comfort where there is one. */
export const csr = false

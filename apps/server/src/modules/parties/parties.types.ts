// SPDX-License-Identifier: Apache-2.0

/** A customer as an import met them; the code stands for a name that the file did not give. */
export type CustomerSeen = { readonly id: string; readonly code: string; readonly name: string }

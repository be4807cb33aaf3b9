// SPDX-License-Identifier: Apache-2.0
// Data: how the office names the provinces, by ISO 3166-2:PK; `code` is its own number in /pdi/v1/provinces.

export const provinces: readonly { readonly region: string; readonly code: number; readonly text: string }[] = [
  { region: 'PK-BA', code: 2, text: 'Balochistan' },
  { region: 'PK-JK', code: 4, text: 'Azad Jammu and Kashmir' },
  { region: 'PK-IS', code: 5, text: 'Capital Territory' },
  { region: 'PK-KP', code: 6, text: 'Khyber Pakhtunkhwa' },
  { region: 'PK-PB', code: 7, text: 'Punjab' },
  { region: 'PK-SD', code: 8, text: 'Sindh' },
  { region: 'PK-GB', code: 9, text: 'Gilgit Baltistan' },
]

/** Whether the office knows the province; it does not mind capitals. */
export function isProvince(text: string): boolean {
  return provinces.some((one) => one.text.toLowerCase() === text.toLowerCase())
}

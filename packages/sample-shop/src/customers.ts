// SPDX-License-Identifier: Apache-2.0
import { homeCountry } from './place.ts'
import type { SampleCustomer } from './types.ts'

// All invented. Likeness to a real firm is chance.
const abroad: readonly (readonly [string, string])[] = [
  ['Fiktiv Sporthandel Nordheim', 'Germany'],
  ['Wolkenball Vertrieb', 'Germany'],
  ['Thistledown Team Supplies', 'United Kingdom'],
  ['Marrowfield Cricket Stores', 'United Kingdom'],
  ['Pennywhistle Sports', 'United Kingdom'],
  ['Ballon Imaginaire', 'France'],
  ['Maison du Filet Blanc', 'France'],
  ['Pallone Inventato', 'Italy'],
  ['Deportes Quimera', 'Spain'],
  ['Luftslott Idrott', 'Sweden'],
  ['Tulpenveld Sportgoederen', 'Netherlands'],
  ['Mapleton Pretend Athletics', 'Canada'],
  ['Farraway Team Outfitters', 'United States'],
  ['Sandpiper Field Goods', 'United States'],
  ['Cooroy Imaginary Cricket', 'Australia'],
  ['Wattlebird Sports Imports', 'Australia'],
  ['Sarab Desert Sports', 'United Arab Emirates'],
  ['Khayal Trading', 'Saudi Arabia'],
  ['Noor al-Wahm Sports', 'Qatar'],
  ['Usanii Michezo', 'Kenya'],
  ['Veldlelie Sport', 'South Africa'],
  ['Sagarmatha Khel Kalpana', 'Nepal'],
  ['Kalpana Krida Ghar', 'Sri Lanka'],
  ['Kumo no Undou', 'Japan'],
]

const homePlaces = [
  'Sialkot',
  'Lahore',
  'Karachi',
  'Faisalabad',
  'Multan',
  'Peshawar',
  'Quetta',
  'Gujrat',
  'Hyderabad',
  'Rawalpindi',
]
const homeKinds = ['Sports Corner', 'School Supplies', 'Cricket Club', 'Football Club', 'Game House', 'Youth Centre']

/** Twenty-four customers abroad, the first the largest, and sixty at home. */
export const customers: readonly SampleCustomer[] = [
  ...abroad.map(([name, country], i): SampleCustomer => {
    return { code: `X${String(i + 1).padStart(3, '0')}`, name, country, kind: 'export' }
  }),
  ...homePlaces.flatMap((place, i) =>
    homeKinds.map((kind, j): SampleCustomer => {
      const code = `H${String(i * homeKinds.length + j + 1).padStart(3, '0')}`
      return { code, name: `${place} ${kind} (invented)`, country: homeCountry, kind: 'home' }
    }),
  ),
]

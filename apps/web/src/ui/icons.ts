// SPDX-License-Identifier: Apache-2.0

/** Line drawings on a 24 by 24 field. None stands without a word beside it. */
export const icons = {
  today: 'M4 11l8-7 8 7v9H4z',
  trends: 'M4 18l5-6 4 3 7-9',
  plan: 'M5 4h14v16H5zM8 9h8M8 13h8',
  sell: 'M4 12V4h8l8 8-8 8zM8.500 8.500h.01',
  items: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  down: 'M6 9l6 6 6-6',
  forward: 'M9 6l6 6-6 6',
  back: 'M15 6l-6 6 6 6',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4 4',
  upload: 'M12 16V4M7 9l5-5 5 5M5 16v4h14v-4',
  check: 'M5 13l4 4L19 7',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 2.500-6 6-6s6 2 6 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2 .8 3 2.600 3 5.500',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12l8-8M16 7l3 3',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  rules: 'M4 6l1.500 1.500L8 5M11 6.500h9M4 12l1.500 1.500L8 11M11 12.500h9M4 18l1.500 1.500L8 17M11 18.500h9',
  work: 'M12 4a8 8 0 1 0 8 8M12 8v4l3 2',
  record: 'M6 4h9l3 3v13H6zM9 11h6M9 15h6',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 4.500v5M8 14.500v5',
  phone: 'M8 3h8v18H8zM11 18h2',
} as const

export type IconName = keyof typeof icons

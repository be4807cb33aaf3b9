// SPDX-License-Identifier: Apache-2.0

export type Picture = { readonly file: string; readonly language: 'en' | 'ur'; readonly shows: string }

/** The page beside the pictures: how they were made and what each shows, the two languages side by side. */
export function readme(
  pictures: readonly Picture[],
  made: { readonly date: string; readonly machine: string; readonly minutes?: string },
): string {
  const urdu = pictures.filter(({ language }) => language === 'ur')
  const rows = pictures
    .filter(({ language }) => language === 'en')
    .map(({ file, shows }) => {
      const other = urdu.find((one) => one.shows === shows)
      const cell = (name: string | undefined) => (name ? `<img src="${name}" width="240" alt="">` : 'not shown')
      return `| ${shows} | ${cell(file)} | ${cell(other?.file)} |`
    })
  return `# The first job, in pictures

From an empty account to a purchase list, at 360 px, by clicking through the pages in Chromium; nothing is drawn by hand.

- **Command:** \`npm run evidence:first-job\` (needs Chromium, and the public ledger in \`../shared/data\` or \`RESHAM_DATA\`)
- **Data:** \`online_retail_2010-12_2011-08.csv.gz\`, 320,705 lines of a British gift wholesaler (UCI Online Retail II).
  It names no currency; this shop was opened with Pakistan's pack, so its pounds read as rupees here.
- **Date:** ${made.date}
- **Machine:** ${made.machine}

| What it shows | English | Urdu |
|---|---|---|
${rows.join('\n')}
`
}

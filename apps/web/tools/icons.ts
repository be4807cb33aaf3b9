// SPDX-License-Identifier: Apache-2.0
// Draws the PNG icons from static/icon.svg; run after the mark changes: node apps/web/tools/icons.ts
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const folder = fileURLToPath(new URL('../static', import.meta.url))
const mark = readFileSync(`${folder}/icon.svg`, 'utf8')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const pictures = [
  { name: 'icon-180', size: 180, svg: mark.replace('rx="10"', '') },
  { name: 'icon-192', size: 192, svg: mark },
  { name: 'icon-512', size: 512, svg: mark },
  // A phone may cut a maskable icon to a circle of 80 %: the threads stand inside it.
  {
    name: 'icon-maskable-512',
    size: 512,
    svg: mark
      .replace('rx="10"', '')
      .replace('0 0 34 34', '-6 -6 46 46')
      .replace('<rect width="34" height="34"', '<rect x="-6" y="-6" width="46" height="46"'),
  },
]
for (const { name, size, svg } of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  await page.screenshot({ path: `${folder}/${name}.png`, omitBackground: true })
  await page.close()
}
await browser.close()

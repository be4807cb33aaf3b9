// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { fromDayNumber } from '@resham/base'
import type { Page } from 'playwright-core'
import { liveAWeek } from '../../apps/server/test/week/a-week.ts'
import { type Line, openLine } from '../../apps/server/test/week/line.ts'
import type { Office } from '../outside/fbr/simulator.ts'

const dayMs = 86_400_000

/** A new shop of a new person, signed up through the page. @returns its path, such as `/star-sports` */
export async function openShop(page: Page): Promise<string> {
  await page.goto('/sign-up')
  await page.fill('[name=name]', 'Amina Butt')
  await page.fill('[name=identifier]', 'amina@example.org')
  await page.fill('[name=password]', 'seven silk threads for a shop')
  await page.click('main form button.filled')
  await page.waitForURL('**/businesses')
  await page.fill('[name=name]', 'Star Sports')
  await page.selectOption('[name=pack]', 'pk')
  await page.click('form[action*="create"] button')
  await page.waitForURL('**/today')
  return new URL(page.url()).pathname.replace('/today', '')
}

/** The shop's line to the API with the cookies of the one who is signed in. */
export function lineOf(page: Page, shop: string): Line {
  return openLine({
    at: `/api/v1/businesses${shop}`,
    own: idOf,
    back: () => pause(500),
    async send(method, path, body) {
      const bytes = body instanceof Uint8Array
      const reply = await page.request.fetch(path, {
        method,
        ...(body === undefined ? {} : { data: bytes ? Buffer.from(body) : JSON.stringify(body) }),
        headers: body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' },
      })
      return { status: reply.status(), body: await reply.json().catch(() => ({})) }
    },
  })
}

/** Lives the week of the test that kills, undisturbed. */
export async function liveTheWeek(line: Line, office: Office): Promise<void> {
  await liveAWeek(line, {
    today: today(),
    portal: (net) => office.taken.find(({ invoice }) => netOf(invoice) === Number(net))?.number,
    silence: () => {
      office.mood = 'lost'
    },
    speakAgain: () => {
      office.mood = 'well'
    },
    async until(what, look) {
      for (let tries = 0; tries < 300; tries++) {
        const seen = await look()
        if (seen !== undefined) return seen
        await pause(300)
      }
      throw new Error(`never happened: ${what}`)
    },
  })
}

/** The day in Karachi, five hours ahead of Greenwich all year. */
export function today(): string {
  return fromDayNumber(Math.floor((Date.now() + 5 * 3_600_000) / dayMs))
}

function netOf(invoice: unknown): number {
  const { items } = invoice as { items: { valueSalesExcludingST: number }[] }
  return Math.round(items.reduce((sum, item) => sum + item.valueSalesExcludingST, 0) * 100)
}

/** An id of its own for each name. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

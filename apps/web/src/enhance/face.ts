// SPDX-License-Identifier: Apache-2.0
import { given } from './page.ts'

type Connection = { readonly saveData?: boolean }

/**
 * Fetches the Urdu face after the page is drawn, unless the phone has its own copy or saves data.
 * From then on the cookie tells the server to ask for it in the head, as it comes from the cache.
 */
export function urduFace(): void {
  const sheet = given('face')
  const { connection } = navigator as Navigator & { readonly connection?: Connection }
  if (document.documentElement.lang !== 'ur' || connection?.saveData) return
  if (document.querySelector(`link[href="${sheet}"]`)) return
  const fetchFace = async () => {
    if (await hasOwnCopy()) return
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = sheet
    document.head.append(link)
    await document.fonts.load('16px "Resham Nastaliq Fetched"', 'ک')
    const age = 365 * 24 * 60 * 60
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser a reader has
    document.cookie = `face=1; path=/; max-age=${age}; samesite=lax`
  }
  const afterPaint = () => requestAnimationFrame(() => setTimeout(fetchFace))
  if (document.readyState === 'complete') afterPaint()
  else window.addEventListener('load', afterPaint)
}

async function hasOwnCopy(): Promise<boolean> {
  try {
    const faces = await document.fonts.load('16px "Resham Nastaliq"', 'ک')
    return faces.some((face) => face.status === 'loaded')
  } catch {
    return false
  }
}

// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

/**
 * Nothing typed is lost: what stands in a marked form is kept in this tab until it is sent, and
 * comes back after a closed tab, a dead battery or a lost signal. Secrets and files are never kept.
 */
export function keepForms(): void {
  for (const form of all('form[data-keep]')) {
    if (!(form instanceof HTMLFormElement)) continue
    const key = `kept:${form.dataset.keep}`
    restore(form, key)
    form.addEventListener('input', () => save(form, key))
    form.addEventListener('submit', () => save(form, key))
  }
  // A page without the form after sending it means that it arrived.
  const here = new Set(all('form[data-keep]').map((form) => `kept:${form.dataset.keep}`))
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('kept:') && !here.has(key)) sessionStorage.removeItem(key)
  }
}

function keepable(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.elements].filter(
    (field): field is HTMLInputElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
      !['password', 'hidden', 'file', 'radio', 'checkbox'].includes(field.type),
  )
}

function save(form: HTMLFormElement, key: string): void {
  const kept = Object.fromEntries(keepable(form).map((field) => [field.name, field.value]))
  sessionStorage.setItem(key, JSON.stringify(kept))
}

function restore(form: HTMLFormElement, key: string): void {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, string>
  for (const field of keepable(form)) {
    const value = kept[field.name]
    // What the server gave back is newer than what was kept.
    if (value && field.value === '') field.value = value
  }
}

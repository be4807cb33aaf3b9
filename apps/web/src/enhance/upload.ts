// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

/**
 * Sends a file straight to the API with a bar that moves. Without script the form sends it the plain way.
 *
 * Marks: `data-upload` the address to send to (the file's name is added as `fileName`),
 * `data-upload-next` where to go after, with `{id}`. Inside: `progress[data-upload-bar]`, hidden until needed.
 */
export function upload(): void {
  for (const form of all('form[data-upload]')) {
    form.addEventListener('submit', (event) => {
      const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
      if (!file) return
      event.preventDefault()
      send(form, file)
    })
  }
}

function send(form: HTMLElement, file: File): void {
  const { upload: address = '', uploadNext: next = '' } = form.dataset
  const bar = form.querySelector<HTMLProgressElement>('[data-upload-bar]')
  const buttons = [...form.querySelectorAll('button')]
  const request = new XMLHttpRequest()
  const refused = (code: string) => {
    for (const button of buttons) button.disabled = false
    // The server has the words for the code.
    const here = new URL(location.href)
    here.searchParams.set('problem', code)
    location.assign(here)
  }
  for (const button of buttons) button.disabled = true
  if (bar) {
    bar.hidden = false
    bar.max = file.size
    request.upload.addEventListener('progress', ({ loaded }) => {
      bar.value = loaded
    })
  }
  request.addEventListener('load', () => {
    const answer = parsed(request.responseText)
    if (request.status < 300 && typeof answer.id === 'string') location.assign(next.replace('{id}', answer.id))
    else refused(typeof answer.code === 'string' ? answer.code : 'platform.unexpected')
  })
  request.addEventListener('error', () => refused('platform.database-unavailable'))
  request.open('POST', `${address}?fileName=${encodeURIComponent(file.name)}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(file)
}

function parsed(text: string): { readonly id?: unknown; readonly code?: unknown } {
  try {
    return JSON.parse(text) as { id?: unknown; code?: unknown }
  } catch {
    return {}
  }
}

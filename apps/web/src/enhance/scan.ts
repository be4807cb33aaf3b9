// SPDX-License-Identifier: Apache-2.0
import { all } from './page.ts'

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }
type Detectors = new (options?: { formats?: string[] }) => Detector

const lookEveryMs = 250

/**
 * A camera that reads barcodes into a field, where the browser has one that can. `data-scan` names the field, and the
 * next one takes the focus; `data-video` names where the picture goes.
 */
export function scan(): void {
  const made = (globalThis as { BarcodeDetector?: Detectors }).BarcodeDetector
  if (!made || !navigator.mediaDevices?.getUserMedia) return
  for (const button of all('[data-scan]')) {
    button.hidden = false
    const camera = new Camera(button, new made())
    button.addEventListener('click', () => camera.toggle())
  }
}

class Camera {
  readonly #button: HTMLElement
  readonly #detector: Detector
  readonly #start: string
  #stream: MediaStream | undefined

  constructor(button: HTMLElement, detector: Detector) {
    this.#button = button
    this.#detector = detector
    this.#start = button.textContent ?? ''
  }

  async toggle(): Promise<void> {
    if (this.#stream) this.#stop()
    else await this.#run()
  }

  async #run(): Promise<void> {
    const video = document.getElementById(this.#button.dataset.video ?? '') as HTMLVideoElement | null
    if (!video) return
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    } catch {
      this.#button.textContent = this.#button.dataset.refused ?? ''
      return
    }
    video.srcObject = this.#stream
    video.hidden = false
    await video.play()
    this.#button.textContent = this.#button.dataset.stop ?? ''
    this.#look(video)
  }

  #look(video: HTMLVideoElement): void {
    if (!this.#stream) return
    // A frame that cannot be read is followed by another.
    const seen = this.#detector.detect(video).catch(() => [])
    seen.then(([code]) => {
      if (code?.rawValue) this.#take(code.rawValue)
      else setTimeout(() => this.#look(video), lookEveryMs)
    })
  }

  #take(code: string): void {
    this.#stop()
    navigator.vibrate?.(40)
    const field = document.getElementById(this.#button.dataset.scan ?? '') as HTMLInputElement | null
    if (!field) return
    field.value = code
    const next = [...(field.form?.elements ?? [])].find(
      (one) => one instanceof HTMLInputElement && one.type !== 'hidden' && one !== field,
    )
    if (next instanceof HTMLInputElement) next.focus()
  }

  #stop(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
    this.#stream = undefined
    this.#button.textContent = this.#start
    const video = document.getElementById(this.#button.dataset.video ?? '') as HTMLVideoElement | null
    if (video) video.hidden = true
  }
}

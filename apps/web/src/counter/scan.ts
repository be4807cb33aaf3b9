// SPDX-License-Identifier: Apache-2.0

type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }
type DetectorMaker = new (options: { readonly formats: readonly string[] }) => Detector

const formats = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'qr_code']

/** True where the phone can read a barcode through its camera; typing the number works everywhere. */
export function canScan(): boolean {
  return 'BarcodeDetector' in window && Boolean(navigator.mediaDevices?.getUserMedia)
}

/** Looks through the camera until a code is seen. @returns a way to stop looking */
export async function scan(video: HTMLVideoElement, seen: (code: string) => void): Promise<() => void> {
  const Maker = (window as unknown as { BarcodeDetector: DetectorMaker }).BarcodeDetector
  const detector = new Maker({ formats })
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.srcObject = stream
  await video.play()
  let looking = true
  const stop = () => {
    looking = false
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  const look = async () => {
    if (!looking) return
    const [code] = await detector.detect(video).catch(() => [])
    if (looking && code) {
      stop()
      seen(code.rawValue)
    } else requestAnimationFrame(() => void look())
  }
  void look()
  return stop
}

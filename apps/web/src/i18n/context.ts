// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'svelte'
import type { Words } from './words.ts'

/** `speak(words)` in the root layout; `useWords()` in every component below it. */
export const [useWords, speak] = createContext<Words>()

// SPDX-License-Identifier: Apache-2.0
// Comfort for pages that already work without it. Each part looks for its own marks in the page
// and does nothing where it finds none.
export {}

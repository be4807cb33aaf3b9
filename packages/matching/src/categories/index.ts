// SPDX-License-Identifier: Apache-2.0
export { type CategoryModel, type CategorySuggestion, learnCategories, suggestCategory } from './suggest-category.ts'

// SPDX-License-Identifier: Apache-2.0

/** The columns of a series with their names in code, for both repositories: `s` is the series. */
export const seriesColumns = `
  s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
  s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
  s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
  s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
  s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId"`

// SPDX-License-Identifier: Apache-2.0
import ts from 'typescript'

/** One breach of a rule of the house. */
export type Breach = { readonly path: string; readonly line: number; readonly says: string }

const isTest = (path: string) => /[.](test|testing)[.]ts$|\/(bench|golden|test|tools)\//.test(path)
const isCode = (path: string) => /[.](ts|mjs|cjs)$/.test(path)

/**
 * The rules that neither the compiler nor the linter knows.
 *
 * @param path from the project's root, with forward slashes
 * @param text what stands in the file
 */
export function breachesOf(path: string, text: string): readonly Breach[] {
  const found = [...nameBreaches(path), ...licenceBreaches(path, text), ...lengthBreaches(path, text)]
  if (isTest(path)) return found
  if (isCode(path)) found.push(...codeBreaches(path, text))
  else if (isCountryFree(path)) found.push(...wordBreaches(path, withoutComments(text)))
  if (/^apps\/web\/src\/.*[.](svelte|css)$/.test(path)) found.push(...directionBreaches(path, text))
  return found
}

const nowhere = /(^|\/)(utils?|common|helpers?|shared|misc)([.][a-z]+|\/)/

function nameBreaches(path: string): Breach[] {
  const match = nowhere.exec(path)
  return match
    ? [{ path, line: 1, says: `"${match[2]}" says nothing: name the idea (ARCHITECTURE.md, last table)` }]
    : []
}

const licence = 'SPDX-License-Identifier: Apache-2.0'

function licenceBreaches(path: string, text: string): Breach[] {
  if (!/[.](ts|mjs|cjs|svelte|css)$/.test(path)) return []
  const [first = '', second = ''] = text.split('\n', 2)
  const line = first.startsWith('#!') ? second : first
  return line.includes(licence) ? [] : [{ path, line: 1, says: `the first line is "${licence}"` }]
}

const mostLines = 400

function lengthBreaches(path: string, text: string): Breach[] {
  if (!/[.](ts|mjs|cjs|svelte|css)$/.test(path)) return []
  const [first = '', second = ''] = text.split('\n', 2)
  if (path.startsWith('packs/') || /^(\/\/|\/\*) (Generated|Data)\b/m.test(`${first}\n${second}`)) return []
  const lines = text.split('\n').length - 1
  return lines > mostLines
    ? [{ path, line: mostLines, says: `${lines} lines: more than ${mostLines} are two files` }]
    : []
}

const isPure = (path: string) => /^(packages|packs)\/[^/]+\/src\//.test(path)

/** The invented shop lives in a real town, and the table of currencies names the world's: neither decides anything. */
const namesPlaces = /^packages\/(sample-shop\/|pack-kit\/src\/currencies[.]ts$)/
const isCountryFree = (path: string) => /^(packages|apps)\//.test(path) && !namesPlaces.test(path)
const country = /\b(PK|PKR|PAK)\b|Pakistan|پاکستان|\+92\b|\b0092\b|Asia\/Karachi|^pk$/

function codeBreaches(path: string, text: string): Breach[] {
  const found: Breach[] = []
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const report = (node: ts.Node, says: string) => {
    found.push({ path, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, says })
  }
  const visit = (node: ts.Node): void => {
    if (isPure(path)) {
      const says = impurityOf(node)
      if (says !== undefined) report(node, says)
    }
    if (isCountryFree(path) && isWords(node) && !isImported(node)) {
      const match = country.exec(node.text)
      if (match) report(node, `"${match[0]}" belongs to a country pack`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function impurityOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`
    if (name === 'Date.now') return 'Date.now reads the clock: take `now` or `today` as an argument'
    if (name === 'Math.random') return 'Math.random cannot be repeated: take a seeded generator from @resham/base'
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) {
    return 'new Date() reads the clock: take `now` or `today` as an argument'
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') {
    return 'Date() reads the clock: take `now` or `today` as an argument'
  }
  return undefined
}

function isWords(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateLiteralToken(node)
}

const isImported = (node: ts.Node) => ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)

/** Comments of a page or a style sheet made blank, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replaceAll(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
}

function wordBreaches(path: string, text: string): Breach[] {
  if (!/[.](svelte|json|html)$/.test(path) || path.endsWith('package.json')) return []
  // How a language writes a currency (`"money.XTS": …`) is a word of that language, not a choice of one.
  return linesWith(
    path,
    text.replaceAll(/^\s*"money[.][A-Z]{3}":.*$/gm, ''),
    country,
    (word) => `"${word}" belongs to a country pack`,
  )
}

const physical =
  /\b(margin|padding|border)-(left|right)\b|\btext-align:\s*(left|right)\b|\bfloat:\s*(left|right)\b|(?<=[;{\s])(left|right):/

function directionBreaches(path: string, text: string): Breach[] {
  return linesWith(
    path,
    withoutComments(text),
    physical,
    (word) => `"${word}" has one direction: use the logical property`,
  )
}

function linesWith(path: string, text: string, pattern: RegExp, says: (word: string) => string): Breach[] {
  return text.split('\n').flatMap((line, index) => {
    const match = pattern.exec(line)
    return match ? [{ path, line: index + 1, says: says(match[0]) }] : []
  })
}

// SPDX-License-Identifier: Apache-2.0
// Who may import whom: each rule has a name and a reason. Read by dependency-cruiser in `npm run check`.

const anyTest = '[.](test|testing)[.]ts$|/(bench|golden|test)/'
const ours = '^(packages|packs|apps)/'

/** What each pure room may import from the others, and from outside. `ARCHITECTURE.md` shows the same list. */
const mayImport = {
  'packages/base': { rooms: [], outside: [] },
  'packages/stats': { rooms: ['base'], outside: [] },
  'packages/forecast': { rooms: ['base', 'stats'], outside: [] },
  'packages/formats': { rooms: ['base'], outside: ['fflate', 'saxes'] },
  'packages/ledger': { rooms: ['base', 'formats'], outside: [] },
  'packages/planning': { rooms: ['base', 'stats', 'forecast'], outside: [] },
  'packages/bookkeeping': { rooms: ['base'], outside: [] },
  'packages/pack-kit': { rooms: ['base', 'bookkeeping'], outside: ['typebox'] },
  'packages/matching': { rooms: ['base', 'stats'], outside: [] },
  'packages/contract': { rooms: [], outside: ['typebox'] },
  'packages/sample-shop': { rooms: ['base', 'pack-kit'], outside: [] },
}

const oneOf = (names) => names.join('|')
const asOutside = (names) => names.map((name) => `^node_modules/${name}/`)

const roomRules = Object.entries(mayImport).map(([room, { rooms, outside }]) => ({
  name: `${room.replace('/', '-')}-sees-only-its-list`,
  comment: `${room} may import ${[...rooms, ...outside].join(', ') || 'nothing'}: an engine stands on its own.`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: anyTest },
  to: {
    path: '.',
    pathNot: [`^${room}/`, ...(rooms.length > 0 ? [`^packages/(${oneOf(rooms)})/`] : []), ...asOutside(outside)],
  },
}))

/** The order of the server's modules: each may use those named, through their index.ts. */
const moduleMayUse = {
  items: [],
  parties: [],
  sales: [],
  calendar: [],
  // Rates of exchange by day; market's reader of the central bank's file is reused.
  rates: [],
  // The double entry beneath every paper; the country's calendar knows its pack.
  books: ['calendar', 'parties', 'rates'],
  // Stock by place. An item that was never moved begins with the owner's typed count, less what sold since.
  stock: ['items', 'sales', 'books'],
  // The pack's taxes on a line, by item, parties and day.
  taxes: ['items'],
  // The heart of the daily work: papers, money and what settles what.
  documents: ['items', 'parties', 'stock', 'books', 'rates', 'taxes', 'sales'],
  // What is special of the two sides: who owes what; orders from the list, arrivals and what they cost.
  selling: ['documents', 'items', 'parties', 'books', 'stock', 'taxes', 'sales'],
  // A plan is made from demand that is kept and from stock; what sold since a count comes from the books.
  plan: ['items', 'sales', 'stock', 'documents'],
  buying: ['documents', 'items', 'parties', 'plan', 'stock', 'books'],
  // What a phone sells, perhaps without a network.
  counter: ['documents', 'items', 'parties', 'sales', 'stock', 'taxes'],
  // Invoices handed in at the tax office, and what taxes come to.
  fiscal: ['documents', 'parties', 'taxes'],
  // Statements of banks and wallets; who paid what is matched behind it.
  banking: ['calendar', 'documents', 'parties', 'books'],
  // What the lines of statements pay.
  matching: ['banking', 'documents', 'parties'],
  // Orders as people write them, read against the catalogue; what looks wrong before it is saved.
  paste: ['calendar', 'items', 'parties', 'sales', 'documents'],
  // What stands in the books twice, and its merging.
  tidy: ['items', 'parties', 'documents'],
  // The outlook looks ahead once for both: it hands each item's demand to the plan.
  outlook: ['sales', 'items', 'parties', 'calendar', 'plan'],
  // Whether the money will be enough: what is there, what is due, what will be sold.
  cash: ['documents', 'banking', 'outlook'],
  // Series from outside: they belong to no business, only the watch-list does.
  market: ['calendar'],
  // Where to sell: trade from outside for the headings that a business gave its goods.
  destinations: ['items', 'calendar', 'market'],
  // What moves with my sales: the books beside the series that are watched.
  moves: ['items', 'sales', 'market'],
  // Questions in plain words: answered from the market; what is asked of the books the page reads there.
  ask: ['calendar', 'market'],
  imports: ['sales', 'items', 'parties', 'outlook'],
  // The invented shop does what a person would: it hands a ledger in and counts its stock.
  sample: ['imports', 'items', 'calendar', 'plan', 'market', 'destinations'],
}

const moduleRules = Object.entries(moduleMayUse).map(([name, used]) => ({
  name: `module-${name}-keeps-the-order`,
  comment: `The module ${name} may use ${used.join(', ') || 'no other module'}: see the order in ARCHITECTURE.md.`,
  severity: 'error',
  from: { path: `^apps/server/src/modules/${name}/`, pathNot: anyTest },
  to: {
    path: '^apps/server/src/modules/',
    pathNot: `^apps/server/src/modules/(${oneOf([name, ...used])})/`,
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'packs-are-data',
      comment: 'A country pack is dated data: it sees pack-kit and base only.',
      severity: 'error',
      from: { path: '^packs/([^/]+)/', pathNot: anyTest },
      to: { path: '.', pathNot: ['^packs/$1/', '^packages/(pack-kit|base)/'] },
    },
    {
      name: 'pure-rooms-do-no-io',
      comment: 'packages/ and packs/ touch no disk, network or clock: Node is not there in their code.',
      severity: 'error',
      from: { path: '^(packages|packs)/', pathNot: anyTest },
      to: { dependencyTypes: ['core'] },
    },
    ...moduleRules,
    {
      name: 'modules-meet-at-the-index',
      comment: 'A module shows three or four names in its index.ts; the rest is its own.',
      severity: 'error',
      from: { path: '^apps/server/src/modules/([^/]+)/', pathNot: anyTest },
      to: { path: '^apps/server/src/modules/[^/]+/', pathNot: ['^apps/server/src/modules/$1/', '/index[.]ts$'] },
    },
    {
      name: 'doors-call-services',
      comment: 'Routes and workers parse, permit and call one service function; they see no repository and no engine.',
      severity: 'error',
      from: { path: '[.](routes|worker)[.]ts$' },
      to: {
        path: '([.]repository[.]ts$)|(^packages/(stats|forecast|formats|ledger|planning|bookkeeping|sample-shop)/)',
      },
    },
    {
      name: 'repositories-only-read-and-write',
      comment: 'A repository decides nothing: it sees no service, no door and no engine.',
      severity: 'error',
      from: { path: '[.]repository[.]ts$' },
      to: {
        path: '([.](service|routes|worker|jobs)[.]ts$)|(^packages/(stats|forecast|formats|planning|bookkeeping|sample-shop)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'policies-and-mappings-are-pure',
      comment: 'A policy answers may-I, a mapping turns one shape into another; neither reads or writes.',
      severity: 'error',
      from: { path: '[.](policy|mapping)[.]ts$' },
      to: {
        path: '([.](service|repository|routes|worker)[.]ts$)|(^node_modules/(pg|kysely|fastify)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-knows-no-business-noun',
      comment: 'platform/ serves every module alike; it would otherwise have to change with each of them.',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: anyTest },
      to: { path: '^apps/server/src/(modules|main)/' },
    },
    {
      name: 'only-main-builds-everything',
      comment: 'main/ reads the environment and builds; nothing reaches back into it.',
      severity: 'error',
      from: { path: '^apps/server/src/(modules|platform)/', pathNot: anyTest },
      to: { path: '^apps/server/src/main/' },
    },
    {
      name: 'web-asks-the-api-only',
      comment: 'The pages know the contract and nothing behind it.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: anyTest },
      to: { path: ours, pathNot: ['^apps/web/', '^packages/(base|contract)/'] },
    },
    {
      name: 'cli-needs-no-server',
      comment: 'The command line runs the engines itself; it talks to a platform through the API alone.',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: { path: '^apps/(server|web)/' },
    },
    {
      name: 'packages-know-no-app',
      comment: 'Data flows down the street: apps use packages.',
      severity: 'error',
      from: { path: '^(packages|packs)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'tools-are-run-not-imported',
      comment: 'tools/ is what a maintainer runs; the product works without it.',
      severity: 'error',
      from: { path: ours, pathNot: anyTest },
      to: { path: '^tools/' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'Code that ships does not lean on a test.',
      severity: 'error',
      from: { path: ours, pathNot: anyTest },
      to: { path: '[.](test|testing)[.]ts$' },
    },
    {
      name: 'only-services-know-both-sides',
      comment: 'Repository and engine meet in a service; anything else that sees both hides a decision.',
      severity: 'error',
      from: { path: '^apps/server/src/modules/', pathNot: [anyTest, '[.]service[.]ts$', '/index[.]ts$'] },
      to: { path: '[.]repository[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|[$]app/|[$]service-worker|[.]/[$]types$)' },
    },
  ],
  options: {
    exclude: { path: '/(build|[.]svelte-kit)/|^apps/[^/]+/node_modules/' },
    doNotFollow: { path: '^node_modules' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'svelte'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.svelte'],
    },
    externalModuleResolutionStrategy: 'node_modules',
  },
}

// SPDX-License-Identifier: Apache-2.0
import pg from 'pg'

type Column = { table: string; name: string; type: string; nullable: boolean; filled: boolean }

/** What each type of the database is in TypeScript: what is read, and what may be written. */
const types: Readonly<Record<string, string>> = {
  bool: 'boolean',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'Int8',
  jsonb: 'Json',
  numeric: 'Numeric',
  text: 'string',
  _text: 'string[]',
  timestamptz: 'Timestamp',
  uuid: 'string',
}

const head = `// SPDX-License-Identifier: Apache-2.0
// Generated from the migrations by \`npm run db:types -w @resham/server\`.
import type { ColumnType, Generated } from 'kysely'

/** Whole numbers beyond 2^53 are possible, so they arrive as text. */
type Int8 = ColumnType<string, string | bigint | number>
/** Exact decimals, as text. */
type Numeric = ColumnType<string, string>
type Json = ColumnType<unknown, string>
type Timestamp = ColumnType<Date, Date | string>
`

/** The database's tables as TypeScript types: the text of `platform/db/schema.ts`. */
export async function describeSchema(ownerUrl: string): Promise<string> {
  const byTable = Map.groupBy(await readColumns(ownerUrl), (column) => column.table)
  const tables = [...byTable].map(([table, columns]) => describeTable(table, columns))
  const index = [...byTable.keys()].map((table) => `  ${table}: ${typeName(table)}\n`)
  const types = [...byTable].map(([table, columns]) => `  ${table}: {\n${columns.map(nameType).join('')}  },\n`)
  return `${head}\n${tables.join('\n')}
/** Every table that the platform knows. */
export type DB = {
${index.join('')}}

/** The type of every column, by the database's own name for it. */
export const columnTypes: Readonly<Record<keyof DB, Readonly<Record<string, string>>>> = {
${types.join('')}}
`
}

async function readColumns(ownerUrl: string): Promise<Column[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Column>(`
      select c.table_name as table, c.column_name as name, c.udt_name as type,
        c.is_nullable = 'YES' as nullable, c.column_default is not null as filled
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      order by c.table_name collate "C", c.ordinal_position`)
    return rows
  } finally {
    await client.end()
  }
}

function describeTable(table: string, columns: readonly Column[]): string {
  return `type ${typeName(table)} = {\n${columns.map((column) => `  ${column.name}: ${typeOf(column)}\n`).join('')}}\n`
}

function nameType({ name, type }: Column): string {
  return `    ${name}: '${type}',\n`
}

function typeOf({ table, name, type, nullable, filled }: Column): string {
  const plain = types[type]
  if (plain === undefined) throw new Error(`${table}.${name}: no TypeScript type is known for ${type}`)
  const either = nullable ? `${plain} | null` : plain
  return filled ? `Generated<${either}>` : either
}

function typeName(table: string): string {
  return table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

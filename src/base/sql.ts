// SQL stays SQL. A row shape is declared once; it gives the TypeScript type and is held against what PostgreSQL really returns,
// once per statement. Statements are named by their text, so PostgreSQL parses each of them once per connection.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { inPieces } from './give-way.ts'

export type Column<T> = { oids: readonly number[]; read(value: string): T; optional?: boolean }
export type Row<T> = { [Name in keyof T]: Column<T[Name]> }
export type Answer = {
  rows: Record<string, string | null>[]
  fields: { name: string; dataTypeID: number }[]
  rowCount: number | null
}
export type Driver = { query(statement: { text: string; values: unknown[]; name?: string }): Promise<Answer> }
type Tagged<Result> = (text: TemplateStringsArray, ...values: unknown[]) => Promise<Result>

export type Sql = {
  many<T>(row: Row<T>): Tagged<T[]>
  maybeOne<T>(row: Row<T>): Tagged<T | undefined>
  one<T>(row: Row<T>): Tagged<T>
  run: Tagged<number> // how many rows were touched
}

// A piece of a statement: what is truly dynamic is composed of pieces, never of strings.
export class Part {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings
    this.values = values
  }
}
export const part = (strings: TemplateStringsArray, ...values: unknown[]): Part => new Part(strings, values)
export const join = (parts: readonly Part[], separator: string): Part =>
  new Part(['', ...parts.slice(1).map(() => separator), ''], parts)

// PostgreSQL refuses U+0000 inside text, which carries no meaning for a reader, and halves of a character, which JSON.stringify escapes. An
// escaped backslash is stepped over as a whole: somebody may have written the six characters \u0000 themselves.
const ESCAPES = /\\\\|\\u0000|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g
const storable = (escape: string): string => (escape === '\\\\' ? escape : escape === '\\u0000' ? '' : '\ufffd')

class Json {
  readonly text: string
  constructor(value: unknown) {
    const written = JSON.stringify(value)
    this.text = written.includes('\\u') ? written.replace(ESCAPES, storable) : written
  }
}
export const json = (value: unknown): Json => new Json(value)

const column = <T>(oids: readonly number[], read: (value: string) => T): Column<T> => ({ oids, read })
export const uuid = <T extends string>(): Column<T> => column([2950], (value) => value as T) // the brand exists for the compiler only
export const text: Column<string> = column([25, 1043, 19], String)
export const word = <T extends string>(): Column<T> => column([25, 1043], (value) => value as T) // a text that a check constraint bounds
export const integer: Column<number> = column([20, 21, 23], Number)
export const decimal: Column<number> = column([700, 701, 1700], Number)
export const boolean: Column<boolean> = column([16], (value) => value === 't')
export const instant: Column<Temporal.Instant> = column([1184], (value) => Temporal.Instant.from(value))
export const date: Column<Temporal.PlainDate> = column([1082], (value) => Temporal.PlainDate.from(value))
export const jsonb = <T>(): Column<T> => column([114, 3802], (value) => JSON.parse(value) as T) // the writer's type, kept by the room that owns it
export const bytes: Column<Buffer> = column([17], (value) => Buffer.from(value.slice(2), 'hex'))
export const xid: Column<bigint> = column([5069], BigInt)
const readArray = pg.types.getTypeParser(1009 as never) as (value: string) => string[] // text[]: the number is not in pg’s enum
export const texts: Column<string[]> = column([1009, 1015], readArray)
export const uuids = <T extends string>(): Column<T[]> => column([2951], (value) => readArray(value) as T[])
export const nullable = <T>(inner: Column<T>): Column<T | null> => ({ ...inner, optional: true }) as Column<T | null>

export function connect(driver: Driver, named = true): Sql {
  const fetch = async (row: Row<Record<string, unknown>> | null, strings: TemplateStringsArray, values: unknown[]) => {
    const { text: asked, name, given } = statementOf(strings, values)
    const answer = await driver.query({ text: asked, values: given.map(toDriver), ...(named ? { name } : {}) })
    if (row) checkOnce(row, asked, answer)
    return answer
  }
  const many = async <T>(row: Row<T>, strings: TemplateStringsArray, values: unknown[]): Promise<T[]> => {
    const answer = await fetch(row as Row<Record<string, unknown>>, strings, values)
    return await inPieces(answer.rows, (found) => decode(row, found))
  }
  return {
    many:
      (row) =>
      (strings, ...values) =>
        many(row, strings, values),
    maybeOne:
      (row) =>
      async (strings, ...values) =>
        (await many(row, strings, values))[0],
    one:
      (row) =>
      async (strings, ...values) => {
        const rows = await many(row, strings, values)
        assert.equal(rows.length, 1, 'exactly one row was expected')
        return rows[0]!
      },
    run: async (strings, ...values) => (await fetch(null, strings, values)).rowCount ?? 0,
  }
}

type Statement = { text: string; name: string; given: readonly unknown[] }
const written = new WeakMap<readonly string[], Omit<Statement, 'given'>>() // most statements have no pieces: put together once for each place in the source

function statementOf(strings: readonly string[], values: readonly unknown[]): Statement {
  const isPlain = !values.some((value) => value instanceof Part)
  const known = isPlain ? written.get(strings) : undefined
  if (known) return { text: known.text, name: known.name, given: values }
  const { text: asked, values: given } = flatten(strings, values)
  const name = nameOf(asked)
  if (isPlain) written.set(strings, { text: asked, name })
  return { text: asked, name, given }
}

function flatten(strings: readonly string[], values: readonly unknown[]): { text: string; values: unknown[] } {
  const flat: { text: string; values: unknown[] } = { text: '', values: [] }
  const add = (parts: readonly string[], given: readonly unknown[]): void => {
    parts.forEach((piece, i) => {
      flat.text += piece
      if (i >= given.length) return
      const value = given[i]
      if (value instanceof Part) return add(value.strings, value.values)
      flat.values.push(value)
      flat.text += `$${flat.values.length}`
    })
  }
  add(strings, values)
  return flat
}

const names = new Map<string, string>()
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 20)
  if (names.size < 5_000) names.set(text, name)
  return name
}

const checked = new Set<string>()
function checkOnce(row: Row<Record<string, unknown>>, text: string, { fields }: Answer): void {
  if (checked.has(text)) return
  const wanted = Object.entries(row)
  assert.deepEqual(
    fields.map((field) => field.name),
    wanted.map(([name]) => name),
    `the row is not what PostgreSQL returns for: ${text}`,
  )
  for (const [i, [name, { oids }]] of wanted.entries())
    assert.ok(
      oids.includes(fields[i]!.dataTypeID),
      `column ${name} has type ${fields[i]!.dataTypeID}, not ${oids.join('/')}: ${text}`,
    )
  checked.add(text)
}

function decode<T>(row: Row<T>, found: Record<string, string | null>): T {
  const out: Record<string, unknown> = {}
  for (const name in row) {
    const value = found[name]
    if (value == null) {
      assert.ok(row[name].optional, `column ${name} is null`)
      out[name] = null
    } else out[name] = row[name].read(value)
  }
  return out as T // each column was read by its own declared reader
}

function toDriver(value: unknown): unknown {
  if (value === undefined) return null
  if (value instanceof Json) return value.text
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate || value instanceof Temporal.PlainTime)
    return value.toString()
  if (value instanceof Uint8Array)
    return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return value.map(toDriver)
  if (typeof value === 'string' && value.includes('\0')) return value.replaceAll('\0', '\uFFFD')
  return typeof value === 'bigint' ? value.toString() : value
}

import { bytes, instant, integer, part, uuid, join, type Sql } from '../sql.ts'
import type { Work } from '../work.ts'

export type FileRow = { id: string; size: number; sha256: Buffer; made_at: Temporal.Instant }

export const insertFile = (sql: Sql, work: Work, file: { id: string; size: number; sha256: Buffer }) => sql.run`
  insert into base.file (tenant_id, id, sha256, size, made_at) values (${work.tenant}, ${file.id}, ${file.sha256}, ${file.size}, ${work.now})`

export const insertPiece = (sql: Sql, work: Work, piece: { file: string; position: number; bytes: Uint8Array }) => sql.run`
  insert into base.file_piece (tenant_id, file_id, position, bytes) values (${work.tenant}, ${piece.file}, ${piece.position}, ${piece.bytes})`

// A small file whole: it and its only piece in one statement.
export const insertWhole = (sql: Sql, work: Work, file: { id: string; sha256: Buffer; bytes: Uint8Array }) => sql.run`
  with kept as (
    insert into base.file (tenant_id, id, sha256, size, made_at)
    values (${work.tenant}, ${file.id}, ${file.sha256}, ${file.bytes.length}, ${work.now}) returning tenant_id, id)
  insert into base.file_piece (tenant_id, file_id, position, bytes) select tenant_id, id, 0, ${file.bytes}::bytea from kept`

export const findFile = (sql: Sql, work: Work, id: string) => sql.maybeOne({
  id: uuid(),
  size: integer,
  sha256: bytes,
  made_at: instant,
})`
  select id, size, sha256, made_at from base.file where tenant_id = ${work.tenant} and id = ${id}`

export const findPieces = (sql: Sql, work: Work, range: { file: string; from: number; most: number }) => sql.many({
  position: integer,
  bytes,
})`
  select position, bytes from base.file_piece
  where tenant_id = ${work.tenant} and file_id = ${range.file} and position >= ${range.from}
  order by position limit ${range.most}`

export const deleteFiles = (sql: Sql, work: Work, ids: readonly string[]) => sql.run`
  delete from base.file where tenant_id = ${work.tenant} and id in (${join(
    ids.map((id) => part`${id}`),
    ', ',
  )})`

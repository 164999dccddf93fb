// What a browser or a program sends to a form, read a piece at a time: files go to a folder of their own while they are hashed, and nothing is
// taken beyond the bounds, whatever the request says of itself.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FormFile, FormSent } from '#channels'
import { formTooLarge, formUnreadable, MOST_FILE_BYTES, MOST_FORM_BYTES, submissionShape } from '#channels/contract'
import { cleanName, judgeGivenFile } from '#base/given-file'
import { Refused, refuse } from '#base/work'
import { z } from 'zod'

const MOST_PARTS = 500 // sixty fields, of which some are lists
const MOST_FILE_PARTS = 30
const LONGEST_FIELD_BYTES = 100_000 // twenty thousand characters, each of up to four bytes, and some
const MOST_FIELD_BYTES = 600_000

export type Body = FormSent & { release(): Promise<void> }

export async function readBody(request: FastifyRequest): Promise<Body> {
  if (!request.isMultipart()) return readJson(request)
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-form-'))
  const release = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const { fields, files } = await readParts(request, folder)
    return { ...sentFrom(fields, request), files, release }
  } catch (error) {
    await release()
    throw told(error)
  }
}

function readJson(request: FastifyRequest): Body {
  const given = submissionShape.safeParse(request.body)
  if (!given.success) throw refuse(formUnreadable, {})
  const { stamp, proof, language, answers, question, website } = given.data
  const lists = Object.entries(answers).map(([id, value]) => [id, typeof value === 'string' ? [value] : value] as const)
  return { stamp, proof, language, question, trap: website !== '', answers: Object.fromEntries(lists), files: [], address: request.ip, release: async () => {} } // prettier-ignore
}

type Fields = Map<string, string[]>

function sentFrom(fields: Fields, request: FastifyRequest): Omit<FormSent, 'files'> {
  const one = (name: string): string => fields.get(name)?.[0] ?? ''
  const answers = [...fields].filter(([name]) => name.startsWith('a.')).map(([name, values]) => [name.slice(2), values] as const)
  const language = z.enum(['fr', 'en']).catch('fr').parse(one('language'))
  return { stamp: one('stamp'), proof: one('proof'), question: one('question'), trap: one('website') !== '', language, answers: Object.fromEntries(answers), address: request.ip } // prettier-ignore
}

const CONTROL = new Set(['stamp', 'proof', 'question', 'website', 'language'])

async function readParts(request: FastifyRequest, folder: string): Promise<{ fields: Fields; files: FormFile[] }> {
  const fields: Fields = new Map()
  const files: FormFile[] = []
  let bytes = 0
  for await (const part of partsOf(request)) {
    if (part.type === 'file') {
      const file = await spool(part, path.join(folder, String(files.length)), MOST_FORM_BYTES - bytes)
      bytes += file?.size ?? 0
      if (file) files.push(file)
    } else {
      const text = typeof part.value === 'string' ? part.value : ''
      bytes += text.length
      if (part.valueTruncated || part.fieldnameTruncated || bytes > MOST_FORM_BYTES) throw refuse(formTooLarge, { limit_bytes: LONGEST_FIELD_BYTES }) // prettier-ignore
      if (!part.fieldname.startsWith('a.') && !CONTROL.has(part.fieldname)) throw refuse(formUnreadable, {})
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), text])
      if ([...fields.values()].flat().join('').length > MOST_FIELD_BYTES) throw refuse(formTooLarge, { limit_bytes: MOST_FIELD_BYTES }) // prettier-ignore
    }
  }
  return { fields, files }
}

const partsOf = (request: FastifyRequest): AsyncIterableIterator<Multipart> =>
  request.parts({
    limits: {
      parts: MOST_PARTS + MOST_FILE_PARTS, fields: MOST_PARTS, files: MOST_FILE_PARTS, fieldNameSize: 100, fieldSize: LONGEST_FIELD_BYTES, fileSize: MOST_FILE_BYTES + 1,
      headerPairs: 50,
    },
  }) // prettier-ignore

// A browser sends an empty part for a file field that nothing was chosen in.
async function spool(part: MultipartFile, to: string, room: number): Promise<FormFile | null> {
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(piece: Buffer, _, done) {
      size += piece.length
      hash.update(piece)
      done(size > room ? refuse(formTooLarge, { limit_bytes: MOST_FORM_BYTES }) : null, piece)
    },
  })
  await pipeline(part.file, count, createWriteStream(to))
  if (part.filename === undefined || (part.filename === '' && size === 0)) return null
  const field = part.fieldname.startsWith('a.') ? part.fieldname.slice(2) : part.fieldname
  const judged = await judgeGivenFile({ name: part.filename, bytes: await readFile(to) }).catch(verdictOf)
  const name = 'name' in judged ? judged.name : cleanName(part.filename)
  const is = 'not' in judged ? { not: judged.not } : { type: judged.type }
  return { field, name, size, sha256: hash.digest('hex'), path: to, is }
}

function verdictOf(error: unknown): { not: 'empty' | 'dangerous' | 'renamed' } {
  const code = error instanceof Refused ? error.refusal.code : ''
  if (code === 'file.empty') return { not: 'empty' }
  if (code === 'file.dangerous') return { not: 'dangerous' }
  if (code === 'file.renamed') return { not: 'renamed' }
  throw error
}

// The parser of multipart bodies tells its limits by codes and its confusions by bare words.
function told(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (/^FST_(PARTS|FIELDS|FILES)_LIMIT$|^FST_REQ_FILE_TOO_LARGE$/.test(code)) return refuse(formTooLarge, { limit_bytes: MOST_FORM_BYTES }) // prettier-ignore
  if (code.startsWith('FST_')) return refuse(formUnreadable, {})
  const said = error instanceof Error ? error.message : ''
  return /^(Multipart|Unexpected end of|Part terminated|Malformed)/.test(said) ? refuse(formUnreadable, {}) : error
}

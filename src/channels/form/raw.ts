// What a form brought, exactly as it came: kept before anything is made of it, and read again whenever it is filed.
import { z } from 'zod'
import { readFile } from '#base/files'
import type { Work } from '#base/work'
import { formLanguages } from '../contract.ts'

const keptFile = z.object({
  field: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  file: z.string(),
})
const rawShape = z.object({
  form: z.string(),
  version: z.number().int(),
  language: z.enum(formLanguages),
  answers: z.record(z.string(), z.array(z.string())),
  files: z.array(keptFile),
})
export type Raw = z.output<typeof rawShape>
export type KeptPart = z.output<typeof keptFile>

export const writeRaw = (raw: Raw): Buffer => Buffer.from(JSON.stringify(raw, null, 2))
export const readRaw = async (work: Work, file: string): Promise<Raw> =>
  rawShape.parse(JSON.parse((await readFile(work, file)).toString('utf8')))

// What a widget may say to us, read strictly: one frame, one thing said.
import { z } from 'zod'
import { LONGEST_CHAT_TEXT, MOST_FILES_A_MESSAGE, type FromVisitor } from '../../contract.ts'

const line = (most: number) => z.string().max(most)
const shapes = {
  hello: z.object({
    visit: line(100),
    identity: line(8_000).nullable().default(null),
    seen: z.number().int().min(0).max(2_000_000_000),
    language: z.enum(['fr', 'en']),
    page: line(2_000).default(''),
  }),
  who: z.object({ name: line(300), email: line(320) }),
  say: z.object({
    id: z.uuid(),
    text: line(LONGEST_CHAT_TEXT * 4), // too long is told apart from nonsense
    files: z.array(z.uuid()).max(MOST_FILES_A_MESSAGE).default([]),
  }),
  typing: z.object({ on: z.boolean() }),
  read: z.object({ seq: z.number().int().min(0).max(2_000_000_000) }),
  call_back: z.object({ id: z.uuid(), name: line(300), phone: line(60), about: line(2_000), at: line(60).nullable() }),
  leave: z.object({}),
  follow: z.object({}),
} satisfies { [Name in keyof FromVisitor]: z.ZodType<FromVisitor[Name]> }

export type Read = { [Name in keyof FromVisitor]: { name: Name; said: FromVisitor[Name] } }[keyof FromVisitor]

/** What a frame says, or undefined when it is nonsense. At most 16 kB reach us. */
export function readFrame(text: string): Read | undefined {
  const frame = parsed(text)
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) return undefined
  const [[name, said] = [''], more] = Object.entries(frame)
  if (more || !Object.hasOwn(shapes, name)) return undefined
  const result = shapes[name as keyof typeof shapes].safeParse(said) // its own name was just found
  return result.success ? ({ name, said: result.data } as Read) : undefined // the shape of that very name read it
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// What is read back from the device was perhaps written by another version of ours, or by the site: anything unexpected is left out. Pure.
import type { Outgoing } from './conversation.ts'

export function readOutgoing(text: string | null): Outgoing | null {
  const value: unknown = parsed(text)
  if (!isRecord(value) || !areTexts(value, ['id', 'at'])) return null
  const isMessage = value['kind'] === 'message' && areTexts(value, ['text']) && Array.isArray(value['files'])
  const isCall = value['kind'] === 'call' && isRecord(value['wish']) && areTexts(value['wish'], ['name', 'phone', 'about'])
  return isMessage || isCall ? (value as unknown as Outgoing) : null // its fields were looked at above; what a file is called, the server knows
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const areTexts = (value: Record<string, unknown>, names: string[]): boolean =>
  names.every((name) => typeof value[name] === 'string')

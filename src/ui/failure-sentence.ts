// The one funnel: whatever went wrong becomes a sentence in the reader's language that says what to do.
import { Refused, StrangeAnswer, Unreachable } from './api.ts'
import { words } from './floor-words.ts'
import { language, type Language } from './language.ts'
import { toast } from './toasts.ts'
import { speak } from './words.ts'

export function sentenceOf(error: unknown, spoken: Language = language()): string {
  if (error instanceof Refused) return error.sentence(spoken)
  const own = words[spoken]
  if (error instanceof Unreachable) return speak(own.unreachable, spoken)
  if (error instanceof StrangeAnswer) return speak(own.strangeAnswer, spoken)
  return speak(own.unexpected, spoken)
}

/** For failures that no field or panel can show at its own place. */
export function tell(error: unknown): void {
  if (!(error instanceof Refused)) console.error(error)
  toast({ text: sentenceOf(error), tone: 'danger' })
}

/** The sentences of a refused form by field path: `fieldErrors(error)['customer.email']`. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Refused)) return {}
  const { fields } = (error.details ?? {}) as { fields?: unknown } // from outside: looked at before it is believed
  if (!Array.isArray(fields)) return {}
  return Object.fromEntries(
    fields.flatMap((field: { path?: unknown; message?: unknown }) =>
      typeof field.path === 'string' ? [[field.path, String(field.message)]] : [],
    ),
  )
}

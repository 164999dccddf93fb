// What to say when an edit touched nothing: somebody was faster. Given what is there now, read after the attempt.
import { notFound, refuse, stale, type Refused } from './refusal.ts'

export const overtaken = (current: { version: number } | undefined, given_version: number): Refused =>
  current ? refuse(stale, { current, given_version, current_version: current.version }) : refuse(notFound, {})

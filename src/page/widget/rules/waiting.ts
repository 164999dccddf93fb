// The wait before somebody answers, in words that promise no more than is known. Pure.
import type { Reception } from '#channels/contract'
import { speaking, type Language } from '../words/speak.ts'

type Wait = Pick<Reception, 'wait_seconds' | 'ahead'>

/** Minutes are rounded up: who is answered sooner than told is not disappointed. */
export function waitWords({ wait_seconds, ahead }: Wait, language: Language): string {
  const say = speaking(language)
  const before = ahead === 0 ? '' : ` ${ahead === 1 ? say('aheadOne') : say('aheadMany', { count: ahead })}`
  if (wait_seconds === null) return say('waitUnknown') + before
  if (wait_seconds < 60) return say('waitSoon') + before
  const minutes = Math.ceil(wait_seconds / 60)
  return (minutes > 60 ? say('waitHour') : say('waitMinutes', { minutes })) + before
}

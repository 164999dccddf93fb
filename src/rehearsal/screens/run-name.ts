import { useLanguage } from '#ui/language'
import { day } from '#ui/instant'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Run } from '../contract.ts'
import { words } from './words.ts'

/** How a rehearsal is called, and what it was of. */
export function useRunName(): (run: Run) => { name: string; about: string } {
  const say = useWords(words)
  const spoken = useLanguage()
  const now = useNow()
  return (run) => {
    const span = spanOf(run)
    const of = span
      ? say('ofPeriod', { from: day(span.from, { now, spoken }), to: day(span.to, { now, spoken }) })
      : say('ofFile')
    const contacts = run.contacts === null ? '' : say('contacts', { count: run.contacts })
    const about = [run.name === '' ? '' : of, contacts].filter(Boolean).join(' · ')
    return { name: run.name === '' ? capital(of) : run.name, about }
  }
}

// A period ends at the midnight after its last day.
const spanOf = ({ from, to }: Run) => (from && to ? { from, to: new Date(Date.parse(to) - 1).toISOString() } : null)
const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

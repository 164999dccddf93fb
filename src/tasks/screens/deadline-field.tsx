// By when: in working hours of whoever is asked, or at a moment. Whether that lies within the case's own deadline is said while one chooses.
import { useEffect, useState } from 'react'
import { MomentField } from '#commitments/screens'
import type { CaseId } from '#cases/contract'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Notice, Stack } from '#ui/layout'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { postTaskFit, type Asked, type Deadline, type Fit, type TaskId } from '../contract.ts'
import { words } from './ask-words.ts'
import { useMoment } from './due.tsx'
import { hoursOf } from './said.ts'

export type When = { choice: string; at: string | null; knowingly: boolean }
export const UNSAID: When = { choice: '', at: null, knowingly: false }
const HOURS = [1, 4, 8, 16, 40] as const

const DAY = 480

// As the contract takes it: undefined means the usual time of whoever is asked.
function deadlineOf({ choice, at }: When, usual: number | null): Deadline | undefined {
  if (choice === 'moment') return at ? { at } : undefined
  if (choice.startsWith('minutes')) return { minutes: Number(choice.slice(7)) }
  return usual === null ? { minutes: DAY } : undefined
}

export type Agreed = { deadline: Deadline | undefined; ready: boolean } // ready: it is said, and lies within the case's own or is meant to be later
export const UNAGREED: Agreed = { deadline: undefined, ready: false }
type Saying = {
  of: CaseId
  asked: Asked | null
  after: readonly TaskId[]
  value: When
  onChange: (when: When) => void
  onAgreed: (agreed: Agreed) => void
}

function useFit({ of, asked, after, value, onAgreed }: Omit<Saying, 'onChange'>): { usual: number | null; fit: Fit | undefined } {
  const base = { case: of, ...(asked && !('email' in asked) ? { asked } : {}), after: [...after] }
  const usual = useAsk(postTaskFit, base, { keepPrevious: true, staleSeconds: 30 }).data?.minutes ?? null
  const deadline = deadlineOf(value, usual)
  const fit = useAsk(postTaskFit, { ...base, ...(deadline ? { deadline } : {}) }, { keepPrevious: true, staleSeconds: 10 }).data
  const fits = !fit || fit.fits || fit.latest_at === null || value.knowingly
  const ready = fits && (value.choice !== 'moment' || value.at !== null)
  const said = JSON.stringify(deadline ?? null)
  useEffect(() => onAgreed({ deadline: (JSON.parse(said) as Deadline | null) ?? undefined, ready }), [said, ready, onAgreed]) // as it was written a line above
  return { usual, fit }
}

export function DeadlineField({ onChange, ...saying }: Saying) {
  const say = useWords(words)
  const { of, value } = saying
  const [typed, setTyped] = useState('')
  const { usual, fit } = useFit(saying)
  const options = useChoices(value, usual)
  const chosen = value.choice || (usual === null ? 'minutes480' : 'usual')
  return (
    <Stack gap={2}>
      <Select
        label={say('deadline')}
        options={options}
        value={chosen}
        onChange={(choice) => onChange({ ...value, choice, knowingly: false })}
        isRequired
      />
      {chosen === 'moment' && (
        <MomentField
          of={of}
          value={typed}
          onChange={setTyped}
          onMoment={(moment) => moment?.due_at !== value.at && onChange({ ...value, at: moment?.due_at ?? null })}
        />
      )}
      {fit && <Fitting fit={fit} value={value} onChange={onChange} />}
    </Stack>
  )
}

function useChoices(value: When, usual: number | null): { id: string; label: string }[] {
  const say = useWords(words)
  const listed = HOURS.some((hours) => value.choice === `minutes${hours * 60}`)
  return [
    ...(usual === null ? [] : [{ id: 'usual', label: say('usual', { hours: hoursOf(usual) }) }]),
    ...HOURS.map((hours) => ({ id: `minutes${hours * 60}`, label: say(`hours${hours}`) })),
    ...(value.choice.startsWith('minutes') && !listed
      ? [{ id: value.choice, label: hoursOf(Number(value.choice.slice(7))) }]
      : []),
    { id: 'moment', label: say('moment') },
  ]
}

function Fitting({ fit, value, onChange }: { fit: Fit; value: When; onChange: (when: When) => void }) {
  const say = useWords(words)
  const moment = useMoment()
  const spoken = useLanguage()
  const why = fit.why?.[spoken] ?? ''
  return (
    <>
      <p className="tasks-quiet" aria-live="polite">
        {fit.due_at && say('dueThen', { when: moment(fit.due_at) })}{' '}
        {fit.calendar ? say('inHours', { name: fit.calendar }) : say('aroundTheClock')}
      </p>
      {!fit.fits && fit.latest_at === null && <Notice tone="promise">{say('casePast', { why })}</Notice>}
      {!fit.fits && fit.latest_at !== null && (
        <Notice tone="danger" title={say('tooLate')}>
          {say('tooLateText', { why })}
          <span className="tasks-fitting">
            <Button size="small" tone="primary" onPress={() => onChange(latestOf(fit, value))}>
              {say('takeLatest', { when: moment(fit.latest_at) })}
            </Button>
            <Checkbox isSelected={value.knowingly} onChange={(knowingly) => onChange({ ...value, knowingly })}>
              {say('knowingly')}
            </Checkbox>
          </span>
        </Notice>
      )}
    </>
  )
}

// In the same way it was said: so many working minutes, or a moment.
const latestOf = ({ latest_at, latest_minutes }: Fit, value: When): When =>
  value.choice === 'moment' || latest_minutes === null
    ? { choice: 'moment', at: latest_at, knowingly: false }
    : { choice: `minutes${latest_minutes}`, at: null, knowingly: false }

import { useEffect, useState } from 'react'
import type { Id } from '#base/contract'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { postProposals, type Proposal } from '../contract.ts'
import { useDueWords } from './use-due-words.ts'
import { words } from './words.ts'

type Asking = {
  of: Id<'case'>
  value: string
  onChange: (text: string) => void
  onMoment: (moment: Proposal | null) => void
  autoFocus?: boolean
}

/** A moment written as one would say it; what was understood stands below before anything is promised. */
export function MomentField({ of, value, onChange, onMoment, autoFocus = false }: Asking) {
  const say = useWords(words)
  const when = useDueWords()
  const asked = useSettled(value.trim(), 250)
  const { data, isFetching } = useAsk(
    postProposals,
    { case: of, text: asked, typed: true },
    { enabled: asked !== '', staleSeconds: 20 },
  )
  const found = asked === '' || asked !== value.trim() ? null : (data?.items[0] ?? null)
  useEffect(() => onMoment(found), [found, onMoment])
  const unknown = asked !== '' && asked === value.trim() && data?.items.length === 0 && !isFetching
  return (
    <div className="commitments-moment">
      <TextField
        label={say('when')}
        icon="clock"
        value={value}
        onChange={onChange}
        hint={say('whenHint')}
        error={unknown ? say('whenUnknown') : undefined}
        isRequired
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={200}
      />
      <div className="commitments-soon">
        {(['soonHour', 'soonTomorrow', 'soonWeek'] as const).map((key) => (
          <Button key={key} size="small" tone="quiet" onPress={() => onChange(say(key))}>
            {say(key)}
          </Button>
        ))}
      </div>
      <p className="commitments-understood" aria-live="polite">
        {found && (
          <>
            {say('understood')}
            <strong>{when(found)}</strong> · <Time at={found.due_at} />
          </>
        )}
      </p>
    </div>
  )
}

/** A value once it has stopped changing for so long. */
export function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

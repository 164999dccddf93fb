import { useState } from 'react'
import { listTeams } from '#staff/contract'
import { Button, ButtonRow } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { DateField } from '#ui/date'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { PlanId } from '../../contract/names.ts'
import { listPlans, postPlan, type NewPlan } from '../../contract/plans.ts'
import { pageWords } from './page-words.ts'

const lengths = ['1', '2', '4', '6', '12'] as const

/** The Monday after this one. */
const nextMonday = (): string => {
  const today = Temporal.Now.plainDateISO()
  return today.add({ days: 8 - today.dayOfWeek }).toString()
}

/** Weeks and teams: all that a plan needs to begin. */
export function NewPlanDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: PlanId) => void }) {
  const say = useWords(pageWords)
  const [name, setName] = useState('')
  const [first, setFirst] = useState<string | null>(nextMonday())
  const [weeks, setWeeks] = useState<(typeof lengths)[number]>('1')
  const [teams, setTeams] = useState<NewPlan['teams']>([])
  const known = useAsk(listTeams, { limit: 100 }, { staleSeconds: 300 })
  const make = useSend(postPlan, { refetch: [listPlans], onDone: ({ id }) => onMade(id) })
  const turn = (team: NewPlan['teams'][number], on: boolean): void => setTeams(on ? [...teams, team] : teams.filter((each) => each !== team))
  const begin = (): void => {
    if (first) make.mutate({ name, first_day: first, days: Number(weeks) * 7, interval_min: 15, teams, people: [] })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('beginTitle')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" busy={make.isPending} isDisabled={!first} onPress={begin}>{say('begin')}</Button>
        </ButtonRow>
      }
    >
      <Stack>
        <div className="scheduling-two">
          <DateField label={say('firstDay')} value={first} onChange={setFirst} isRequired />
          <Select label={say('weeks')} options={lengths.map((id) => ({ id, label: say('weeksMany', { count: Number(id) }) }))} value={weeks} onChange={setWeeks} />
        </div>
        <TextField label={say('name')} value={name} onChange={setName} placeholder={say('namePlaceholder')} maxLength={200} />
        {(known.data?.items.length ?? 0) > 0 && (
          <fieldset className="scheduling-checks">
            <legend>{say('whose')}</legend>
            <Checkbox isSelected={teams.length === 0} onChange={(on) => on && setTeams([])}>{say('everybody')}</Checkbox>
            {known.data?.items.map((team) => (
              <Checkbox key={team.id} isSelected={teams.includes(team.id)} onChange={(on) => turn(team.id, on)}>{team.name}</Checkbox>
            ))}
          </fieldset>
        )}
      </Stack>
    </Dialog>
  )
} // prettier-ignore

import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ButtonRow } from '#ui/button'
import { DateField } from '#ui/date'
import { Dialog } from '#ui/dialog'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { postPlanRehearsal, type Plan } from '../../contract/plans.ts'
import { pageWords } from './page-words.ts'

/** A day of the plan played on what came on a day that was: its result is a rehearsal like any other. */
export function RehearseDay({ plan, day: shown, onClose }: { plan: Plan; day: string; onClose: () => void }) {
  const say = useWords(pageWords)
  const router = useRouter()
  const yesterday = Temporal.Now.plainDateISO(plan.zone).subtract({ days: 1 })
  const [day, setDay] = useState<string | null>(shown)
  const [past, setPast] = useState<string | null>(sameWeekday(shown, yesterday))
  const play = useSend(postPlanRehearsal, {
    onDone: ({ run }) => {
      onClose()
      void router.navigate({ to: `/rehearsal/${run}` as never }) // a page of the desk's list
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('rehearseTitle')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" busy={play.isPending} isDisabled={!day || !past} onPress={() => day && past && play.mutate({ id: plan.id, day, traffic_day: past })}>{say('rehearse')}</Button>
        </ButtonRow>
      }
    >
      <Stack>
        <p className="scheduling-quiet">{say('rehearseText')}</p>
        <div className="scheduling-two">
          <DateField label={say('rehearseDay')} value={day} onChange={setDay} min={plan.first_day} max={plan.last_day} />
          <DateField label={say('rehearsePast')} value={past} onChange={setPast} max={yesterday.toString()} />
        </div>
      </Stack>
    </Dialog>
  )
} // prettier-ignore

/** The last day that was and is of the same weekday: what comes resembles it most. */
function sameWeekday(day: string, yesterday: Temporal.PlainDate): string {
  const back = (yesterday.dayOfWeek - Temporal.PlainDate.from(day).dayOfWeek + 7) % 7
  return yesterday.subtract({ days: back }).toString()
}

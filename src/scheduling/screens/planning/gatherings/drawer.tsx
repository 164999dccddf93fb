import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteGathering, listGatherings, putGatheringPlace, type Gathering } from '../../../contract/gatherings.ts'
import { getCoverage, listPlans, type Plan } from '../../../contract/plans.ts'
import { dayName, lengthOf, wallHour } from '../grid/hours.ts'
import { gridWords } from '../grid/words.ts'
import { announceMove } from '../use-board.ts'
import { WriteGathering } from './new.tsx'
import { gatheringWords } from './words.ts'

/** Meetings, training and coaching the plan must hold: what there is, and one more. */
export function GatheringsDrawer({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const say = useWords(gatheringWords)
  const asked = useAsk(listGatherings, { id: plan.id, limit: 100 })
  const items = asked.data?.items ?? []
  return (
    <Drawer open onClose={onClose} title={say('title')}>
      <Stack>
        <p className="scheduling-quiet">{say('lead')}</p>
        {asked.error ? (
          <Failure error={asked.error} onRetry={() => void asked.refetch()} />
        ) : asked.isPending ? (
          <Skeleton lines={4} />
        ) : items.length === 0 ? (
          <p className="scheduling-quiet">{say('none')}</p>
        ) : (
          items.map((each) => <One key={each.id} gathering={each} plan={plan} />)
        )}
        {plan.may.includes('edit') && <WriteGathering plan={plan} />}
      </Stack>
    </Drawer>
  )
}

function One({ gathering, plan }: { gathering: Gathering; plan: Plan }) {
  const say = useWords(gatheringWords)
  const sayKind = useWords(gridWords)
  const spoken = useLanguage()
  const place = usePlacing()
  const cancel = useSend(deleteGathering, { refetch: [listGatherings, getCoverage, listPlans], onDone: announceMove })
  const [changing, setChanging] = useState(false)
  const { kind, name, people, placed, together, length_min } = gathering
  const first = placed[0]
  const when = first && together ? ` · ${whenOf(first.starts_at, plan.zone, spoken)}` : ''
  const changed = (): void => {
    setChanging(false)
    if (placed.length > 0) place.mutate({ id: gathering.id }) // for whom and how long it is now
  }
  if (changing) return <WriteGathering plan={plan} kept={gathering} onDone={changed} onCancel={() => setChanging(false)} />
  return (
    <Panel title={name || sayKind(kind)}>
      <p className="scheduling-quiet">
        {[sayKind(kind), lengthOf(length_min, spoken), people.length === 1 ? people[0]?.name : say('people', { count: people.length }), ...(people.length > 1 ? [say(together ? 'atOnce' : 'apart')] : [])].join(' · ')}
      </p>
      <Badge tone={placed.length === people.length ? 'good' : 'promise'}>
        {placed.length === 0 ? say('notPlaced') : `${say('placed', { placed: placed.length, count: people.length })}${when}`}
      </Badge>
      {plan.may.includes('edit') && (
        <ButtonRow>
          <Button size="small" icon="check" busy={place.isPending} onPress={() => place.mutate({ id: gathering.id })}>{say(placed.length === 0 ? 'place' : 'placeAgain')}</Button>
          <Button size="small" icon="edit" tone="quiet" onPress={() => setChanging(true)}>{say('change')}</Button>
          <Confirm label={say('cancel')} question={say('cancelSure')} yes={say('cancel')} icon="trash" tone="quiet" size="small" onYes={() => cancel.mutate({ id: gathering.id })} />
        </ButtonRow>
      )}
    </Panel>
  )
} // prettier-ignore

/** Laid where it hurts least; who has no room is named. */
export function usePlacing() {
  const say = useWords(gatheringWords)
  return useSend(putGatheringPlace, {
    refetch: [listGatherings, getCoverage, listPlans],
    onDone: ({ gathering, not_placed }) => {
      announceMove()
      if (not_placed.length > 0) toast({ text: say(gathering.together ? 'missedTogether' : 'missed', { names: not_placed.map(({ name }) => name).join(', ') }), seconds: 10 })
    },
  })
} // prettier-ignore

function whenOf(starts_at: string, zone: string, spoken: ReturnType<typeof useLanguage>): string {
  const begins = Temporal.Instant.from(starts_at)
  const day = begins.toZonedDateTimeISO(zone).toPlainDate().toString()
  return `${dayName(day, spoken, 'short')} ${wallHour(begins.epochMilliseconds, zone)}`
}

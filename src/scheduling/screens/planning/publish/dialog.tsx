import { useState } from 'react'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Notice, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Table } from '#ui/table'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { TroubleSaid } from '../../../contract/names.ts'
import { listPlans, type Plan } from '../../../contract/plans.ts'
import { changeKinds, getPublishing, putPublished, type ShiftChange } from '../../../contract/publishing.ts'
import { dayName, wallHour } from '../grid/hours.ts'
import { announceMove } from '../use-board.ts'
import { publishWords } from './words.ts'

/** What publishing would change, for whom; then it is done. */
export function PublishDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const say = useWords(publishWords)
  const asked = useAsk(getPublishing, { id: plan.id }, { staleSeconds: 0 })
  const [note, setNote] = useState('')
  const publish = useSend(putPublished, {
    refetch: [listPlans, getPublishing],
    onDone: () => {
      announceMove()
      toast({ text: say('done'), tone: 'good' })
      onClose()
    },
  })
  const known = asked.data
  const stops = known?.troubles.filter(({ hard }) => hard) ?? []
  const nothing = known !== undefined && known.changes.length === 0
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={say('title')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" icon="send" busy={publish.isPending} isDisabled={!known || nothing || stops.length > 0} onPress={() => known && publish.mutate({ id: plan.id, version: known.version, note })}>{say('go')}</Button>
        </ButtonRow>
      }
    >
      {asked.error ? <Failure error={asked.error} onRetry={() => void asked.refetch()} /> : !known ? <Skeleton lines={6} /> : nothing ? <p>{say('nothing')}</p> : (
        <Stack>
          <p>{say('lead', { people: known.people })}</p>
          <p className="scheduling-badges">
            {changeKinds.filter((kind) => (known.counts[kind] ?? 0) > 0).map((kind) => <Badge key={kind} tone={tones[kind]}>{say(kind, { count: known.counts[kind] ?? 0 })}</Badge>)}
          </p>
          {known.unassigned > 0 && <Notice>{say('unassigned', { count: known.unassigned })}</Notice>}
          <Said title={say('stops')} troubles={stops} tone="danger" />
          <Said title={say('warns')} troubles={known.troubles.filter(({ hard }) => !hard)} tone="promise" />
          <TextField label={say('note')} value={note} onChange={setNote} maxLength={500} />
          <Changes changes={known.changes} zone={plan.zone} />
          {known.more && <p className="scheduling-quiet">{say('more')}</p>}
        </Stack>
      )}
    </Dialog>
  )
} // prettier-ignore

const tones: Record<ShiftChange['change'], BadgeTone> = { new: 'good', moved: 'promise', changed: 'info', gone: 'danger' }
const MOST_SAID = 8

function Said({ title, troubles, tone }: { title: string; troubles: readonly TroubleSaid[]; tone: 'danger' | 'promise' }) {
  const spoken = useLanguage()
  if (troubles.length === 0) return null
  return (
    <Notice tone={tone} title={title}>
      {troubles.slice(0, MOST_SAID).map((trouble, at) => (
        <p key={at}>{trouble[spoken]}</p>
      ))}
      {troubles.length > MOST_SAID && <p>+ {troubles.length - MOST_SAID}</p>}
    </Notice>
  )
}

function Changes({ changes, zone }: { changes: readonly ShiftChange[]; zone: string }) {
  const say = useWords(publishWords)
  const spoken = useLanguage()
  const span = (each: ShiftChange['before']): string =>
    each ? `${wallHour(Date.parse(each.starts_at), zone)}–${wallHour(Date.parse(each.ends_at), zone)}` : ''
  return (
    <div className="scheduling-changes" role="region" aria-label={say('list')} tabIndex={0}>
      <Table
        label={say('list')}
        rows={changes}
        idOf={({ shift, change }) => `${shift}${change}`}
        columns={[
          { id: 'person', title: say('person'), cell: ({ person }) => person.name, width: 'wide' },
          { id: 'day', title: say('day'), cell: ({ day }) => dayName(day, spoken, 'short') },
          { id: 'what', title: say('what'), cell: ({ change }) => <Badge tone={tones[change]}>{say(`change_${change}`)}</Badge> },
          { id: 'hours', title: say('hours'), cell: ({ before, after }) => (before && after && span(before) !== span(after) ? `${span(before)} → ${span(after)}` : span(after ?? before)) },
        ]}
      />
    </div>
  )
} // prettier-ignore

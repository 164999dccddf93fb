import { useState, type ReactNode } from 'react'
import { useNarrow } from '#forecasting/screens'
import { Refused } from '#ui/api'
import { Badge } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { TroubleSaid } from '../../../contract/names.ts'
import { listPlans, type Plan } from '../../../contract/plans.ts'
import { changeKinds, getPublishing, putPublished, type Foresight } from '../../../contract/publishing.ts'
import { SaidAlike } from '../said-alike.tsx'
import { announceMove } from '../use-board.ts'
import { ChangeLines, Changes, tones } from './changes.tsx'
import { publishWords } from './words.ts'

/** What publishing would change, for whom; then it is done. */
export function PublishDialog({ plan, onPast, onClose }: { plan: Plan; onPast: () => void; onClose: () => void }) {
  const say = useWords(publishWords)
  const asked = useAsk(getPublishing, { id: plan.id }, { staleSeconds: 0 })
  const [note, setNote] = useState('')
  const [refusal, setRefused] = useState<Error | null>(null)
  const publish = useSend(putPublished, {
    refetch: [listPlans, getPublishing],
    onDone: () => {
      announceMove()
      toast({ text: say('done'), tone: 'good' })
      onClose()
    },
    onError: (error) => {
      void asked.refetch() // whatever stands in the way stands below, and what somebody changed meanwhile is in it
      setRefused(error)
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
          {plan.published && <Button tone="quiet" icon="clock" onPress={onPast}>{say('past')}</Button>}
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" icon="send" busy={publish.isPending} isDisabled={!known || nothing || stops.length > 0} onPress={() => {
            setRefused(null)
            if (known) publish.mutate({ id: plan.id, version: known.version, note })
          }}>{say('go')}</Button>
        </ButtonRow>
      }
    >
      {asked.error ? <Failure error={asked.error} onRetry={() => void asked.refetch()} /> : !known ? <Skeleton lines={6} /> : nothing ? <p>{say('nothing')}</p> : (
        <Stack>
          {refusal && (isStale(refusal) ? <Notice>{say('staleNow')}</Notice> : <Failure error={refusal} />)}
          <Foreseen known={known} zone={plan.zone}>
            <TextField label={say('note')} value={note} onChange={setNote} maxLength={500} />
          </Foreseen>
        </Stack>
      )}
    </Dialog>
  )
} // prettier-ignore

// What is said for and against it, and every change.
function Foreseen({ known, zone, children }: { known: Foresight; zone: string; children: ReactNode }) {
  const say = useWords(publishWords)
  const narrow = useNarrow()
  return (
    <>
      <p>{say('lead', { people: known.people })}</p>
      <p className="scheduling-badges">
        {changeKinds.filter((kind) => (known.counts[kind] ?? 0) > 0).map((kind) => <Badge key={kind} tone={tones[kind]}>{say(kind, { count: known.counts[kind] ?? 0 })}</Badge>)}
      </p>
      {known.unassigned > 0 && <Notice>{say('unassigned', { count: known.unassigned })}</Notice>}
      <Said title={say('stops')} troubles={known.troubles.filter(({ hard }) => hard)} tone="danger" />
      <Said title={say('warns')} troubles={known.troubles.filter(({ hard }) => !hard)} tone="promise" />
      {children}
      {narrow ? <ChangeLines changes={known.changes} zone={zone} /> : <Changes changes={known.changes} zone={zone} />}
      {known.more && <p className="scheduling-quiet">{say('more')}</p>}
    </>
  )
} // prettier-ignore

const isStale = (error: Error): boolean => error instanceof Refused && error.code === 'stale'

function Said({ title, troubles, tone }: { title: string; troubles: readonly TroubleSaid[]; tone: 'danger' | 'promise' }) {
  if (troubles.length === 0) return null
  return (
    <Notice tone={tone} title={title}>
      <SaidAlike troubles={troubles} />
    </Notice>
  )
}

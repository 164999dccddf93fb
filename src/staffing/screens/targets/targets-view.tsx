import { useState } from 'react'
import { useMe } from '#access/screens'
import { Refused } from '#ui/api'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  getRequirements,
  getTargets,
  listTargets,
  putTargets,
  type TargetsDocument,
  type TargetsInForce,
} from '../../contract.ts'
import { NumberBox } from '../what-if/number-box.tsx'
import { aimSaid, emptyDocument, isSaid, withAim, withoutAim } from './edit.ts'
import { ShrinkagePanel } from './shrinkage.tsx'
import { StreamRow } from './stream-row.tsx'
import { TargetsHistory } from './targets-history.tsx'
import { aimWords } from './words.ts'

/** What is aimed at, in sentences; edited as a whole, put in force as a version. */
export function TargetsView() {
  const given = useAsk(getTargets, {})
  if (given.isError) return <Failure error={given.error} onRetry={() => void given.refetch()} />
  if (!given.data)
    return (
      <Panel>
        <Skeleton lines={5} kind="rows" />
      </Panel>
    )
  return <Targets key={given.data.version} given={given.data} />
}

function Targets({ given }: { given: TargetsInForce }) {
  const say = useWords(aimWords)
  const { may } = useMe()
  const before = given.current?.document ?? emptyDocument
  const [document, setDocument] = useState(before)
  const [open, setOpen] = useState<string | null>(null)
  const onChange = may('workforce.manage') ? setDocument : null
  const changed = JSON.stringify(document) !== JSON.stringify(before)
  return (
    <div className="staffing-targets">
      {!onChange && <Notice>{say('readOnly')}</Notice>}
      <Panel title={say('streams')}>
        <p className="staffing-quiet">{given.aims.length > 0 ? say('streamsLead') : say('noStreams')}</p>
        <ul className="staffing-aims">
          {given.aims.map((aim) => (
            <StreamRow
              key={aim.stream}
              aim={aim}
              said={aimSaid(document, aim)}
              isSaid={isSaid(document, aim)}
              open={open === aim.stream}
              onOpen={(is) => setOpen(is ? aim.stream : null)}
              onChange={onChange && ((said) => onChange(said ? withAim(document, said) : withoutAim(document, aim)))}
            />
          ))}
        </ul>
      </Panel>
      <Panel title={say('climate')}>
<div className="staffing-narrow">
        {onChange ? (
          <NumberBox label={say('occupancyMost')} hint={say('occupancyHint')} value={Math.round(document.occupancy_most * 1_000) / 10} least={30} most={100} onChange={(most) => onChange({ ...document, occupancy_most: most / 100 })} />
        ) : (
          <p>{say('occupancyHint')}</p>
        )}
      </div>
</Panel>
      <ShrinkagePanel document={document} given={given} onChange={onChange} />
      {changed && <Save given={given} document={document} onDrop={() => setDocument(before)} />}
      <TargetsHistory />
    </div>
  ) // prettier-ignore
}

function Save({ given, document, onDrop }: { given: TargetsInForce; document: TargetsDocument; onDrop: () => void }) {
  const say = useWords(aimWords)
  const [note, setNote] = useState('')
  const put = useSend(putTargets, {
    refetch: [getTargets, listTargets, getRequirements],
    onDone: () => toast({ text: say('saved'), tone: 'good' }),
  })
  const isStale = put.error instanceof Refused && put.error.code === 'stale'
  return (
    <div className="staffing-save" role="region" aria-label={say('unsaved')}>
      {isStale && (
        <Notice tone="promise" action={<Button size="small" onPress={onDrop}>{say('staleTake')}</Button>}>
          {say('staleTitle')}
        </Notice>
      )}
      <TextField label={say('note')} value={note} onChange={setNote} maxLength={300} />
      <Button tone="quiet" onPress={onDrop}>
        {say('drop')}
      </Button>
      <Button tone="primary" busy={put.isPending} onPress={() => put.mutate({ version: given.version, note, document })}>
        {say('save')}
      </Button>
    </div>
  ) // prettier-ignore
}

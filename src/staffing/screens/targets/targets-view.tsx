import { useState } from 'react'
import { useMe } from '#access/screens'
import { Failure } from '#ui/failure'
import { SearchField } from '#ui/field'
import { Notice, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getTargets, type TargetsDocument, type TargetsInForce } from '../../contract.ts'
import { words } from '../words.ts'
import { NumberBox } from '../what-if/number-box.tsx'
import { aimSaid, emptyDocument, isSaid, isSame, onTop, withAim, withoutAim } from './edit.ts'
import { Save } from './save.tsx'
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
  return <Targets given={given.data} />
}

function Targets({ given }: { given: TargetsInForce }) {
  const say = useWords(aimWords)
  const sayRoom = useWords(words)
  const { may } = useMe()
  const [begun, setBegun] = useState(given) // what one's own changes rest on
  const [document, setDocument] = useState(documentOf(given))
  const [open, setOpen] = useState<string | null>(null)
  const [wanted, setWanted] = useState('')
  const found = given.aims.filter(({ queue, label }) => holds(label, wanted) || holds(queue, wanted))
  const onChange = may('workforce.manage') ? setDocument : null
  const changed = !isSame(document, documentOf(begun))
  const begin = (from: TargetsInForce, kept = documentOf(from)): void => {
    setBegun(from)
    setDocument(kept)
  }
  // Somebody else's version is followed at once, unless one has something of one's own to lose.
  if (begun.version !== given.version && !changed) begin(given)
  const keep = (from: TargetsInForce): void => begin(from, onTop({ begun: documentOf(begun), theirs: documentOf(from), mine: document })) // prettier-ignore
  return (
    <div className="staffing-targets">
      {!onChange && <Notice>{say('readOnly')}</Notice>}
      <Panel title={say('streams')}>
        <p className="staffing-quiet">{given.aims.length > 0 ? say('streamsLead') : say('noStreams')}</p>
        {given.aims.length > SHOWN && <SearchField label={say('findStream')} value={wanted} onChange={setWanted} />}
        {found.length === 0 && wanted !== '' && <p className="staffing-quiet">{say('noneFound')}</p>}
        <ul className="staffing-aims">
          {found.slice(0, SHOWN).map((aim) => (
            <StreamRow
              key={aim.stream}
              aim={aim}
              said={aimSaid(document, aim)}
              isSaid={isSaid(document, aim)}
              unnamed={sayRoom(given.aims.some(({ queue }) => queue !== '') ? 'unqueued' : 'everything')}
              open={open === aim.stream}
              onOpen={(is) => setOpen(is ? aim.stream : null)}
              onChange={onChange && ((said) => onChange(said ? withAim(document, said) : withoutAim(document, aim)))}
            />
          ))}
        </ul>
        {found.length > SHOWN && <p className="staffing-quiet">{say('othersFound', { count: found.length - SHOWN })}</p>}
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
      {changed && <Save begun={begun} given={given} document={document} onBegin={begin} onKeep={keep} />}
      <TargetsHistory />
    </div>
  ) // prettier-ignore
}

const SHOWN = 60 // more than that is searched
const holds = (name: string, wanted: string): boolean => name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase())

const documentOf = ({ current }: TargetsInForce): TargetsDocument => current?.document ?? emptyDocument

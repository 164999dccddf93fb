import { useState } from 'react'
import { editAbsence, getAbsence, listAbsences, type Absence } from '#staff/contract'
import { Button } from '#ui/button'
import { Skeleton } from '#ui/loading'
import { useAskPages, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { coverKinds, getPlan, listCovered, putChoice, type CoveredItem, type CoverKind, type Plan } from '../contract.ts'
import { ChooseCover } from './choose-cover.tsx'
import { Spans } from './spans.tsx'
import { words } from './words.ts'

type Choosable = { kind: 'case' | 'contact'; id: string }
type Mend = { items: Choosable[] } | 'deputy'
const touched = [getPlan, listCovered]

/** What nobody covers, first and in red, each with its mend; a deputy of the whole absence mends them all at once. */
export function Gaps({ plan, absence }: { plan: Plan; absence: Absence }) {
  const say = useWords(words)
  const [mend, setMend] = useState<Mend | null>(null)
  const close = () => setMend(null)
  const onDone = () => {
    toast({ tone: 'good', text: say('chosen') })
    close()
  }
  const choose = useSend(putChoice, { refetch: touched, onDone, onError: () => {} }) // shown in the dialog
  const name = useSend(editAbsence, { refetch: [...touched, getAbsence, listAbsences], onDone, onError: () => {} }) // shown in the dialog
  const kinds = coverKinds.filter((kind) => plan.counts.some((each) => each.kind === kind && each.gaps > 0))
  const may = plan.may.choose
  return (
    <section className="cover-part cover-gaps" aria-label={say('gaps')}>
      <div className="cover-head">
        <h3>{say('gaps')}</h3>
        {may && (
          <Button size="small" icon="people" onPress={() => setMend('deputy')}>
            {say('deputyForAll')}
          </Button>
        )}
      </div>
      {kinds.map((kind) => (
        <OfKind key={kind} plan={plan} kind={kind} onMend={may ? setMend : null} />
      ))}
      {mend === 'deputy' && (
        <ChooseCover
          title={say('deputyForAll')}
          without={plan.person.id}
          of={name}
          onChoose={(deputy_id) => name.mutate({ id: absence.id, version: absence.version, deputy_id })}
          onClose={close}
        />
      )}
      {mend !== null && mend !== 'deputy' && plan.absence && (
        <ChooseCover
          title={say('chooseFor', { count: mend.items.length })}
          without={plan.person.id}
          of={choose}
          onChoose={(person) => plan.absence && choose.mutate({ absence: plan.absence, person, items: mend.items })}
          onClose={close}
        />
      )}
    </section>
  )
}

type Short = { plan: Plan; kind: CoverKind; onMend: ((mend: Mend) => void) | null }

function OfKind({ plan, kind, onMend }: Short) {
  const say = useWords(words)
  const found = useAskPages(listCovered, { ...(plan.absence ? { absence: plan.absence } : {}), kind, gaps: true, limit: 20 })
  if (found.isPending) return <Skeleton lines={2} kind="rows" />
  return (
    <>
      <ul className="cover-things">
        {found.items.map((item) => (
          <li key={item.id} data-gap>
            <span className="cover-what">
              <strong>{item.label}</strong>
              <small>{[say(`one_${kind}`), item.customer?.name].filter(Boolean).join(' · ')}</small>
            </span>
            <Spans spans={item.spans} />
            {onMend && (
              <Button size="small" onPress={() => onMend(mendOf(item))}>
                {say('choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <Button size="small" tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
    </>
  )
}

// A promise is covered with its case; tasks and hand-overs follow the deputy of the absence.
function mendOf({ kind, id, case_id }: CoveredItem): Mend {
  if (kind === 'case' || kind === 'contact') return { items: [{ kind, id }] }
  return kind === 'promise' && case_id ? { items: [{ kind: 'case', id: case_id }] } : 'deputy'
}

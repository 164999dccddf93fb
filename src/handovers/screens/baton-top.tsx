import type { Case } from '#cases/contract'
import { Button } from '#ui/button'
import { Notice, Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getCaseBaton, putAnswer, putAway, type FullBaton } from '../contract.ts'
import { AnswerBaton, touched } from './answer-baton.tsx'
import { BriefView } from './brief-view.tsx'
import { SettleBaton } from './settle-baton.tsx'
import { WordLine } from './word-line.tsx'
import { words } from './words.ts'
import './handovers.css'

/** On top of a case: the offer that waits, or the brief of the one that was accepted, until whoever took over puts it away. */
export function BatonTop({ found, me }: { found: Case; me: string | undefined }) {
  const baton = useAsk(getCaseBaton, { case: found.id }).data?.baton ?? null
  if (!baton || (baton.ended_at !== null && baton.to.id !== me)) return null
  return (
    <div className="handovers-top">
      <Shown baton={baton} found={found} me={me} />
    </div>
  )
}

function Shown({ baton, found, me }: { baton: FullBaton; found: Case; me: string | undefined }) {
  const say = useWords(words)
  const mine = baton.to.id === me
  if (baton.ended_at === null) return mine ? <Offered baton={baton} /> : <Waits baton={baton} found={found} />
  return (
    <Panel tone="promise" title={say('takenOver', { name: baton.from.name })} actions={<PutAway baton={baton} />}>
      <Body baton={baton} />
    </Panel>
  )
}

function Offered({ baton }: { baton: FullBaton }) {
  const say = useWords(words)
  return (
    <Panel tone="promise" title={say('offers', { name: baton.from.name })}>
      <p className="handovers-term">
        {say('answerBefore')} <Time at={baton.answer_by} />
      </p>
      <Body baton={baton} />
      <AnswerBaton baton={baton} />
    </Panel>
  )
}

function Waits({ baton, found }: { baton: FullBaton; found: Case }) {
  const say = useWords(words)
  const withdraw = useSend(putAnswer, { refetch: touched, onDone: () => toast({ text: say('withdrawn') }) })
  return (
    <Notice tone="promise" icon="handover">
      <p>
        {say('offeredTo', { name: baton.to.name, owner: found.owner.name })} {say('answerBefore')} <Time at={baton.answer_by} />
      </p>
      <details>
        <summary>{say('showBrief')}</summary>
        <Body baton={baton} />
      </details>
      <div className="ui-button-row">
        {baton.may.includes('withdraw') && (
          <Button
            size="small"
            busy={withdraw.isPending}
            onPress={() => withdraw.mutate({ id: baton.id, as: 'withdrawn', because: '' })}
          >
            {say('withdraw')}
          </Button>
        )}
        {baton.may.includes('settle') && <SettleBaton baton={baton} />}
      </div>
    </Notice>
  )
}

function Body({ baton }: { baton: FullBaton }) {
  return (
    <>
      {baton.message && <blockquote className="handovers-message">{baton.message}</blockquote>}
      <BriefView brief={baton.brief} of={baton.case.id} />
      {baton.introduction && <WordLine baton={baton} word={baton.introduction} />}
    </>
  )
}

function PutAway({ baton }: { baton: FullBaton }) {
  const say = useWords(words)
  const put = useSend(putAway, { refetch: touched })
  return (
    <Button size="small" icon="check" busy={put.isPending} onPress={() => put.mutate({ id: baton.id })}>
      {say('putAway')}
    </Button>
  )
}

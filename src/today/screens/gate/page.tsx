import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { deleteSession, getSession } from '#access/contract'
import { setPresence } from '#staff/contract'
import { send } from '#ui/api'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { tell } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice, Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { getGate, getTeamDay, getToday, listGates, postGate, type Gate, type Line, type Outcome } from '../../contract.ts'
import { searchOf, useLineDeeds } from '../deeds.tsx'
import { useMomentWords } from '../moment-words.ts'
import { useDecisions, type Decisions } from './decisions.ts'
import { GateItem } from './item.tsx'
import { GiveDialog } from './give.tsx'
import { Return } from './return.tsx'
import { words } from './words.ts'
import '../today.css'
import './gate.css'

/** The end of a shift: what would break before I am back. Nothing is left in silence. */
export function LeavePage() {
  const say = useWords(words)
  const [said, setSaid] = useState<string | null>(null)
  const [gone, setGone] = useState<{ back_at: string; quiet: boolean } | null>(null)
  const gate = useAsk(getGate, said ? { back_at: said } : {}, { staleSeconds: 5, keepPrevious: true })
  if (gone) return <Gone gone={gone} onStay={() => setGone(null)} />
  return (
    <Page title={say('title')} width="reading">
      {gate.data ? (
        <Deciding gate={gate.data} onReturn={setSaid} onGone={setGone} />
      ) : gate.isError ? (
        <Failure error={gate.error} onRetry={() => void gate.refetch()} />
      ) : (
        <Panel>
          <Skeleton lines={4} />
        </Panel>
      )}
    </Page>
  )
}

type Going = { gate: Gate; onReturn: (at: string) => void; onGone: (gone: { back_at: string; quiet: boolean }) => void }

function Deciding({ gate, onReturn, onGone }: Going) {
  const say = useWords(words)
  const decisions = useDecisions(gate.items)
  const back_at = gate.back_at
  const pass = useSend(postGate, {
    refetch: [getToday, getTeamDay, listGates],
    onDone: ({ quiet }) => back_at && onGone({ back_at, quiet }),
  })
  const finish = () => {
    if (!back_at) return
    pass.mutate({
      back_at,
      left: decisions.lines.filter((line) => decisions.outcomeOf(line) === 'left').map((line) => ({ key: line.key, word: decisions.word(line)!.trim() })),
      did: decisions.done.flatMap(({ line, outcome }) => (outcome === 'left' ? [] : [{ key: line.key, outcome, what: line.what || (line.case?.subject ?? ''), case: line.case?.id ?? null, due_at: line.at }])),
    })
  } // prettier-ignore
  const quiet = decisions.lines.length === 0
  return (
    <div className="today-gate">
      <Return gate={gate} onChange={onReturn} />
      {back_at && quiet && (
        <Empty drawing="calm" title={say('quietTitle')}>
          {say('quietText')}
        </Empty>
      )}
      {back_at && !quiet && <Items gate={gate} decisions={decisions} />}
      {gate.more && <Notice>{say('more')}</Notice>}
      {back_at && (
        <footer className="today-gate-foot">
          {!quiet && (
            <span>{say('decided', { done: decisions.lines.length - decisions.open, count: decisions.lines.length })}</span>
          )}
          <Button tone="primary" icon="out" isDisabled={decisions.open > 0} busy={pass.isPending} onPress={finish}>
            {say('finish')}
          </Button>
        </footer>
      )}
      <Counted gate={gate} />
    </div>
  )
}

function Items({ gate, decisions }: { gate: Gate; decisions: Decisions }) {
  const say = useWords(words)
  const go = useNavigate()
  const me = useAsk(getSession, {}, { staleSeconds: 300 }).data?.person?.id ?? ''
  const [giving, setGiving] = useState<Gate['items'][number] | null>(null)
  const lineOf = (line: Line) => decisions.lines.find(({ key }) => key === line.key)
  const deeds = useLineDeeds((line, as) => {
    const item = lineOf(line)
    if (item) decisions.settle(item, as)
  })
  const onWay = (line: Gate['items'][number], way: Outcome) => {
    if (way === 'moved') deeds.move(line)
    else if (way === 'handed_over') setGiving(line)
    else if (way === 'done' || line.kind === 'hand_over') deeds.of(line).run()
    else void go({ to: line.path.split('?')[0]!, search: searchOf(line.path) as never }) // a page of the desk reads its own address
  }
  return (
    <>
      <p className="today-soft">{say('lead', { count: decisions.lines.length })}</p>
      <ul className="today-gate-items">
        {decisions.lines.map((line) => (
          <GateItem key={line.key} line={line} decisions={decisions} stand_in={gate.stand_in} onWay={onWay} />
        ))}
      </ul>
      {deeds.dialogs}
      {giving && (
        <GiveDialog
          line={giving}
          stand_in={gate.stand_in?.id ?? null}
          me={me}
          onDone={() => decisions.settle(giving, 'handed_over')}
          onClose={() => setGiving(null)}
        />
      )}
    </>
  )
}

function Counted({ gate }: { gate: Gate }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <details className="today-counted">
      <summary>{say('howCounted')}</summary>
      <p>
        <code>{gate.formula.id}</code> {gate.formula[spoken]}
      </p>
    </details>
  )
}

function Gone({ gone, onStay }: { gone: { back_at: string; quiet: boolean }; onStay: () => void }) {
  const say = useWords(words)
  const when = useMomentWords()
  return (
    <Empty
      level={1}
      drawing="shut"
      title={say('doneTitle')}
      action={
        <div className="ui-button-row">
          <Button tone="primary" icon="out" onPress={() => void signOut().catch(tell)}>
            {say('signOut')}
          </Button>
          <Button onPress={onStay}>{say('stay')}</Button>
        </div>
      }
    >
      {say(gone.quiet ? 'doneQuiet' : 'doneText', { when: when(gone.back_at) })}
    </Empty>
  )
}

async function signOut(): Promise<void> {
  await send(setPresence, { state: 'offline' })
  await send(deleteSession, {})
  location.assign('/desk/sign-in') // a page load, so that nothing of this person stays in memory
}

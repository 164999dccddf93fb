import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { ChoosePerson } from '#staff/screens'
import { getAbsence, listAbsences, type Absence } from '#staff/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Checkbox, Switch } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAsk, useAskPages, useSend } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  coverKinds,
  getPlan,
  listCovered,
  putApproval,
  putChoice,
  type CoveredItem,
  type CoverKind,
  type Plan,
} from '../contract.ts'
import { Spans } from './spans.tsx'
import { words } from './words.ts'
import './cover.css'

const touched = [getPlan, listCovered]

/** Below an absence: who covers what, why, with which gaps, and the approval that goes with it. */
export function CoverPlan({ absence }: { absence: Absence }) {
  const say = useWords(words)
  const { data: plan, error, refetch } = useAsk(getPlan, { absence: absence.id })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!plan) return <Skeleton lines={6} />
  return (
    <Panel title={say('plan')}>
      <Stack>
        <p className="cover-soft">{say('planLead')}</p>
        {plan.gaps > 0 ? <Notice tone="danger" icon="warning">{say('gapsLeft', { count: plan.gaps })}</Notice> : <Notice tone="good" icon="check">{say('allCovered')}</Notice>}
        {plan.approved?.because && <Notice>{say('approvedOver', { because: plan.approved.because })}</Notice>}
        <div className="cover-usual">
          <h3>{say('byRule')}</h3>
          <Spans spans={plan.spans} />
        </div>
        <Covers plan={plan} />
        <Things plan={plan} />
        {plan.may.approve && <Approve plan={plan} />}
      </Stack>
    </Panel>
  )
} // prettier-ignore

function Covers({ plan }: { plan: Plan }) {
  const say = useWords(words)
  if (plan.covers.length === 0) return null
  return (
    <div>
      <h3>{say('covers')}</h3>
      <ul className="cover-people">
        {plan.covers.map(({ person, things, open_cases, away }) => (
          <li key={person.id}>
            <Person person={person} detail={`${say('things', { count: things })} · ${say('openCases', { count: open_cases })}`} />
            {away.map(({ from, until }) => (
              <Badge key={from} tone="danger">
                {say('from')} <Time at={from} as="day" /> {say('until')} <Time at={until} as="day" />
              </Badge>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Things({ plan }: { plan: Plan }) {
  const say = useWords(words)
  const [gaps, setGaps] = useState(plan.gaps > 0)
  const shown = coverKinds.filter((kind) => (countOf(plan, kind)?.count ?? 0) > 0)
  if (shown.length === 0) return <p className="cover-soft">{say('nothingText')}</p>
  return (
    <>
      {plan.gaps > 0 && (
        <Switch isSelected={gaps} onChange={setGaps}>
          {say('onlyGaps')}
        </Switch>
      )}
      <Tabs
        label={say('plan')}
        pages={shown.map((kind) => ({ id: kind, label: say(`kind_${kind}`), count: countOf(plan, kind)![gaps ? 'gaps' : 'count'], content: <Kind plan={plan} kind={kind} gaps={gaps} /> }))}
      />
    </>
  )
} // prettier-ignore

const countOf = (plan: Plan, kind: CoverKind) => plan.counts.find((each) => each.kind === kind)

function Kind({ plan, kind, gaps }: { plan: Plan; kind: CoverKind; gaps: boolean }) {
  const say = useWords(words)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [choosing, setChoosing] = useState(false)
  const found = useAskPages(listCovered, { ...(plan.absence ? { absence: plan.absence } : {}), kind, gaps, limit: 100 })
  if (found.isError && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton lines={4} kind="rows" />
  if (found.items.length === 0) return <p className="cover-soft">{say('nothing')}</p>
  const toggle = (id: string, on: boolean) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)))
  const may = plan.may.choose && (kind === 'case' || kind === 'contact')
  return (
    <>
      {may && (
        <Button size="small" isDisabled={chosen.size === 0} onPress={() => setChoosing(true)}>
          {say('choose')}
        </Button>
      )}
      <ul className="cover-things">
        {found.items.map((item) => (
          <li key={item.id} data-gap={item.gap || undefined}>
            {may ? (
              <Checkbox isSelected={chosen.has(item.id)} onChange={(on) => toggle(item.id, on)} detail={detailOf(item)}>
                {item.label}
              </Checkbox>
            ) : (
              <span>
                {item.label}
                <small>{detailOf(item)}</small>
              </span>
            )}
            {item.quiet && <Badge>{say('quiet')}</Badge>}
            <Spans spans={item.spans} />
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
      {choosing && plan.absence && (
        <Choose
          plan={plan}
          items={[...chosen].map((id) => ({ kind: kind as 'case' | 'contact', id }))} // only of these two may somebody be chosen
          onClose={() => {
            setChoosing(false)
            setChosen(new Set())
          }}
        />
      )}
    </>
  )
}

const detailOf = ({ customer, detail }: CoveredItem): string => [customer?.name, detail].filter(Boolean).join(' · ')

type Choosing = { plan: Plan; items: { kind: 'case' | 'contact'; id: string }[]; onClose: () => void }

function Choose({ plan, items, onClose }: Choosing) {
  const say = useWords(words)
  const [person, setPerson] = useState<PersonId | null>(null)
  const choose = useSend(putChoice, {
    refetch: touched,
    onDone: () => {
      toast({ tone: 'good', text: say('chosen') })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const save = (who: PersonId | null) => plan.absence && choose.mutate({ absence: plan.absence, person: who, items })
  const foot = (
    <>
      <Button onPress={() => save(null)}>{say('back')}</Button>
      <Button tone="primary" isDisabled={!person} busy={choose.isPending} onPress={() => save(person)}>
        {say('save')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('chooseFor', { count: items.length })} size="small" foot={foot}>
      <Stack>
        <ChoosePerson label={say('person')} without={plan.person.id} value={person} onChange={setPerson} />
        {choose.error && <Failure error={choose.error} />}
      </Stack>
    </Dialog>
  )
}

function Approve({ plan }: { plan: Plan }) {
  const say = useWords(words)
  const [because, setBecause] = useState('')
  const approve = useSend(putApproval, { refetch: [...touched, getAbsence, listAbsences], onDone: () => toast({ tone: 'good', text: say('approved') }) })
  const go = () => plan.absence && plan.version && approve.mutate({ absence: plan.absence, version: plan.version, because })
  return (
    <Stack gap={2}>
      {plan.gaps > 0 && <TextField label={say('approveWhy')} value={because} onChange={setBecause} maxLength={1000} isRequired />}
      <div className="ui-button-row">
        <Button tone="primary" icon="check" isDisabled={plan.gaps > 0 && because.trim() === ''} busy={approve.isPending} onPress={go}>
          {say('approve')}
        </Button>
      </div>
    </Stack>
  )
} // prettier-ignore

import { Link, useParams } from '@tanstack/react-router'
import { useMe } from '#access/screens'
import type { AbsenceId } from '#staff/contract'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getHomecoming, listHomecomings, putHomecomingRead, type Homecoming, type Meanwhile, type Waiting } from '../contract.ts'
import { words } from './words.ts'
import './cover.css'

/** What happened while I was away: what waits for me first, then the rest, until I say that I have read it. */
export function HomecomingPage() {
  const say = useWords(words)
  const absence = String(useParams({ strict: false }).id) as AbsenceId // from the address; the server says when there is none
  const { data, error, refetch } = useAsk(getHomecoming, { absence })
  const read = useSend(putHomecomingRead, { refetch: [getHomecoming, listHomecomings], onDone: () => toast({ tone: 'good', text: say('readDone') }) })
  const actions = data && data.read_at === null && (
    <Button tone="primary" icon="check" busy={read.isPending} onPress={() => read.mutate({ absence })}>
      {say('read')}
    </Button>
  )
  return (
    <Page title={say('home')} lead={data ? <Lead home={data} /> : say('homeLead')} actions={actions}>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} kind="rows" />}
      {data && <Body home={data} />}
    </Page>
  )
} // prettier-ignore

function Lead({ home: { since, until, waiting } }: { home: Homecoming }) {
  const say = useWords(words)
  return (
    <>
      <Time at={since} as="day" /> → <Time at={until} as="day" /> · {say('waitingCount', { count: waiting })}
    </>
  )
}

function Body({ home }: { home: Homecoming }) {
  const say = useWords(words)
  const waits = home.cases.filter((each) => each.waits !== 'none')
  const rest = home.cases.filter((each) => each.waits === 'none')
  if (home.cases.length === 0)
    return (
      <Panel>
        <Empty drawing="calm" title={say('homeNothing')}>
          {say('homeNothingText')}
        </Empty>
      </Panel>
    )
  return (
    <div className="ui-stack">
      {waits.length > 0 && <Part title={say('waitsForYou')} cases={waits} />}
      {rest.length > 0 && <Part title={say('happened')} cases={rest} />}
      {home.more && <p className="cover-soft">{say('moreMoved')}</p>}
      <p className="cover-soft">{say('unchanged', { count: home.unchanged })}</p>
    </div>
  )
}

function Part({ title, cases }: { title: string; cases: readonly Meanwhile[] }) {
  return (
    <Panel title={title} flush>
      <ul className="cover-meanwhile">
        {cases.map((each) => (
          <One key={each.case.id} meanwhile={each} />
        ))}
      </ul>
    </Panel>
  )
}

const tones: Readonly<Record<Waiting, BadgeTone>> = {
  broken_promise: 'danger',
  answer: 'promise',
  promise: 'promise',
  none: 'neutral',
}

function One({ meanwhile: of }: { meanwhile: Meanwhile }) {
  const say = useWords(words)
  const me = useMe().me?.person?.id
  return (
    <li>
      <div className="cover-head">
        <Link to={`/cases/${of.case.id}`}>
          <strong>
            {of.case.number} · {of.case.subject}
          </strong>
        </Link>
        {of.waits !== 'none' && (
          <Badge tone={tones[of.waits]}>
            {say(`waits_${of.waits}`)} {of.waits_since && <Time at={of.waits_since} />}
          </Badge>
        )}
        {of.case.closed && <Badge>{say('closed')}</Badge>}
        {of.now_with && <Badge tone="info">{say('nowWith', { name: of.now_with.name })}</Badge>}
      </div>
      <small>
        {[
          of.customer?.name,
          of.came > 0 && say('came', { count: of.came }),
          ...of.answered.map(({ person, times }) =>
            person && person.id === me ? say('answeredYou', { times }) : say('answeredBy', { name: person?.name ?? say('house'), times }),
          ),
        ].filter(Boolean).join(' · ')}
      </small>
      {of.last && <q>{of.last.words}</q>}
      {of.promises.map(({ id, what, made_by, due_at }) => (
        <span key={id} className="cover-promise">
          {say('promisedBy', { name: made_by?.name ?? say('house'), what })} <Time at={due_at} />
        </span>
      ))}
      {of.hand_overs.map(({ from, to, as, at }) => (
        <small key={at}>
          {say(`handed_${as}`, { from: from.name, to: to.name })} <Time at={at} />
        </small>
      ))}
    </li>
  )
} // prettier-ignore

import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { getRulebook, type RulebookVersionId } from '#routing/contract'
import { Button, ButtonLink } from '#ui/button'
import { TextField } from '#ui/field'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { getRun, listRuns, postRun, type RunId } from '../../contract.ts'
import { words as shared } from '../words.ts'
import { ChangesStep } from './changes-step.tsx'
import { newSetup, setupOf, setupWithRules, toNewRun, type Setup } from './setup.ts'
import { useSummary } from './summary.ts'
import { Step } from './step.tsx'
import { SuretyStep } from './surety-step.tsx'
import { TrafficStep } from './traffic-step.tsx'
import { words } from './words.ts'
import '../rehearsal.css'

/** Three questions, one at a time; each answered one folds into its sentence. */
export function NewRehearsalPage() {
  const say = useWords(words)
  const back = useWords(shared)
  const { from, rules } = useSearch({ strict: false })
  const again = typeof from === 'string'
  const earlier = useAsk(getRun, { id: from as RunId }, { enabled: again }) // from the address; the server knows whether it is one
  const today = Temporal.Now.plainDateISO()
  const fresh = typeof rules === 'string' ? setupWithRules(rules as RulebookVersionId, today) : newSetup(today) // likewise
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      width="reading"
      actions={
        <ButtonLink href="/desk/rehearsal" tone="quiet" icon="left">
          {back('back')}
        </ButtonLink>
      }
    >
      {again && earlier.isPending ? (
        <Skeleton lines={6} />
      ) : (
        <Steps key={earlier.data?.id ?? ''} begun={earlier.data ? setupOf(earlier.data, today) : fresh} />
      )}
    </Page>
  )
}

const steps = ['traffic', 'changes', 'sure'] as const
type StepName = (typeof steps)[number]

function Steps({ begun }: { begun: Setup }) {
  const say = useWords(words)
  const [setup, setSetup] = useState(begun)
  const [open, setOpen] = useState<StepName>('traffic')
  const [reached, setReached] = useState(0)
  const summary = useSummary()
  const change = (part: Partial<Setup>) => setSetup((before) => ({ ...before, ...part }))
  const stepOf = (name: StepName) => {
    const place = steps.indexOf(name)
    const next = steps[place + 1]
    return {
      number: place + 1,
      isOpen: open === name,
      isReached: place <= reached,
      onOpen: () => setOpen(name),
      ...(next
        ? {
            onNext: () => {
              setReached(Math.max(reached, place + 1))
              setOpen(next)
            },
          }
        : {}),
    }
  }
  const unready = setup.from === 'file' && !setup.file
  return (
    <div className="rehearsal-steps">
      <Step title={say('trafficTitle')} summary={summary.traffic(setup)} isUnready={unready} {...stepOf('traffic')}>
        <TrafficStep setup={setup} change={change} />
      </Step>
      <Step title={say('changesTitle')} summary={summary.changes(setup)} {...stepOf('changes')}>
        <ChangesStep setup={setup} change={change} />
      </Step>
      <Step title={say('sureTitle')} summary={summary.sure(setup)} {...stepOf('sure')}>
        <SuretyStep setup={setup} change={change} />
      </Step>
      <Begin setup={setup} change={change} isReady={reached >= steps.length - 1 && !unready} />
    </div>
  )
}

function Begin({ setup, change, isReady }: { setup: Setup; change: (part: Partial<Setup>) => void; isReady: boolean }) {
  const say = useWords(words)
  const go = useNavigate()
  const rules = useAsk(getRulebook, {})
  const begin = useSend(postRun, { refetch: [listRuns], onDone: ({ id }) => void go({ to: `/rehearsal/${id}` }) })
  const known = { routes: rules.data?.current != null, draft: rules.data?.draft?.document ?? null }
  if (!isReady) return null
  return (
    <Panel>
      <div className="rehearsal-begin">
        <TextField
          label={say('name')}
          hint={say('nameHint')}
          value={setup.name}
          maxLength={200}
          onChange={(name) => change({ name })}
        />
        <div>
          <Button
            tone="primary"
            busy={begin.isPending}
            isDisabled={rules.isPending}
            onPress={() => void toNewRun(setup, known).then((run) => begin.mutate(run))}
          >
            {say('go')}
          </Button>
          <p className="rehearsal-quiet">{say('ready')}</p>
        </div>
      </div>
    </Panel>
  )
}

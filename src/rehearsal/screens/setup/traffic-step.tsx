import { useState } from 'react'
import { Button } from '#ui/button'
import { Radios, Segments } from '#ui/choice'
import { DateField } from '#ui/date'
import { FileDrop } from '#ui/drop'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { Progress, Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { localized } from '../amounts.ts'
import { channelName } from '../channel-name.ts'
import { getPeriod } from '../../contract.ts'
import { daysOf, instantsOf, spans, withins, type Setup, type Span } from './setup.ts'
import { readAside } from './read-aside.ts'
import type { ReadScenario } from './read-scenario.ts'
import { words } from './words.ts'

type Asking = { setup: Setup; change: (part: Partial<Setup>) => void }

/** Which contacts come again. */
export function TrafficStep({ setup, change }: Asking) {
  const say = useWords(words)
  return (
    <>
      <Radios
        label={say('from')}
        hideLabel
        value={setup.from}
        onChange={(from) => change({ from })}
        options={[
          { id: 'period', label: say('ofPeriod') },
          { id: 'file', label: say('ofFile') },
        ]}
      />
      {setup.from === 'period' ? <PeriodChosen setup={setup} change={change} /> : <FileChosen setup={setup} change={change} />}
    </>
  )
}

function PeriodChosen({ setup, change }: Asking) {
  const say = useWords(words)
  const today = Temporal.Now.plainDateISO()
  const yesterday = today.subtract({ days: 1 }).toString()
  const choose = (span: Span) => change({ span, ...(span === 'own' ? {} : daysOf(span, today)) })
  const { first_day, last_day } = setup
  const ordered = first_day <= last_day
  return (
    <>
      <Segments label={say('span')} options={spans.map((id) => ({ id, label: say(id) }))} value={setup.span} onChange={choose} />
      {setup.span === 'own' && (
        <div className="rehearsal-fields">
          <DateField
            label={say('firstDay')}
            value={first_day}
            max={yesterday}
            onChange={(day) => day && change({ first_day: day })}
          />
          <DateField
            label={say('lastDay')}
            value={last_day}
            min={first_day}
            max={yesterday}
            onChange={(day) => day && change({ last_day: day })}
          />
        </div>
      )}
      {ordered && <Holds span={instantsOf({ first_day, last_day })} />}
    </>
  )
}

// What the period holds, before anything is run.
function Holds({ span }: { span: { from: string; to: string } }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const asked = useAsk(getPeriod, span, { staleSeconds: 300 })
  if (asked.isError) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton lines={2} />
  const { arrivals, by } = asked.data
  if (arrivals === 0) return <Notice tone="promise">{say('holdsNothing')}</Notice>
  return (
    <div className="rehearsal-holds">
      <strong>{say('holds', { contacts: arrivals })}</strong>
      {by.length > 1 && (
        <span>{by.map((one) => `${channelName(one.channel, spoken)} ${localized(one.arrivals, spoken)}`).join(' · ')}</span>
      )}
    </div>
  )
}

const MOST_BYTES = 60_000_000

function FileChosen({ setup: { file }, change }: Asking) {
  const say = useWords(words)
  const [refused, setRefused] = useState<string | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const take = async ([chosen]: File[]) => {
    if (!chosen) return
    setRefused(null)
    setReading(chosen.name)
    const read = await readAside(chosen, withins)
    setReading(null)
    if ('read' in read) change({ file: read.read })
    else setRefused(say('fileUnread', { because: read.failed }))
  }
  if (reading) return <ReadingFile name={reading} />
  if (file) return <FileRead file={file} onOther={() => change({ file: null })} />
  return (
    <>
      <FileDrop bounds={{ files: 1, bytes: MOST_BYTES }} held={0} onFiles={(files) => void take(files)} onRefused={setRefused} />
      <p className="rehearsal-quiet">{say('fileHint')}</p>
      {refused && <Notice tone="danger">{refused}</Notice>}
    </>
  )
}

function ReadingFile({ name }: { name: string }) {
  const say = useWords(words)
  return (
    <div className="rehearsal-holds">
      <Progress label={say('fileReading', { name })} />
    </div>
  )
}

function FileRead({ file, onOther }: { file: ReadScenario; onOther: () => void }) {
  const say = useWords(words)
  const odd = Object.entries(file.calls?.odd ?? {})
  return (
    <div className="rehearsal-holds">
      <strong>
        {file.calls ? say('fileRead', { name: file.name, ...file.calls, odd: '' }) : say('fileScenario', { name: file.name })}
      </strong>
      {odd.length > 0 && (
        <ul>
          {odd.map(([why, { rows, first_lines }]) => (
            <li key={why}>
              {say(`odd_${why as OddName}`)} – {say('odd_line', { count: rows, first: first_lines[0] ?? 0 })}
            </li>
          ))}
        </ul>
      )}
      <Button size="small" onPress={onOther}>
        {say('fileOther')}
      </Button>
    </div>
  )
}

type OddName = keyof NonNullable<ReadScenario['calls']>['odd'] // entries keep their keys

import { Link } from '@tanstack/react-router'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Icon, type IconName } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { LONGEST_WORD, type Gate, type Outcome } from '../../contract.ts'
import { searchOf } from '../deeds.tsx'
import { words as dayWords } from '../words.ts'
import type { Decisions } from './decisions.ts'
import { words } from './words.ts'

type Item = Gate['items'][number]
type Deciding = {
  line: Item
  decisions: Decisions
  stand_in: Gate['stand_in']
  onWay: (line: Item, way: Outcome) => void
}

/** One thing that would break, and what can be decided of it. */
export function GateItem(deciding: Deciding) {
  const say = useWords(words)
  const { line, decisions } = deciding
  const outcome = decisions.outcomeOf(line)
  const settled = outcome !== null && outcome !== 'left'
  return (
    <li className="today-gate-item" data-decided={outcome ?? undefined} data-late={line.late || undefined}>
      <span className="today-gate-mark">
        <Icon name={outcome ? 'check' : (ICONS[line.kind] ?? 'clock')} size={18} />
      </span>
      <About line={line} />
      {outcome && <Badge tone={outcome === 'left' ? 'promise' : 'good'}>{say(`outcome_${outcome}`)}</Badge>}
      {!settled && (decisions.word(line) === undefined ? <Ways {...deciding} /> : <Word {...deciding} />)}
    </li>
  )
}

const ICONS: Readonly<Partial<Record<Item['kind'], IconName>>> = {
  promise: 'promise',
  chat: 'chat',
  hand_over: 'handover',
  task_mine: 'note',
}

function Ways({ line, decisions, stand_in, onWay }: Deciding) {
  const say = useWords(words)
  return (
    <span className="today-gate-ways">
      {line.ways
        .filter((way) => way !== 'left' && (way !== 'handed_over' || line.case))
        .map((way) => (
          <Button key={way} size="small" onPress={() => onWay(line, way)} aria-description={line.what}>
            {say(LABELS[way])}
          </Button>
        ))}
      <Button size="small" tone="quiet" onPress={() => decisions.leave(line, '')} aria-description={line.what}>
        {stand_in ? say('leave', { name: stand_in.name }) : say('leaveAlone')}
      </Button>
    </span>
  )
}

function Word({ line, decisions, stand_in }: Deciding) {
  const say = useWords(words)
  return (
    <div className="today-gate-word">
      <TextField
        label={stand_in ? say('word', { name: stand_in.name }) : say('wordAlone')}
        hint={say('wordHint')}
        value={decisions.word(line) ?? ''}
        onChange={(word) => decisions.leave(line, word)}
        maxLength={LONGEST_WORD}
        isRequired
        autoFocus
      />
      <Button size="small" tone="quiet" icon="undo" onPress={() => decisions.leave(line, undefined)}>
        {say('undo')}
      </Button>
    </div>
  )
}

const LABELS = {
  done: 'keep',
  moved: 'move',
  handed_over: 'give',
  answered: 'answer',
  left: 'leaveAlone',
} as const satisfies Record<Outcome, string>

function About({ line }: { line: Item }) {
  const say = useWords(dayWords)
  const spoken = useLanguage()
  const of = line.case
  return (
    <Link to={line.path.split('?')[0]!} search={searchOf(line.path) as never} className="today-what" data-line={line.key}>
      <span className="today-title">
        {line.customer && <strong>{line.customer.name}</strong>}
        <span>{line.what || of?.subject || ''}</span>
      </span>
      <small>
        {line.at && (
          <span className="today-when">
            <Time at={line.at} />
          </span>
        )}
        {line.why && <span>{line.why[spoken]}</span>}
        {of && <span>{say('number', { number: of.number })}</span>}
      </small>
    </Link>
  ) // a page of the desk reads its own address
}

import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { EffectiveAim, StreamAim, Target } from '../../contract.ts'
import { useChannelName } from '../channel-name.ts'
import { lasting } from '../say.ts'
import { useTargetWords } from '../target-words.ts'
import { NumberBox } from '../what-if/number-box.tsx'
import { Assumptions } from './assumptions.tsx'
import { TargetFields } from './target-fields.tsx'
import { aimWords } from './words.ts'

type Row = {
  aim: EffectiveAim
  said: StreamAim
  isSaid: boolean
  unnamed: string // what is called by no queue
  open: boolean
  onOpen: (open: boolean) => void
  onChange: ((said: StreamAim | null) => void) | null // null in it: back to the rules. null: one may only read
}

/** What is aimed at for one queue and channel: a sentence, and the fields behind it. */
export function StreamRow({ aim, said, isSaid, unnamed, open, onOpen, onChange }: Row) {
  const say = useWords(aimWords)
  const channel = useChannelName()
  const name = [aim.label || unnamed, channel(aim.channel)].join(' · ')
  return (
    <li className="staffing-aim">
      <div className="staffing-aim-head">
        <div>
          <strong>{name}</strong>
          <Sentence aim={aim} said={said} />
        </div>
        {!isSaid && <Badge>{say(aim.said === 'usual' ? 'said_usual' : 'said_rules')}</Badge>}
        {onChange && <IconButton icon={open ? 'up' : 'edit'} label={open ? say('done') : say('edit', { stream: name })} onPress={() => onOpen(!open)} />}
      </div>
      {open && onChange && <AimFields aim={aim} said={said} onChange={onChange} isSaid={isSaid} />}
    </li>
  ) // prettier-ignore
}

const targetsOf = (aim: EffectiveAim, said: StreamAim): readonly Target[] =>
  said.targets.length > 0 ? said.targets : aim.targets

const DAY_S = 86_400 // of a due date: one open day

function Sentence({ aim, said }: { aim: EffectiveAim; said: StreamAim }) {
  const say = useWords(aimWords)
  const spoken = useLanguage()
  const targetWords = useTargetWords()
  const dueIn = (seconds: number): string =>
    seconds % DAY_S === 0 ? say('dueDays', { count: seconds / DAY_S }) : say('dueHours_said', { due: lasting(seconds, spoken) })
  const parts = aim.deferred
    ? [dueIn(said.due_within_s ?? aim.due_within_s)]
    : targetsOf(aim, said)
        .filter(({ formula }) => formula !== 'occupancy')
        .map(targetWords)
  return <p>{[...parts, ...(said.fewest > 0 ? [say('fewestSaid', { count: said.fewest })] : [])].join(' · ')}</p>
}

type Fields = { aim: EffectiveAim; said: StreamAim; isSaid: boolean; onChange: (said: StreamAim | null) => void }

function AimFields({ aim, said, isSaid, onChange }: Fields) {
  const say = useWords(aimWords)
  const targets = targetsOf(aim, said).filter(({ formula }) => said.targets.length > 0 || formula !== 'occupancy')
  const setTargets = (next: readonly Target[]): void => onChange({ ...said, targets: [...next] })
  return (
    <div className="staffing-aim-fields">
      {!aim.deferred &&
        targets.map((target, place) => (
          <TargetFields key={place} target={target} onChange={(next) => setTargets(targets.map((each, at) => (at === place ? next : each)))}>
            {targets.length > 1 && <IconButton icon="trash" label={say('removeTarget')} onPress={() => setTargets(targets.filter((_, at) => at !== place))} />}
          </TargetFields>
        ))}
      {!aim.deferred && (
        <div>
          <Button size="small" tone="quiet" icon="plus" onPress={() => setTargets([...targets, { formula: 'abandoned', most_share: 0.05 }])}>
            {say('addTarget')}
          </Button>
        </div>
      )}
      <div className="staffing-aim-more">
        {aim.deferred && (
          <NumberBox label={say('dueHours')} hint={say('dueHoursHint')} value={(said.due_within_s ?? aim.due_within_s) / 3_600} least={0.25} most={8_760} onChange={(hours) => onChange({ ...said, due_within_s: hours * 3_600 })} />
        )}
        <NumberBox label={say('fewest')} value={said.fewest} least={0} most={5_000} whole onChange={(fewest) => onChange({ ...said, fewest })} />
      </div>
      <Assumptions aim={aim} said={said} onChange={onChange} />
      {isSaid && (
        <div>
          <Button size="small" tone="quiet" icon="undo" onPress={() => onChange(null)}>
            {say('asRules')}
          </Button>
        </div>
      )}
    </div>
  ) // prettier-ignore
}

import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { EffectiveAim, StreamAim, Target } from '../../contract.ts'
import { useChannelName } from '../channel-name.ts'
import { lasting } from '../say.ts'
import { useTargetWords } from '../target-words.ts'
import { NumberBox } from '../what-if/number-box.tsx'
import { asFormula, formulaNames } from './edit.ts'
import { MaybeNumber } from './maybe-number.tsx'
import { aimWords } from './words.ts'

type Row = {
  aim: EffectiveAim
  said: StreamAim
  isSaid: boolean
  open: boolean
  onOpen: (open: boolean) => void
  onChange: ((said: StreamAim | null) => void) | null // null in it: back to the rules. null: one may only read
}

/** What is aimed at for one queue and channel: a sentence, and the fields behind it. */
export function StreamRow({ aim, said, isSaid, open, onOpen, onChange }: Row) {
  const say = useWords(aimWords)
  const channel = useChannelName()
  const name = [aim.label, channel(aim.channel)].filter(Boolean).join(' · ')
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

function Sentence({ aim, said }: { aim: EffectiveAim; said: StreamAim }) {
  const say = useWords(aimWords)
  const spoken = useLanguage()
  const targetWords = useTargetWords()
  const parts = aim.deferred
    ? [say('due', { due: lasting(said.due_within_s ?? aim.due_within_s, spoken) })]
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
          <TargetFields
            key={place}
            target={target}
            onChange={(next) => setTargets(targets.map((each, at) => (at === place ? next : each)))}
            onRemove={targets.length > 1 ? () => setTargets(targets.filter((_, at) => at !== place)) : null}
          />
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
          <NumberBox label={say('dueHours')} value={(said.due_within_s ?? aim.due_within_s) / 3_600} least={0.25} most={8_760} onChange={(hours) => onChange({ ...said, due_within_s: hours * 3_600 })} />
        )}
        <NumberBox label={say('fewest')} value={said.fewest} least={0} most={5_000} whole onChange={(fewest) => onChange({ ...said, fewest })} />
        <MaybeNumber label={say('handling')} hint={say('handlingHint')} value={said.handling_s} least={1} most={100_000} onChange={(handling_s) => onChange({ ...said, handling_s })} />
        {!aim.deferred && aim.chats && (
          <NumberBox label={say('atOnce')} value={said.chats?.at_once ?? aim.chats.at_once} least={1} most={10} whole onChange={(at_once) => onChange({ ...said, chats: { at_once } })} />
        )}
      </div>
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

function TargetFields({
  target,
  onChange,
  onRemove,
}: {
  target: Target
  onChange: (target: Target) => void
  onRemove: (() => void) | null
}) {
  const say = useWords(aimWords)
  return (
    <div className="staffing-target">
      <Select label={say('formula')} value={target.formula} onChange={(formula) => onChange(asFormula(target, formula))} options={formulaNames.map((id) => ({ id, label: say(`f_${id}`) }))} />
      {'share' in target ? (
        <>
          <NumberBox label={say('share')} value={inPercent(target.share)} least={1} most={99.9} onChange={(share) => onChange({ ...target, share: share / 100 })} />
          <NumberBox label={say('within')} value={target.within_s} least={0} most={604_800} onChange={(within_s) => onChange({ ...target, within_s })} />
        </>
      ) : 'most_s' in target ? (
        <NumberBox label={say('most_s')} value={target.most_s} least={0} most={604_800} onChange={(most_s) => onChange({ ...target, most_s })} />
      ) : (
        <NumberBox label={say('most_share')} value={inPercent(target.most_share)} least={0} most={100} onChange={(most) => onChange({ ...target, most_share: most / 100 })} />
      )}
      {onRemove && <IconButton icon="trash" label={say('removeTarget')} onPress={onRemove} />}
    </div>
  ) // prettier-ignore
}

const inPercent = (share: number): number => Math.round(share * 1_000) / 10

import { Button, IconButton } from '#ui/button'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { SkillNeed } from '../../../contract/rulebook.ts'
import type { Book } from '../use-book.ts'
import { AddMenu, Length } from './inputs.tsx'
import { LevelDrawing } from './level-drawing.tsx'
import { words } from './words.ts'

type Needs = { book: Book; needs: readonly SkillNeed[]; onChange: (needs: SkillNeed[]) => void }

/** What whoever takes it must or should know, and how that gives way as the wait grows. */
export function Skills({ book, needs, onChange }: Needs) {
  const say = useWords(words)
  const { skills } = book.house
  const left = skills.filter(({ id }) => !needs.some(({ skill }) => skill === id))
  return (
    <fieldset className="routing-set">
      <legend>{say('skills')}</legend>
      {needs.length === 0 && <small>{say(skills.length === 0 ? 'noSkills' : 'noneAsked')}</small>}
      {needs.map((need, at) => (
        <One
          key={need.skill}
          name={book.names(need.skill)}
          need={need}
          onChange={(changed) => onChange(needs.map((each, place) => (place === at ? changed : each)))}
          onRemove={() => onChange(needs.filter((_, place) => place !== at))}
        />
      ))}
      {left.length > 0 && (
        <div>
          <AddMenu
            label={say('addSkill')} says={say('addSkill')}
            options={left.map(({ id, name }) => ({ id, label: name }))}
            onAdd={(skill) => onChange([...needs, { skill, level: 3, strength: 'must', relax: [] }])}
          />
        </div>
      )}
    </fieldset>
  )
} // prettier-ignore

type One = { name: string; need: SkillNeed; onChange: (need: SkillNeed) => void; onRemove: () => void }

function One({ name, need, onChange, onRemove }: One) {
  const say = useWords(words)
  const levels = ['1', '2', '3', '4', '5'].map((id) => ({ id, label: say('level', { level: id }) }))
  const strengths = [
    { id: 'must' as const, label: say('must') },
    { id: 'should' as const, label: say('should') },
  ]
  return (
    <div className="routing-skill">
      <div className="routing-skill-head">
        <strong>{name}</strong>
        <Select label={say('strengthOf', { name })} hideLabel options={strengths} value={need.strength} onChange={(strength) => onChange({ ...need, strength })} />
        <Select label={say('levelOf', { name })} hideLabel options={levels} value={String(need.level)} onChange={(level) => onChange({ ...need, level: Number(level) })} />
        <IconButton size="small" icon="close" label={say('removeOf', { name })} onPress={onRemove} />
      </div>
      <Steps name={name} need={need} onChange={onChange} />
      {need.relax.length > 0 && <LevelDrawing name={name} need={need} />}
    </div>
  )
} // prettier-ignore

const STEP_S = 60
const MOST_STEPS = 6

function Steps({ name, need, onChange }: Omit<One, 'onRemove'>) {
  const say = useWords(words)
  const { relax } = need
  const put = (at: number, step: SkillNeed['relax'][number]): void =>
    onChange({ ...need, relax: relax.map((each, place) => (place === at ? step : each)) })
  const lower = ['4', '3', '2', '1', '0'].map((id) => ({ id, label: id === '0' ? say('notAsked') : say('level', { level: id }) }))
  const last = relax.at(-1)
  const add = (): void =>
    onChange({ ...need, relax: [...relax, { after_s: (last?.after_s ?? 0) + STEP_S, level: Math.max(0, (last?.level ?? need.level) - 1) }] })
  return (
    <>
      {relax.map((step, at) => (
        <div key={at} className="routing-step">
          <span>{say('after')}</span>
          <Length label={`${say('after')} (${name}, ${at + 1})`} hideLabel value={step.after_s} onChange={(after_s) => put(at, { ...step, after_s: Math.max(1, after_s) })} />
          <span>{say('enough')}</span>
          <Select label={`${say('levelOf', { name })} (${at + 1})`} hideLabel options={lower} value={String(step.level)} onChange={(level) => put(at, { ...step, level: Number(level) })} />
          <IconButton size="small" icon="close" label={say('removeStep', { name })} onPress={() => onChange({ ...need, relax: relax.filter((_, place) => place !== at) })} />
        </div>
      ))}
      {relax.length < MOST_STEPS && (last?.level ?? need.level) > 0 && (
        <div>
          <Button size="small" tone="quiet" icon="plus" onPress={add}>
            {say('addStep')}
          </Button>
        </div>
      )}
    </>
  )
} // prettier-ignore

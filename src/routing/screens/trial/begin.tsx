import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ButtonLink } from '#ui/button'
import { Radios } from '#ui/choice'
import { TextField } from '#ui/field'
import { Empty } from '#ui/empty'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { beginTrial, formulas, formulaIds, getTrial, listRulebooks, listTrials, type RulebookVersion } from '../../contract.ts'
import { asked, emptyWish, type AskedTrial, type TrialWish } from './trial-wish.ts'
import { falseAlarm } from '../../rules/guard.ts'
import { usePercent } from '../floor/numbers.ts'
import { SHARES } from './steering.tsx'
import { words } from './words.ts'

const USUAL_SHARE = 0.8
const RARE = 0.005
const names = {
  'service_level.offered.1': 'formula_offered',
  'service_level.patient.1': 'formula_patient',
  'service_level.lenient.1': 'formula_lenient',
  'service_level.answered.1': 'formula_answered',
} as const

/** What is tried, on how many, and what takes it back. */
export function Begin({ current, may }: { current: RulebookVersion; may: boolean }) {
  const say = useWords(words)
  const percent = usePercent()
  const { rules } = useSearch({ strict: false })
  const [written, setWish] = useState<TrialWish>({ ...emptyWish, rulebook: typeof rules === 'string' ? rules : null })
  const set = (change: Partial<TrialWish>) => setWish({ ...written, ...change })
  const versions = useAsk(listRulebooks, { limit: 50 }).data?.items.filter(({ id }) => id !== current.id)
  const wish = { ...written, rulebook: written.rulebook ?? versions?.[0]?.id ?? null }
  const begin = useSend(beginTrial, { refetch: [getTrial, listTrials], onDone: () => toast({ tone: 'good', text: say('begun') }) })
  if (!may) return <p className="trial-because">{say('mayNot')}</p>
  if (versions?.length === 0) return <Empty drawing="calm" title={say('noVersionsTitle')} action={<ButtonLink href="/desk/routing" tone="primary" icon="edit">{say('toRules')}</ButtonLink>}>{say('noVersions')}</Empty>
  const whole = asked(wish)
  return (
    <Panel title={say('begin')}>
      <form className="trial-form" onSubmit={(event) => (event.preventDefault(), whole && begin.mutate(whole))}>
        <p>{say('beginText')}</p>
        <Select label={say('which')} options={(versions ?? []).map(({ id, number, title }) => ({ id: String(id), label: `${say('version', { number })} · ${title}` }))} value={wish.rulebook} onChange={(rulebook) => set({ rulebook })} />
        <Select label={say('share')} options={SHARES.map((id) => ({ id, label: percent(Number(id)) }))} value={wish.share} onChange={(share) => set({ share })} />
        <GuardFields wish={wish} set={set} whole={whole} />
        <Radios label={say('plan')} options={[{ id: 'wait', label: say('plan_wait') }, { id: 'widen', label: say('plan_widen') }]} value={wish.plan} onChange={(plan) => set({ plan })} />
        {wish.plan === 'widen' && <TextField label={say('stepAfter')} inputMode="numeric" value={wish.after} onChange={(after) => set({ after })} />}
        <TextField label={say('because')} hint={say('becauseHint')} value={wish.because} onChange={(because) => set({ because })} />
        <Button type="submit" tone="primary" icon="star" isDisabled={!whole} busy={begin.isPending}>
          {say('beginDo')}
        </Button>
      </form>
    </Panel>
  )
} // prettier-ignore

function GuardFields({ wish, set, whole }: { wish: TrialWish; set: (change: Partial<TrialWish>) => void; whole: AskedTrial | null }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const chance = whole && falseAlarm(whole.guard, USUAL_SHARE)
  return (
    <fieldset>
      <legend>{say('guard')}</legend>
      <div className="trial-fields">
        <TextField label={say('least')} hint={say('leastHint')} inputMode="numeric" value={wish.least} onChange={(least) => set({ least })} />
        <TextField label={say('below')} hint={say('belowHint')} inputMode="numeric" value={wish.below} onChange={(below) => set({ below })} />
        <TextField label={say('window')} inputMode="numeric" value={wish.window} onChange={(window) => set({ window })} />
        <TextField label={say('fewest')} inputMode="numeric" value={wish.fewest} onChange={(fewest) => set({ fewest })} />
      </div>
      <Select label={say('formula')} hint={formulas[wish.formula][spoken]} options={formulaIds.map((id) => ({ id, label: say(names[id]) }))} value={wish.formula} onChange={(formula) => set({ formula })} />
      {chance !== null && <p className="trial-because">{chance < RARE ? say('alarmRare') : say('alarm', { chance: Math.round(chance * 100) })}</p>}
    </fieldset>
  )
} // prettier-ignore

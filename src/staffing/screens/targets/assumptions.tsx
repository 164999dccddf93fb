import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { EffectiveAim, StreamAim } from '../../contract.ts'
import { ChatSpeeds } from '../chat-speeds.tsx'
import { NumberBox } from '../what-if/number-box.tsx'
import { MaybeNumber } from './maybe-number.tsx'
import { aimWords } from './words.ts'

type Shown = { aim: EffectiveAim; said: StreamAim; onChange: (said: StreamAim) => void }

/** What one takes for granted instead of what was forecast or measured: handling, patience, places, several at once. */
export function Assumptions({ aim, said, onChange }: Shown) {
  const say = useWords(aimWords)
  const chats = said.chats ?? aim.chats
  return (
    <fieldset className="staffing-assumptions">
      <legend>{say('assumptions')}</legend>
      <p className="staffing-quiet">{say('assumptionsLead')}</p>
      <div className="staffing-aim-more">
        <MaybeNumber label={say('handling')} hint={say('handlingHint')} value={said.handling_s} least={1} most={100_000} onChange={(handling_s) => onChange({ ...said, handling_s })} />
        {!aim.deferred && (
          <>
            <Patience said={said} onChange={onChange} />
            <MaybeNumber label={say('lines')} hint={say('linesHint')} value={said.lines} least={1} most={1_000_000} whole onChange={(lines) => onChange({ ...said, lines })} />
            {chats && <ChatSpeeds chats={chats} onChange={(next) => onChange({ ...said, chats: next })} />}
          </>
        )}
      </div>
    </fieldset>
  ) // prettier-ignore
}

const USUAL_PATIENCE_S = 180

function Patience({ said, onChange }: Omit<Shown, 'aim'>) {
  const say = useWords(aimWords)
  const { patience_s } = said
  const how = patience_s === null ? 'measured' : patience_s === 'never' ? 'never' : 'mean'
  const of = { measured: null, never: 'never', mean: USUAL_PATIENCE_S } as const
  return (
    <>
      <Select
        label={say('patience')}
        hint={say(`p_hint_${how}`)}
        value={how}
        onChange={(next) => onChange({ ...said, patience_s: of[next] })}
        options={(['measured', 'mean', 'never'] as const).map((id) => ({ id, label: say(`p_${id}`) }))}
      />
      {typeof patience_s === 'number' && (
        <NumberBox label={say('patienceMean')} value={patience_s} least={1} most={1e7} onChange={(mean) => onChange({ ...said, patience_s: mean })} />
      )}
    </>
  ) // prettier-ignore
}

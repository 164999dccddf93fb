import { TextField } from '#ui/field'
import { useWords } from '#ui/words'
import { clockKinds, type ClockKind, type Priority } from '../../contract.ts'
import type { Change } from './level-editor.tsx'
import { isUnderstood, type LevelForm } from './level-form.ts'
import { words } from './words.ts'

const inOrder: readonly Priority[] = ['normal', 'low', 'high', 'urgent']

/** The grid everybody knows: clocks down, priorities across. */
export function TargetTable({ form, change }: { form: LevelForm; change: Change }) {
  const say = useWords(words)
  const set = (priority: Priority, kind: ClockKind, written: string): void =>
    change({ targets: { ...form.targets, [priority]: { ...form.targets[priority], [kind]: written } } })
  return (
    <fieldset className="clocks-set">
      <legend>{say('targets')}</legend>
      <p className="clocks-lead">{say('targetsHint')}</p>
      <div className="clocks-targets-room">
        <table className="clocks-targets">
          <thead>
            <tr>
              <th scope="col">{say('clock')}</th>
              {inOrder.map((priority) => (
                <th key={priority} scope="col">
                  {say(priority)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clockKinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">{say(kind)}</th>
                {inOrder.map((priority) => (
                  <td key={priority}>
                    <TextField
                      label={`${say(kind)}, ${say(priority)}`}
                      hideLabel
                      value={form.targets[priority][kind]}
                      placeholder={priority === 'normal' ? '—' : form.targets.normal[kind]}
                      onChange={(written) => set(priority, kind, written)}
                      error={isUnderstood(form.targets[priority][kind]) ? undefined : say('badDuration')}
                      maxLength={20}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}

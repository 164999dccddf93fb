import { useSyncExternalStore } from 'react'
import { Switch } from './choice.tsx'
import { chooseSingleKeys, commands, listenCommands, singleKeysOn } from './commands.ts'
import { Dialog } from './dialog.tsx'
import { words } from './floor-words.ts'
import { Keys } from './key-caps.tsx'
import { useWords } from './words.ts'
import './keys.css'

/** Every key that does something now, by group. */
export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(words)
  const all = useSyncExternalStore(listenCommands, commands)
  const keyed = all.filter((command) => command.keys !== undefined)
  const groups = [...new Set(keyed.map((command) => command.group))]
  return (
    <Dialog open={open} onClose={onClose} title={say('shortcuts')} size="wide">
      <div className="ui-help">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keyed
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{command.label}</dt>
                    <dd>
                      <Keys keys={command.keys ?? ''} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch isSelected={singleKeysOn()} onChange={chooseSingleKeys}>
        {say('singleKeys')}
      </Switch>
    </Dialog>
  )
}

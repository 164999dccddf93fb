import { Button, IconButton } from '#ui/button'
import { FileChip } from '#ui/drop'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Linked } from '#ui/linked'
import { useWords } from '#ui/words'
import { again, drop, type Parcel } from '../writing/outbox.ts'
import { words } from './thread-words.ts'

/** What we said that our own server does not show yet: on its way, waiting for the line, or refused with the reason. */
export function Pending({ parcels }: { parcels: readonly Parcel[] }) {
  if (parcels.length === 0) return null
  return (
    <div className="chats-breath" data-from="agent" data-pending>
      <div className="chats-breath-said">
        {parcels.map((parcel) => (
          <div key={parcel.key} className="chats-line" data-state={parcel.state}>
            {parcel.text !== '' && (
              <p className="chats-bubble">
                <Linked text={parcel.text} />
              </p>
            )}
            {parcel.files.map((file) => (
              <FileChip key={file.id} name={file.name} bytes={file.size} />
            ))}
            <State parcel={parcel} />
          </div>
        ))}
      </div>
    </div>
  )
}

function State({ parcel: { key, state, reason, tries } }: { parcel: Parcel }) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (state === 'refused')
    return (
      <p className="chats-not-gone" role="alert">
        <Icon name="warning" size={16} />
        <span>
          {say('notSent')} <small>{reason?.[spoken]}</small>
        </span>
        <Button size="small" icon="refresh" onPress={() => again(key)}>
          {say('again')}
        </Button>
        <IconButton size="small" icon="trash" label={say('drop')} onPress={() => drop(key)} />
      </p>
    )
  const waits = state === 'waiting' || tries > 0
  return (
    <small className="chats-marks" role="status">
      <span>
        <Icon name={waits ? 'offline' : 'send'} size={14} /> {say(waits ? 'waitsLine' : 'sending')}
      </span>
    </small>
  )
}

import { Button as Pressable, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { DESKTOP, ring, SOUND } from '#ui/chime'
import { Switch } from '#ui/choice'
import { Icon } from '#ui/icon'
import { useRemembered } from '#ui/remembered'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { words } from '../words.ts'

/** Whether this device rings or shows a notification when somebody begins to wait. */
export function BellMenu() {
  const say = useWords(words)
  const [sound, setSound] = useRemembered(SOUND, false)
  const [desktop, setDesktop] = useRemembered(DESKTOP, false)
  const chooseSound = (on: boolean) => {
    setSound(on)
    if (on) ring() // one hears what one has chosen
  }
  const chooseDesktop = async (on: boolean) => {
    const allowed = on && 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted'
    setDesktop(allowed)
    if (on && !allowed) toast({ tone: 'danger', text: say('desktopRefused'), seconds: 8 })
  }
  return (
    <DialogTrigger>
      <Pressable className="ui-button" data-tone="quiet" data-size="small" data-square="" aria-label={say('bell')}>
        <Icon name="bell" size={16} />
      </Pressable>
      <Popover className="ui-popover" placement="bottom end">
        <Dialog className="chats-bell" aria-label={say('bell')}>
          <h2>{say('bell')}</h2>
          <Switch isSelected={sound} onChange={chooseSound}>
            {say('sound')}
          </Switch>
          <Switch isSelected={desktop} onChange={(on) => void chooseDesktop(on)}>
            {say('desktop')}
          </Switch>
          <small>{say('bellTitle')}</small>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

import { useState } from 'react'
import { Form } from 'react-aria-components'
import { Refused } from '#ui/api'
import { Button } from '#ui/button'
import { Switch } from '#ui/choice'
import { Confirm } from '#ui/confirm'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteWidget, listWidgets, patchWidget, widgetShape, type Widget } from '../../contract.ts'
import { Bounds, Offers, Sites } from './fields.tsx'
import { filledFrom, settingsFrom, type Wrong } from './filled.ts'
import { words } from './words.ts'

export function EditWidget({ widget, onClose }: { widget: Widget; onClose: () => void }) {
  const say = useWords(words)
  const [base, setBase] = useState(widget) // what was there when the drawer opened; somebody else may have changed it since
  const [filled, setFilled] = useState(() => filledFrom(widget))
  const [inService, setInService] = useState(widget.paused_at === null)
  const [wrong, setWrong] = useState<Wrong>({})
  const how = {
    refetch: [listWidgets],
    onDone: () => {
      toast({ text: say('saved'), tone: 'good' })
      onClose()
    },
    onError: () => {},
  } // shown in place // prettier-ignore
  const [edit, close] = [useSend(patchWidget, how), useSend(deleteWidget, how)]
  const fill = (part: Partial<typeof filled>) => setFilled({ ...filled, ...part })
  const save = () => {
    const read = settingsFrom(filled)
    setWrong('wrong' in read ? read.wrong : {})
    if ('settings' in read) edit.mutate({ ...read.settings, id: base.id, version: base.version, paused: !inService })
  }
  const theirs = staleOf(edit.error)
  const take = (now: Widget) => {
    setBase(now)
    setFilled(filledFrom(now))
    setInService(now.paused_at === null)
    edit.reset()
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={edit.isPending} onPress={save}>
        {say('save')}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={say('settingsOf', { name: widget.name })} foot={foot}>
      <Form className="widgets-form" onSubmit={(event) => { event.preventDefault(); save() }}>
        <Switch isSelected={inService} onChange={setInService} detail={say('pauseText')}>
          {say('pause')}
        </Switch>
        <Sites filled={filled} wrong={wrong} onFill={fill} />
        <Offers filled={filled} wrong={wrong} onFill={fill} />
        <Bounds filled={filled} wrong={wrong} onFill={fill} />
        {theirs && (
          <Notice tone="promise" title={say('stale')} action={<Button size="small" onPress={() => take(theirs)}>{say('takeTheirs')}</Button>}>
            {say('staleText')}
          </Notice>
        )}
        {edit.error && !theirs && <Failure error={edit.error} />}
        {close.error && <Failure error={close.error} />}
        <Confirm tone="quiet" label={say('close')} question={say('closeQuestion')} yes={say('yesClose')} onYes={() => close.mutate({ id: widget.id })} />
      </Form>
    </Drawer>
  ) // prettier-ignore
}

function staleOf(error: unknown): Widget | null {
  if (!(error instanceof Refused) || error.code !== 'stale') return null
  const { current } = (error.details ?? {}) as { current?: unknown } // from outside: parsed before it is believed
  const read = widgetShape.safeParse(current)
  return read.success ? read.data : null
}

import { useState } from 'react'
import { Button, ButtonRow, IconButton } from '#ui/button'
import { Checkbox, Radios, Segments, Switch } from '#ui/choice'
import { Combobox } from '#ui/combobox'
import { Confirm } from '#ui/confirm'
import { DateField } from '#ui/date'
import { Dialog, Drawer } from '#ui/dialog'
import { SearchField, TextArea, TextField } from '#ui/field'
import { Panel, Stack } from '#ui/layout'
import { Menu } from '#ui/menu'
import { OwnerPair } from '#ui/person'
import { Select } from '#ui/select'
import { toast, toastUndo } from '#ui/toast'
import { useWords } from '#ui/words'
import { camille, crowd, elise } from './samples.ts'
import { words } from './words.ts'

export function Controls() {
  const say = useWords(words)
  return (
    <>
      <Panel title={say('buttons')}>
        <Stack>
          <ButtonRow>
            <Button tone="primary" icon="send" keys="Ctrl ↵">
              {say('send')}
            </Button>
            <Button icon="check">{say('save')}</Button>
            <Button tone="promise" icon="promise">
              {say('promise')}
            </Button>
            <Button tone="quiet">{say('take')}</Button>
            <Button tone="primary" busy>
              {say('sending')}
            </Button>
            <Button isDisabled>{say('forbidden')}</Button>
            <IconButton icon="handover" label={say('handover')} keys="H" />
          </ButtonRow>
          <ButtonRow>
            <Button size="small">{say('small')}</Button>
            <Button size="small" tone="primary" icon="take">
              {say('take')}
            </Button>
            <IconButton size="small" icon="more" label={say('more')} />
            <Confirm
              label={say('delete')}
              question={say('sure')}
              yes={say('delete')}
              icon="trash"
              tone="danger"
              onYes={() => toast({ text: say('gone') })}
            />
          </ButtonRow>
        </Stack>
      </Panel>
      <Fields />
      <Choices />
      <Overlays />
    </>
  )
}

function Fields() {
  const say = useWords(words)
  const [reason, setReason] = useState<string | null>('delivery')
  const [person, setPerson] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>('2026-11-27')
  const people = crowd.map(({ name }) => ({ id: name, label: name }))
  return (
    <Panel title={say('fields')}>
      <div className="design-grid">
        <TextField label={say('subject')} hint={say('subjectHint')} isRequired />
        <TextField label={say('email')} defaultValue="nadia@" error={say('emailWrong')} icon="mail" />
        <SearchField label={say('search')} keys="/" />
        <Select
          label={say('reason')}
          options={(['delivery', 'invoice', 'incident'] as const).map((id) => ({ id, label: say(id) }))}
          value={reason}
          onChange={setReason}
        />
        <Combobox label={say('person')} options={people} value={person} onChange={setPerson} placeholder="Élise…" />
        <DateField label={say('date')} value={day} onChange={setDay} />
        <TextArea label={say('message')} defaultValue={say('weSay')} />
      </div>
    </Panel>
  )
}

function Choices() {
  const say = useWords(words)
  const [mode, setMode] = useState<'mine' | 'team' | 'all'>('mine')
  const [when, setWhen] = useState<'now' | 'later'>('later')
  return (
    <Panel title={say('choices')}>
      <div className="design-grid">
        <Stack gap={2}>
          <Checkbox defaultSelected detail={say('notifyDetail')}>
            {say('notify')}
          </Checkbox>
          <Checkbox isIndeterminate>{say('some')}</Checkbox>
          <Switch defaultSelected>{say('sound')}</Switch>
        </Stack>
        <Radios
          label={say('handover')}
          options={[
            { id: 'now', label: say('now') },
            { id: 'later', label: say('later') },
          ]}
          value={when}
          onChange={setWhen}
        />
        <div>
          <Segments
            label={say('mode')}
            options={(['mine', 'team', 'all'] as const).map((id) => ({ id, label: say(id) }))}
            value={mode}
            onChange={setMode}
          />
        </div>
      </div>
    </Panel>
  )
}

function Overlays() {
  const say = useWords(words)
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null)
  const shut = () => setOpen(null)
  const choices = [
    { id: 'reply', label: say('reply'), icon: 'reply' as const, keys: 'R', run: () => {} },
    { id: 'handover', label: say('handover'), icon: 'handover' as const, detail: say('later'), run: () => {} },
  ]
  const last = [{ id: 'delete', label: say('delete'), icon: 'trash' as const, danger: true, run: () => {} }]
  const undoable = () => toastUndo({ text: say('leaving'), commit: () => {}, undo: () => {} })
  return (
    <Panel title={say('overlays')}>
      <ButtonRow>
        <Button onPress={() => setOpen('dialog')}>{say('openDialog')}</Button>
        <Button onPress={() => setOpen('drawer')}>{say('openDrawer')}</Button>
        <Menu
          label={say('actions')}
          trigger={<Button icon="more">{say('actions')}</Button>}
          groups={[{ title: say('case'), choices }, { choices: last }]}
        />
        <Button onPress={() => toast({ text: say('gone') })}>{say('sayIt')}</Button>
        <Button onPress={undoable}>{say('sayUndo')}</Button>
        <Button onPress={() => toast({ text: say('refused'), tone: 'danger' })}>{say('sayNo')}</Button>
      </ButtonRow>
      <Dialog
        open={open === 'dialog'}
        onClose={shut}
        title={say('dialogTitle')}
        size="small"
        foot={
          <Button tone="primary" onPress={shut}>
            {say('close')}
          </Button>
        }
      >
        {say('dialogText')}
      </Dialog>
      <Drawer open={open === 'drawer'} onClose={shut} title={say('facts')}>
        <OwnerPair owner={elise} deputy={camille} />
      </Drawer>
    </Panel>
  )
}

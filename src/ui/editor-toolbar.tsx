import { useEditorState, type Editor } from '@tiptap/react'
import { useState } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import { Button, IconButton, ToggleButton } from './button.tsx'
import type { Variable } from './editor.tsx'
import { TextField } from './field.tsx'
import { words } from './floor-words.ts'
import { Menu } from './menu.tsx'
import { useWords } from './words.ts'

const marks = ['bold', 'italic', 'underline', 'strike'] as const

type Tools = { editor: Editor; variables: readonly Variable[]; headings: boolean }

/** One stop of the Tab key; arrows walk inside. */
export function Toolbar({ editor, variables, headings }: Tools) {
  const say = useWords(words)
  const [linking, setLinking] = useState(false)
  const on = useEditorState({ editor, selector: stateOf })
  const chain = () => editor.chain().focus()
  if (linking) return <LinkAsk editor={editor} onDone={() => setLinking(false)} />
  return (
    <AriaToolbar aria-label={say('toolbar')} className="ui-editor-tools">
      {headings && (
        <ToggleButton
          icon="heading"
          label={say('heading')}
          isSelected={on.heading}
          onChange={() => chain().toggleHeading({ level: 2 }).run()}
        />
      )}
      {marks.map((mark) => (
        <ToggleButton
          key={mark}
          icon={mark}
          label={say(mark)}
          isSelected={on[mark]}
          onChange={() => chain().toggleMark(mark).run()}
        />
      ))}
      <ToggleButton
        icon="bullets"
        label={say('bullets')}
        isSelected={on.bullets}
        onChange={() => chain().toggleBulletList().run()}
      />
      <ToggleButton
        icon="numbers"
        label={say('numbers')}
        isSelected={on.numbers}
        onChange={() => chain().toggleOrderedList().run()}
      />
      <ToggleButton icon="quote" label={say('quote')} isSelected={on.quote} onChange={() => chain().toggleBlockquote().run()} />
      <ToggleButton
        icon="link"
        label={say('link')}
        isSelected={on.link}
        onChange={() => (on.link ? chain().unsetLink().run() : setLinking(true))}
      />
      {variables.length > 0 && <Variables editor={editor} variables={variables} />}
      <IconButton
        icon="undo"
        size="small"
        label={say('undoTyping')}
        isDisabled={!on.canUndo}
        onPress={() => chain().undo().run()}
      />
    </AriaToolbar>
  )
}

function Variables({ editor, variables }: { editor: Editor; variables: readonly Variable[] }) {
  const say = useWords(words)
  const insert = (attrs: Variable) => () => void editor.chain().focus().insertContent({ type: 'variable', attrs }).run()
  return (
    <Menu
      label={say('insertVariable')}
      trigger={<IconButton icon="variable" size="small" label={say('insertVariable')} />}
      groups={[{ choices: variables.map((variable) => ({ id: variable.name, label: variable.label, run: insert(variable) })) }]}
    />
  )
}

function LinkAsk({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const say = useWords(words)
  const [address, setAddress] = useState('https://')
  const set = () => {
    editor.chain().focus().setLink({ href: address }).run()
    onDone()
  }
  return (
    <form
      className="ui-editor-tools"
      onSubmit={(event) => {
        event.preventDefault()
        set()
      }}
    >
      <TextField label={say('linkAddress')} hideLabel value={address} onChange={setAddress} autoFocus type="url" />
      <Button size="small" tone="primary" type="submit">
        {say('confirm')}
      </Button>
      <Button size="small" tone="quiet" onPress={onDone}>
        {say('cancel')}
      </Button>
    </form>
  )
}

const stateOf = ({ editor }: { editor: Editor }) => ({
  heading: editor.isActive('heading'),
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  underline: editor.isActive('underline'),
  strike: editor.isActive('strike'),
  bullets: editor.isActive('bulletList'),
  numbers: editor.isActive('orderedList'),
  quote: editor.isActive('blockquote'),
  link: editor.isActive('link'),
  canUndo: editor.can().undo(),
})

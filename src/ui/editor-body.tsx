import { EditorContent, useEditor, type Editor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useImperativeHandle } from 'react'
import { cleanPaste } from './clean-html.ts'
import type { Editing, Variable, Written } from './editor.tsx'
import { Toolbar } from './editor-toolbar.tsx'
import { VariableSlot } from './editor-variable.ts'
import './editor.css'

const plain = {
  heading: false,
  codeBlock: false,
  code: false,
  horizontalRule: false,
  link: {
    openOnClick: false,
    autolink: true,
    defaultProtocol: 'https',
    HTMLAttributes: { rel: 'noopener noreferrer', target: null },
  },
} as const
const kit = StarterKit.configure(plain)
const kitWithHeadings = StarterKit.configure({ ...plain, heading: { levels: [2, 3] } })

export function EditorBody({
  label,
  initial = '',
  placeholder,
  variables = [],
  onChange,
  onSend,
  onSlash,
  headings,
  autoFocus = false,
  ref,
}: Editing) {
  const editor = useEditor({
    extensions: [headings ? kitWithHeadings : kit, VariableSlot],
    content: initial,
    injectCSS: false, // ours is in editor.css; a written style element would be refused
    onUpdate: (change) => onChange(written(change.editor)),
    editorProps: {
      attributes: { class: 'ui-editor-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      transformPastedHTML: cleanPaste,
      handleKeyDown: (view, event) => {
        const wish = wishOf(event, view.state.selection.$from)
        const heed = wish === 'send' ? onSend : wish === 'slash' ? onSlash : undefined
        if (!heed) return false
        event.preventDefault()
        heed()
        return true
      },
    },
  })
  // Not left to the editor itself: it takes the focus when it is made, which on a slow machine is before it stands on the page.
  useEffect(() => {
    if (!autoFocus) return
    const standing = requestAnimationFrame(() => !editor.isDestroyed && editor.commands.focus('end'))
    return () => cancelAnimationFrame(standing)
  }, [editor, autoFocus])
  useImperativeHandle(ref, () => handle(editor), [editor])
  return (
    <div className="ui-editor">
      <div className="ui-editor-room" onClick={() => editor.commands.focus()}>
        {placeholder && editor.isEmpty && (
          <p className="ui-editor-placeholder" aria-hidden="true">
            {placeholder}
          </p>
        )}
        <EditorContent editor={editor} />
      </div>
      <Toolbar editor={editor} variables={variables} headings={headings ?? false} />
    </div>
  )
}

type Place = { parentOffset: number; parent: { content: { size: number } } }

function wishOf(event: KeyboardEvent, { parentOffset, parent }: Place): 'send' | 'slash' | null {
  const held = event.ctrlKey || event.metaKey
  if (event.key === 'Enter' && held && !event.shiftKey) return 'send'
  return event.key === '/' && !held && parentOffset === 0 && parent.content.size === 0 ? 'slash' : null
}

const written = (editor: Editor): Written => ({
  html: editor.getHTML(),
  text: editor.getText({ blockSeparator: '\n\n' }),
  empty: editor.isEmpty,
})

const handle = (editor: Editor) => ({
  focus: () => void editor.commands.focus('end'),
  insertHtml: (html: string) => void editor.chain().focus().insertContent(cleanPaste(html)).run(),
  insertVariable: ({ name, label }: Variable) =>
    void editor.chain().focus().insertContent({ type: 'variable', attrs: { name, label } }).run(),
  clear: () => void editor.commands.clearContent(true),
})

import { TextArea } from '#ui/field'
import { useWords } from '#ui/words'
import { briefParts, LONGEST_LINE, MOST_LINES, type Brief, type BriefLine, type BriefPart } from '../contract.ts'
import { words } from './words.ts'

/** One text a part, one line a fact. A line that was not touched keeps what it was read from. */
export function BriefEdit({ brief, onChange }: { brief: Brief; onChange: (brief: Brief) => void }) {
  const say = useWords(words)
  return (
    <fieldset className="handovers-edit">
      <legend>{say('brief')}</legend>
      <p className="handovers-hint">{say('briefHint')}</p>
      {briefParts.map((part) => (
        <TextArea
          key={part}
          label={say(part)}
          rows={Math.min(8, Math.max(1, brief[part].length + (part === 'next' ? 1 : 0)))}
          defaultValue={textOf(brief[part])}
          onChange={(text) => onChange({ ...brief, [part]: linesOf(text, brief[part]) })}
        />
      ))}
    </fieldset>
  )
}

export const textOf = (lines: readonly BriefLine[]): string => lines.map(({ text }) => text).join('\n')

export function linesOf(text: string, before: Brief[BriefPart]): BriefLine[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_LINE))
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .map((line) => before.find((old) => old.text === line) ?? { text: line, at: null, from: null })
}

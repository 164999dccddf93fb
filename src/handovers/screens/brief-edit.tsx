import { useState } from 'react'
import { Button } from '#ui/button'
import { TextArea } from '#ui/field'
import { useWords } from '#ui/words'
import { briefParts, LONGEST_LINE, MOST_LINES, type Brief, type BriefLine, type BriefPart } from '../contract.ts'
import { words } from './words.ts'

/** One text a part, one line a fact; what is empty takes no room until it is asked for. A line that was not touched keeps what it was read from. */
export function BriefEdit({ brief, onChange }: { brief: Brief; onChange: (brief: Brief) => void }) {
  const say = useWords(words)
  const [shown, setShown] = useState<ReadonlySet<BriefPart>>(() => new Set(briefParts.filter((part) => part === 'next' || brief[part].length > 0)))
  return (
    <fieldset className="handovers-edit">
      <legend>{say('brief')}</legend>
      <p className="handovers-hint">{say('briefHint')}</p>
      {briefParts
        .filter((part) => shown.has(part))
        .map((part) => (
          <TextArea
            key={part}
            label={say(part)}
            rows={Math.min(8, Math.max(1, brief[part].length))}
            defaultValue={textOf(brief[part])}
            onChange={(text) => onChange({ ...brief, [part]: linesOf(text, brief[part]) })}
          />
        ))}
      <div className="ui-button-row">
        {briefParts
          .filter((part) => !shown.has(part))
          .map((part) => (
            <Button key={part} size="small" tone="quiet" icon="plus" onPress={() => setShown(new Set([...shown, part]))}>
              {say(part)}
            </Button>
          ))}
      </div>
    </fieldset>
  )
} // prettier-ignore

export const textOf = (lines: readonly BriefLine[]): string => lines.map(({ text }) => text).join('\n')

export function linesOf(text: string, before: Brief[BriefPart]): BriefLine[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_LINE))
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .map((line) => before.find((old) => old.text === line) ?? { text: line, at: null, from: null })
}

import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { TextArea } from '#ui/field'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listHoldingWords, putHoldingWords, type HoldingWords, type Language, type Tone } from '../../contract.ts'
import { words } from './words.ts'

const AS_WRITTEN = { name: '{name}', subject: '{subject}', waits: '{waits}', when: '{when}' }

/** What holding messages say, by language, tone and length. */
export function HoldingWordsList() {
  const say = useWords(words)
  const [language, setLanguage] = useState<Language>('fr')
  const [tone, setTone] = useState<Tone>('formal')
  const { data } = useAsk(listHoldingWords, {})
  const { may } = useMe()
  if (!data) return <Skeleton lines={6} />
  return (
    <div className="clocks-levels">
      <p className="clocks-lead">{say('holdingLead', AS_WRITTEN)}</p>
      <div className="clocks-styles">
        <Segments label={say('french')} options={[{ id: 'fr' as const, label: say('french') }, { id: 'en' as const, label: say('english') }]} value={language} onChange={setLanguage} />
        <Segments label={say('formal')} options={[{ id: 'formal' as const, label: say('formal') }, { id: 'simple' as const, label: say('simple') }]} value={tone} onChange={setTone} />
      </div>
      {data.items
        .filter((each) => each.language === language && each.tone === tone)
        .map((each) => (
          <One key={`${each.language} ${each.tone} ${each.length} ${each.text}`} words={each} mayEdit={may('template.manage')} />
        ))}
    </div>
  )
} // prettier-ignore

function One({ words: given, mayEdit }: { words: HoldingWords; mayEdit: boolean }) {
  const say = useWords(words)
  const [text, setText] = useState(given.text)
  const put = useSend(putHoldingWords, { refetch: [listHoldingWords], onDone: () => toast({ tone: 'good', text: say('wordsSaved') }) })
  const { language, tone, length } = given
  const keep = (written: string): void => put.mutate({ language, tone, length, text: written })
  return (
    <Panel title={say(length)} actions={given.ours && <Badge tone="accent">{say('ours')}</Badge>}>
      <div className="clocks-set">
        <TextArea label={say(length)} hideLabel rows={length === 'mail' ? 8 : 4} value={text} onChange={setText} isReadOnly={!mayEdit} />
        {mayEdit && (
          <div className="clocks-choices">
            <Button size="small" tone="primary" isDisabled={text === given.text || text.trim() === ''} busy={put.isPending} onPress={() => keep(text)}>
              {say('save')}
            </Button>
            {given.ours && (
              <Button size="small" tone="quiet" icon="undo" onPress={() => keep('')}>
                {say('ownWords')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  )
} // prettier-ignore

import type { Channel } from '../channel.ts'

const MOST_CHARACTERS = 20_000 // a long answer is for a mail; the widget shows any of these whole

export const chat: Channel = {
  name: 'chat',
  label: { fr: 'Chat', en: 'Chat' },
  icon: 'chat',
  traits: { instant: true, public: false, maxLength: MOST_CHARACTERS, replyWindow: null, addressed: false },
  answersBy: 'chat',
  reaches: null,
}

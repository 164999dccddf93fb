import { useWords } from '#ui/words'
import type { Stream } from '../contract.ts'
import { channelWords } from './channel-words.ts'

const channels = ['phone', 'video', 'visit', 'chat', 'sms', 'social', 'call_back', 'email', 'form', 'letter', 'task'] as const

/** "Conseil · Chat": the queue as the rules call it, and the channel in the reader's language. */
export function useStreamName(): (of: { stream: Stream; label: string }) => string {
  const say = useWords(channelWords)
  return ({ stream, label }) => {
    const channel = channels.find((each) => each === stream.channel)
    const name = channel ? say(`channel_${channel}`) : stream.channel
    return stream.queue === '' ? name : `${label} · ${name}`
  }
}

export function useChannelName(): (channel: string) => string {
  const nameOf = useStreamName()
  return (channel) => nameOf({ stream: { queue: '', channel }, label: '' })
}
export const knownChannels = channels

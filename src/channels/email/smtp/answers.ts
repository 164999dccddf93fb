// What the door says when it does not take a message. The codes are for the sending machine (RFC 5321 §4.2, RFC 3463), the
// sentence for the person who gets the bounce.
export type Refusal = { code: number; enhanced: string; sentence: string }

export const noSuchMailbox = (address: string): Refusal => ({
  code: 550,
  enhanced: '5.1.1',
  sentence: `${address} is not an address of this house, and mail is not passed on to others. Please check the address.`,
})
export const tryLater: Refusal = {
  code: 451,
  enhanced: '4.3.0',
  sentence: 'The message could not be kept just now. Please send it again later.',
}
export const noRoom: Refusal = {
  code: 452,
  enhanced: '4.3.1',
  sentence: 'There is no room left to keep the message. Please send it again later.',
}
export const tooBig = (limit: number): Refusal => ({
  code: 552,
  enhanced: '5.3.4',
  sentence: `The message is longer than the ${Math.floor(limit / 1024 / 1024)} MiB that are taken here. Please send it in parts or as a link.`,
})
export const tooManyConnections: Refusal = {
  code: 421,
  enhanced: '4.7.0',
  sentence: 'Too many connections at once. Please try again in a moment.',
}
export const tooSlow: Refusal = { code: 421, enhanced: '4.4.2', sentence: 'This takes too long. Please connect again.' }
export const closing: Refusal = {
  code: 421,
  enhanced: '4.3.2',
  sentence: 'The door is being closed. Please try again in a moment.',
}

/** A refusal in the form smtp-server answers with. */
export function spoken({ code, enhanced, sentence }: Refusal): Error & { responseCode: number } {
  return Object.assign(new Error(`${enhanced} ${sentence}`), { responseCode: code })
}

// What most conversations never need, in one file.
export { CallBack } from './call-back.tsx'
export { LeaveMessage } from './leave-message.tsx'
export { Options } from './options.tsx'

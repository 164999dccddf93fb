// The forms, the options, opening hours and promised calls: what most conversations never need, in one file.
export { CallBack } from './call-back.tsx'
export { Hours } from './hours.tsx'
export { LeaveMessage } from './leave-message.tsx'
export { Options } from './options.tsx'
export { Promised } from './promised.tsx'
export { Asking } from './asking.tsx'
export { formWords as words } from '../words/form-words.ts'
export { default as sheet } from '../style/forms.css?inline'

// Files: those beside the message being written, and those of the thread.
export { attach } from '../attach.ts'
export { Drafts } from './drafts.tsx'
export { FileOf } from './file-of.tsx'
export { watchDrops } from './watch-drops.ts'
export { fileWords as words } from '../words/file-words.ts'
export { default as sheet } from '../style/files.css?inline'

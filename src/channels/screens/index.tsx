// The pages of channels: the first minutes of a house, and its post office.
export { WelcomePage } from './welcome/page.tsx'
export { Sample } from './welcome/ready.tsx'
export { PostOfficePage } from './post-office/page.tsx'

// The pages of channels, each fetched when it is first opened, and who counts the chats that wait.
import { lazyRouteComponent } from '@tanstack/react-router'

export const WelcomePage = lazyRouteComponent(() => import('./welcome/page.tsx'), 'WelcomePage')
export const PostOfficePage = lazyRouteComponent(() => import('./post-office/page.tsx'), 'PostOfficePage')
export const WidgetsPage = lazyRouteComponent(() => import('./widgets/page.tsx'), 'WidgetsPage')
export const ChatsPage = lazyRouteComponent(() => import('./chat/page.tsx'), 'ChatsPage')
export const waitingChats = async () => (await import('./chat/waiting-watch.ts')).waitingWatch()
export const FormsPage = lazyRouteComponent(() => import('./forms/list-page.tsx'), 'FormsPage')
export const FormPage = lazyRouteComponent(() => import('./forms/editor-page.tsx'), 'FormPage')
export const ChatStrip = lazyRouteComponent(() => import('./chat/strip.tsx'), 'ChatStrip')
export const NoticesByMail = lazyRouteComponent(() => import('./notices/by-mail.tsx'), 'NoticesByMail')
export { showAfterWelcome } from './welcome/after.ts'

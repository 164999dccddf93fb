// One's own account, and how one is told by mail: the one is known by access, the other by channels.
import { AccountPage as Account } from '#access/screens'
import { NoticesByMail } from '#channels/screens'

export const AccountPage = () => <Account more={<NoticesByMail />} />

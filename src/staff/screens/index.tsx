// The pages of staff, and what rooms above put beside a name.
export { StaffPage } from './page.tsx'
export { ChoosePerson } from './choose-person.tsx'
export { useAllPeople } from './all-people.ts'
export { NoticesPage } from './notices/page.tsx'
export { unseenNotices } from './notices/unseen.ts'
export { AbsencePage } from './absences/page.tsx'
export { ChooseTeam, useAllTeams } from './choose-team.tsx'

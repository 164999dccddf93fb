import { route } from '#base/http'
import * as contract from './contract.ts'
import { addPerson } from './add-person.ts'
import { cancelAbsence } from './cancel-absence.ts'
import { editAbsence } from './edit-absence.ts'
import { editPerson } from './edit-person.ts'
import { getAbsence, listAbsences } from './list-absences.ts'
import { listPeople } from './list-people.ts'
import { listPresence } from './list-presence.ts'
import { countNotices, listNotices, seeNotice, seeNotices } from './notices.ts'
import { planAbsence } from './plan-absence.ts'
import { setOwnPresence, setPresence } from './set-presence.ts'
import { addSkill, listPersonSkills, listSkills, setSkill } from './skills.ts'
import { approveAbsence, declineAbsence } from './answer-absence.ts'
import { goAway } from './go-away.ts'
import { getPartTime, setPartTime } from './part-time.ts'
import { addTeam, closeTeam, editTeam, joinTeam, leaveTeam, listTeams } from './teams.ts'

// `removePerson` is served by cases: who leaves hands open cases to the successor in the same transaction.
export const routes = [
  route(contract.listStaff, listPeople),
  route(contract.addPerson, addPerson),
  route(contract.editPerson, editPerson),
  route(contract.listTeams, listTeams),
  route(contract.addTeam, addTeam),
  route(contract.editTeam, editTeam),
  route(contract.closeTeam, closeTeam),
  route(contract.joinTeam, joinTeam),
  route(contract.leaveTeam, leaveTeam),
  route(contract.listAbsences, listAbsences),
  route(contract.planAbsence, planAbsence),
  route(contract.editAbsence, editAbsence),
  route(contract.cancelAbsence, cancelAbsence),
  route(contract.getAbsence, getAbsence),
  route(contract.goAway, goAway),
  route(contract.approveAbsence, approveAbsence),
  route(contract.declineAbsence, declineAbsence),
  route(contract.getPartTime, getPartTime),
  route(contract.setPartTime, setPartTime),
  route(contract.listPresence, listPresence),
  route(contract.setPresence, setOwnPresence),
  route(contract.setOthersPresence, setPresence),
  route(contract.listSkills, listSkills),
  route(contract.addSkill, addSkill),
  route(contract.listPersonSkills, listPersonSkills),
  route(contract.setSkill, setSkill),
  route(contract.listNotices, listNotices),
  route(contract.countNotices, countNotices),
  route(contract.seeNotice, seeNotice),
  route(contract.seeNotices, seeNotices),
]

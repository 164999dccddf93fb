// My shifts, with my day as it goes and what I am asked today.
import { MyAdherence } from '#intraday/screens'
import { MyShiftsPage } from '#scheduling/screens'

export const MyShiftsAndDay = () => <MyShiftsPage Day={MyAdherence} />

/** What readers say for what news writers write: everyday words and newsroom words that answer for one another. */
import { stemOf } from '../../retrieval/tokens.ts';

/**
 * A line is a group; within it every word may stand for every other. Groups are of the trade in general: politics,
 * courts, war, accidents, weather, work, business, health. Words of two parts are written with an underscore.
 */
const GROUPS = `
call phone telephone ring phonecall ring_up phone_up dial
call talk chat speak conversation converse discuss discussion dialogue communicate communication contact
discuss topic agenda
talks negotiation negotiate bargaining discussion
meeting meet summit visit talks encounter trip travel face_to_face sit_down
invite invitation guest welcome host
organise organize arrange prepare preparation plan coordinate arrangement set_up handle responsible charge_of work_on
date schedule timing fix timetable calendar
venue place location site
begin start launch commence open outbreak
end finish stop conclude close halt over
stop halt suspend call_off pause
last take duration lasting length long
cancel revoke withdraw pull rescind strip annul scrap take_away lose void deprive
cancel call_off suspend scrap drop running run
accuse allege claim blame allegation accusation charge charges suspect
deny denial reject dismiss refute dispute push_back contradict
confirm confirmation acknowledge verify true
false untrue lie lies wrong baseless fabricated invented unfounded
evidence proof prove substantiate basis back_up
insult name_calling slur mock offend
capture catch seize arrest detain nab custody snatch grab
arrest detain custody jail imprison prison
trial court prosecute tried case judge
charge charges accusation indictment indict crime offence
convict conviction guilty sentence
kill die death dead fatal fatality casualty toll death_toll lose_life life victim perish deadly lethal
hurt injure injury wound harm casualty
strike attack hit bomb raid bombing target blow_up sink
military army soldier troops armed_forces
attack assault operation invasion invade military_action intervene intervention strike
resist defend fight fight_back defence oppose
arms weapon gun firearm
war fight fighting take_up_arms arms battle combat
homeland country nation fatherland motherland
boat ship vessel craft
smuggle smuggling traffic trafficking carry transport
drug drugs narcotics cocaine
trafficking trafficker traffic smuggling trade
fly flown take bring transfer transport send extradite
protest demonstration demonstrate rally march demo
rally gathering crowd
attend join take_part participate be_at part
sanction sanctions penalty punish penalise blacklist
tense tension strained strain bad poor sour good worse deteriorate odds hostile
relation relationship ties terms get_along get_on
honour honor privilege
appreciate value like enjoy grateful thank pleased
tone manner
request ask demand seek call_for want
demand want seek claim
respond reply response react reaction answer push_back
threat threaten menace
unacceptable reject condemn oppose
committed commitment stand_by stick
return come_back back
office power presidency president
supporter fan follower
leader head boss chief president
boss chief_executive ceo chief head
buy purchase acquire take_over takeover acquisition
deal takeover merger acquisition agreement purchase take_over
sell sale
price pay cost money worth expensive
lose loss cost costing
job work position employee staff
cut reduce reduction slash lay_off go
close shut closure shutter
open reopen close closed
found founded establish set_up start
headquarters head_office base seat based
share stock
rise increase grow jump climb raise move
fall drop decline sink decrease move lower cheaper push_down
approve approval permission clear consent permit
regulator watchdog authority
step_down resign quit leave leave_office
resign quit step_down resignation
strike walkout walk_out stoppage industrial_action walk
worker employee staff labourer
vote ballot poll back support favour
pay wage salary earn
pay_rise raise wage_increase pay
mediate mediator mediation broker go_between
inquiry investigation investigate probe look_into
damage destroy break sabotage vandalise cut
broken out_of_order fail defective work
evacuate evacuation evacuee leave flee move move_out leave_home home
home house
stay shelter live accommodation sleep
refuse decline reject
miss missing lost disappear vanish
search look hunt rescue
erupt eruption explode
earthquake quake tremor
volcano mountain crater
alert alarm warning
warn warning alert
letter warning write
ignore disregard
food meal feed eat
give hand_out distribute provide offer give_out
provide present show give offer supply produce
offer propose
own owner belong
population inhabitant resident live
village town settlement
previous last earlier former before
earlier before ever previously
first previous before
next upcoming future
date day when
close near within distance far
budget funding money
share percentage part per_cent proportion
back support
worried fear worry concern afraid
leak reveal disclose
stake hold own holding
rich wealthy
child kid children
cop police officer
doctor physician medic
sick ill illness
medicine drug supplies
flood flooding water
fire blaze burn
crash collision accident
vehicle car truck
aircraft plane airliner flight
airport flight fly
elect election vote win
law bill legislation
tax levy
border frontier
refugee migrant
agree agreement deal accord pact
promise pledge vow
succeed success successful fail failure collapse break_up result outcome
friendly cordial warm amicable polite
apologise apology sorry
announce announcement reveal set
rule_out exclude refuse
send deploy use
use deploy
expect expected forecast
happen befall become
word describe call
describe call word
fine penalty
hostage captive
ceasefire truce
bankrupt insolvent
debt loan
theft steal rob
murder kill
suspect accused
lawyer attorney
journalist reporter
school classroom
student pupil
teacher professor
church mosque
storm hurricane
rain rainfall
heat temperature
`;

const groups = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(' ').map((word) => word.split('_').map(stemOf).join(' ')));

const partners = new Map<string, Set<string>>();
for (const group of groups)
  for (const word of group) partners.set(word, new Set([...(partners.get(word) ?? []), ...group]));

/** Stems that may stand for a stem in the news (words of two parts joined by a space); itself not among them. */
export function newsroomWords(stem: string): ReadonlySet<string> {
  return partners.get(stem) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();

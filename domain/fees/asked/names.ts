// What workers say they were asked for, and which component of the law each name means. The words are in messages/<language>/asked.json.

/** The names people hear, the bad practices of law.md §7.4 among them; several names may mean one component. */
export const askedComponents = {
  service: "service_fee",
  brokerage: "brokerage_from_worker",
  seat: "recruiting_fee",
  selection: "recruiting_fee",
  anti_escape: "security_other",
  deposit: "worker_deposit",
  // Neither is an item of the law: whoever asks must say what it is and put it in the contract.
  package: "other",
  processing: "other",
  teacher: "other",
  language: "language_training",
  skill: "skill_training",
  orientation: "orientation_course",
  dormitory: "accommodation_training",
  meals: "meals_training",
  travel: "travel_training",
  exam: "exam_fee",
  health: "health_check",
  vaccination: "vaccination",
  passport: "passport",
  judicial: "judicial_record",
  visa: "visa",
  papers: "legalisation",
  degree: "degree_recognition",
  ticket: "airfare",
  airport: "airport",
  insurance: "insurance_before_departure",
  kit: "uniform_kit",
  fund: "support_fund",
  extension: "service_fee_extension",
  guarantee: "guarantee",
  host_agent: "host_agent_fee",
  host_training: "host_training_fee",
  host_management: "host_management_fee",
  rent: "rent_host",
  board: "board_lodging_deduction",
  something: "other",
} as const;
export type AskedName = keyof typeof askedComponents;
export const askedNames = Object.keys(askedComponents) as [AskedName, ...AskedName[]];

/** When it was asked for, as a worker would say it, and the moment of a cost sheet that means. */
export const askedMoments = {
  before_contract: "after_selection",
  after_contract: "after_contract",
  before_departure: "before_departure",
  monthly_abroad: "monthly_abroad",
  unknown: "unknown",
} as const;
export type AskedWhen = keyof typeof askedMoments;
export const askedWhens = Object.keys(askedMoments) as [AskedWhen, ...AskedWhen[]];

/** Into whose hands, and the payee of a cost sheet that means. */
export const askedHands = {
  company: "agency",
  person: "person",
  branch: "branch",
  bank: "bank",
  provider: "other",
  unknown: "unknown",
} as const;
export type AskedTo = keyof typeof askedHands;
export const askedTos = Object.keys(askedHands) as [AskedTo, ...AskedTo[]];

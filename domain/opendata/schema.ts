// What the open data API is asked and what it answers.
export { endpoints, maxBody, maxPageSize, type Endpoint } from "./endpoints";
export { contactBody } from "./answers/contacts";
export { quoteBody, type QuoteBody } from "./answers/quote";
export { named, problem, type Links, type NoteAnswer, type PageLinks, type ProblemAnswer } from "./fields";

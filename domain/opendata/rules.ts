// What may be said in public, and in which form: fee rules as data, the API's own description, job postings for search engines.
export { feeRulesDetailAnswer as feeRulesFound } from "./mapping/reference";
export { feeStatisticsDetail as feeStatisticsFound } from "./mapping/statistics";
export { readCursor } from "./cursor";
export { openApi } from "./openapi";
export { readQuery, type QueryRead } from "./query";
export { type JobPosting, type Words, jobPosting, jobPostingFaults, jobPostingText } from "./job-posting";
export { mostAddresses, sitemapIndex, urlSet, type Entry } from "./sitemap";

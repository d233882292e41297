// The heads of the journal's chain, for anybody to keep.
import { endpoint } from "@/app/_http/endpoint";
import { journalHeadsFound } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.journalHead, journalHeadsFound);

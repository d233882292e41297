// What somebody says who asks to act for an agency.
import { z } from "zod";

export const requestFields = ["contactName", "position", "phone", "note"] as const;
export const requestRemarkFields = [...requestFields, "agency", "file", "whole"] as const;
export type RequestStatus = "sent" | "returned" | "approved" | "refused" | "withdrawn";

const line = (max: number) => z.string().trim().min(2).max(max);
export const accountRequestInput = z.object({
  contactName: line(120),
  position: line(120),
  phone: z.string().trim().max(40),
  note: z.string().trim().max(1_000).optional(),
});
export type AccountRequestInput = z.input<typeof accountRequestInput>;

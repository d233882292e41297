// Pages and messages write amounts and days the same way.
export * from "@/domain/kernel/format";

// Pieces of SQL that are put together: every value in them stays a parameter.
import { Prisma } from "./generated/prisma/client";

export const { sql, empty, join } = Prisma;
export type Sql = Prisma.Sql;

// What may be handed in about people who act.
import { z } from "zod";

/** Name under which an operator's acts stand in the journal. */
export const operatorInput = z.object({ name: z.string().trim().min(1).max(80) });

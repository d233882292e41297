// A process of its own that imports a register, so that a test can kill it:  FILE DAY
import { day } from "@/domain/kernel/calendar";
import { importRegister } from "@/domain/licences/commands";

const [file = "", asOf = ""] = process.argv.slice(2);
const operator = { kind: "operator", id: "test", name: "Test" } as const;
await importRegister(operator, { file, asOf: day(asOf), source: "danh sách thử", official: true });
process.exit(0);

// Invented people to sign in as: staff of one invented firm, officers of three ranks, a clerk, an auditor, a worker. Their passwords stand on
// the sign-in page of a demo.
import { addDemoPerson, addOffice } from "@/domain/accounts/commands";
import { demoPeople } from "@/domain/accounts/demo-people";
import type { OfficeInput } from "@/domain/accounts/schema";
import type { Actor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { listAgencies } from "@/domain/licences/queries";
import { localitiesIn, provincesOn } from "@/domain/localities/queries";
import { now } from "@/platform/clock";
import { db } from "@/platform/db";

/** "Tỉnh Nghệ An" within a name: "Sở Nội vụ tỉnh Nghệ An". */
const within = (name: string): string => name.replace(/^./u, (letter) => letter.toLowerCase());
const marked = (name: string): string => `${name} (dữ liệu mẫu)`;

async function officeOf(actor: Actor, office: OfficeInput): Promise<string> {
  const known = await db.office.findFirst({ where: { demo: true, name: office.name }, select: { id: true } });
  return known?.id ?? (await addOffice(actor, { ...office, demo: true })).id;
}

/** Safe to repeat: who is there is left as she is. */
export async function recordPeople(actor: Actor): Promise<void> {
  if ((await db.user.count({ where: { demo: true } })) >= demoPeople.length) return;
  const on = dayOf(now());
  const { agencies } = await listAgencies({ status: "licensed", pageSize: 100 });
  const firms = agencies.map(({ dossier }) => dossier).filter(({ demo }) => demo);
  const firm = firms.find(({ branches }) => branches.length > 0) ?? firms[0];
  const provinces = await provincesOn(on);
  const province = provinces.find(({ name }) => name === "Nghệ An") ?? provinces[0];
  const communes = province ? await localitiesIn(province.id, on) : [];
  const commune = communes.find(({ name }) => name === "Nghi Lộc") ?? communes[0];
  if (!firm || !province || !commune) return;

  const [authority, place] = ["authority", { province: province.id }] as const;
  const offices = {
    ministry: { kind: authority, level: "ministry", name: marked("Cục Quản lý lao động ngoài nước") },
    province: { kind: authority, level: "province", name: marked(`Sở Nội vụ ${within(province.fullName)}`), ...place },
    commune: {
      ...{ kind: authority, level: "commune", ...place, commune: commune.id },
      name: marked(`Ủy ban nhân dân ${within(commune.fullName)}`),
    },
    centre: {
      ...{ kind: "job_centre", level: "province", ...place },
      name: marked(`Trung tâm Dịch vụ việc làm ${within(province.fullName)}`),
    },
    audit: { kind: "audit", level: "ministry", name: marked("Đoàn kiểm toán") },
  } as const satisfies Record<string, OfficeInput>;
  for (const { key, role, office } of demoPeople) {
    if (office) await addDemoPerson(actor, key, { officeId: await officeOf(actor, offices[office]) });
    else if (role === null) await addDemoPerson(actor, key, {});
    else {
      const branchId = role === "branch_recruiter" ? firm.branches[0]?.id : undefined;
      if (role !== "branch_recruiter" || branchId) await addDemoPerson(actor, key, { agencyId: firm.id, branchId });
    }
  }
}

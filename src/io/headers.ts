import type { ColumnField, Field, SourceIssue } from "./source.ts";

/**
 * Names under which exports call our fields: SCIM 2.0 (RFC 7643), Okta, BambooHR, Workday reports, Merge, and Turkish
 * headers. Compared without case, spaces, underscores, dashes and accents.
 */
const ALIASES: Readonly<Record<Field, readonly string[]>> = {
  id: [
    "id",
    "personId",
    "employeeId",
    "workerId",
    "userId",
    "remoteId",
    "externalId",
    "kimlik",
    "kişi no",
    "çalışan id",
  ],
  employeeNumber: ["employeeNumber", "employeeNo", "sicil", "sicil no", "sicil numarası", "personel no", "çalışan no"],
  email: ["email", "workEmail", "primaryWorkEmail", "userName", "login", "e-posta", "eposta", "e-posta adresi", "mail"],
  name: ["name", "fullName", "displayName", "displayFullName", "descriptor", "ad soyad", "adı soyadı", "isim"],
  firstName: ["firstName", "givenName", "ad", "adı"],
  lastName: ["lastName", "familyName", "surname", "soyad", "soyadı"],
  managerId: [
    ...[
      "manager",
      "managerId",
      "managerEmail",
      "supervisor",
      "supervisorId",
      "supervisorEId",
      "reportsTo",
      "managerName",
    ],
    ...["yönetici", "yönetici id", "yöneticisi", "amir", "bağlı olduğu kişi", "yönetici e-posta"],
  ],
  dottedLineManagerIds: [
    "dottedLineManagerIds",
    "dottedLineManager",
    "dottedLine",
    "matrixManager",
    "fonksiyonel yönetici",
  ],
  level: ["level", "managementLevel", "jobLevel", "grade", "seviye", "kademe", "unvan seviyesi"],
  department: [
    ...["department", "division", "team", "teamName", "costCenter", "supervisoryOrganization", "organization"],
    ...["departman", "bölüm", "birim"],
  ],
  location: ["location", "workLocation", "city", "office", "site", "lokasyon", "konum", "şehir", "ofis"],
  timeZone: ["timeZone", "tz", "saat dilimi"],
  languages: ["languages", "language", "preferredLanguage", "diller", "dil"],
  birthYear: ["birthYear", "yearOfBirth", "birthDate", "dateOfBirth", "doğum yılı", "doğum tarihi"],
  careerStartYear: [
    "careerStartYear",
    "careerStart",
    "careerStartDate",
    "kariyer başlangıcı",
    "kariyer başlangıç yılı",
  ],
  generation: ["generation", "kuşak"],
  role: ["role", "programmeRole", "signUpAs", "rol"],
  teaches: [
    "teaches",
    "offers",
    "skills",
    "canTeach",
    "öğretebileceği konular",
    "öğretir",
    "öğrettiği konular",
    "beceriler",
  ],
  learns: ["learns", "wants", "wantsToLearn", "interests", "öğrenmek istediği konular", "öğrenir", "ilgi alanları"],
  goals: ["goals", "goal", "hedefler", "hedef", "amaçlar"],
  availability: ["availability", "available", "müsaitlik", "uygunluk", "uygun saatler"],
  capacity: ["capacity", "maximumPartners", "places", "kapasite"],
  minimumLoad: ["minimumLoad", "minLoad", "minimumPartners", "en az eş"],
  avoid: ["avoid", "notWith", "kaçın", "istemediği kişiler"],
  choices: ["choices", "preferences", "wishes", "tercihler"],
  waitingSince: ["waitingSince", "bekleme tarihi"],
};

const FIELDS = Object.keys(ALIASES).filter((name): name is Field => Object.hasOwn(ALIASES, name));

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => ALIASES[field].map((alias) => [normalHeader(alias), field] as const)),
);

/** The form in which headers are compared. */
export function normalHeader(header: string): string {
  return header
    .normalize("NFD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[Iıİ]/gu, "i")
    .toLowerCase()
    .replace(/[\s_\-.:?'’()/]+/gu, "");
}

function attributeOf(name: string): ColumnField | undefined {
  return name.startsWith(ATTRIBUTE) && name.length > ATTRIBUTE.length
    ? `${ATTRIBUTE}${name.slice(ATTRIBUTE.length)}`
    : undefined;
}

/** What the names of the caller's own fields begin with. */
export const ATTRIBUTE = "attributes.";

/** Field of each header; where several headers mean one field, the first that has the better alias keeps it. */
export function fieldsOf(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
  file: string,
): { readonly fields: readonly (ColumnField | undefined)[]; readonly issues: readonly SourceIssue[] } {
  const fields: (ColumnField | undefined)[] = headers.map(() => undefined);
  const issues: SourceIssue[] = [];
  const normal = headers.map(normalHeader);
  for (const [name, header] of Object.entries(mapping)) {
    const field = FIELDS.find((each) => each === name) ?? attributeOf(name);
    const column = normal.indexOf(normalHeader(header));
    if (field === undefined) {
      const message = `the mapping names a field that there is not; known are ${FIELDS.join(", ")}.`;
      const hint = "Name a field of attributes as attributes.city.";
      issues.push({ code: "MAPPING_FIELD", severity: "error", file, message, hint });
    } else if (column >= 0 && fields[column] !== undefined) {
      const message = `the mapping gives column ${column + 1} to two fields.`;
      issues.push({ code: "MAPPING_TWICE", severity: "error", file, line: 1, column: column + 1, message });
    } else if (column >= 0) fields[column] = field;
  }
  const isTaken = (field: Field): boolean => fields.includes(field);
  const ranked = normal.flatMap((header, column) => {
    const field = FIELD_OF.get(header);
    if (field === undefined || fields[column] !== undefined) return [];
    return [{ column, field, rank: ALIASES[field].findIndex((alias) => normalHeader(alias) === header) }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.column - b.column);
  for (const { column, field } of ranked) if (!isTaken(field)) fields[column] = field;
  return { fields, issues };
}

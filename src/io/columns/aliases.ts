import type { Field } from "../source.ts";

/**
 * Names under which exports call our fields: SCIM 2.0 (RFC 7643), Okta, BambooHR, Workday reports, Merge, surveys, and
 * Turkish files. Where a file has several of a field, the one named first here is read.
 */
export const ALIASES: Readonly<Record<Field, readonly string[]>> = {
  id: [
    ...["id", "person id", "employee id", "worker id", "wid", "user id", "remote id", "external id", "staff id"],
    ...["mentor id", "mentee id", "mentor code", "mentee code", "participant id", "emp id", "empid", "person number"],
    ...["kimlik", "kişi no", "kişi id", "çalışan id", "personel id"],
  ],
  employeeNumber: [
    ...["employee number", "employee no", "employee #", "employee code", "staff number", "personnel number", "badge"],
    ...["emp no", "emp number", "employee eid", "mentor number", "mentee number"],
    ...["sicil no", "sicil", "sicil numarası", "personel no", "personel numarası", "çalışan no", "çalışan numarası"],
  ],
  email: [
    ...["work email", "primary work email", "email", "email address", "work email address", "email work"],
    ...["emails value", "emails work value", "mail", "email primary work", "user name", "login", "user principal name"],
    ...[
      "mentor email",
      "mentee email",
      "mentor e mail",
      "mentee e mail",
      "mentor email address",
      "mentee email address",
    ],
    ...["upn", "mentor e-posta", "mentee e-posta", "mentör e-posta", "menti e-posta"],
    ...["iş e-postası", "kurumsal e-posta", "e-posta", "e-posta adresi", "e-mail adresi", "mail adresi"],
  ],
  name: [
    ...["display name", "display full name", "full name", "name", "name formatted", "preferred name", "descriptor"],
    ...[
      "worker",
      "employee name",
      "last name, first name",
      "ad soyad",
      "adı soyadı",
      "adınız soyadınız",
      "ad ve soyad",
      "isim",
      "isim soyisim",
    ],
    ...["mentor name", "mentee name", "mentor full name", "mentee full name", "mentör adı", "menti adı"],
    ...["çalışan adı", "personel adı"],
  ],
  firstName: [
    ...["first name", "given name", "name given name", "legal first name", "forename"],
    ...["ad", "adı", "adınız", "isminiz"],
  ],
  lastName: [
    ...["last name", "family name", "name family name", "legal last name", "surname"],
    ...["soyad", "soyadı", "soyadınız", "soyisim"],
  ],
  managerId: [
    ...["manager id", "manager value", "manager employee id", "manager employee number", "supervisor id"],
    ...["supervisor eid", "reports to id", "manager email", "supervisor email", "manager user name", "manager"],
    ...[
      "line manager",
      "direct manager",
      "supervisor",
      "reports to",
      "reporting to",
      "manager name",
      "supervisor name",
    ],
    ...["worker's manager", "manager display name", "line manager name"],
    ...["yönetici id", "yönetici sicil no", "yönetici sicil", "yönetici no", "yönetici e-posta", "yönetici"],
    ...["yöneticisi", "amir", "amiri", "birinci amir", "bağlı olduğu kişi", "bağlı olduğu yönetici", "yönetici adı"],
    ...["yönetici adı soyadı", "yönetici ad soyad", "üst yönetici"],
  ],
  dottedLineManagerIds: [
    ...["dotted line manager ids", "dotted line manager id", "dotted line manager", "dotted line managers"],
    ...["dotted line", "matrix manager", "matrix manager id", "fonksiyonel yönetici", "matris yönetici"],
  ],
  // exports hold columns of these that mean something else or name outsiders, so only plain names of ours are read unasked
  evaluatorIds: ["evaluator ids", "evaluator id", "evaluators", "değerlendirici kimlikleri", "değerlendiriciler"],
  assistantIds: ["assistant ids", "assistant id", "asistan kimlikleri"],
  formerManagerIds: ["former manager ids", "former manager id", "former managers", "eski yöneticiler"],
  level: [
    ...["level", "management level", "job level", "seniority level", "grade", "job grade", "pay grade", "band"],
    ...["seviye", "seviyesi", "kademe", "kademesi", "kıdem", "kıdem seviyesi", "unvan seviyesi", "derece"],
  ],
  department: [
    ...["department", "department name", "supervisory organization", "division", "team", "team name", "cost center"],
    ...[
      "organization",
      "organisation",
      "business unit",
      "departman",
      "departmanı",
      "bölüm",
      "bölümü",
      "birim",
      "birimi",
    ],
    ...["müdürlük", "direktörlük"],
  ],
  location: [
    ...["location", "work location", "office location", "office", "city", "addresses locality", "site"],
    ...["lokasyon", "lokasyonu", "konum", "şehir", "il", "ofis", "çalışma yeri", "şube"],
  ],
  timeZone: ["time zone", "tz", "zone", "saat dilimi", "zaman dilimi"],
  languages: [
    ...["languages", "language", "spoken languages", "preferred language", "preferred languages"],
    ...["diller", "dil", "bildiği diller", "konuştuğu diller", "yabancı diller"],
  ],
  birthYear: [
    ...["birth year", "year of birth", "birth date", "birthday", "date of birth", "dob"],
    ...["doğum yılı", "doğum yılınız", "doğum tarihi", "doğum tarihiniz"],
  ],
  careerStartYear: [
    ...["career start year", "career start", "career start date"],
    ...["kariyer başlangıç yılı", "kariyer başlangıcı", "meslek başlangıç yılı"],
  ],
  generation: ["generation", "kuşak", "kuşağı", "jenerasyon"],
  startDate: ["start date in the organisation", "employment start date"],
  cohort: ["cohort", "intake", "kohort", "program dönemi"],
  role: ["role", "programme role", "program role", "mentoring role", "sign up as", "rol", "program rolü"],
  isMentor: [
    ...[
      "is mentor",
      "mentor",
      "sign up as a mentor",
      "do you want to sign up as a mentor",
      "do you want to be a mentor",
    ],
    ...["mentör", "mentör mü", "mentör olmak ister misiniz"],
  ],
  isMentee: [
    ...[
      "is mentee",
      "mentee",
      "sign up as a mentee",
      "do you want to sign up as a mentee",
      "do you want to be a mentee",
    ],
    ...["menti", "menti mi", "menti olmak ister misiniz"],
  ],
  teaches: [
    ...["teaches", "offers", "can teach", "topics to teach", "topics offered", "skills"],
    ...["öğretebileceği konular", "öğretebileceğim konular", "öğretebileceğiniz konular", "öğretmek istediği konular"],
    ...["öğretmek istediğim konular", "öğretmek istediğiniz konular", "öğretir", "öğrettiği konular"],
    ...["anlatabileceği konular", "beceriler", "yetkinlikler", "uzmanlık alanları"],
  ],
  learns: [
    ...["learns", "wants", "wants to learn", "topics to learn", "topics wanted", "learning interests", "interests"],
    ...["öğrenmek istediği konular", "öğrenmek istediğim konular", "öğrenmek istediğiniz konular", "öğrenir"],
    ...["gelişim alanları", "ilgi alanları"],
  ],
  learnsInReturn: [
    ...["learns in return", "wants in return", "wants to learn in return", "karşılığında öğrenmek istediği konular"],
    ...["karşılığında öğrenmek istedikleriniz"],
  ],
  teachesInReturn: [
    ...["teaches in return", "offers in return", "can teach in return", "karşılığında öğretebileceği konular"],
    ...["karşılığında öğretebilecekleriniz"],
  ],
  firstTime: ["first time", "first time mentor", "is first time", "ilk kez", "ilk kez mentor"],
  readiness: ["readiness", "willingness", "openness", "öğrenmeye açıklık", "isteklilik"],
  briefed: ["briefed", "attended briefing", "bilgilendirildi", "bilgilendirme yapıldı"],
  goals: ["goals", "goal", "programme goals", "hedefler", "hedefleri", "hedefleriniz", "hedef", "amaçlar", "amaç"],
  availability: [
    ...["availability", "available", "available times", "free times", "time slots", "slots"],
    ...["müsaitlik", "müsaitlik durumu", "müsait zamanlar", "müsait saatler", "müsait olduğu saatler"],
    ...["uygunluk", "uygun saatler", "uygun zamanlar", "uygun olduğu saatler"],
  ],
  capacity: [
    ...["capacity", "maximum partners", "max partners", "max mentees", "max mentors", "places"],
    ...["quota", "maximum mentees", "maximum mentors", "number of mentees", "number of mentors", "mentee capacity"],
    ...["mentor capacity", "how many mentees", "how many mentors", "en fazla menti", "en fazla mentee", "kota"],
    ...["kapasite", "kapasitesi", "kontenjan", "en fazla eş", "en çok eş"],
  ],
  minimumLoad: ["minimum load", "min load", "minimum partners", "min partners", "en az eş"],
  avoid: ["avoid", "not with", "kaçın", "istemediği kişiler", "eşleşmek istemediği kişiler"],
  choices: ["choices", "preferences", "wishes", "preferred partners", "tercihler", "tercih ettiği kişiler"],
  waitingSince: ["waiting since", "bekleme tarihi", "beklediği tarih"],
  answeredAt: [
    ...["timestamp", "answered at", "completion time", "submitted at", "submission date", "date submitted", "end date"],
    ...["recorded date", "submission time", "zaman damgası", "tamamlanma zamanı", "gönderilme tarihi", "yanıt tarihi"],
  ],
};

/**
 * Words by which a header that is no alias may still be meant as a field, in the order in which they are asked. They only
 * make hints: nothing is read by a guess. Compared with headers in lower case without accents.
 */
export const SIGNS: readonly (readonly [Field, RegExp])[] = [
  ["managerId", /\bmanager|\bsupervisor|\bboss\b|reports? to|\byonetici|\bamir/u],
  ["timeZone", /time ?zone|saat dilimi|zaman dilimi/u],
  ["birthYear", /birth|born|dogum/u],
  ["email", /\be-?mail|\be-?posta/u],
  ["capacity", /how many|capacity|kac (?:kisi|menti|mentor|mentee)|kontenjan/u],
  ["languages", /languages?\b|\bdil(?:ler)?\b/u],
  [
    "teaches",
    /\bteach|show (?:a |your |others|someone)|share with|\boffer|\bogret|(?:mentor|coach)(?:ing)? (?:\w+ )?in\b/u,
  ],
  ["learns", /learn|ogren/u],
  [
    "availability",
    /availab|\bfree (?:time|hour|slot|when)|when (?:can|could|are) you|meeting (?:times|hours)|musait|uygun|saatler/u,
  ],
  ["goals", /\bgoals?\b|hope to|\bhedef|\bamac(?:i|im|iniz|lar|lari|lariniz)?\b/u],
  ["department", /department|business unit|\bteam\b|departman|bolum|birim/u],
  ["level", /\bgrade\b|\blevel\b|seniority|\bband\b|kidem|seviye|kademe/u],
  ["location", /location|office|\bcity\b|based in|sehir|ofis|lokasyon/u],
  ["id", /\b(?:id|eid)\b|(?:employee|staff|person|personnel|worker|calisan|personel) (?:number|no|code)\b|\bsicil/u],
  ["name", /\bname\b|\bad(?:i|iniz)?\b|soyad/u],
];

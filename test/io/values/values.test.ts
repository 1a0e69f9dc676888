import { findIana, WINDOWS_TO_IANA_MAP } from "windows-iana";
import { describe, expect, it } from "vitest";
import { readDate, readYear } from "../../../src/io/values/dates.ts";
import { readLanguage } from "../../../src/io/values/languages.ts";
import { readLevel, readWhole } from "../../../src/io/values/numbers.ts";
import { readRole, readYesNo } from "../../../src/io/values/roles.ts";
import { isZone, readZoneText } from "../../../src/io/values/zones.ts";

const role = (answer: unknown): string => {
  const read = readRole(answer);
  if ("code" in read) return read.code;
  return [read.mentor ? "mentor" : "", read.mentee ? "mentee" : ""].join("+");
};

describe("roles", () => {
  it.each([
    ["mentor+", ["Mentor", " MENTOR ", "mentör", "Mentors", "As a mentor", "Mentor (I can teach)", "Mentor - I teach"]],
    ["mentor+", ["I want to be a mentor", "Mentor olmak istiyorum", "MENTÖR OLMAK İSTİYORUM", "Mentor: from May"]],
    ["+mentee", ["Mentee", "mentees", "MENTİ", "Menti", "Mentee (I learn from a mentor)", "Menti olmak istiyorum"]],
    [
      "mentor+mentee",
      ["Both", "BOTH", "Her ikisi", "HER İKİSİ DE", "Mentor, Mentee", "mentor & mentee", "Mentor/Menti"],
    ],
    ["mentor+mentee", ["Mentor; Mentee", "Mentor and mentee", "Mentor ve menti", "Both (as you like)"]],
    ["+", ["none", "Neither", "Neither mentor nor mentee", "No", "YOK", "Hayır", "HAYIR", "Hiçbiri", "N/A", "-"]],
    ["+", ["ne mentor ne menti", "inactive", "Disabled", "Pasif", "Ne mentor ne mentee", "Katılmak istemiyorum"]],
    [
      "mentor+",
      ["Mentor;", "Mentor\n", "Junior mentor", "I'd like to be a mentor", "Mentor olarak katılmak istiyorum"],
    ],
    ["mentor+", ["Mentor (from 2027)", "Mentor - Active", "Mentor (Python and AI)", "Mentör (mentee arıyorum)"]],
    ["+mentee", ["Senior mentee;", "Mentee (looking for a mentor)", "Menti olarak katılmak istiyorum"]],
    ["mentor+", ["Mentor - share my past experience", "Mentor – pass on what I learned from past projects"]],
    ["mentor+", ["Mentor: I left consulting to teach data", "Mentor (AI, data and cloud)", "Mentor (first time)"]],
    ["mentor+", ["Mentor - Gen Z view of social media", "Mentor (can meet on Mondays)", "Mentor (junior)"]],
    ["mentor+", ["Mentor - help leaders complete their first AI project", "Mentor - I want to give back to leaders"]],
    ["mentor+", ["Mentör - eski deneyimlerimi paylaşmak istiyorum", "Mentör (yapay zekâ)", "Mentör: sosyal medya"]],
    [
      "mentor+",
      ["Mentör - geçmiş tecrübemi aktarmak isterim", "Mentör (İstanbul ofisi)", "Mentör - yeni nesil araçlar"],
    ],
    ["mentor+", ["Mentör (pazartesileri uygunum)", "Mentör - gelecek kuşakların bakışını anlatmak istiyorum"]],
    [
      "+mentee",
      ["Mentee - learn how younger colleagues work", "Mentee (senior leader)", "Mentee - update my past knowledge"],
    ],
    ["+mentee", ["Menti (öğrenmek istiyorum)", "Menti - üst düzey yönetici", "Menti – gençlerden öğrenmek"]],
    ["+mentee", ["Menti (dijital dönüşüm, yapay zekâ ve veri)", "Menti: katılmak istiyorum", "Mentee (finance)"]],
    ["+", ["Withdrawn", "Opted out", "Dropped out", "Not this year", "İstemiyorum", "Katılmayacağım", "Vazgeçtim"]],
    ["mentor+mentee", ["Mentor;Mentee;", "Mentor\nMentee", "Mentee\r\nMentor\r\n", "Hem mentör hem mentee"]],
  ])("%s", (expected, answers) => {
    expect(answers.map(role)).toEqual(answers.map(() => expected));
  });

  it.each([
    ["MENTOR DEĞİL", "Mentor değil", "mentör değil", "not a mentor", "Not a mentee", "I don't want to be a mentor"],
    ["Mentor olmak istemiyorum", "I want mentoring", "Looking for a mentor", "I need a mentor", "Seeking mentor"],
    ["Being mentored", "To be mentored", "Mentoree", "Mentorado", "Mentör arıyorum", "No mentor", "Mentorship"],
    ["Mentor (not this year)", "Mentor - hayır", "Mentor: no", "Mentor (değil)", "Mentor - Mentee", "Mentor or mentee"],
    ["Mentor (withdrawn)", "Mentor - declined", "Mentor (cancelled)", "Mentor (on leave)", "Mentor: left in May"],
    ["Mentor (waitlist)", "Mentor (pending)", "Mentor (maybe)", "Mentor (if needed)", "Mentor – unavailable"],
    ["Mentor (iptal)", "Mentör (ayrıldı)", "MENTOR (İPTAL EDİLDİ)", "Mentor (izinli)", "Mentör - beklemede"],
    ["Mentor (reddedildi)", "Mentor (vazgeçti)", "Mentee (çekildi)", "Mentor (eski)", "Mentor (belki)"],
    [
      "Mentor (or mentee)",
      "Mentor (and a mentee)",
      "Mentee (also mentor)",
      "Mentor (ve menti)",
      "Mentor (hem de menti)",
    ],
    ["Mentor (opt out)", "Mentor (opted out)", "Mentor - opted out of it", "Mentor (dropped)", "Mentor (dropped out)"],
    [
      "Mentor - quit",
      "Mentor (stopped)",
      "Mentor (completed)",
      "Mentor (backup)",
      "Mentor (back-up)",
      "Mentor (reserve)",
    ],
    ["Mentor - next year", "Mentor (next round)", "Mentor (on hold)", "Mentor (finished)", "Mentor (graduated)"],
    ["Mentor (alumni)", "Mentor (inactive since May)", "Mentor (no longer)", "Mentor (not available)", "Mentor (tbc)"],
    ["Mentor (terminated)", "Mentor (transferred)", "Mentor (moved on)", "Mentor (maternity leave)", "Mentor (?)"],
    ["Mentor (sabbatical)", "Mentor (standby)", "Mentor (later)", "Mentor (unconfirmed)", "Mentor (tentative)"],
    ["Mentor (has withdrawn from the programme)", "Mentor - resigned from the company in May", "Mentee (past)"],
    ["Mentee (old)", "Mentee (draft)", "Mentee - gone", "Mentee (last year)", "Mentee: retired", "Mentee (sick leave)"],
    ["Mentör (istifa)", "Mentör (istifa etti)", "Mentör (emekli)", "Mentör - emekli oldu", "Mentör (yedek)"],
    ["Mentör (gelecek yıl)", "Mentör (gelecek dönem)", "Mentör (seneye)", "Mentör (tamamlandı)", "Mentör (tamamladı)"],
    [
      "Mentör (bitirdi)",
      "Mentör (bıraktı)",
      "Mentör (programdan çıktı)",
      "Mentör (katılmayacak)",
      "Menti (katılamıyor)",
    ],
    ["Mentör (uygun değil)", "Mentör (geçen yıl)", "Mentör (durduruldu)", "Mentör (doğum izninde)", "Mentör (askıda)"],
    ["Menti (onay bekliyor)", "Menti (işten ayrıldı)", "Menti (mezun)", "Menti (taslak)", "Menti (henüz belli değil)"],
    [
      "Menti (kesinleşmedi)",
      "Menti (şimdilik hayır)",
      "Menti (raporlu)",
      "Menti (ücretsiz izin)",
      "Menti - önümüzdeki yıl",
    ],
    [
      "Menti (adaylıktan çekildi)",
      "Menti: ileride",
      "Menti (dondurdu)",
      "Menti – vazgeçiyor",
      "Menti (devam etmiyor)",
      "Menti (bu yıl yapamayacak)",
      "Menti (İSTİFA ETTİ)",
    ],
    ["both, none", "mentor, none", "mentor and not mentee", "mentorr", "x".repeat(5_000)],
  ])("never read: %s …", (...answers) => {
    expect(answers.map(role)).toEqual(answers.map(() => "ROLE_UNKNOWN"));
  });

  it.each([
    [true, ["Yes!", "Evet / Yes", "Yes/Evet", "Checked", "selected", "İSTİYORUM"]],
    [false, ["Hayır / No", "No/Hayır", "unchecked", "İstemiyorum", "istemem"]],
    [undefined, ["Yes / No", "Evet/Hayır", "Yes, but not this year", "not checked", "Evet ama bu yıl değil"]],
    [true, ["Yes", "Y", "TRUE", "1", 1, "x", "Evet", "EVET", "DOĞRU", "Doğru", "Var", "Yes (gladly)", true]],
    [false, ["No", "N", "false", "0", 0, "-", "Hayır", "HAYIR", "hayir", "YANLIŞ", "Yanlış", "yanlis", "YOK", false]],
    [undefined, ["maybe", "Yes (not now)", "yes and no", 2, "", "evet hayır", null]],
  ])("%s", (expected, answers) => {
    const read = answers.map(readYesNo);
    expect(read.map((each) => ("value" in each ? each.value : undefined))).toEqual(answers.map(() => expected));
  });
});

describe("numbers", () => {
  const level = (text: string): unknown => {
    const read = readLevel(text, false);
    return "code" in read ? read.code : read.value;
  };

  it.each([
    ["3", 3],
    ["2.5", 2.5],
    ["2,5", 2.5],
    ["-1", -1],
    ["+4", 4],
    ["0.125", 0.125],
    ["1.25", 1.25],
    ["1.2345", 1.2345],
    ["1200", 1200],
    ["Senior", "Senior"],
    ["L3", "L3"],
  ])("level %s", (text, expected) => {
    expect(level(text)).toBe(expected);
  });

  it("what may be thousands is refused in every number", () => {
    for (const text of ["1.200", "1,200", "10.000", "1 200", "1'200", "1\u00A0200", "1.200.000", "1,200.5", "-1.200"]) {
      expect(level(text)).toBe("NUMBER_FORMAT");
      expect(readWhole(text)).toMatchObject({ code: "NUMBER_FORMAT" });
    }
    expect(["2", "2.0", "2,00", "12"].map(readWhole)).toEqual([2, 2, 2, 12].map((value) => ({ value })));
    for (const text of ["2.5", "two", "", "2e3", "٣", "0x10"])
      expect(readWhole(text)).toMatchObject({ code: "NUMBER_FORMAT" });
  });
});

describe("dates", () => {
  const date = (text: string, order?: "dmy" | "mdy"): unknown => {
    const read = readDate(text, order);
    return "code" in read ? read.code : read.value;
  };

  it("the usual local forms are one date", () => {
    const forms = [
      ...["2026-03-15", "2026/03/15", "2026.3.15", "15.03.2026", "15/03/2026", "15-03-2026", "03/15/2026", "3/15/2026"],
      ...["15 March 2026", "15-MAR-2026", "March 15, 2026", "Mar 15 2026", "15th of March 2026", "2026 March 15"],
      ...[
        "15 Mart 2026",
        "15 MART 2026",
        "15. Mar. 2026",
        "2026-03-15T10:00:00Z",
        "15.03.2026 10:22",
        "3/15/2026 10:00 AM",
      ],
    ];
    expect(forms.map((text) => date(text))).toEqual(forms.map(() => "2026-03-15"));
    const turkish = ["14 Mayıs 1987", "14 MAYIS 1987", "14-MAY-1987", "May 14, 1987", "14 mayis 1987", "14.05.1987"];
    expect(turkish.map((text) => date(text))).toEqual(turkish.map(() => "1987-05-14"));
    expect(["1 Ağustos 2026", "1 AĞU 2026", "1 Aug 2026"].map((text) => date(text))).toEqual(
      Array(3).fill("2026-08-01"),
    );
    expect(["9 ŞUBAT 2026", "9 Şub 2026", "9-Feb-2026"].map((text) => date(text))).toEqual(Array(3).fill("2026-02-09"));
  });

  it("day and month that may have changed places are refused, unless the order is known", () => {
    for (const text of ["03/04/2026", "3-4-2026", "12/11/2026"]) expect(date(text)).toBe("DATE_AMBIGUOUS");
    expect(date("03/04/2026", "dmy")).toBe("2026-04-03");
    expect(date("03/04/2026", "mdy")).toBe("2026-03-04");
    expect(date("15/03/2026", "mdy")).toBe("DATE_FORMAT");
    expect(date("03/03/2026")).toBe("2026-03-03");
    expect(date("03.04.2026")).toBe("2026-04-03");
  });

  it("what no calendar has is refused", () => {
    const none = [
      "2026-02-30",
      "31.04.2026",
      "2026-13-01",
      "15.03.26",
      "45731",
      "yesterday",
      "14 Foo 2026",
      "15032026",
      "20260315",
      "20260230",
      "202603",
      "",
      "0.0.2026",
    ];
    expect(none.map((text) => date(text))).toEqual(none.map(() => "DATE_FORMAT"));
  });

  it("a year is that of any date, whatever stands first in it", () => {
    const forms = [
      "1987",
      "1987.0",
      "1987-05-14",
      "03/04/1987",
      "14-MAY-1987",
      "May 14, 1987",
      "14 Mayıs 1987",
      "05/1987",
    ];
    expect([...forms, "Mayıs 1987", "1987-05", "14.05.1987 00:00"].map(readYear)).toEqual(
      Array(11).fill({ value: 1987 }),
    );
    for (const text of ["87", "14.05.87", "1.987", "nineteen"])
      expect(readYear(text)).toMatchObject({ code: "NUMBER_FORMAT" });
  });
});

describe("languages", () => {
  it.each([
    ["tr", ["tr", "TR", "tur", "Turkish", "TURKISH", "Türkçe", "TÜRKÇE", "turkce", " türkçe "]],
    ["en", ["en", "eng", "English", "İngilizce", "INGILIZCE", "ingilizce"]],
    ["de", ["German", "Almanca", "ger", "deu", "Deutsch"]],
    ["az", ["Azerice", "Azerbaijani", "Azərbaycanca"]],
    ["zh", ["Chinese", "Çince", "Mandarin"]],
    ["ku", ["Kurdish", "Kürtçe"]],
    ["tr-TR", ["tr-TR", "tr_tr"]],
  ])("%s", (tag, names) => {
    for (const name of names) expect(readLanguage(name)).toMatchObject({ value: tag, isKnown: true });
  });

  it("levels behind a name", () => {
    expect(["English (B2)", "İngilizce - b2", "en B2"].map((name) => readLanguage(name).value)).toEqual(
      Array(3).fill({ language: "en", level: "B2" }),
    );
    for (const text of ["Türkçe (anadil)", "Türkçe (ana dil)", "TÜRKÇE (ANA DİLİ)", "Turkish (native)"])
      expect(readLanguage(text).value, text).toEqual({ language: "tr", level: "native" });
  });

  it("what is not understood stays", () => {
    for (const text of ["Klingon", "xx", "x".repeat(3_000), "English or German"]) {
      expect(readLanguage(text)).toEqual({ value: text, isKnown: false });
    }
  });
});

describe("zones", () => {
  const zone = (text: string): string => readZoneText(text).zone;

  it.each([
    ["+08:00", ["+8:00", "+8", "+0800", "UTC+8", "GMT+08:00", "utc +8:00", "(UTC+08:00)"]],
    ["-03:00", ["GMT-3", "UTC−3", "-03:00", "-0300", "UTC-03"]],
    ["+05:30", ["UTC+5:30", "+0530", "GMT +5.30"]],
    ["UTC", ["UTC", "GMT", "Z", "UTC±0", "UTC+0", "UTC±00:00", "(UTC) Coordinated Universal Time", "Etc/UTC", "Zulu"]],
    ["Europe/Istanbul", ["Türkiye", "TÜRKİYE", "Türkiye (UTC+3)", "Turkey (GMT+3)"]],
    ["America/New_York", ["America/New York", "america/new york"]],
    ["Europe/Istanbul", ["Europe/Istanbul", "Turkey", "Asia/Istanbul", "europe/istanbul", "Turkey Standard Time"]],
    ["Europe/Istanbul", ["(UTC+03:00) Istanbul", "(GMT+03:00) İstanbul", "UTC+3 Istanbul", "Europe/Istanbul (UTC+3)"]],
    ["America/New_York", ["US/Eastern", "Eastern Standard Time", "(UTC-05:00) Eastern Time (US & Canada)"]],
    ["Asia/Kolkata", ["Asia/Calcutta", "India Standard Time", "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi"]],
  ])("%s", (expected, texts) => {
    expect(texts.map(zone)).toEqual(texts.map(() => expected));
  });

  it("an offset beside words that name no place is told to have no daylight saving", () => {
    expect(readZoneText("Türkiye saati (GMT+3)")).toMatchObject({ zone: "+03:00", doubt: { code: "ZONE_FIXED" } });
  });

  it("what names no zone, or several, stays for the model to refuse", () => {
    for (const text of [
      "PST",
      "EST",
      "CET",
      "Istanbul",
      "UTC+3 / UTC+2",
      "somewhere",
      "GMT 3",
      "utc+3.5",
      "UTC 3",
      "x".repeat(3_000),
    ]) {
      expect(zone(text)).toBe(text);
      expect(isZone(text)).toBe(false);
    }
  });

  it("knows every name of Windows, as the package windows-iana does", () => {
    const names = new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName));
    expect(names.size).toBeGreaterThan(100);
    const others = [...names].filter((name) => !name.startsWith("UTC") && zone(name) !== zone(findIana(name)[0] ?? ""));
    // newer in the CLDR than in the package
    expect(others).toEqual(["Mountain Standard Time (Mexico)", "Central Asia Standard Time"]);
    for (const name of names) expect([name, isZone(zone(name))]).toEqual([name, true]);
  });
});

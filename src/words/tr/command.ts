/** What the command line says when it cannot go on. */
export const COMMAND: Readonly<Record<string, string>> = {
  "stopped; nothing was written": "durduruldu; hiçbir şey yazılmadı",
  "{flag}: there is no such flag.": "{flag}: böyle bir seçenek yok.",
  "{flag}: expected a value.": "{flag}: bir değer bekleniyor.",
  "{flag}: takes no value.": "{flag}: değer almaz.",
  "{flag}: stands twice.": "{flag}: iki kez yazılmış.",
  "--{flag}: {command} takes no such flag.": "--{flag}: {command} komutunda böyle bir seçenek yok.",
  "expected a command: {list}.": "bir komut bekleniyor: {list}.",
  "expected no word behind studio; name the file with --out.":
    "studio komutundan sonra başka sözcük beklenmiyor; dosyayı --out ile adlandırın.",
  "studio.html: the page is not beside the command; run npm run build first.":
    "studio.html: sayfa komutun yanında değil; önce npm run build çalıştırın.",
  "expected --input, or --mentors and --mentees (and --people).":
    "--input ya da --mentors ve --mentees (ve --people) bekleniyor.",
  "expected a file of its own for each list, got one twice.":
    "her liste için ayrı bir dosya bekleniyor, ama biri iki kez verilmiş.",
  "--sheet goes with an Excel workbook (.xlsx); no file is one.":
    "--sheet, Excel çalışma kitabıyla (.xlsx) kullanılır; dosyaların hiçbiri öyle değil.",
  '",", ";", "|" or tab': '",", ";", "|" ya da tab',
  '",", ";" or tab': '",", ";" ya da tab',
  "csv, json, ndjson": "csv, json ya da ndjson",
  "en or tr": "en ya da tr",
  '"en" or "tr"': '"en" ya da "tr"',
  "score, name or department": "score, name ya da department",
  "lower, mean, menteeFirst": "lower, mean ya da menteeFirst",
  "lower, mean or menteeFirst": "lower, mean ya da menteeFirst",
  "never, byScore": "never ya da byScore",
  "never or byScore": "never ya da byScore",
  "a number such as 3": "3 gibi bir sayı",
  "coveredBy, coveredBy:all, commonTime, different:department, levelSpread, or none":
    "coveredBy, coveredBy:all, commonTime, different:department, levelSpread ya da none",
  "a whole number, or two as 2-4": "bir tam sayı ya da 2-4 gibi iki sayı",
  'micro-points as a whole number (10000 are one point), or "first"':
    'mikro puan olarak bir tam sayı (10000 mikro puan bir puandır) ya da "first"',
  "--{flag}: expected a name that ends in {list}.": "--{flag}: şunlardan biriyle biten bir ad bekleniyor: {list}.",
  "expected mentors and mentees, got {n} mentor and {m} mentee.":
    "mentorlar ve mentee'ler bekleniyor; gelen: {n} mentor, {m} mentee.",
  "expected mentors and mentees, got {n} mentors and {m} mentees.":
    "mentorlar ve mentee'ler bekleniyor; gelen: {n} mentor, {m} mentee.",
  "expected mentors and mentees, got {n} mentor and {m} mentees.":
    "mentorlar ve mentee'ler bekleniyor; gelen: {n} mentor, {m} mentee.",
  "expected mentors and mentees, got {n} mentors and {m} mentee.":
    "mentorlar ve mentee'ler bekleniyor; gelen: {n} mentor, {m} mentee.",
  "--stability, --max-changes and --lock-all go with --previous.":
    "--stability, --max-changes ve --lock-all, --previous ile birlikte kullanılır.",
  "--template and --meeting-minutes go with --invitations.":
    "--template ve --meeting-minutes, --invitations ile birlikte kullanılır.",
  "--input: goes with a new pool; a stored one holds its chart, period and levels.":
    "--input, yeni bir havuzla kullanılır; kayıtlı havuz kendi hattını, dönemini ve kademelerini taşır.",
  "--policy: expected one policy for a step.": "--policy: adım için tek bir politika bekleniyor.",
  "--input: expected a JSON object whose people and levels are lists.":
    "--input: people ve levels alanları liste olan bir JSON nesnesi bekleniyor.",
  "--form: expected a name that ends in .csv.": "--form: .csv ile biten bir ad bekleniyor.",
  "--encoding: expected the name of an encoding, such as windows-1254.":
    "--encoding: windows-1254 gibi bir kodlama adı bekleniyor.",
  "a file": "bir dosya",
  "a file that tersine talks wrote with --out or --result":
    "tersine talks komutunun --out ya da --result ile yazdığı bir dosya",
  "a file that talks has written": "talks komutunun yazdığı bir dosya",
  "a date, such as 2027-03-01": "2027-03-01 gibi bir tarih",
  "expected the ids of a mentor and of a mentee, or the code of an error.":
    "bir mentorun ve bir mentee'nin kimliği ya da bir hata kodu bekleniyor.",
  "expected two results, as JSON, NDJSON, CSV or .xlsx.": "JSON, NDJSON, CSV ya da .xlsx olarak iki sonuç bekleniyor.",
  "expected pool step STATE or pool simulate EVENTS.": "pool step DURUM ya da pool simulate OLAYLAR bekleniyor.",
  "pool step: expected a file with the pool, or new for a new one.":
    "pool step: havuzun dosyası ya da yeni bir havuz için new bekleniyor.",
  "pool simulate: expected a file of events.": "pool simulate: bir olay dosyası bekleniyor.",
  "{n} error in the configuration": "yapılandırmada {n} hata var",
  "{n} errors in the configuration": "yapılandırmada {n} hata var",
  "it threw a value that is no error": "hata olmayan bir değer fırlattı",
  "the table cannot be read whole": "tablo bütünüyle okunamıyor",
  "the slots cannot be read": "zaman aralıkları okunamıyor",
  "the feedback cannot be read whole": "geri bildirim bütünüyle okunamıyor",
  "the template of the invitations cannot be used": "davet şablonu kullanılamıyor",
  "the previous plan cannot be read": "önceki plan okunamıyor",
  "the pairs of this history cannot be read": "bu geçmişteki eşleşmeler okunamıyor",
  "the result cannot be read": "sonuç okunamıyor",
  "the manifest cannot be read": "manifest kaydı okunamıyor",
  "a result, or the manifest of one": "bir sonuç ya da bir sonucun manifest kaydı",
  "expected a result that match wrote with --result.": "match komutunun --result ile yazdığı bir sonuç bekleniyor.",
  "expected a result with pairs, got demands that cannot be met together.":
    "eşleşmeleri olan bir sonuç bekleniyor, ama koşullar birlikte karşılanamıyor.",
  "totals with the number {key}": "{key} sayısı olan toplamlar",
  "the ids of a mentor and of a mentee at {place}": "{place} altında bir mentorun ve bir mentee'nin kimliği",
  "a whole number as score at {place}": "{place} altında tam sayı olarak puan",
  "an id, a side and a code at {place}": "{place} altında kimlik, taraf ve kod",
  "a list of contributions at {place}": "{place} altında ölçüt katkılarının listesi",
  "a list {key}": "{key} listesi",
  "expected names that mean one person each. Write ids.":
    "her biri tek kişiyi gösteren adlar bekleniyor. Kimlik yazın.",
  "there is no such file.": "böyle bir dosya yok.",
  "expected a file, got a directory.": "dosya bekleniyor, ama bu bir klasör.",
  "the file cannot be read.": "dosya okunamıyor.",
  "expected a folder, got a file.": "klasör bekleniyor, ama bu bir dosya.",
  "there is no such folder, or it cannot be read.": "böyle bir klasör yok ya da okunamıyor.",
  "two outputs have this name.": "iki çıktının adı bu.",
  "expected another file than what is read.": "okunandan başka bir dosya bekleniyor.",
  "expected a file, got a symbolic link.": "dosya bekleniyor, ama bu bir sembolik bağlantı.",
  "expected a file, a pipe or a character device.": "dosya, pipe ya da karakter aygıtı bekleniyor.",
  "the file exists. Say --force to replace it.": "dosya zaten var. Üzerine yazmak için --force yazın.",
  "its directory is missing or not writable.": "klasörü yok ya da yazılabilir değil.",
  "the folder cannot be made.": "klasör oluşturulamıyor.",
  "expected another folder than that of the calendars.": "takvimlerinkinden başka bir klasör bekleniyor.",
  "the folder is not empty. Name another one, or say --force to replace files of the same names.":
    "klasör boş değil. Başka bir klasör yazın ya da aynı adlı dosyaların üzerine yazmak için --force yazın.",
  "the file cannot be written; nothing was changed.": "dosya yazılamıyor; hiçbir şey değişmedi.",
  "the file cannot be written; only {list} changed.": "dosya yazılamıyor; yalnızca şunlar değişti: {list}.",
  'To match without it, name the other rules in the configuration: "match": { "rules": ["noReportingLine", "reverse"] }; or another measure: { "rule": "crossGeneration", "by": "careerStartYear" }.':
    'Bu bilgi olmadan eşleştirmek için yapılandırmada diğer kuralları yazın: "match": { "rules": ["noReportingLine", "reverse"] }; ya da başka bir ölçü: { "rule": "crossGeneration", "by": "careerStartYear" }.',
  "Did you mean --{name}?": "Şunu mu demek istediniz: --{name}?",
  "pool {what}: expected <what2>.": "pool {what}: <what2> bekleniyor.",
  "a file with the pool, or new for a new one": "havuzun dosyası ya da yeni bir havuz için new",
  "a file of events": "bir olay dosyası",
  "{file}: the pairs of this history cannot be read": "{file}: bu geçmişteki eşleşmeler okunamıyor",
};

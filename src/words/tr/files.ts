/** What is said of files: tables, cells, people in them, workbooks, JSON and calendars. */
export const FILES: Readonly<Record<string, string>> = {
  "There are {n} of these; this is the first.": "Bunlardan {n} tane var; bu ilki.",
  // bytes and encodings
  "expected the name of an encoding, such as windows-1254.": "windows-1254 gibi bir kodlama adı bekleniyor.",
  "expected text in the encoding, got other bytes.": "belirtilen kodlamada metin bekleniyor, ama başka baytlar var.",
  "expected text, got <other>. Save the table as CSV (UTF-8), or unpack the file.":
    "metin bekleniyor; gelen: <other>. Tabloyu CSV (UTF-8) olarak kaydedin ya da dosyayı açın.",
  "an Excel workbook or another zip file": "bir Excel çalışma kitabı ya da başka bir zip dosyası",
  "an old Excel workbook (.xls), or one with a password": "eski (.xls) ya da parolalı bir Excel çalışma kitabı",
  "a gzip file": "bir gzip dosyası",
  "a PDF document": "bir PDF belgesi",
  "expected UTF-8, got other bytes in line {n}, at offset {m}. Name the encoding (windows-1254, say) or save as UTF-8.":
    "UTF-8 bekleniyor, ama {n}. satırda ({m}. bayt) başka baytlar var. Kodlamayı belirtin (örneğin windows-1254) ya da UTF-8 olarak kaydedin.",
  "expected at most {n} bytes, got {m}.": "en çok {n} bayt bekleniyor; gelen: {m}.",
  "expected at most {n} bytes, got more.": "en çok {n} bayt bekleniyor, ama daha fazlası var.",
  "expected text in UTF-16, got other bytes.": "UTF-16 metni bekleniyor, ama başka baytlar var.",
  "expected text in the encoding stated, got other bytes.":
    "belirtilen kodlamada metin bekleniyor, ama başka baytlar var.",

  // calendars
  "expected one calendar for each person, got a second.": "her kişi için bir takvim bekleniyor, ama ikincisi var.",
  "the file is named after nobody who registered; it is not used.":
    "dosya, kayıtlı kimsenin adını taşımıyor; kullanılmıyor.",
  "Name it by id, employee number, e-mail address or name: ece.ics.":
    "Dosyaya kişinin kimliğini, sicil numarasını, e-posta adresini ya da adını verin: ece.ics.",
  "expected a period, over which calendars are read; got nothing.":
    "takvimlerin okunacağı dönem bekleniyor, ama verilmemiş.",
  "expected a date or a time in {name}, got something else.":
    "{name} için bir tarih ya da zaman bekleniyor, ama başka bir şey var.",
  "expected a year from 1900 in {name}, got an earlier one.":
    "{name} için 1900 ya da sonrası bekleniyor, ama daha eski bir yıl var.",
  "expected a zone of the IANA database or one that the file defines, got another TZID.":
    "IANA veritabanında olan ya da dosyada tanımlanan bir saat dilimi bekleniyor, ama başka bir TZID var.",
  DTSTART: "DTSTART",
  "expected fewer occurrences of the calendar's rules.": "takvim kurallarının daha az tekrarı bekleniyor.",
  "calendars need the package ical.js, which is not installed.":
    "takvimler için ical.js paketi gerekli, ama kurulu değil.",
  "Run npm install {name}.": "npm install {name} komutunu çalıştırın.",
  "the calendar says when the person is busy, and nothing says when they can meet.":
    "takvim kişinin dolu olduğu zamanları söylüyor, ama ne zaman görüşebileceği hiçbir yerde yazmıyor.",
  "the calendar says nothing about the period.": "takvimde bu dönemle ilgili bir şey yok.",
  "the windows hold {n} minutes on {m} days that are busy, which weekly windows and days away cannot say.":
    "zaman aralıkları, dolu olan {m} günde {n} dakika içeriyor; haftalık aralıklar ve görüşülemeyen günler bunu anlatamaz.",
  "the windows leave out {n} minutes on {m} days that are free, which weekly windows and days away cannot say.":
    "zaman aralıkları, boş olan {m} günde {n} dakikayı dışarıda bırakıyor; haftalık aralıklar ve görüşülemeyen günler bunu anlatamaz.",
  "the calendar leaves no window; nobody can be met.": "takvim hiç uygun zaman bırakmıyor; görüşme yapılamaz.",
  "a calendar as RFC 5545 writes it": "RFC 5545 biçiminde bir takvim",
  "the calendar of this row has errors.": "bu satırdaki kişinin takviminde hatalar var.",
  "expected a file that is named after one person, got what several people have.":
    "adı tek bir kişiye ait bir dosya bekleniyor, ama bu ad birden çok kişiye uyuyor.",
  "Name it by the id of the person.": "Dosyaya kişinin kimliğini verin.",
  "a rule of recurrence is not read: known are days, weeks, months and years by day or date.":
    "bir tekrar kuralı okunamadı: gün ya da tarihle günler, haftalar, aylar ve yıllar bilinir.",
  "dates, durations and rules as RFC 5545 writes them": "RFC 5545 biçiminde tarihler, süreler ve kurallar",
  "periods in FREEBUSY": "FREEBUSY içinde dönemler",

  // columns and mappings
  "the mapping names a field that there is not; known are {list}.":
    "eşlemede olmayan bir alan var; bilinen alanlar: {list}.",
  "Name a field of attributes as attributes.city.": "attributes alanlarını attributes.city biçiminde yazın.",
  "the mapping gives column {n} to two fields.": "eşleme, {n}. sütunu iki alana veriyor.",
  "Map it, or leave it out.": "Sütunu eşleyin ya da kaldırın.",
  "another column gives {field}; this one is not used.": "{field} başka bir sütundan okunuyor; bu sütun kullanılmıyor.",
  "no field is known for this column; it is not used.": "bu sütunun hangi alan olduğu bilinmiyor; kullanılmıyor.",
  'If it holds {field}, map it: "mapping": { "{field2}": "its header" }.':
    'Bu sütun {field} alanıysa eşleyin: "mapping": { "{field2}": "sütun başlığı" }.',
  "{field} is not read from a file of {list}; this column is not used.":
    "{field} alanı {list} dosyasından okunmaz; bu sütun kullanılmıyor.",
  "no column gives {field}; nobody here has topics.":
    "{field} alanını veren bir sütun yok; buradaki kimsenin konusu yok.",
  "expected a column for id, employeeNumber or email; found none that is known.":
    "id, employeeNumber ya da email için bir sütun bekleniyor; bilinen bir sütun yok.",
  "expected a column for id, employeeNumber or email; found {list}.":
    "id, employeeNumber ya da email için bir sütun bekleniyor; bulunan: {list}.",
  'Map a column: "mapping": { "{field}": "its header" }.':
    'Bir sütunu eşleyin: "mapping": { "{field}": "sütun başlığı" }.',
  "It may be {list}.": "Şu olabilir: {list}.",
  "The first row must hold headers.": "İlk satırda başlıklar olmalıdır.",
  '"{option}" names a field that there is not: entry {n}.': '"{option}" içinde olmayan bir alan var: {n}. kayıt.',
  "Fields are named as in the mapping: capacity, role, attributes.city.":
    "Alanlar eşlemedeki gibi yazılır: capacity, role, attributes.city.",
  "the mapping of {field} names a header that no file has.": "{field} için eşlemedeki başlık hiçbir dosyada yok.",
  "Write the whole header; upper case, spaces, accents and punctuation do not matter.":
    "Başlığın tamamını yazın; büyük harf, boşluk, aksan ve noktalama önemli değildir.",
  "{field}: expected yes, no or the option itself in a column of an option, got something else.":
    "{field}: seçenek sütununda evet, hayır ya da seçeneğin kendisi bekleniyor, ama başka bir şey var.",
  "this column is not used.": "bu sütun kullanılmıyor.",

  // tables
  "letters were lost before this file was saved: the replacement character stands in lines {list}.":
    "bu dosya kaydedilmeden önce harfler bozulmuş; bozuk harflerin olduğu satırlar: {list}.",
  "Export it again as UTF-8.": "UTF-8 olarak yeniden dışa aktarın.",
  "expected a header and rows, got an empty sheet.": "başlık ve satırlar bekleniyor, ama sayfa boş.",
  "expected a header and rows, got an empty file.": "başlık ve satırlar bekleniyor, ama dosya boş.",
  "expected a header and rows, got none.": "başlık ve satırlar bekleniyor, ama hiçbiri yok.",
  "A file in UTF-16 without its mark needs its encoding named: utf-16le or utf-16be.":
    "İşareti olmayan UTF-16 dosyalarda kodlamayı belirtin: utf-16le ya da utf-16be.",
  "expected text, got a NUL byte.": "metin bekleniyor, ama bir NUL baytı var.",
  "expected one kind of line end, got a carriage return alone in a file with line feeds.":
    "tek tür satır sonu bekleniyor, ama dosyada farklı satır sonları var.",
  "Close the quote of this cell; write quotes within a quoted cell twice.":
    "Bu hücrenin tırnağını kapatın; tırnaklı hücre içindeki tırnakları iki kez yazın.",
  "expected a closing quote, got the end of the file.": "kapanış tırnağı bekleniyor, ama dosya bitti.",
  "expected a delimiter or a line end behind a closing quote; all further lines were taken for this cell.":
    "kapanış tırnağından sonra ayırıcı ya da satır sonu bekleniyor; sonraki bütün satırlar bu hücreye sayıldı.",
  "Quote the whole cell and write quotes within it twice.":
    "Bütün hücreyi tırnak içine alın ve içindeki tırnakları iki kez yazın.",
  "expected quotes around a whole cell, got one within it or text behind it.":
    "tırnakların bütün hücreyi sarması bekleniyor, ama hücre içinde bir tırnak ya da ardında metin var.",
  "Up to {n} lines were taken for one row.": "En çok {n} satır tek satır sayıldı.",
  "expected at most {n} columns, got {m}.": "en çok {n} sütun bekleniyor; gelen: {m}.",
  "expected rows below the header, got none; the file counts as nobody.":
    "başlığın altında satırlar bekleniyor, ama yok; dosyada kimse yok sayılır.",
  "Say which delimiter the file has: --delimiter {mark}.": "Dosyadaki ayırıcıyı belirtin: --delimiter {mark}.",
  "expected several columns, got one.": "birden çok sütun bekleniyor, ama tek sütun var.",
  "expected headers in the first row, got a title; line {n} looks like the headers.":
    "ilk satırda başlıklar bekleniyor, ama bir ad var; başlıklar {n}. satır gibi görünüyor.",
  'Say "headerLine": {n} in the configuration, or remove what stands above.':
    'Yapılandırmada "headerLine": {n} yazın ya da üstündeki satırları silin.',
  "{n} row of labels below the headers is passed over.": "başlıkların altındaki {n} etiket satırı atlandı.",
  "{n} rows of labels below the headers are passed over.": "başlıkların altındaki {n} etiket satırı atlandı.",
  "the column has no name; it is not used.": "sütunun adı yok; kullanılmıyor.",
  "expected another name: this one is reserved.": "başka bir ad bekleniyor: bu ad ayrılmış.",
  "expected headers that differ, got that of column {n} again.":
    "başlıkların farklı olması bekleniyor, ama {n}. sütunun başlığı yineleniyor.",
  "the header is that of column {n} again; neither is used.": "başlık {n}. sütununkiyle aynı; ikisi de kullanılmıyor.",
  "no field is read from this column; it is not used.": "bu sütundan hiçbir alan okunmuyor; kullanılmıyor.",
  "no field is read from columns {list}; they are not used.": "şu sütunlardan hiçbir alan okunmuyor: {list}.",
  "expected at most {n} characters in a cell.": "bir hücrede en çok {n} karakter bekleniyor.",
  "{n} cell": "{n} hücre",
  "{n} cells": "{n} hücre",
  "expected {n} cell, got more.": "{n} hücre bekleniyor, ama daha fazlası var.",
  "expected {n} cells, got more.": "{n} hücre bekleniyor, ama daha fazlası var.",
  "expected {n} cell, got {m}.": "{n} hücre bekleniyor; gelen: {m}.",
  "expected {n} cells, got {m}.": "{n} hücre bekleniyor; gelen: {m}.",

  // workbooks
  "expected a workbook of at most {n} bytes when unpacked, got more.":
    "açıldığında en çok {n} bayt olan bir çalışma kitabı bekleniyor, ama daha büyük.",
  "expected an Excel workbook (.xlsx), got a file that is broken or of another kind.":
    "bir Excel çalışma kitabı (.xlsx) bekleniyor, ama dosya bozuk ya da başka türde.",
  "Open it in the program that made it and save it again as .xlsx, or as CSV (UTF-8).":
    "Dosyayı hazırlandığı programda açıp .xlsx ya da CSV (UTF-8) olarak yeniden kaydedin.",
  "workbooks need the package read-excel-file, which is not installed.":
    "çalışma kitapları için read-excel-file paketi gerekli, ama kurulu değil.",
  "workbooks are written by the package write-excel-file, which is not installed.":
    "çalışma kitapları write-excel-file paketiyle yazılır, ama bu paket kurulu değil.",
  "expected the name of a sheet, got another. The workbook has {list}.":
    "bir sayfa adı bekleniyor, ama başka bir ad verilmiş. Çalışma kitabındaki sayfalar: {list}.",
  "expected at most {n} columns, got a value in column {column}.":
    "en çok {n} sütun bekleniyor, ama {column} sütununda bir değer var.",
  "expected at most {n} cells in a sheet, got more.": "bir sayfada en çok {n} hücre bekleniyor, ama daha fazlası var.",
  "expected fewer than {n} rows for a sheet, got more.":
    "bir sayfa için {n} satırdan azı bekleniyor, ama daha fazlası var.",
  "expected values, got formulas that were never calculated in {list}.":
    "değerler bekleniyor, ama şu hücrelerde hiç hesaplanmamış formüller var: {list}.",
  "Open the workbook in a spreadsheet program and save it: then it holds what the formulas give.":
    "Çalışma kitabını hesap tablosu programında açıp kaydedin: formüllerin sonuçları o zaman yazılır.",
  "{n} formula gives an error such as #N/A, in {list}: what it should show is not known here.":
    "{n} formül #YOK gibi bir hata veriyor ({list}); ne göstermesi gerektiği bilinmiyor.",
  "{n} formulas give an error such as #N/A, in {list}: what it should show is not known here.":
    "{n} formül #YOK gibi bir hata veriyor ({list}); ne göstermesi gerektiği bilinmiyor.",
  "Check them first of all in columns of managers: somebody without a manager counts as the top.":
    "Önce yönetici sütunlarına bakın: yöneticisi olmayan kişi en üst sayılır.",
  "only this sheet is read; the workbook has others: {list}.": "yalnızca bu sayfa okunuyor; diğer sayfalar: {list}.",
  "Name the sheet that is meant: --sheet NAME, or people.xlsx#NAME.":
    "İstenen sayfayı belirtin: --sheet AD ya da people.xlsx#AD.",

  // who is who
  "{field} is that of {place} too, which has another {field2}.":
    "{field} şuradakiyle aynı: {place}; orada {field2} farklı.",
  "expected a key of one person, got one that several have as id, number or address: {places}.":
    "tek kişiye ait bir anahtar bekleniyor; bunu kimlik, numara ya da adres olarak birden çok kişi taşıyor: {places}.",
  "expected keys of one person, got some that are those of {places} too, with another {field}.":
    "tek kişiye ait anahtarlar bekleniyor, ama bazıları şuradakilerle aynı: {places}; {field} ise farklı.",
  "expected keys of one person, got some that are those of {places} too.":
    "tek kişiye ait anahtarlar bekleniyor, ama bazıları şuradakilerle aynı: {places}.",
  "The nearest known one is at {place}.": "En yakın bilinen kayıt: {place}.",
  "expected somebody who is among the people, got a key that nobody there has.":
    "kişiler arasında olan biri bekleniyor, ama bu anahtar kimsede yok.",
  'Add the person there, or let guests in: --allow-guests, or "allowGuests": true.':
    'Kişiyi oraya ekleyin ya da konuklara izin verin: --allow-guests ya da "allowGuests": true.',
  'If ids here only number the answers of a form, map the id to the address: "mapping": { "id": "header of the address" }.':
    'Buradaki kimlikler yalnızca form yanıtlarının sıra numarasıysa kimliği adrese eşleyin: "mapping": { "id": "adres sütununun başlığı" }.',
  'If people answered twice, "keep": "last" takes the last answer, by the time stamp of "answeredAt".':
    'Kişiler iki kez yanıt verdiyse "keep": "last", "answeredAt" damgasına göre son yanıtı alır.',
  'Name everybody by another key, or do not read this one: "mapping": { "{field}": "" }.':
    'Herkesi başka bir anahtarla yazın ya da bunu okumayın: "mapping": { "{field}": "" }.',
  'If people answered twice, "keep": "last" takes the last answer of each.':
    'Kişiler iki kez yanıt verdiyse "keep": "last" her birinin son yanıtını alır.',
  "expected somebody, got the error of a formula, such as #N/A.":
    "bir kişi bekleniyor, ama #YOK gibi bir formül hatası var.",
  "Mend the formula, or empty the cell if nobody is meant.": "Formülü düzeltin ya da kimse yoksa hücreyi boşaltın.",
  "expected one person, got what several people have: {places}.":
    "tek bir kişi bekleniyor, ama bu birden çok kişiye uyuyor: {places}.",
  "expected one person, got what several people have.": "tek bir kişi bekleniyor, ama bu birden çok kişiye uyuyor.",
  "expected one person, got what several have.": "tek bir kişi bekleniyor, ama bu birden çok kişiye uyuyor.",
  "expected one person, got what several people have. Give an id.":
    "tek bir kişi bekleniyor, ama bu birden çok kişiye uyuyor. Kimlik yazın.",
  "Name people who share a name by id, employee number or e-mail address.":
    "Aynı adı taşıyanları kimlik, sicil numarası ya da e-posta adresiyle yazın.",
  "expected columns of managers that name one person, got several people: {places}.":
    "yönetici sütunlarının aynı kişiyi göstermesi bekleniyor, ama farklı kişileri gösteriyor: {places}.",
  'Name the column that counts: "mapping": { "managerId": "its header" }.':
    'Geçerli sütunu belirtin: "mapping": { "managerId": "sütun başlığı" }.',
  "<what>: {n}, in <where>.": "<what>: {n} (<where>).",
  "people who are not among the people were let in": "kişiler arasında olmadığı halde kabul edilenler",
  "rows were joined to their people by another key, as the people have other ids than these":
    "kişilerin kimlikleri farklı olduğu için başka bir anahtarla bağlanan satırlar",
  'If ids here only number the answers of a form, map "id" to the address.':
    'Buradaki kimlikler yalnızca form yanıtlarının sıra numarasıysa "id" alanını adrese eşleyin.',
  "keys fit only without the zeros before their digits, which a spreadsheet may have taken away":
    "yalnızca baştaki sıfırlar olmadan uyan anahtarlar (hesap tablosu bunları silmiş olabilir)",
  "Format the column as text in both files.": "Sütunu iki dosyada da metin olarak biçimlendirin.",
  "people who are said to be their own managers count as the top":
    "kendi yöneticisi olarak yazıldığı için en üst sayılan kişiler",
  "cells of managers name nobody who is known; another column of managers was taken":
    "bilinen kimseyi göstermediği için yerine başka bir yönetici sütunu kullanılan hücreler",
  "managers who are in no file are known by this text alone":
    "hiçbir dosyada olmadığı için yalnızca buradaki metinle bilinen yöneticiler",
  "cells name people who are in no file, so that no rule knows them":
    "hiçbir dosyada olmayan, bu yüzden hiçbir kuralın bilmediği kişileri gösteren hücreler",
  "Write ids, employee numbers, addresses or names of people in the files; a date stands in brackets behind them.":
    "Dosyalardaki kişilerin kimliğini, sicil numarasını, adresini ya da adını yazın; tarih ardından ayraç içinde durur.",
  "names are written in another way than in the file that is read first, which counts":
    "önce okunan dosyadakinden farklı yazılmış adlar (o dosya geçerli)",
  "cells differ from what a preferred file says of the same person, which counts":
    "öncelikli dosyanın aynı kişi için söylediğinden farklı hücreler (o dosya geçerli)",
  "line {n}": "satır {n}",
  "line {list}": "satır {list}",
  "lines {list}": "satır {list}",

  // JSON
  "{n} entry names the person as the own manager; they count as the top.":
    "{n} kayıtta kişi kendi yöneticisi olarak yazılmış; en üst sayılır.",
  "{n} entries name the person as the own manager; they count as the top.":
    "{n} kayıtta kişi kendi yöneticisi olarak yazılmış; en üst sayılır.",
  "expected one list of people, got {n} lists of objects.":
    "tek bir kişi listesi bekleniyor, ama {n} nesne listesi var.",
  'Name the key of the list in the configuration, as "listKey": "employees".':
    'Listenin anahtarını yapılandırmada belirtin: "listKey": "employees".',
  "expected a list of people under the key that is named, got none.":
    "belirtilen anahtarın altında bir kişi listesi bekleniyor, ama yok.",
  "{n} are announced, {m} are here; whoever is missing is not known.":
    "{n} kişi bildiriliyor, {m} kişi burada; eksik olanların kim olduğu bilinmiyor.",
  "more pages are announced, {n} are here; whoever is missing is not known.":
    "başka sayfalar olduğu bildiriliyor, burada {n} kişi var; eksik olanların kim olduğu bilinmiyor.",
  "Export all pages and join them.": "Bütün sayfaları dışa aktarıp birleştirin.",
  "expected JSON, got something else here.": "JSON bekleniyor, ama burada başka bir şey var.",
  "expected JSON.": "JSON bekleniyor.",
  "JSON has no comments and no commas before a closing bracket.":
    "JSON'da yorum olmaz, kapanış ayracından önce virgül de olmaz.",
  "expected the end of the JSON document, got more.": "JSON belgesinin bitmesi bekleniyor, ama devamı var.",
  "Several documents, one a line, are NDJSON: say --format ndjson.":
    "Her satırda bir belge varsa bu NDJSON'dur: --format ndjson yazın.",
  "expected each key of an object once, got one again.":
    "bir nesnede her anahtar bir kez bekleniyor, ama biri yineleniyor.",
  "expected at most {n} lists and objects within each other, got more.":
    "iç içe en çok {n} liste ve nesne bekleniyor, ama daha fazlası var.",
  "expected a number that a double can hold, got a larger one.":
    "daha küçük bir sayı bekleniyor: bu sayı tutulamayacak kadar büyük.",
  "expected people, got an empty file.": "kişiler bekleniyor, ama dosya boş.",
  "an object or a list of people": "bir nesne ya da bir kişi listesi",
  "{n} group is left out: people are read from users.": "{n} grup alınmadı: kişiler kullanıcılardan okunur.",
  "{n} groups are left out: people are read from users.": "{n} grup alınmadı: kişiler kullanıcılardan okunur.",
  "expected an object for each person, got another value at position {n}.":
    "her kişi için bir nesne bekleniyor, ama {n}. sırada başka bir değer var.",
  "no field is known for {list} and {n} more; not used.":
    "şunların hangi alan olduğu bilinmiyor, kullanılmıyor: {list} ve {n} tane daha.",
  "no field is known for {list}; not used.": "şunların hangi alan olduğu bilinmiyor, kullanılmıyor: {list}.",
  'Map a key by its path, as "mapping": { "managerId": "work.reportsTo" }.':
    'Anahtarı yoluyla eşleyin: "mapping": { "managerId": "work.reportsTo" }.',
  "{n} account is not active: in the organisation chart, and not registered.":
    "{n} hesap etkin değil: organizasyon şemasında var, programa kayıtlı değil.",
  "{n} accounts are not active: in the organisation chart, and not registered.":
    "{n} hesap etkin değil: organizasyon şemasında var, programa kayıtlı değil.",

  // whole files
  'To use names, list them in "levels" in the configuration, junior first.':
    'Ad kullanmak için adları yapılandırmada "levels" altında alttan üste sıralayın.',
  'If people answered twice, "keep": "last" takes the last answer of each, by the column that "mapping": { "answeredAt": "its header" } names, else by the order in the file.':
    'Kişiler iki kez yanıt verdiyse "keep": "last" her birinin son yanıtını alır: "mapping": { "answeredAt": "sütun başlığı" } ile belirtilen sütuna, o yoksa dosyadaki sıraya göre.',
  "People are known by id, employee number, e-mail address, or a full name that only one of them has.":
    "Kişiler kimlik, sicil numarası, e-posta adresi ya da yalnızca bir kişide olan tam adla bilinir.",
  'Say which list counts, the first before the next: "prefer": ["people", "mentors", "mentees"].':
    'Hangi listenin geçerli olduğunu öncelik sırasıyla belirtin: "prefer": ["people", "mentors", "mentees"].',
  'Add the manager to people, leave the cell blank for the top of the organisation, or let managers be in no file: --external-managers, or "externalManagers": true.':
    'Yöneticiyi kişilere ekleyin, en üstteki kişi için hücreyi boş bırakın ya da yöneticilerin dosyada olmamasına izin verin: --external-managers ya da "externalManagers": true.',
  "the row of this person among the people is rejected.": "bu kişinin kişiler dosyasındaki satırı alınmadı.",
  "the row of a manager of this person is rejected.": "bu kişinin bir yöneticisinin satırı alınmadı.",
  "expected somebody among the {list} whose row is sound, got nobody: all rows are rejected.":
    "{list} arasında satırı sağlam olan biri bekleniyor, ama kimse yok: hiçbir satır alınmadı.",
  "a result with pairs of mentorId and menteeId": "mentorId ve menteeId çiftleri olan bir sonuç",
  "expected the columns mentorId and menteeId, found no {column} and no {column2}.":
    "mentorId ve menteeId sütunları bekleniyor; eksik olan: {column}, {column2}.",
  "expected the columns mentorId and menteeId, found no {column}.":
    "mentorId ve menteeId sütunları bekleniyor; eksik olan: {column}.",
  "expected the ids of a mentor and of a mentee, got a pair that lacks one.":
    "bir mentorun ve bir mentee'nin kimliği bekleniyor, ama biri eksik.",
  "expected a score in micro-points, a whole number from {n} to {m}, got none.":
    "mikro puan olarak {n} ile {m} arasında bir puan bekleniyor, ama yok.",
  "expected a score in micro-points, a whole number from {n} to {m}, got something else.":
    "mikro puan olarak {n} ile {m} arasında bir tam sayı bekleniyor, ama başka bir şey var.",
  "expected a score {range}, got none.": "{range} bir puan bekleniyor, ama yok.",
  "expected a score {range}, got something else.": "{range} bir puan bekleniyor, ama başka bir şey var.",
  "a score from 0 to 1": "0 ile 1 arasında bir puan",

  // cells
  "{n} cell or item holds a word for nothing, such as N/A, - or yok, and counts as blank.":
    "{n} hücre ya da öğede N/A, - ya da yok gibi bir sözcük var; boş sayılıyor.",
  "{n} cells or items hold a word for nothing, such as N/A, - or yok, and count as blank.":
    "{n} hücre ya da öğede N/A, - ya da yok gibi bir sözcük var; boş sayılıyor.",
  'The words are those of "blank" in the configuration; [] reads them all as they are.':
    'Bu sözcükler yapılandırmadaki "blank" listesindendir; [] hepsini olduğu gibi okur.',
  "{n} of {m} is no language that is known; what is written is compared as it is.":
    "{m} dilden {n} tanesi bilinmiyor; yazıldığı gibi karşılaştırılır.",
  "{n} of {m} is no language that is known ({list}); what is written is compared as it is.":
    "{m} dilden {n} tanesi bilinmiyor ({list}); yazıldığı gibi karşılaştırılır.",
  "{n} of {m} are no languages that are known ({list}); what is written is compared as it is.":
    "{m} dilden {n} tanesi bilinmiyor ({list}); yazıldığı gibi karşılaştırılır.",
  "{n} of {m} are no languages that are known; what is written is compared as it is.":
    "{m} dilden {n} tanesi bilinmiyor; yazıldığı gibi karşılaştırılır.",
  "Write its tag as tr or en-GB, or its name in English or Turkish.":
    "tr ya da en-GB gibi etiketini veya Türkçe ya da İngilizce adını yazın.",
  "{n} of {m} is a usual word, and may be no language; left out.":
    "{m} dilden {n} tanesi bilinen bir sözcük, dil olmayabilir; alınmadı.",
  "{n} of {m} are usual words, and may be no language; left out.":
    "{m} dilden {n} tanesi bilinen birer sözcük, dil olmayabilir; alınmadı.",
  "Write the language by its name, or its tag with a country: az-AZ, no-NO.":
    "Dilin adını ya da ülkesiyle birlikte etiketini yazın: az-AZ, no-NO.",
  "{field}: looks like a number that a spreadsheet has shortened.":
    "{field}: hesap tablosunun kısalttığı bir sayıya benziyor.",
  "{n} earlier answer is passed over; the last of each person counts, <how>.":
    "{n} önceki yanıt atlandı; her kişinin son yanıtı geçerli (<how>).",
  "{n} earlier answers are passed over; the last of each person counts, <how>.":
    "{n} önceki yanıt atlandı; her kişinin son yanıtı geçerli (<how>).",
  "by its time stamp": "zaman damgasına göre",
  "by the order in the file": "dosyadaki sıraya göre",
  "expected a JSON array, got text that is none.": "bir JSON listesi bekleniyor, ama metin liste değil.",
  '{n} of {m} answers is none of those that "answers" lists; what is written stays.':
    '{m} yanıttan {n} tanesi "answers" listesinde yok; yazıldığı gibi kalıyor.',
  '{n} of {m} answer is none of those that "answers" lists; what is written stays.':
    '{m} yanıttan {n} tanesi "answers" listesinde yok; yazıldığı gibi kalıyor.',
  '{n} of {m} answers are none of those that "answers" lists; what is written stays.':
    '{m} yanıttan {n} tanesi "answers" listesinde yok; yazıldığı gibi kalıyor.',
  "the row has topics and no role; it registers on no side.":
    "satırda konular var, rol yok; hiçbir tarafa kaydedilmiyor.",
  "nobody registers among the {list}.": "{list} arasına kaydolan kimse yok.",
  "nobody registers: no row says whether its person is a mentor or a mentee.":
    "kaydolan kimse yok: hiçbir satır kişinin mentor mu mentee mi olduğunu söylemiyor.",
  'Map the column of the answer ("mapping": { "role": "its header" }), or isMentor and isMentee, or teaches and learns.':
    'Yanıt sütununu ("mapping": { "role": "sütun başlığı" }) ya da isMentor ve isMentee veya teaches ve learns alanlarını eşleyin.',
  '{field}: {n} cell holds answers that "answers" does not list; they stay as they are written.':
    '{field}: {n} hücrede "answers" listesinde olmayan yanıtlar var; yazıldığı gibi kalıyor.',
  '{field}: {n} cells hold answers that "answers" does not list; they stay as they are written.':
    '{field}: {n} hücrede "answers" listesinde olmayan yanıtlar var; yazıldığı gibi kalıyor.',
  "{field}: {n} cell or item holds the error of a formula, such as #N/A; it counts as blank.":
    "{field}: {n} hücre ya da öğede #YOK gibi bir formül hatası var; boş sayılıyor.",
  "{field}: {n} cells or items hold the error of a formula, such as #N/A; it counts as blank.":
    "{field}: {n} hücre ya da öğede #YOK gibi bir formül hatası var; boş sayılıyor.",
  "Mend the formula.": "Formülü düzeltin.",
  "{field}: {n} cell holds commas but no semicolon; each is taken for one item, commas and all.":
    "{field}: {n} hücrede virgül var, noktalı virgül yok; her hücre virgülleriyle tek öğe sayılıyor.",
  "{field}: {n} cells hold commas but no semicolon; each is taken for one item, commas and all.":
    "{field}: {n} hücrede virgül var, noktalı virgül yok; her hücre virgülleriyle tek öğe sayılıyor.",
  'If commas divide the items, say "commaLists": true in the configuration; if options hold commas, list them: "answers": { "{field}": ["…"] }.':
    'Öğeleri virgül ayırıyorsa yapılandırmada "commaLists": true yazın; virgül seçeneklerin içindeyse seçenekleri sıralayın: "answers": { "{field}": ["…"] }.',
  "{n} zone is not known; nothing needs them, as their people state no windows, so they are left out.":
    "{n} saat dilimi bilinmiyor; bu kişiler uygun zaman belirtmediği için gerek de yok, atlandı.",
  "{n} zones are not known; nothing needs them, as their people state no windows, so they are left out.":
    "{n} saat dilimi bilinmiyor; bu kişiler uygun zaman belirtmediği için gerek de yok, atlandı.",
  "expected a date, got one whose day and month may have changed places.":
    "bir tarih bekleniyor, ama gün ile ayın yeri değişmiş olabilir.",
  'Say "dateOrder": "dmy" or "mdy" in the configuration, or write 2026-03-15.':
    'Yapılandırmada "dateOrder": "dmy" ya da "mdy" yazın, ya da 2026-03-15 biçimini kullanın.',
  "expected a date such as 2026-03-15, 15.03.2026 or 15 March 2026.":
    "2026-03-15, 15.03.2026 ya da 15 Mart 2026 gibi bir tarih bekleniyor.",
  "expected a year of 4 digits, or a date such as 1984-02-29, 29.02.1984 or 29 February 1984.":
    "4 basamaklı bir yıl ya da 1984-02-29, 29.02.1984, 29 Şubat 1984 gibi bir tarih bekleniyor.",
  "a whole number in digits 0 to 9": "rakamla yazılmış bir tam sayı",
  "Write 2, not 2,5 or two; 1000, not 1.000 or 1,000.": "2,5 ya da iki değil 2; 1.000 ya da 1,000 değil 1000 yazın.",
  "a number such as 3 or 2.5, or the name of a level": "3 ya da 2.5 gibi bir sayı veya bir kademe adı",
  "expected mentor, mentee, both or none.": "mentor, mentee, her ikisi ya da yok bekleniyor.",
  "In Turkish mentor, menti, her ikisi or yok.": "Türkçe: mentor, mentee (menti), her ikisi ya da yok.",
  'Other answers are not read, as one word can turn them round; say what they mean: "values": { "role": { "the answer": "mentor" } }.':
    'Tek bir sözcük anlamı tersine çevirebildiği için başka yanıtlar okunmaz; ne anlama geldiklerini yazın: "values": { "role": { "yanıt": "mentor" } }.',
  'In Turkish mentor, menti, her ikisi or yok. Other answers are not read, as one word can turn them round; say what they mean: "values": { "role": { "the answer": "mentor" } }.':
    'Tek bir sözcük anlamı tersine çevirebildiği için başka yanıtlar okunmaz; ne anlama geldiklerini yazın: "values": { "role": { "yanıt": "mentor" } }.',
  "expected yes or no, true or false, 1 or 0, evet or hayır.": "evet ya da hayır (yes/no, true/false, 1/0) bekleniyor.",
  'Say what other answers mean: "values": { "isMentor": { "the answer": "yes" } }.':
    'Diğer yanıtların ne anlama geldiğini yazın: "values": { "isMentor": { "yanıt": "yes" } }.',
  "the zone is read as its offset; what stands beside it is not known, and an offset has no daylight saving.":
    "saat dilimi sabit fark olarak okundu; yanında yazan bilinmiyor ve sabit farkta yaz saati olmaz.",
  "Write Mon 09:00-11:30; Wed 2pm-4pm.": "Pzt 09:00-11:30; Çar 14:00-16:00 gibi yazın.",
  "Write am or pm, or the hours of a clock of 24: 14:00-16:00.": "24 saatlik saati yazın: 14:00-16:00.",
  "expected days and times in English or Turkish, got another word.":
    "Türkçe ya da İngilizce günler ve saatler bekleniyor, ama başka bir sözcük var.",
  "expected times such as 9:00, 9.30 or 2pm.": "9:00 ya da 9.30 gibi saatler bekleniyor.",
  "expected times from 00:00 to 24:00.": "00:00 ile 24:00 arasında saatler bekleniyor.",
  "expected days, and times with a start and an end.": "günler ve başlangıcı, bitişi olan saatler bekleniyor.",
  "expected an end after the start; which half of the day is meant is not sure.":
    "başlangıçtan sonra bir bitiş bekleniyor; günün hangi yarısı olduğu kesin değil.",
  "window {n}: <what>": "{n}. zaman aralığı: <what>",
  "windows that <what>: {n}.": "<what> zaman aralığı: {n}.",
  "run over midnight, as the end is before the start": "bitişi başlangıcından önce olduğu için gece yarısını aşan",
  "are longer than 12 hours": "12 saatten uzun",
  "begin before 06:00, as neither am nor pm is said": "06:00 öncesinde başlayan",
  "expected at most {n} characters of windows, got more.":
    "zaman aralıkları için en çok {n} karakter bekleniyor, ama daha fazlası var.",
  "at most {n} windows": "en çok {n} zaman aralığı",

  // feedback, groups, slots, templates, events
  "a number in digits": "rakamla yazılmış bir sayı",
  "expected a column of ids and one of labels; name the labels' header if there are several.":
    "bir kimlik sütunu ve bir grup sütunu bekleniyor; birden çok grup sütunu varsa başlığını belirtin.",
  "a text or null for each id": "her kimlik için bir metin ya da null",
  "expected one label for each person, got a second one.": "her kişi için bir grup bekleniyor, ama ikincisi var.",
  "a list of objects, one for each answer": "her yanıt için bir nesne içeren bir liste",
  "expected one column for {field}, got a second one.": "{field} için bir sütun bekleniyor, ama ikincisi var.",
  "expected the columns mentorId and menteeId, or respondent, partner and by.":
    "mentorId ve menteeId ya da respondent, partner ve by sütunları bekleniyor.",
  "expected a mentor and a mentee, got an answer that does not tell both.":
    "bir mentor ve bir mentee bekleniyor, ama yanıt ikisini birden söylemiyor.",
  "expected somebody of the programme, got another.": "programdan biri bekleniyor, ama başka biri verilmiş.",
  "expected whose word it is, got no role of the one who answers.":
    "yanıtı kimin verdiği bekleniyor, ama yanıtlayanın rolü yazmıyor.",
  "expected a column slot with names, or start and end.":
    "adları içeren bir slot sütunu ya da start ve end sütunları bekleniyor.",
  "expected a name of its own for each slot, got one twice.":
    "her zaman aralığı için ayrı bir ad bekleniyor, ama biri iki kez geçiyor.",
  "expected slots, got none.": "zaman aralıkları bekleniyor, ama yok.",
  "expected times such as 2027-03-01 10:00.": "2027-03-01 10:00 gibi zamanlar bekleniyor.",
  "expected an end behind the start, within a day.": "başlangıçtan sonra, aynı gün içinde bir bitiş bekleniyor.",
  "line {n}: expected a placeholder, or {{ or }} for a brace, got a brace alone.":
    "satır {n}: bir yer tutucu ya da ayraç için {{ veya }} bekleniyor, ama tek bir ayraç var.",
  "line {n}: expected one of {list}, got another placeholder.":
    "satır {n}: şunlardan biri bekleniyor: {list}; başka bir yer tutucu var.",
  "expected {/partner} behind {#partner}, got the end of the template.":
    "{#partner} sonrasında {/partner} bekleniyor, ama şablon bitti.",
  "expected two people who are a pair of the plan, got two who are not.":
    "planda eşleşmiş iki kişi bekleniyor, ama bu ikisi eşleşmemiş.",
  "expected one answer of a side for each occasion, got the same as in {place} again.":
    "her görüşme için taraf başına bir yanıt bekleniyor, ama şuradakiyle aynısı var: {place}.",
  "expected two people who talk on the list, got two who do not.":
    "listede görüşmesi olan iki kişi bekleniyor, ama bu ikisinin görüşmesi yok.",
  "expected one word of a side on each talk, got the same as in {place} again.":
    "her görüşme için taraf başına bir yanıt bekleniyor, ama şuradakiyle aynısı var: {place}.",
  "expected a place among the {n} talks of the person.": "kişinin {n} görüşmesi arasında bir sıra bekleniyor.",
  "expected another rank than in {place}, got the same.": "şuradakinden farklı bir sıra bekleniyor: {place}.",
  "a key of at least {n} bytes": "en az {n} baytlık bir anahtar",
  "expected no event before one that was applied already.": "daha önce işlenmiş bir olaydan önceki bir olay olamaz.",
  "Steps have been made since: date it when it became known.":
    "O zamandan beri adımlar atıldı: öğrenildiği günün tarihini yazın.",
  "expected no minimum load: in a pool partners come one by one.":
    "en az eşleşme sayısı verilemez: havuzda eşleşmeler tek tek gelir.",
  "Leave it out; raise it in a match on one day.": "Kaldırın; tek günlük bir eşleştirmede kullanın.",
  "A time needs its offset, so that everybody reads the same instant.":
    "Herkesin aynı anı anlaması için saatin farkı da yazılmalıdır.",
  "expected 2027-03-01 or 2027-03-01T09:00Z, got something else.":
    "2027-03-01 ya da 2027-03-01T09:00Z biçimi bekleniyor, ama başka bir şey var.",
  "a date or a time": "bir tarih ya da zaman",
  "a list of what was said": "söylenenlerin listesi",
  "a list of names of slots": "zaman aralığı adlarının listesi",
  "a list of events": "bir olay listesi",
  "an event": "bir olay",
  "a state": "bir havuz durumu",
  "Start with emptyPool().": "emptyPool() ile başlayın.",
  "a policy such as { every: 7 }": "{ every: 7 } gibi bir politika",
  "days between steps": "adımlar arasındaki gün sayısı",
  "0, or at least a minute between steps": "0 ya da adımlar arasında en az bir dakika",
  "a line of JSON": "bir JSON satırı",
  "a line that this log wrote": "bu kayıt defterinin yazdığı bir satır",
  "expected the hash of the line before: a line was changed, left out or moved.":
    "önceki satırın özeti bekleniyor: bir satır değiştirilmiş, çıkarılmış ya da taşınmış.",
  "expected the content that the hash was made of: the line was changed.":
    "özetin hazırlandığı içerik bekleniyor: satır değiştirilmiş.",
  "expected no gap: no later line says that something was forgotten here.":
    "boşluk olamaz: sonraki hiçbir satır burada bir şeyin silindiğini söylemiyor.",
  "expected an instant that is not before the last event of the pool.":
    "havuzun son olayından önce olmayan bir an bekleniyor.",
  "expected somebody who is not on the side of the mentors yet.": "henüz mentorlar arasında olmayan biri bekleniyor.",
  "expected somebody who is not on the side of the mentees yet.": "henüz mentee'ler arasında olmayan biri bekleniyor.",
  "expected somebody on the side of the mentors, got another.":
    "mentorlar arasında biri bekleniyor, ama başka biri verilmiş.",
  "expected somebody on the side of the mentees, got another.":
    "mentee'ler arasında biri bekleniyor, ama başka biri verilmiş.",
  "expected a pair that is proposed and not yet answered, got another.":
    "önerilmiş ve henüz yanıtlanmamış bir eşleşme bekleniyor, ama başka bir eşleşme verilmiş.",
  "End a pair that was accepted.": "Kabul edilmiş bir eşleşmeyi sonlandırın.",
  "expected a pair that is proposed, got another.": "önerilmiş bir eşleşme bekleniyor, ama başka bir eşleşme verilmiş.",
  "expected a pair that is proposed or accepted, got another.":
    "önerilmiş ya da kabul edilmiş bir eşleşme bekleniyor, ama başka bir eşleşme verilmiş.",
  "expected a mentee of the pool, got another.": "havuzdan bir mentee bekleniyor, ama başka biri verilmiş.",
  "expected a mentor of the pool, got another.": "havuzdan bir mentor bekleniyor, ama başka biri verilmiş.",
  "expected at most {n} places of one person, with those that are taken.":
    "bir kişi için, dolu olanlarla birlikte en çok {n} kontenjan bekleniyor.",
  "a time zone": "bir saat dilimi",
  "expected an instant that is not before the last event.": "son olaydan önce olmayan bir an bekleniyor.",
  "the bytes of a key as a Uint8Array": "Uint8Array olarak bir anahtarın baytları",
  "a mentee with a free place": "boş kontenjanı olan bir mentee",
  "a mentor with a free place": "boş kontenjanı olan bir mentor",
  "expected two people who are not a pair, got one that is.": "eşleşmemiş iki kişi bekleniyor, ama bu ikisi eşleşmiş.",
  "the entry of a mentor or a mentee": "bir mentor ya da mentee kaydı",
  "{ mentorId, menteeId }": "{ mentorId, menteeId }",
  "{ points }": "{ points }",
  "{ score, days }": "{ score, days }",
  "micro-points": "mikro puan",
  "1": "1",
  "a person": "bir kişi",
  "somebody who joined": "havuza katılmış biri",
  "an entry": "bir kayıt",
  "a pair": "bir eşleşme",
  "expected no {name}: a pool keeps the pairs that it has and makes its own.":
    "{name} verilemez: havuz, olan eşleşmeleri korur ve yenilerini kendisi yapar.",
  "expected coverage or score: steps weigh pairs beside their scores.":
    "coverage ya da score bekleniyor: adımlar eşleşmeleri puanlarının yanında da tartar.",
  "expected somebody whom the pool or its log names, got another.":
    "havuzda ya da kayıt defterinde geçen biri bekleniyor, ama başka biri verilmiş.",
  "expected no event before the line above it.": "bir olay, üstündeki satırdan önce olamaz.",
  "expected a choice of talks, got none.": "bir görüşme seçimi bekleniyor, ama yok.",
  "a log as text": "metin olarak bir kayıt defteri",
  "expected at least one policy, got none.": "en az bir politika bekleniyor, ama yok.",
  "a list of policies": "bir politika listesi",
  "a whole number from {n} to {n2}, or [fewest, most]": "{n} ile {n2} arasında bir tam sayı ya da [en az, en çok]",
  "expected the fewest before the most, got more than that.":
    "önce en az, sonra en çok bekleniyor, ama en az daha büyük.",
  "expected no such option for a list of talks.": "görüşme listesi için böyle bir ayar olamaz.",
  "expected the objective coverage or score: others promise no number of talks.":
    "coverage ya da score amacı bekleniyor: diğerleri görüşme sayısını garanti edemez.",
  "expected no fixes: ask them of the match of the plan.": "öneriler burada istenemez: planın eşleştirmesinde isteyin.",
  "expected no criterion called {name}: it is the word after the talk.":
    "{name} adında bir ölçüt olamaz: bu ad görüşme sonrası söylenen içindir.",
  "an object with what was said of a talk": "bir görüşme için söylenenleri içeren bir nesne",
  "the ids mentorId and menteeId as text": "metin olarak mentorId ve menteeId kimlikleri",
  "expected two people, got one with themselves.": "iki kişi bekleniyor, ama biri kendisiyle verilmiş.",
  "expected each talk once, got the same as in {place} again.":
    "her görüşme bir kez bekleniyor, ama şuradakiyle aynısı var: {place}.",
  "true or false for each person and slot": "her kişi ve zaman aralığı için true ya da false",
  "a function of an id and a slot": "kimlik ve zaman aralığı alan bir işlev",
  "expected slots: without them nobody is asked when they can.":
    "zaman aralıkları bekleniyor: onlar olmadan kimseye ne zaman uygun olduğu sorulmaz.",
  "the name of a slot as text": "metin olarak bir zaman aralığı adı",
  "expected the name of a slot, got none.": "bir zaman aralığı adı bekleniyor, ama verilmemiş.",
  "expected each slot once, got that of {place}.":
    "her zaman aralığı bir kez bekleniyor, ama şuradaki yineleniyor: {place}.",
  "expected at most as many mentors as the largest circle has people.":
    "Bir çemberdeki mentor sayısı, en büyük çemberin kişi sayısından fazla olamaz.",
  "expected at most as many mentees as the largest circle has people.":
    "Bir çemberdeki mentee sayısı, en büyük çemberin kişi sayısından fazla olamaz.",
  "expected circles no larger than the mentors and mentees that they may have together.":
    "Çemberler, izin verilen mentor ve mentee sayılarının toplamından büyük olamaz.",
  "expected no minimum load: groups do not know it.": "en az eşleşme sayısı verilemez: gruplar bunu bilmez.",
  "expected at most {n} possible groups, got more. Ask for smaller groups, split the programme, or raise limits.columns.":
    "en çok {n} olası grup bekleniyor, ama daha fazlası var. Daha küçük gruplar isteyin, programı bölün ya da limits.columns değerini artırın.",
  "expected nothing: groups do not know this option.": "bir değer olamaz: gruplar bu ayarı bilmez.",
  "coverage or score": "coverage ya da score",
  "Call it: commonTime(), not commonTime.": "İşlevi çağırın: commonTime değil, commonTime().",
  "Call it: topics(), not topics.": "İşlevi çağırın: topics değil, topics().",
  "a group criterion with name, weight and value": "name, weight ve value alanları olan bir grup ölçütü",
  "weights whose ratios have fewer digits, for exact sums":
    "kesin toplamlar için oranları daha az basamaklı ağırlıklar",
  "what groups are made of": "grupların nelerden oluştuğu",
  "how many mentors a group has": "bir grupta kaç mentor olduğu",
  "at most {n} people in a group": "bir grupta en çok {n} kişi",
  "at least {n} people in a group": "bir grupta en az {n} kişi",
  "room for the mentors and mentees asked for": "istenen mentorlara ve mentee'lere yetecek yer",
  "a whole number of at least {n}, or the least and the most as a list of two":
    "en az {n} olan bir tam sayı ya da en az ile en çoğu içeren ikili bir liste",
  "a result with pairs": "eşleşmeleri olan bir sonuç",
  "a function of an id and a side": "kimlik ve taraf alan bir işlev",
  "how many of this label could register": "bu gruptan kaç kişinin kaydolabileceği",
  "an object or a Map from ids to labels": "kimliklerden gruplara bir nesne ya da Map",
  "ids as text": "metin olarak kimlikler",
  "a label as text, or null for unknown": "metin olarak bir grup ya da bilinmiyorsa null",
  "the input and the options that the result was made from": "sonucun hazırlandığı girdi ve ayarlar",
  "expected a programme without personal weights: a pair's weights are then not the programme's.":
    "kişisel ağırlıkları olmayan bir program bekleniyor: yoksa eşleşmenin ağırlıkları programınkiler olmaz.",
  "expected the criteria of the last programme, got others.":
    "son programın ölçütleri bekleniyor, ama başkaları verilmiş.",
  "at most {n} criteria": "en çok {n} ölçüt",
  "a programme with its input, result and outcomes": "girdisi, sonucu ve geri bildirimleri olan bir program",
  "a list of programmes": "bir program listesi",
  "an object with what is told of a pair": "bir eşleşme için söylenenleri içeren bir nesne",
  "expected no reason for the end of a pair that goes on.": "süren bir eşleşme için bitiş nedeni olamaz.",
  "the pairs of a result": "bir sonucun eşleşmeleri",
  "a pair of a result": "bir sonucun eşleşmesi",
  "the contributions of a pair": "bir eşleşmenin ölçüt katkıları",
  "two lists": "iki liste",
};

/** What is said of objects: the input, the options, and what is asked of a result. */
export const INPUT: Readonly<Record<string, string>> = {
  // the forms that most sentences have
  "expected dates that stay as they are while they are read.": "okunurken değişmeyen tarihler bekleniyor.",
  "expected <what>.": "<what> bekleniyor.",
  "expected <what>, got <other>.": "<what> bekleniyor; gelen: <other>.",
  "expected <what>, got nothing.": "<what> bekleniyor, ama değer verilmemiş.",
  "expected <what>, got another.": "<what> bekleniyor, ama başka bir şey verilmiş.",
  "expected <what>, got something else.": "<what> bekleniyor, ama başka bir şey verilmiş.",
  "expected <what>, got more.": "<what> bekleniyor, ama daha fazlası var.",
  "expected <what> for mentor {mentor} and mentee {mentee}, got <other>.":
    "mentor {mentor} ve mentee {mentee} için <what> bekleniyor; gelen: <other>.",
  "expected one of {list}.": "şunlardan biri bekleniyor: {list}.",
  "expected one of {list}, got <other>.": "şunlardan biri bekleniyor: {list}; gelen: <other>.",
  "expected one of {list}, got another name.": "şunlardan biri bekleniyor: {list}; başka bir ad verilmiş.",
  "expected one of the criteria {list}, got another name.":
    "şu ölçütlerden biri bekleniyor: {list}; başka bir ad verilmiş.",
  "expected one of the {n} levels of the ladder.": "listedeki {n} kademeden biri bekleniyor.",
  "expected one of {list}, got nothing.": "şunlardan biri bekleniyor: {list}; değer verilmemiş.",
  "expected one of {list}, or their words.": "şunlardan biri ya da karşılığı bekleniyor: {list}.",
  "expected one of {list}, got another option.": "şunlardan biri bekleniyor: {list}; başka bir ayar verilmiş.",
  "expected one of {list}, got another field.": "şunlardan biri bekleniyor: {list}; başka bir alan verilmiş.",
  "expected one of {list}, got another limit.": "şunlardan biri bekleniyor: {list}; başka bir sınır verilmiş.",
  "{where}: <what>": "{where}: <what>",
  'rule "{name}": <what>': '"{name}" kuralı: <what>',
  'quota "{name}": <what>': '"{name}" kotası: <what>',
  'worth "{name}": <what>': '"{name}" değeri: <what>',
  'criterion "{name}" threw for mentor {mentor} and mentee {mentee}.':
    '"{name}" ölçütü mentor {mentor} ve mentee {mentee} için hata verdi.',
  'rule "{name}" threw for mentor {mentor} and mentee {mentee}.':
    '"{name}" kuralı mentor {mentor} ve mentee {mentee} için hata verdi.',
  'quota "{name}" threw for mentor {mentor} and mentee {mentee}.':
    '"{name}" kotası mentor {mentor} ve mentee {mentee} için hata verdi.',
  'worth "{name}" threw for mentor {mentor} and mentee {mentee}.':
    '"{name}" değeri mentor {mentor} ve mentee {mentee} için hata verdi.',
  'the group criterion "{name}" threw; the cause is attached.': '"{name}" grup ölçütü hata verdi; nedeni ektedir.',
  'the group criterion "{name}" must give a number from 0 to 1, or null.':
    '"{name}" grup ölçütü 0 ile 1 arasında bir sayı ya da null vermelidir.',
  "The cause is attached.": "Nedeni ektedir.",
  'criterion "{name}" must give a number from 0 to 1 or undefined, got <other> for mentor {mentor} and mentee {mentee}.':
    '"{name}" ölçütü 0 ile 1 arasında bir sayı ya da undefined vermelidir; mentor {mentor} ve mentee {mentee} için gelen: <other>.',
  "Criteria are synchronous functions; divide by the largest value to come to 1.":
    "Ölçütler eşzamanlı işlevlerdir; 1 değerine ulaşmak için en büyük değere bölün.",
  "Did you mean {name}?": "Şunu mu demek istediniz: {name}?",
  "Known here: {list}.": "Burada bilinenler: {list}.",
  "unknown field: nothing would honour it.": "bilinmeyen alan: hiçbir yerde kullanılmazdı.",
  "unknown field; known ones are {list}.": "bilinmeyen alan; bilinenler: {list}.",
  "an option is unknown here; known are {list}.": "burada bilinmeyen bir ayar var; bilinenler: {list}.",
  "As a number an id loses leading zeros and digits beyond 2^53.":
    "Sayı olarak yazılan kimlik, baştaki sıfırları ve 2^53 üstündeki basamakları yitirir.",
  "Split the text into a list.": "Metni bölüp liste yapın.",
  "{name}: expected arguments of the documented shape, got others.":
    "{name}: belgelerde yazan biçimde değerler bekleniyor, ama başka değerler verilmiş.",

  // time
  "expected a period that holds at least one whole week from Monday to Sunday.":
    "pazartesiden pazara en az bir tam hafta içeren bir dönem bekleniyor.",
  "a period with start and end": "başlangıcı ve bitişi olan bir dönem",
  "expected an end at or after the start, got an earlier date.":
    "başlangıçla aynı ya da daha geç bir bitiş bekleniyor, ama daha erken bir tarih verilmiş.",
  "expected a period of at most {n} days, got {n2}.": "en çok {n} günlük bir dönem bekleniyor; verilen: {n2}.",
  "expected dates from 1973-01-15 to 2999-12-31.": "1973-01-15 ile 2999-12-31 arasında tarihler bekleniyor.",
  "expected a time zone for the windows of availability, got nothing.":
    "uygun zamanlar için bir saat dilimi bekleniyor, ama verilmemiş.",
  "Write Europe/Istanbul or +03:00.": "Europe/Istanbul ya da +03:00 yazın.",
  "expected a list of dates away, got another type.":
    "görüşülemeyen tarihlerin listesi bekleniyor, ama başka türde bir değer verilmiş.",
  "expected a last day away at or after the first, got an earlier one.":
    "görüşülemeyen son günün ilk günden önce olmaması bekleniyor, ama daha erken bir gün verilmiş.",
  "windows as text or as a list": "metin ya da liste olarak zaman aralıkları",
  "a window with day, start and end": "günü, başlangıcı ve bitişi olan bir zaman aralığı",
  "a start and an end with a dash between": "arasında tire olan bir başlangıç ve bitiş",
  "a day and then times": "önce gün, sonra saatler",
  "at most one dash between days": "günler arasında en çok bir tire",
  "the name of a day": "bir gün adı",
  "the name of a day in English or Turkish": "Türkçe ya da İngilizce bir gün adı",
  "Write Mon or Pzt.": "Pzt ya da Mon yazın.",
  "a time as HH:MM": "SS:DD biçiminde bir saat",
  "a time as HH:MM with two digits each": "ikişer basamaklı SS:DD biçiminde bir saat",
  "a time from {n} to {n2}": "{n} ile {n2} arasında bir saat",
  "a time from {from} to {to}": "{from} ile {to} arasında bir saat",
  "a time of day as HH:MM, from {from} to {to}": "SS:DD biçiminde, {from} ile {to} arasında bir saat",
  "a time after `from`": "`from` değerinden sonra bir saat",
  "the name of a time zone as text": "metin olarak bir saat dilimi adı",
  "expected the name of a time zone, got an abbreviation that can mean several.":
    "bir saat dilimi adı bekleniyor, ama birden çok anlama gelebilen bir kısaltma verilmiş.",
  "expected the name of a time zone, got one that the IANA database does not hold.":
    "bir saat dilimi adı bekleniyor, ama IANA veritabanında olmayan bir ad verilmiş.",
  "Write a region and city as Europe/Istanbul, or +03:00.": "Europe/Istanbul gibi bölge ve kent ya da +03:00 yazın.",
  "Write a region and city as Europe/Istanbul.": "Europe/Istanbul gibi bölge ve kent yazın.",
  "expected an offset from -14:00 to +14:00, got one outside.":
    "-14:00 ile +14:00 arasında bir fark bekleniyor, ama dışında bir değer verilmiş.",
  "expected a period, because people state availability; got nothing.":
    "kişiler uygun zamanlarını belirttiği için programın dönemi bekleniyor, ama verilmemiş.",
  "Write its first and last date.": "İlk ve son tarihini yazın.",
  "{n} participant has windows that overlap; common time counts once.":
    "{n} katılımcının zaman aralıkları çakışıyor; ortak zaman bir kez sayılır.",
  "{n} participants have windows that overlap; common time counts once.":
    "{n} katılımcının zaman aralıkları çakışıyor; ortak zaman bir kez sayılır.",
  "{n} participant has a zone such as Etc/GMT+3, which means UTC-3.":
    "{n} katılımcının saat dilimi Etc/GMT+3 gibi yazılmış; bu UTC-3 demektir.",
  "{n} participants have a zone such as Etc/GMT+3, which means UTC-3.":
    "{n} katılımcının saat dilimi Etc/GMT+3 gibi yazılmış; bu UTC-3 demektir.",
  "a date or a time such as 2027-01-04T09:00, with Z or a zone in brackets or without":
    "2027-01-04T09:00 gibi bir tarih ya da zaman (Z ile, köşeli ayraçta saat dilimiyle ya da bunlarsız)",

  // people and entries
  "a date of the calendar": "takvimde olan bir tarih",
  "expected the id of somebody in the input, got another.":
    "girdideki birinin kimliği bekleniyor, ama başka bir kimlik verilmiş.",
  "expected the id of somebody in the list, got another.":
    "listedeki birinin kimliği bekleniyor, ama başka bir kimlik verilmiş.",
  "expected an id that is not in the list yet, got one that is.":
    "listede henüz olmayan bir kimlik bekleniyor, ama listede olan bir kimlik verilmiş.",
  "expected the id of a registered mentor, got another.":
    "kayıtlı bir mentorun kimliği bekleniyor, ama başka bir kimlik verilmiş.",
  "expected the id of a registered mentee, got another.":
    "kayıtlı bir mentee kimliği bekleniyor, ama başka bir kimlik verilmiş.",
  "expected ids of registered mentors, got another.":
    "kayıtlı mentorların kimlikleri bekleniyor, ama başka bir kimlik verilmiş.",
  "expected ids of registered mentees, got another.":
    "kayıtlı mentee kimlikleri bekleniyor, ama başka bir kimlik verilmiş.",
  "expected the id of a mentor or of a mentee, got both.":
    "bir mentorun ya da bir mentee'nin kimliği bekleniyor, ama ikisi birden verilmiş.",
  "expected at most the capacity, got more.": "en çok kapasite kadar bekleniyor, ama daha fazlası verilmiş.",
  "expected each id once, got one a second time.": "her kimlik bir kez bekleniyor, ama biri iki kez geçiyor.",
  "expected text, got only spaces.": "metin bekleniyor, ama yalnızca boşluk var.",
  "expected text, got empty text.": "metin bekleniyor, ama boş bırakılmış.",
  "at most {n} values": "en çok {n} değer",
  "at most {n} levels of nesting": "iç içe en çok {n} düzey",
  "at most {n} characters": "en çok {n} karakter",
  "at most {n} items": "en çok {n} öğe",
  "at most {n} entries": "en çok {n} kayıt",
  "expected another person, got the person's own id.": "başka bir kişi bekleniyor, ama kişinin kendi kimliği verilmiş.",
  "Add the manager to people, or leave the field out for the top of the organisation.":
    "Yöneticiyi kişilere ekleyin; en üstteki kişi için alanı boş bırakın.",
  "expected a chain of managers that ends, got a circle of {n}: {list}.":
    "sonu olan bir yönetici zinciri bekleniyor, ama {n} kişilik bir döngü var: {list}.",
  "expected an id, got only spaces.": "bir kimlik bekleniyor, ama yalnızca boşluk var.",
  "expected an id without spaces around it.": "başında ve sonunda boşluk olmayan bir kimlik bekleniyor.",
  "Trim it.": "Boşlukları silin.",
  "expected each id once in the list, got that of {other} again.":
    "listede her kimlik bir kez bekleniyor, ama şuradaki kimlik yineleniyor: {other}.",
  "expected each id once in the list, got one that equals that of {other} in Unicode normal form C.":
    "listede her kimlik bir kez bekleniyor, ama biri Unicode C biçiminde şuradakiyle aynı: {other}.",
  "expected each level once, got that of {other} again.":
    "her kademe bir kez bekleniyor, ama şuradaki yineleniyor: {other}.",
  "expected a name on the ladder /levels, got a number.":
    "/levels listesinden bir ad bekleniyor, ama bir sayı verilmiş.",
  "expected a name on the ladder /levels, got another.":
    "/levels listesinden bir ad bekleniyor, ama başka bir ad verilmiş.",
  "expected a number, got text.": "bir sayı bekleniyor, ama metin verilmiş.",
  "To use names, list them in /levels, junior first.":
    "Ad kullanmak için adları /levels altında alttan üste sıralayın.",
  "Give `levels`, the names from junior to senior.": "Adları alttan üste `levels` ile verin.",
  "{n} participant has no level.": "{n} katılımcının kademesi yok.",
  "{n} participants have no level.": "{n} katılımcının kademesi yok.",
  "{n} participant has neither a level nor a place in the organisation chart.":
    "{n} katılımcının ne kademesi ne de organizasyon şemasında yeri var.",
  "{n} participants have neither a level nor a place in the organisation chart.":
    "{n} katılımcının ne kademesi ne de organizasyon şemasında yeri var.",
  "levels say of {n} managers and reports that the manager is the junior, and of {n2} the opposite; a larger level is meant to be more senior.":
    "kademelere göre yönetici-çalışan ikililerinin {n} tanesinde yönetici altta, {n2} tanesinde üstte; büyük sayı üst kademe olmalıdır.",
  "expected the same as at {other}, or nothing; got another value.":
    "şuradakiyle aynı değer ya da boş alan bekleniyor: {other}; başka bir değer verilmiş.",
  "a finite number or a name on the ladder": "sonlu bir sayı ya da listedeki bir kademe adı",
  "one of the {n} levels of the ladder": "listedeki {n} kademeden biri",

  // criteria, rules, weights, topics
  "a whole number of minutes from {n} to {n2}": "{n} ile {n2} arasında, dakika olarak bir tam sayı",
  "a criterion, such as topics()": "topics() gibi bir ölçüt",
  "the bands in order": "sıralı kuşak aralıkları",
  "bands that end after they start and do not overlap": "başladıktan sonra biten ve çakışmayan kuşak aralıkları",
  "expected finite numbers in the vector of goals, got another at {at}.":
    "hedef vektöründe sonlu sayılar bekleniyor; {at} sırasındaki değer sonlu değil.",
  "expected a vector of goals of {n} numbers as the first one of the pool, got {n2}.":
    "ilk hedef vektörü gibi {n} sayı bekleniyor; gelen: {n2}.",
  "two entries are spellings of one goal.": "iki kayıt aynı hedefin farklı yazımları.",
  "the ideal band as shares of the ladder": "kademe merdiveninin payları olarak ideal aralık",
  "tooNear < ideal[0] <= ideal[1] < tooFar, all of them finite":
    "tooNear < ideal[0] <= ideal[1] < tooFar, hepsi sonlu olarak",
  "more lines than `near`": "`near` değerinden büyük bir sayı",
  "text, a number, yes or no, or a list of them in the field to compare":
    "karşılaştırılacak alanda metin, sayı, evet/hayır ya da bunların listesi",
  "a period, or `until` in the options of the criterion": "bir dönem ya da ölçütün ayarlarında `until`",
  "whole percents with 1 <= min <= 100 <= max <= 1000": "1 <= min <= 100 <= max <= 1000 koşuluna uyan tam yüzdeler",
  "expected the name of a criterion; they are {list}.": "bir ölçüt adı bekleniyor; ölçütler: {list}.",
  "a whole number from -{n} to {n2}": "-{n} ile {n2} arasında bir tam sayı",
  '"en", "tr" or words of another language': '"en", "tr" ya da başka bir dilin sözleri',
  "a text that is not empty": "boş olmayan bir metin",
  "text that is not empty": "boş olmayan bir metin",
  "a name of this topic is also the name of an earlier one.": "bu konunun bir adı, önceki bir konunun da adı.",
  "an alias is also another name of some topic.": "diğer adlardan biri, başka bir konunun da adı.",
  "leads back to itself through {n} names; expected no cycle.": "{n} ad üzerinden kendisine dönüyor; döngü olmamalı.",
  "a topic of the catalogue": "katalogdaki bir konu",
  "expected an id of its own, got the one of /{n}; ids are compared folded.":
    "kendine ait bir kimlik bekleniyor, ama /{n} ile aynı; kimlikler büyük/küçük harfe bakılmadan karşılaştırılır.",
  "the id of a topic of this catalogue": "bu katalogdaki bir konunun kimliği",
  "only id, labels, aliases and broader": "yalnızca id, labels, aliases ve broader",
  "an id": "bir kimlik",
  "at least one criterion with a weight above 0": "ağırlığı 0'dan büyük en az bir ölçüt",
  "the ratio of the weights needs more digits than exact sums allow.":
    "ağırlıkların oranı, kesin toplamların kaldırdığından çok basamak gerektiriyor.",
  "Use smaller weights or fewer decimals.": "Daha küçük ya da daha az ondalıklı ağırlıklar kullanın.",
  'criterion "{name}" stands at /criteria/{n} already.': '"{name}" ölçütü /criteria/{n} altında zaten var.',
  "Give one a `name`.": "Birine `name` verin.",
  "at most {n} rules": "en çok {n} kural",
  "expected at most {n} rules, got {n2}.": "en çok {n} kural bekleniyor; gelen: {n2}.",
  "expected at most {n} pairs of a mentor and a mentee, got {n2}, which need about {n3} MB.":
    "en çok {n} mentor-mentee ikilisi bekleniyor; gelen: {n2}. Bunlar için yaklaşık {n3} MB gerekir.",
  "Raise the option limits.pairs if the machine has that.":
    "Bilgisayarda bu kadar bellek varsa limits.pairs ayarını artırın.",
  "To match without it, name the other rules: rules: [noReportingLine(), reverse(), sharedTopic()]":
    "Bu bilgi olmadan eşleştirmek için diğer kuralları yazın: rules: [noReportingLine(), reverse(), sharedTopic()]",
  "To match without it, name the other rules: rules: [noReportingLine(), reverse(), sharedTopic()].":
    "Bu bilgi olmadan eşleştirmek için diğer kuralları yazın: rules: [noReportingLine(), reverse(), sharedTopic()].",
  "To match without it, name the other rules: rules: [noReportingLine(), reverse(), sharedTopic()]; or use <others>.":
    "Bu bilgi olmadan eşleştirmek için diğer kuralları yazın: rules: [noReportingLine(), reverse(), sharedTopic()]; ya da şunu kullanın: <others>.",
  'crossGeneration({ by: "{by}" })': 'crossGeneration({ by: "{by}" })',
  '<first> or crossGeneration({ by: "{by}" })': '<first> ya da crossGeneration({ by: "{by}" })',
  "expected {field} of participants, got none that counts.":
    "katılımcılar için {field} bekleniyor, ama geçerli bir değer yok.",
  "min or max": "min ya da max",
  "a finite number of levels": "sonlu bir kademe sayısı",
  "at least `min`": "en az `min` kadar bir değer",
  "a share of the weeks above 0, at most 1": "haftaların 0'dan büyük, en çok 1 olan bir payı",
  "a whole number of levels from {n} to {n2}": "{n} ile {n2} arasında bir kademe sayısı",
  "a whole number of months from {n} to {n2}": "{n} ile {n2} arasında, ay olarak bir tam sayı",
  "Give `on`, or the programme a period.": "`on` ile bir gün ya da programa bir dönem verin.",
  "a day to count to": "sayımın biteceği bir gün",
  "at least the minimum": "en az alt sınır kadar",
  "expected at least the minimum, got less.": "en az alt sınır kadar bekleniyor, ama daha azı verilmiş.",
  "atLeast or briefed": "atLeast ya da briefed",
  "expected a name, got text without letters.": "bir ad bekleniyor, ama harfsiz bir metin verilmiş.",
  "hours from {n} to {n2}": "{n} ile {n2} arasında bir saat farkı",
  "the programme's period": "programın dönemi",

  // options and demands
  "both sides to count: this question knows no other goal": "iki tarafın da sayılması (bu soru başka bir amaç bilmez)",
  "every pair to be worth its score: this question knows no other goal":
    "her eşleşmenin puanı kadar değerli olması (bu soru başka bir amaç bilmez)",
  "expected no worth beside the score: this question knows scores alone.":
    "puanın yanında ek değer olamaz: bu soru yalnızca puanları bilir.",
  "expected no worth beside the score: the objective {objective} knows scores alone.":
    "puanın yanında ek değer olamaz: {objective} amacı yalnızca puanları bilir.",
  "expected no fixes beside worth: they know scores alone.":
    "ek değer varken öneriler istenemez: öneriler yalnızca puanları bilir.",
  "a whole number from -{n} to {n2} for mentor {mentor} and mentee {mentee}":
    "mentor {mentor} ve mentee {mentee} için -{n} ile {n2} arasında bir tam sayı",
  "a whole number from {n} to {n2} for mentor {mentor} and mentee {mentee}":
    "mentor {mentor} ve mentee {mentee} için {n} ile {n2} arasında bir tam sayı",
  "Call it: {name}(), not {name2}.": "İşlevi çağırın: {name} değil, {name}().",
  "a whole percent": "tam sayı olarak bir yüzde",
  "expected a text, got none.": "bir metin bekleniyor, ama verilmemiş.",
  "expected the objective coverage, got another.": "coverage amacı bekleniyor, ama başka bir amaç verilmiş.",
  "expected no fixes under quotas beside {option}.": "kotalar ve {option} varken öneriler istenemez.",
  'expected no proposer: only the objective "stable" has one.':
    'öneren taraf verilemez: yalnızca "stable" amacında vardır.',
  "expected no pins: a stable choice cannot promise them.":
    "sabit eşleşme verilemez: kararlı (stable) bir seçim bunu garanti edemez.",
  "expected no quotas: the objective {objective} cannot promise them.":
    "kota verilemez: {objective} amacı bunu garanti edemez.",
  "expected a name of its own, got that of /quotas/{n}.": "kendine ait bir ad bekleniyor, ama /quotas/{n} ile aynı.",
  "a name of its own": "kendine ait bir ad",
  "expected a pair that the rules allow, got one refused by {list}.":
    "kuralların izin verdiği bir eşleşme bekleniyor, ama şunlar izin vermiyor: {list}.",
  "expected at most as many pins as the mentor has capacity, got more.":
    "en çok mentorun kapasitesi kadar sabit eşleşme bekleniyor, ama daha fazlası var.",
  "expected at most as many pins as the mentee has capacity, got more.":
    "en çok mentee kapasitesi kadar sabit eşleşme bekleniyor, ama daha fazlası var.",
  "expected pairs that meet the quotas within the work allowed, found none and no proof that there are none.":
    "izin verilen hesap sınırı içinde kotaları karşılayan eşleşmeler bulunamadı; olmadıkları da kanıtlanamadı.",
  "Raise the limit, or relax a quota.": "Sınırı artırın ya da bir kotayı gevşetin.",
  "expected no minimum loads: a stable choice cannot promise them.":
    "en az eşleşme sayısı verilemez: kararlı (stable) bir seçim bunu garanti edemez.",
  'Use the objective "coverage", or leave minimumLoad out.':
    '"coverage" amacını kullanın ya da minimumLoad alanını kaldırın.',
  "{n} participant stated {field}, which only counts with <need>.":
    "{n} katılımcı {field} belirtmiş; bu yalnızca <need> ile sayılır.",
  "{n} participants stated {field}, which only counts with <need>.":
    "{n} katılımcı {field} belirtmiş; bu yalnızca <need> ile sayılır.",
  'choices() or the objective "stable"': 'choices() ya da "stable" amacı',
  "demands that can be met together": "birlikte karşılanabilen koşullar",
  "a proved plan for the objective coverage or score": "coverage ya da score amacı için kanıtlanmış bir plan",
  "demands that can be met, as before": "önceki gibi karşılanabilen koşullar",
  "expected no quotas: their plans have no prices for each person.":
    "kota verilemez: kotalı planlarda kişi başına fiyat olmaz.",
  "expected an answer within the work allowed: its plans under quotas were not all proved.":
    "izin verilen hesap sınırı içinde bir yanıt bekleniyor: kotalı planların hepsi kanıtlanamadı.",
  "expected the best plan with this pair within the work allowed, got a gap.":
    "izin verilen hesap sınırı içinde bu eşleşmeyi içeren en iyi plan bulunamadı.",
  "mentor or mentee": "mentor ya da mentee",
  "expected the name of a {key}: {known}; got <other>.": "{key} için bir ad bekleniyor: {known}; gelen: <other>.",
  "expected the {what} of this name among the functions given, got none.":
    "verilen işlevler arasında bu adda bir {what} bekleniyor, ama yok.",
  "Functions cannot be recorded: pass the same ones again.": "İşlevler kaydedilemez: aynılarını yeniden verin.",
  "expected the version of this library, got another.":
    "bu kitaplığın sürümü bekleniyor, ama başka bir sürüm verilmiş.",
  "expected the manifest of pairs, got that of groups.":
    "Eşleşmelerin manifest kaydı beklenirken grupların kaydı verildi.",
  "Call matchGroups of tersine/groups with the options that the manifest records.":
    "tersine/groups içindeki matchGroups işlevini, kayıttaki seçeneklerle çağırın.",
  "the input that the manifest was made from": "manifest kaydının hazırlandığı girdi",
  "time zones with the rules that the manifest was made with": "manifest kaydındaki kurallara uyan saat dilimleri",
  "expected {part} of the same names, versions and settings, got others.":
    "{part} için aynı adlar, sürümler ve ayarlar bekleniyor, ama başkaları verilmiş.",
  "the published plan that the rematch was made from": "yeniden eşleştirmenin dayandığı yayımlanmış plan",
  "expected settings as this library records them, got others.":
    "bu kitaplığın kaydettiği biçimde ayarlar bekleniyor, ama başkaları verilmiş.",
  "expected fewer people or a smaller number: the sums would leave the whole numbers that are exact.":
    "daha az kişi ya da daha küçük bir sayı bekleniyor: toplamlar kesin hesaplanan sayıların dışına çıkardı.",
  "expected the objective coverage or score: others cannot weigh pairs that are to stay.":
    "coverage ya da score amacı bekleniyor: diğerleri korunacak eşleşmeleri tartamaz.",
  "expected stability or maximumChanges, got both.":
    "stability ya da maximumChanges bekleniyor, ama ikisi birden verilmiş.",
  "expected a plan of this programme: nobody in it is registered.":
    "bu programın bir planı bekleniyor: verilen plandaki hiç kimse kayıtlı değil.",
  "expected a published pair that can stay, got another.":
    "korunabilecek bir yayımlanmış eşleşme bekleniyor, ama başka bir eşleşme verilmiş.",
  "Pin a pair that is not published; see what breaks the published ones without locking them.":
    "Yayımlanmamış bir eşleşmeyi sabitleyin; yayımlananları neyin bozduğunu kilitlemeden görün.",
  "expected no other.": "başka bir değer olamaz.",
  "the match was stopped by its signal.": "eşleştirme durduruldu.",
  "expected <bound> characters, got {n}.": "<bound> karakter bekleniyor; gelen: {n}.",
  "expected <bound> characters, got more.": "<bound> karakter bekleniyor, ama daha fazlası var.",
  "expected <bound> items, got {n}.": "<bound> öğe bekleniyor; gelen: {n}.",
  "expected <bound> items, got another number.": "<bound> öğe bekleniyor, ama başka bir sayıda.",
  "{ lot: text }": "{ lot: metin }",
  "{ name: text, of: function }": "{ name: metin, of: işlev }",
  "{ atLeast: number }": "{ atLeast: sayı }",
  "text or undefined for mentor {mentor} and mentee {mentee}":
    "mentor {mentor} ve mentee {mentee} için metin ya da undefined",
  "expected at most {n} places of one person, with those that are taken.":
    "bir kişi için alınmış olanlarla birlikte en çok {n} yer bekleniyor.",
  "expected an instant that is not before the last event.": "son olaydan önce olmayan bir an bekleniyor.",
  "expected the bytes of a key as a Uint8Array.": "Uint8Array olarak bir anahtarın baytları bekleniyor.",
  "expected a time zone.": "bir saat dilimi bekleniyor.",
  "--{flag}: expected a file that tersine talks wrote with --out or --result.":
    "--{flag}: tersine talks komutunun --out ya da --result ile yazdığı bir dosya bekleniyor.",
  "expected an object with k and n.": "k ve n alanları olan bir nesne bekleniyor.",
  "expected an object with k, n, total and people.": "k, n, total ve people alanları olan bir nesne bekleniyor.",
  "expected strata whose distribution takes at most {n} products, got more.":
    "dağılımı en çok {n} çarpım gerektiren katmanlar bekleniyor, ama daha fazlası var.",
  "quotas that can be met with one more place": "bir kontenjan daha olunca karşılanabilen kotalar",
  "expected quotas that can be met with one more place, got others.":
    "bir kontenjan daha olunca karşılanabilen kotalar bekleniyor, ama başkaları verilmiş.",
};

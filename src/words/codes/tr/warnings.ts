import type { WARNING_CODES } from "../en/warnings.ts";
import type { MeaningsOf } from "../meaning.ts";

/** Codes of warnings in a result, in Turkish. */
export const WARNING_CODES_TR: MeaningsOf<typeof WARNING_CODES> = {
  PAIRS_WITHOUT_TOPIC: [
    "Bazı eşleşmelerde hem istenen hem sunulan bir konu yok.",
    "Duyurmadan önce bu eşleşmelere bakın ya da `sharedTopic` kuralını ekleyin.",
  ],
  PAIRS_WITHOUT_TIME: [
    "Bazı eşleşmelerde iki kişinin ortak zamanı yok.",
    "İkisine başka zamanları sorun ya da `meetingTime` kuralını ekleyin.",
  ],
  RULE_STEPPED_ASIDE: [
    "Bir tarafta verisi olmadığı için varsayılan kurallardan biri kimseyi reddetmedi.",
    "Mesajda yazan veriyi ekleyin ya da istediğiniz kuralları sıralayın.",
  ],
  GENERATION_UNKNOWN: [
    "Bazı kişilerin kuşağı bilinmiyor; kuşak kuralı onların eşleşmelerini reddediyor.",
    'Doğum yıllarını ekleyin ya da `unknown: "allow"` yazın.',
  ],
  SENIORITY_UNKNOWN: [
    "Bazı kişilerin kademesi bilinmiyor; kıdem kuralı onların eşleşmelerini reddediyor.",
    "Kademeleri ya da yöneticileri ekleyin.",
  ],
  RULE_DATA_UNKNOWN: [
    "Bazı kişilerde kuralın baktığı bilgi yok; kural onların eşleşmelerini reddediyor.",
    "Veriyi ekleyin.",
  ],
  LEVEL_MISSING: [
    "Bazı kişilerin kademesi var, bazılarının yok.",
    "Ekleyin; o zamana kadar şemadaki derinlik kullanılır.",
  ],
  LEVELS_REVERSED: [
    "Kademeler üstten sayılmış görünüyor: yöneticilerin kademesi çalışanlarınkinden küçük.",
    "Ters çevirin; tersine'de büyük sayı üst kademedir.",
  ],
  LINE_CYCLE: [
    "Noktalı hatlar kişileri birbirinin üstü yapıyor; bu kişiler kendi aralarında eşleştirilmiyor.",
    "Gerçek olmayan noktalı hattı kaldırın.",
  ],
  HISTORY_UNKNOWN: ["Önceki eşleşmelerde burada olmayan kişiler geçiyor.", "Ayrıldılarsa yapacak bir şey yok."],
  MIXED_SCRIPT: [
    "Bir sözcükte farklı alfabelerden harfler var; aynı görünen sözcükle eşleşmiyor.",
    "Sözcüğü yeniden yazın.",
  ],
  WINDOWS_MERGED: ["Bir kişinin bitişik ya da çakışan zaman aralıkları birleştirildi.", "Yapacak bir şey yok."],
  WISH_UNUSED: [
    "Hiçbir ölçütün ya da kuralın bakmadığı bir istek ya da sınır yazılmış.",
    "Ölçütü ekleyin ya da alanı kaldırın.",
  ],
  ZONE_AMBIGUOUS: ["Bir ad birden çok saat dilimi anlamına gelebilir.", "Europe/Istanbul gibi bölge ve kent yazın."],
  ZONE_SIGN: ["Etc/GMT+3 gibi saat dilimleri UTC-3 demektir.", "Diğeri kastediliyorsa +03:00 ya da bir kent yazın."],
};

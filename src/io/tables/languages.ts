/*
Written by scripts/cldr-tables.ts from Unicode CLDR 48.2.0; do not edit.
Copyright 1991 and later Unicode, Inc., under the Unicode License V3 (see THIRD_PARTY_NOTICES.md).
A line is a tag and names of its language in English and Turkish.
*/

export const LANGUAGE_NAMES = `
aa|Afar
ab|Abkhazian|Abhazca
ae|Avestan|Avestçe
af|Afrikaans|Afrikaanca
agq|Aghem
ak|Akan
am|Amharic|Amharca
an|Aragonese|Aragonca
ann|Obolo|Obolo dili
ar|Arabic|Arapça
ar-001|Modern Standard Arabic|Modern Standart Arapça
arn|Mapuche|Mapuçe dili
as|Assamese|Assamca
asa|Asu
ast|Asturian|Asturyasça
av|Avaric|Avar dili
ay|Aymara
az|Azerbaijani|Azeri|Azerbaycan dili
az-Arab|Güney Azerice
ba|Bashkir|Başkırtça
bal|Baluchi|Beluçça
bas|Basaa|Basa Dili
be|Belarusian|Belarusça
bem|Bemba
bew|Betawi
bez|Bena
bg|Bulgarian|Bulgarca
bgc|Haryanvi|Haryanvi dili
bgn|Western Balochi|Batı Balochi
bho|Bhojpuri|Arayanice
bi|Bislama
blo|Anii|Aniice
blt|Tai Dam
bm|Bambara
bn|Bangla|Bengalce
bo|Tibetan|Tibetçe
bqi|Bakhtiari|Luri Bakhtiari|Bahtiyari
br|Breton|Bretonca
brx|Bodo
bs|Bosnian|Boşnakça
bss|Akoose
bua|Buriat|Buryatça
byn|Blin
ca|Catalan|Katalanca
cad|Caddo|Kado dili
cch|Atsam
ccp|Chakma
ce|Chechen|Çeçence
ceb|Cebuano|Sebuano dili
cgg|Chiga|Kiga
ch|Chamorro|Çamorro dili
cho|Choctaw|Çoktav dili
chr|Cherokee|Çerokice
cic|Chickasaw
ckb|Central Kurdish|Kurdish, Central|Kurdish, Sorani|Orta Kürtçe|Kürtçe, Orta|Kürtçe, Sorani
co|Corsican|Korsikaca
cop|Coptic|Kıptice
cr|Cree|Woods Cree|Krice
cs|Czech|Çekçe
csw|Swampy Cree|Bataklık Kricesi
cu|Church Slavic|Kilise Slavcası
cv|Chuvash|Çuvaşça
cy|Welsh|Galce
da|Danish|Danca
dav|Taita
de|German|Almanca
de-AT|Austrian German|Avusturya Almancası
de-CH|Swiss High German|İsviçre Yüksek Almancası
dje|Zarma
doi|Dogri
dsb|Lower Sorbian|Aşağı Sorbça
dua|Duala
dv|Divehi|Divehi dili
dyo|Jola-Fonyi
dz|Dzongkha
ebu|Embu
ee|Ewe
el|Greek|Yunanca
en|English|İngilizce
en-AU|Australian English|Avustralya İngilizcesi
en-CA|Canadian English|Kanada İngilizcesi
en-GB|British English|UK English|İngiliz İngilizcesi|Birleşik Krallık İngilizcesi
en-US|American English|US English|Amerikan İngilizcesi|ABD İngilizcesi
eo|Esperanto
es|Spanish|İspanyolca
es-419|Latin American Spanish|Latin Amerika İspanyolcası
es-ES|European Spanish|Avrupa İspanyolcası
es-MX|Mexican Spanish|Meksika İspanyolcası
et|Estonian|Estonca
eu|Basque|Baskça
ewo|Ewondo
fa|Persian|Farsça
fa-AF|Dari|Darice
ff|Fula|Fula dili
fi|Finnish|Fince
fil|Filipino|Filipince
fj|Fijian|Fiji dili
fo|Faroese|Faroe dili
fr|French|Fransızca
fr-CA|Canadian French|Kanada Fransızcası
fr-CH|Swiss French|İsviçre Fransızcası
frr|Northern Frisian|Kuzey Frizce
fur|Friulian|Friuli dili
fy|Western Frisian|Batı Frizcesi
ga|Irish|İrlandaca
gaa|Ga|Ga dili
gd|Scottish Gaelic|İskoç Gaelcesi
gez|Geez
gl|Galician|Galiçyaca
gn|Guarani|Guarani dili
gsw|Swiss German|İsviçre Almancası
gu|Gujarati|Güceratça
guz|Gusii
gv|Manx|Man dili
ha|Hausa|Hausa dili
haw|Hawaiian|Hawaii dili
he|Hebrew|İbranice
hi|Hindi|Hintçe
hi-Latn|Hindi (Latin)|Hinglish|Hindilizce
hnj|Hmong Njua
ho|Hiri Motu
hr|Croatian|Hırvatça
hsb|Upper Sorbian|Yukarı Sorbça
ht|Haitian Creole|Haiti Kreyolu
hu|Hungarian|Macarca
hy|Armenian|Ermenice
hz|Herero|Herero dili
ia|Interlingua|İnterlingua
id|Indonesian|Endonezce
ie|Interlingue
ig|Igbo|İbo dili
ii|Sichuan Yi
ik|Inupiaq|İnyupikçe
io|Ido
is|Icelandic|İzlandaca
it|Italian|İtalyanca
iu|Inuktitut|İnuktitut dili
ja|Japanese|Japonca
jbo|Lojban
jgo|Ngomba
jmc|Machame
jv|Javanese|Cava dili
ka|Georgian|Gürcüce
kaa|Kara-Kalpak|Karakalpakça
kab|Kabyle|Kabiliyece
kaj|Jju
kam|Kamba
kcg|Tyap
kde|Makonde
kea|Kabuverdianu
kek|Qʼeqchiʼ
ken|Kenyang
kg|Kongo|Kongo dili
kgp|Kaingang
khq|Koyra Chiini
ki|Kikuyu
kj|Kuanyama
kk|Kazakh|Kazakça
kkj|Kako
kl|Kalaallisut|Grönland dili
kln|Kalenjin
km|Khmer|Khmer dili
kn|Kannada|Kannada dili
ko|Korean|Korece
kok|Konkani|Konkani dili
kpe|Kpelle|Kpelle dili
kr|Kanuri|Kanuri dili
ks|Kashmiri|Keşmir dili
ksb|Shambala|Şambala
ksf|Bafia
ksh|Colognian|Köln lehçesi
ku|Kurdish|Kürtçe
kv|Komi
kw|Cornish|Kernevekçe
kxv|Kuvi
ky|Kyrgyz|Kirghiz|Kırgızca
la|Latin|Latince
lag|Langi
lb|Luxembourgish|Lüksemburgca
lg|Ganda
li|Limburgish|Limburgca
lij|Ligurian|Ligurca
lkt|Lakota|Lakotaca
lmo|Lombard|Lombardça
ln|Lingala
lo|Lao|Lao dili
lrc|Northern Luri|Kuzey Luri
lt|Lithuanian|Litvanca
ltg|Latgalian
lu|Luba-Katanga
luo|Luo
luy|Luyia
lv|Latvian|Letonca
lzz|Laz|Lazca
mai|Maithili
mas|Masai
mdf|Moksha|Mokşa dili
mer|Meru
mfe|Morisyen
mg|Malagasy|Malgaşça
mgh|Makhuwa-Meetto
mgo|Metaʼ|Meta’
mh|Marshallese|Marshall Adaları dili
mi|Māori|Maori dili
mic|Mi'kmaw|Micmac
mk|Macedonian|Makedonca
ml|Malayalam|Malayalam dili
mn|Mongolian|Moğolca
mni|Manipuri|Manipuri dili
moh|Mohawk|Mohavk dili
mr|Marathi|Marathi dili
ms|Malay|Malayca
mt|Maltese|Maltaca
mua|Mundang
mus|Muscogee|Mvskoke|Krikçe
my|Burmese|Myanmar Language|Birman dili
myv|Erzya
mzn|Mazanderani|Mazenderanca
na|Nauru|Nauru dili
naq|Nama
nb|Norwegian Bokmål|Norveççe Bokmål
nd|North Ndebele|Kuzey Ndebele
nds|Low German|Aşağı Almanca
nds-NL|Low Saxon|Aşağı Saksonca
ne|Nepali|Nepalce
ng|Ndonga
nl|Dutch|Felemenkçe
nl-BE|Flemish|Flamanca
nmg|Kwasio
nn|Norwegian Nynorsk|Norveççe Nynorsk
nnh|Ngiemboon
no|Norwegian|Norveççe
nqo|N’Ko
nr|South Ndebele|Güney Ndebele
nso|Northern Sotho|Kuzey Sotho dili
nus|Nuer
nv|Navajo|Navaho dili
ny|Nyanja
nyn|Nyankole
oc|Occitan|Oksitan dili
oj|Ojibwa|Ojibva dili
oka|Okanagan|Colville Salish|Okanagan dili
om|Oromo|Oromo dili
or|Odia|Oriya dili
os|Ossetic|Osetçe
osa|Osage
pa|Punjabi|Pencapça
pap|Papiamento
pcm|Nigerian Pidgin|Nijerya Pidgin dili
pi|Pali|Pāli
pis|Pijin|Pijin dili
pl|Polish|Lehçe
pms|Piedmontese|Piyemontece
prg|Prussian|Prusyaca
ps|Pashto|Pushto|Peştuca
pt|Portuguese|Portekizce
pt-BR|Brazilian Portuguese|Brezilya Portekizcesi
pt-PT|European Portuguese|Avrupa Portekizcesi
qu|Quechua|Keçuva dili
quc|Kʼicheʼ|Kiçece
raj|Rajasthani
rhg|Rohingya|Rohingya dili
rif|Riffian|Rif Berbericesi
rm|Romansh|Romanşça
rn|Rundi|Kirundi
ro|Romanian|Rumence
ro-MD|Moldavian|Moldovaca
rof|Rombo
ru|Russian|Rusça
rw|Kinyarwanda
rwk|Rwa
sa|Sanskrit
sah|Yakut|Yakutça
saq|Samburu
sat|Santali
sbp|Sangu
sc|Sardinian|Sardunya dili
scn|Sicilian|Sicilyaca
sd|Sindhi|Sindhi dili
sdh|Southern Kurdish|Güney Kürtçesi
se|Northern Sami|Sami, Northern|Kuzey Laponcası
seh|Sena
ses|Koyraboro Senni
sg|Sango
sgs|Samogitian|Samogitçe
sh|Serbo-Croatian|Sırp-Hırvat Dili
shi|Tachelhit|Taşelit
shn|Shan|Shan dili
si|Sinhala|Sinhali dili
sid|Sidamo|Sidamo dili
sk|Slovak|Slovakça
sl|Slovenian|Slovence
sm|Samoan|Samoa dili
sma|Southern Sami|Sami, Southern|Güney Laponcası
smj|Lule Sami|Sami, Lule|Lule Laponcası
smn|Inari Sami|Sami, Inari|İnari Laponcası
sms|Skolt Sami|Sami, Skolt|Skolt Laponcası
sn|Shona|Şona dili
so|Somali|Somalice
sq|Albanian|Arnavutça
sr|Serbian|Sırpça
sr-ME|Montenegrin
ss|Swati|Sisvati
ssy|Saho
st|Southern Sotho|Güney Sotho dili
su|Sundanese|Sunda dili
sv|Swedish|İsveççe
sw|Swahili|Svahili dili
sw-CD|Congo Swahili|Kongo Svahili
syr|Syriac|Süryanice
szl|Silesian|Silezyaca
ta|Tamil|Tamilce
te|Telugu|Telugu dili
teo|Teso
tg|Tajik|Tacikçe
th|Thai|Tayca
ti|Tigrinya|Tigrinya dili
tig|Tigre
tk|Turkmen|Türkmence
tl|Tagalog|Tagalogca
tn|Tswana|Setsvana
to|Tongan|Tonga dili
tok|Toki Pona
tpi|Tok Pisin
tr|Turkish|Türkçe
trv|Taroko
trw|Torwali
ts|Tsonga
tt|Tatar|Tatarca
tw|Twi|Tvi
twq|Tasawaq
ty|Tahitian|Tahiti dili
tyv|Tuvinian|Tuvaca
tzm|Central Atlas Tamazight|Orta Atlas Tamazigti
ug|Uyghur|Uighur|Uygurca
uk|Ukrainian|Ukraynaca
ur|Urdu|Urduca
uz|Uzbek|Özbekçe
vai|Vai
ve|Venda|Venda dili
vec|Venetian|Venedikçe
vi|Vietnamese|Vietnamca
vmw|Makhuwa|Makuaca
vo|Volapük
vun|Vunjo
wa|Walloon|Valonca
wae|Walser
wal|Wolaytta|Valamo
wbp|Warlpiri
wo|Wolof|Volofça
xh|Xhosa|Zosa dili
xnr|Kangri|Kangrice
xog|Soga
yav|Yangben
yi|Yiddish|Yidiş
yo|Yoruba|Yorubaca
yrl|Nheengatu
yue|Cantonese|Chinese, Cantonese|Kantonca|Çince, Kantonca
za|Zhuang|Zhuangca
zgh|Standard Moroccan Tamazight|Standart Fas Tamazigti
zh|Chinese|Mandarin Chinese|Chinese, Mandarin|Çince|Çince, Mandarin
zh-Hans|Simplified Chinese|Simplified Mandarin Chinese|Basitleştirilmiş Çince|Basitleştirilmiş Çince (Mandarin)
zh-Hant|Traditional Chinese|Traditional Mandarin Chinese|Geleneksel Çince|Geleneksel Çince (Mandarin)
zu|Zulu|Zuluca
`;

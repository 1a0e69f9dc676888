/*
Written by scripts/cldr-tables.ts from Unicode CLDR 48.2.0; do not edit.
Copyright 1991 and later Unicode, Inc., under the Unicode License V3 (see THIRD_PARTY_NOTICES.md).
A line is a name of the IANA database, then further names of the same zone.
*/

export const ZONE_ALIASES = `
Antarctica/McMurdo|Antarctica/South_Pole
America/Argentina/Buenos_Aires|America/Buenos_Aires
America/Argentina/Cordoba|America/Cordoba|America/Rosario
America/Argentina/Catamarca|America/Catamarca|America/Argentina/ComodRivadavia
America/Argentina/Jujuy|America/Jujuy
America/Argentina/Mendoza|America/Mendoza
Pacific/Pago_Pago|Pacific/Samoa|US/Samoa
Australia/Adelaide|Australia/South
Australia/Broken_Hill|Australia/Yancowinna
Australia/Brisbane|Australia/Queensland
Australia/Darwin|Australia/North
Australia/Hobart|Australia/Tasmania|Australia/Currie
Australia/Lord_Howe|Australia/LHI
Australia/Melbourne|Australia/Victoria
Australia/Perth|Australia/West
Australia/Sydney|Australia/ACT|Australia/Canberra|Australia/NSW
Asia/Dhaka|Asia/Dacca
America/Noronha|Brazil/DeNoronha
America/Manaus|Brazil/West
America/Rio_Branco|America/Porto_Acre|Brazil/Acre
America/Sao_Paulo|Brazil/East
Asia/Thimphu|Asia/Thimbu
America/Edmonton|Canada/Mountain|America/Yellowknife
America/Halifax|Canada/Atlantic
America/Iqaluit|America/Pangnirtung
America/Regina|Canada/East-Saskatchewan|Canada/Saskatchewan
America/St_Johns|Canada/Newfoundland
America/Toronto|America/Montreal|Canada/Eastern|America/Nipigon|America/Thunder_Bay
America/Vancouver|Canada/Pacific
America/Winnipeg|Canada/Central|America/Rainy_River
America/Whitehorse|Canada/Yukon
America/Atikokan|America/Coral_Harbour
Pacific/Easter|Chile/EasterIsland
America/Santiago|Chile/Continental
Asia/Shanghai|Asia/Chongqing|Asia/Chungking|Asia/Harbin|PRC
Asia/Urumqi|Asia/Kashgar
America/Havana|Cuba
Asia/Nicosia|Europe/Nicosia
Africa/Cairo|Egypt
Africa/Asmara|Africa/Asmera
Pacific/Pohnpei|Pacific/Ponape
Pacific/Chuuk|Pacific/Truk|Pacific/Yap
Atlantic/Faroe|Atlantic/Faeroe
Europe/London|Europe/Belfast|GB|GB-Eire
America/Nuuk|America/Godthab
UTC|Etc/GMT|Etc/GMT+0|Etc/GMT-0|Etc/GMT0|Etc/Greenwich|GMT|GMT+0|GMT-0|GMT0|Greenwich
Asia/Hong_Kong|Hongkong
Asia/Makassar|Asia/Ujung_Pandang
Europe/Dublin|Eire
Asia/Kolkata|Asia/Calcutta
Asia/Tehran|Iran
Atlantic/Reykjavik|Iceland
Asia/Jerusalem|Asia/Tel_Aviv|Israel
America/Jamaica|Jamaica
Asia/Tokyo|Japan
Pacific/Kanton|Pacific/Enderbury
Asia/Seoul|ROK
Africa/Tripoli|Libya
Europe/Chisinau|Europe/Tiraspol
Pacific/Kwajalein|Kwajalein
Africa/Bamako|Africa/Timbuktu
Asia/Yangon|Asia/Rangoon
Asia/Ulaanbaatar|Asia/Ulan_Bator|Asia/Choibalsan
Asia/Macau|Asia/Macao
America/Mexico_City|Mexico/General
America/Mazatlan|Mexico/BajaSur
America/Tijuana|America/Ensenada|Mexico/BajaNorte|America/Santa_Isabel
Asia/Kathmandu|Asia/Katmandu
Pacific/Auckland|NZ
Pacific/Chatham|NZ-CHAT
Europe/Warsaw|Poland
Europe/Lisbon|Portugal
Europe/Moscow|W-SU
Asia/Singapore|Singapore
Arctic/Longyearbyen|Atlantic/Jan_Mayen
Asia/Ashgabat|Asia/Ashkhabad
Europe/Istanbul|Asia/Istanbul|Turkey
Asia/Taipei|ROC
Europe/Kyiv|Europe/Kiev|Europe/Zaporozhye|Europe/Uzhgorod
America/Adak|America/Atka|US/Aleutian
America/Anchorage|US/Alaska
America/Chicago|US/Central|CST6CDT
America/Denver|America/Shiprock|Navajo|US/Mountain|MST7MDT
America/Detroit|US/Michigan
Pacific/Honolulu|US/Hawaii|Pacific/Johnston
America/Indiana/Indianapolis|America/Indianapolis|America/Fort_Wayne|US/East-Indiana
America/Indiana/Knox|America/Knox_IN|US/Indiana-Starke
America/Los_Angeles|US/Pacific|US/Pacific-New|PST8PDT
America/Kentucky/Louisville|America/Louisville
America/New_York|US/Eastern|EST5EDT
America/Phoenix|US/Arizona
UTC|Etc/UTC|Etc/UCT|Etc/Universal|Etc/Zulu|UCT|Universal|Zulu
America/St_Thomas|America/Virgin
Asia/Ho_Chi_Minh|Asia/Saigon
`;

export const WINDOWS_ZONES = `
Asia/Kabul|Afghanistan Standard Time
America/Anchorage|Alaskan Standard Time
America/Adak|Aleutian Standard Time
Asia/Barnaul|Altai Standard Time
Asia/Riyadh|Arab Standard Time
Asia/Dubai|Arabian Standard Time
Asia/Baghdad|Arabic Standard Time
America/Argentina/Buenos_Aires|Argentina Standard Time
Europe/Astrakhan|Astrakhan Standard Time
America/Halifax|Atlantic Standard Time
Australia/Darwin|AUS Central Standard Time
Australia/Eucla|Aus Central W. Standard Time
Australia/Sydney|AUS Eastern Standard Time
Asia/Baku|Azerbaijan Standard Time
Atlantic/Azores|Azores Standard Time
America/Bahia|Bahia Standard Time
Asia/Dhaka|Bangladesh Standard Time
Europe/Minsk|Belarus Standard Time
Pacific/Bougainville|Bougainville Standard Time
America/Regina|Canada Central Standard Time
Atlantic/Cape_Verde|Cape Verde Standard Time
Asia/Yerevan|Caucasus Standard Time
Australia/Adelaide|Cen. Australia Standard Time
America/Guatemala|Central America Standard Time
Asia/Bishkek|Central Asia Standard Time
America/Cuiaba|Central Brazilian Standard Time
Europe/Budapest|Central Europe Standard Time
Europe/Warsaw|Central European Standard Time
Pacific/Guadalcanal|Central Pacific Standard Time
America/Chicago|Central Standard Time
America/Mexico_City|Central Standard Time (Mexico)
Pacific/Chatham|Chatham Islands Standard Time
Asia/Shanghai|China Standard Time
America/Havana|Cuba Standard Time
Etc/GMT+12|Dateline Standard Time
Africa/Nairobi|E. Africa Standard Time
Australia/Brisbane|E. Australia Standard Time
Europe/Chisinau|E. Europe Standard Time
America/Sao_Paulo|E. South America Standard Time
Pacific/Easter|Easter Island Standard Time
America/New_York|Eastern Standard Time
America/Cancun|Eastern Standard Time (Mexico)
Africa/Cairo|Egypt Standard Time
Asia/Yekaterinburg|Ekaterinburg Standard Time
Pacific/Fiji|Fiji Standard Time
Europe/Kyiv|FLE Standard Time
Asia/Tbilisi|Georgian Standard Time
Europe/London|GMT Standard Time
America/Nuuk|Greenland Standard Time
Atlantic/Reykjavik|Greenwich Standard Time
Europe/Bucharest|GTB Standard Time
America/Port-au-Prince|Haiti Standard Time
Pacific/Honolulu|Hawaiian Standard Time
Asia/Kolkata|India Standard Time
Asia/Tehran|Iran Standard Time
Asia/Jerusalem|Israel Standard Time
Asia/Amman|Jordan Standard Time
Europe/Kaliningrad|Kaliningrad Standard Time
Asia/Seoul|Korea Standard Time
Africa/Tripoli|Libya Standard Time
Pacific/Kiritimati|Line Islands Standard Time
Australia/Lord_Howe|Lord Howe Standard Time
Asia/Magadan|Magadan Standard Time
America/Punta_Arenas|Magallanes Standard Time
Pacific/Marquesas|Marquesas Standard Time
Indian/Mauritius|Mauritius Standard Time
Asia/Beirut|Middle East Standard Time
America/Montevideo|Montevideo Standard Time
Africa/Casablanca|Morocco Standard Time
America/Denver|Mountain Standard Time
America/Mazatlan|Mountain Standard Time (Mexico)
Asia/Yangon|Myanmar Standard Time
Asia/Novosibirsk|N. Central Asia Standard Time
Africa/Windhoek|Namibia Standard Time
Asia/Kathmandu|Nepal Standard Time
Pacific/Auckland|New Zealand Standard Time
America/St_Johns|Newfoundland Standard Time
Pacific/Norfolk|Norfolk Standard Time
Asia/Irkutsk|North Asia East Standard Time
Asia/Krasnoyarsk|North Asia Standard Time
Asia/Pyongyang|North Korea Standard Time
Asia/Omsk|Omsk Standard Time
America/Santiago|Pacific SA Standard Time
America/Los_Angeles|Pacific Standard Time
America/Tijuana|Pacific Standard Time (Mexico)
Asia/Karachi|Pakistan Standard Time
America/Asuncion|Paraguay Standard Time
Asia/Qyzylorda|Qyzylorda Standard Time
Europe/Paris|Romance Standard Time
Europe/Samara|Russia Time Zone 3
Asia/Srednekolymsk|Russia Time Zone 10
Asia/Kamchatka|Russia Time Zone 11
Europe/Moscow|Russian Standard Time
America/Cayenne|SA Eastern Standard Time
America/Bogota|SA Pacific Standard Time
America/La_Paz|SA Western Standard Time
America/Miquelon|Saint Pierre Standard Time
Asia/Sakhalin|Sakhalin Standard Time
Pacific/Apia|Samoa Standard Time
Africa/Sao_Tome|Sao Tome Standard Time
Europe/Saratov|Saratov Standard Time
Asia/Bangkok|SE Asia Standard Time
Asia/Singapore|Singapore Standard Time
Africa/Johannesburg|South Africa Standard Time
Africa/Juba|South Sudan Standard Time
Asia/Colombo|Sri Lanka Standard Time
Africa/Khartoum|Sudan Standard Time
Asia/Damascus|Syria Standard Time
Asia/Taipei|Taipei Standard Time
Australia/Hobart|Tasmania Standard Time
America/Araguaina|Tocantins Standard Time
Asia/Tokyo|Tokyo Standard Time
Asia/Tomsk|Tomsk Standard Time
Pacific/Tongatapu|Tonga Standard Time
Asia/Chita|Transbaikal Standard Time
Europe/Istanbul|Turkey Standard Time
America/Grand_Turk|Turks And Caicos Standard Time
Asia/Ulaanbaatar|Ulaanbaatar Standard Time
America/Indiana/Indianapolis|US Eastern Standard Time
America/Phoenix|US Mountain Standard Time
America/Caracas|Venezuela Standard Time
Asia/Vladivostok|Vladivostok Standard Time
Europe/Volgograd|Volgograd Standard Time
Australia/Perth|W. Australia Standard Time
Africa/Lagos|W. Central Africa Standard Time
Europe/Berlin|W. Europe Standard Time
Asia/Hovd|W. Mongolia Standard Time
Asia/Tashkent|West Asia Standard Time
Asia/Hebron|West Bank Standard Time
Pacific/Port_Moresby|West Pacific Standard Time
Asia/Yakutsk|Yakutsk Standard Time
America/Whitehorse|Yukon Standard Time
`;

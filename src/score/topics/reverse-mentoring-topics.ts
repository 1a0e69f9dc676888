import type { CatalogueTopic } from "./load-catalogue.ts";

/**
 * The five themes of reverse mentoring with their concrete topics, in English and Turkish, for
 * `topics({ catalogue: reverseMentoringTopics })`: "Sosyal medya" and "social media" are one topic. Each concrete topic
 * names its themes as broader topics.
 */
export const reverseMentoringTopics: readonly CatalogueTopic[] = [
  {
    id: "social-media-and-digital-marketing",
    labels: { en: "Social media and digital marketing", tr: "Sosyal medya ve dijital pazarlama" },
  },
  {
    id: "new-communication-tools",
    labels: { en: "New communication tools", tr: "Yeni iletişim araçları" },
    aliases: ["communication tools", "iletişim araçları"],
  },
  {
    id: "work-life-integration-and-flexible-work",
    labels: { en: "Work-life integration and flexible work", tr: "İş-yaşam dengesi ve esnek çalışma" },
    aliases: ["İş-yaşam bütünleşmesi ve esnek çalışma"],
  },
  {
    id: "sustainability-and-social-responsibility",
    labels: { en: "Sustainability and social responsibility", tr: "Sürdürülebilirlik ve sosyal sorumluluk" },
  },
  {
    id: "diversity-and-inclusion",
    labels: { en: "Diversity and inclusion", tr: "Çeşitlilik ve kapsayıcılık" },
    aliases: [
      "diversity, equity and inclusion",
      "DEI",
      "çeşitlilik ve dahil etme",
      "çeşitlilik, eşitlik ve kapsayıcılık",
    ],
  },

  {
    id: "social-media",
    labels: { en: "Social media", tr: "Sosyal medya" },
    aliases: ["social networks", "sosyal ağlar"],
    broader: ["social-media-and-digital-marketing"],
  },
  {
    id: "digital-marketing",
    labels: { en: "Digital marketing", tr: "Dijital pazarlama" },
    aliases: ["online marketing"],
    broader: ["social-media-and-digital-marketing"],
  },
  {
    id: "short-video",
    labels: { en: "Short video", tr: "Kısa video" },
    aliases: ["TikTok", "Reels"],
    broader: ["social-media"],
  },
  {
    id: "personal-brand",
    labels: { en: "Personal brand", tr: "Kişisel marka" },
    aliases: ["personal branding", "LinkedIn profile", "LinkedIn profili"],
    broader: ["social-media"],
  },
  {
    id: "influencers-and-creators",
    labels: { en: "Influencers and creators", tr: "İçerik üreticileri" },
    aliases: ["influencer marketing", "fenomen pazarlaması"],
    broader: ["digital-marketing"],
  },
  {
    id: "search-and-web-analytics",
    labels: { en: "Search and web analytics", tr: "Arama ve web analitiği" },
    aliases: ["SEO", "web analytics", "web analitiği"],
    broader: ["digital-marketing"],
  },

  {
    id: "team-chat",
    labels: { en: "Team chat", tr: "Ekip sohbeti" },
    aliases: ["instant messaging", "anlık mesajlaşma"],
    broader: ["new-communication-tools"],
  },
  {
    id: "video-meetings",
    labels: { en: "Video meetings", tr: "Görüntülü toplantı" },
    aliases: ["video calls", "video conferencing", "görüntülü görüşme"],
    broader: ["new-communication-tools"],
  },
  {
    id: "shared-documents",
    labels: { en: "Shared documents and whiteboards", tr: "Ortak belgeler ve dijital tahtalar" },
    aliases: ["collaborative documents", "ortak belgeler"],
    broader: ["new-communication-tools"],
  },
  {
    id: "ai-assistants",
    labels: { en: "AI assistants", tr: "Yapay zekâ asistanları" },
    aliases: ["generative AI", "üretken yapay zekâ", "yapay zeka asistanları", "üretken yapay zeka"],
    broader: ["new-communication-tools"],
  },
  {
    id: "podcasts",
    labels: { en: "Podcasts", tr: "Podcast" },
    broader: ["new-communication-tools", "social-media-and-digital-marketing"],
  },

  {
    id: "remote-and-hybrid-work",
    labels: { en: "Remote and hybrid work", tr: "Uzaktan ve hibrit çalışma" },
    aliases: ["remote work", "hybrid work", "uzaktan çalışma", "hibrit çalışma"],
    broader: ["work-life-integration-and-flexible-work"],
  },
  {
    id: "flexible-hours",
    labels: { en: "Flexible hours", tr: "Esnek saatler" },
    aliases: ["flexible working hours", "esnek çalışma saatleri"],
    broader: ["work-life-integration-and-flexible-work"],
  },
  {
    id: "well-being-at-work",
    labels: { en: "Well-being at work", tr: "İş yerinde iyi oluş" },
    aliases: ["wellbeing", "well-being", "mental health at work", "çalışan iyi oluşu"],
    broader: ["work-life-integration-and-flexible-work"],
  },
  {
    id: "expectations-of-young-employees",
    labels: { en: "Expectations of young employees", tr: "Genç çalışanların beklentileri" },
    aliases: ["young talent", "genç yetenekler"],
    broader: ["work-life-integration-and-flexible-work", "diversity-and-inclusion"],
  },

  {
    id: "climate-and-carbon-footprint",
    labels: { en: "Climate and carbon footprint", tr: "İklim ve karbon ayak izi" },
    aliases: ["climate change", "carbon footprint", "iklim değişikliği", "karbon ayak izi"],
    broader: ["sustainability-and-social-responsibility"],
  },
  {
    id: "circular-economy",
    labels: { en: "Circular economy", tr: "Döngüsel ekonomi" },
    aliases: ["zero waste", "sıfır atık"],
    broader: ["sustainability-and-social-responsibility"],
  },
  {
    id: "volunteering",
    labels: { en: "Volunteering", tr: "Gönüllülük" },
    aliases: ["community work", "gönüllü çalışmalar"],
    broader: ["sustainability-and-social-responsibility"],
  },
  {
    id: "ethical-consumption",
    labels: { en: "Ethical consumption", tr: "Etik tüketim" },
    aliases: ["responsible consumption", "sorumlu tüketim"],
    broader: ["sustainability-and-social-responsibility"],
  },

  {
    id: "inclusive-language",
    labels: { en: "Inclusive language", tr: "Kapsayıcı dil" },
    broader: ["diversity-and-inclusion"],
  },
  {
    id: "gender-equality",
    labels: { en: "Gender equality", tr: "Toplumsal cinsiyet eşitliği" },
    aliases: ["gender equity", "cinsiyet eşitliği"],
    broader: ["diversity-and-inclusion"],
  },
  {
    id: "accessibility",
    labels: { en: "Accessibility", tr: "Erişilebilirlik" },
    aliases: ["digital accessibility", "dijital erişilebilirlik"],
    broader: ["diversity-and-inclusion"],
  },
  {
    id: "unconscious-bias",
    labels: { en: "Unconscious bias", tr: "Bilinç dışı ön yargı" },
    aliases: ["implicit bias", "örtük ön yargı", "bilinçsiz ön yargı", "bilinçsiz önyargı", "bilinç dışı önyargı"],
    broader: ["diversity-and-inclusion"],
  },
];

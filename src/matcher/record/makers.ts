import {
  criterionForms,
  type Form,
  type FormOutput,
  pairQuotaForm,
  partnerLimitForm,
  ruleForms,
} from "../../model/config-forms.ts";
import { ban } from "../../rules/ban.ts";
import { crossGeneration } from "../../rules/cross-generation.ts";
import { differentDepartment, differentLocation } from "../../rules/different-field.ts";
import { levelGap } from "../../rules/level-gap.ts";
import { meetingTime } from "../../rules/meeting-time.ts";
import { minimumScore } from "../../rules/minimum-score.ts";
import { noReportingLine } from "../../rules/no-reporting-line.ts";
import { notAgain } from "../../rules/not-again.ts";
import { partnerLimit, quota, type Quota } from "../../rules/quotas/quota.ts";
import { reverse } from "../../rules/reverse.ts";
import type { Rule } from "../../rules/rule.ts";
import { sharedLanguage } from "../../rules/shared-language.ts";
import { timeZonesWithin } from "../../rules/time-zones-within.ts";
import { availability } from "../../score/criteria/availability.ts";
import { choices } from "../../score/criteria/choices.ts";
import type { Criterion } from "../../score/criterion.ts";
import { generation } from "../../score/criteria/generation.ts";
import { goals } from "../../score/criteria/goals.ts";
import { goalsByText } from "../../score/criteria/goals-by-text.ts";
import { hierarchy } from "../../score/criteria/hierarchy.ts";
import { language } from "../../score/criteria/language.ts";
import { commonManager, treeDistance } from "../../score/criteria/org-distance.ts";
import { reverseMentoringTopics } from "../../score/topics/reverse-mentoring-topics.ts";
import { sameOrDifferent } from "../../score/criteria/same-or-different.ts";
import { topicCatalogue } from "../../score/topics/catalogue.ts";
import { topics } from "../../score/criteria/topics.ts";
import { waiting } from "../../score/criteria/waiting.ts";

/** Makes something of options that fit a form. */
export interface Maker<Made> {
  readonly form: Form;
  /** Throws a `TersineError` with paths into the options. */
  readonly make: (options: unknown) => Made;
}

function maker<OwnForm extends Form, Made>(form: OwnForm, make: (options: FormOutput<OwnForm>) => Made): Maker<Made> {
  return { form, make: (options) => make(form.parse(options)) };
}

export const ruleMakers: Readonly<Record<keyof typeof ruleForms, Maker<Rule>>> = {
  noReportingLine: maker(ruleForms.noReportingLine, noReportingLine),
  crossGeneration: maker(ruleForms.crossGeneration, crossGeneration),
  reverse: maker(ruleForms.reverse, reverse),
  levelGap: maker(ruleForms.levelGap, levelGap),
  differentDepartment: maker(ruleForms.differentDepartment, differentDepartment),
  differentLocation: maker(ruleForms.differentLocation, differentLocation),
  sharedLanguage: maker(ruleForms.sharedLanguage, sharedLanguage),
  timeZonesWithin: maker(ruleForms.timeZonesWithin, ({ hours, ...rest }) => timeZonesWithin(hours, rest)),
  meetingTime: maker(ruleForms.meetingTime, meetingTime),
  minimumScore: maker(ruleForms.minimumScore, ({ score }) => minimumScore(score)),
  ban: maker(ruleForms.ban, ({ pairs }) => ban(pairs)),
  notAgain: maker(ruleForms.notAgain, ({ history, ...rest }) => notAgain(history, rest)),
};

export const criterionMakers: Readonly<Record<keyof typeof criterionForms, Maker<Criterion>>> = {
  topics: maker(criterionForms.topics, ({ catalogue, ...rest }) => {
    if (catalogue === undefined) return topics(rest);
    const { topics: own = [], ...links } = catalogue;
    return topics({
      ...rest,
      catalogue: topicCatalogue(own === "reverseMentoring" ? reverseMentoringTopics : own, links),
    });
  }),
  goals: maker(criterionForms.goals, goals),
  goalsByText: maker(criterionForms.goalsByText, goalsByText),
  availability: maker(criterionForms.availability, availability),
  hierarchy: maker(criterionForms.hierarchy, hierarchy),
  language: maker(criterionForms.language, language),
  generation: maker(criterionForms.generation, generation),
  choices: maker(criterionForms.choices, choices),
  waiting: maker(criterionForms.waiting, waiting),
  sameOrDifferent: maker(criterionForms.sameOrDifferent, ({ field, ...rest }) => sameOrDifferent(field, rest)),
  treeDistance: maker(criterionForms.treeDistance, treeDistance),
  commonManager: maker(criterionForms.commonManager, commonManager),
};

export const pairQuotaMaker: Maker<Quota> = maker(pairQuotaForm, ({ name, where = {}, ...limits }) =>
  quota(name, where, limits),
);

export const partnerLimitMaker: Maker<Quota> = maker(partnerLimitForm, ({ name, ...options }) =>
  partnerLimit(name, options),
);

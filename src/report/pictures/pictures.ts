import type { MatchedResult } from "../../index.ts";
import { section } from "../html.ts";
import type { Shown } from "../shown.ts";
import { flowPicture } from "./flows.ts";
import { hoursPicture } from "./hours.ts";
import { treePicture } from "./tree.ts";

/** Who meets whom, when they could, and where they stand in the organisation: those of the pictures for which there are data. */
export function pictures({ pairs }: MatchedResult, shown: Shown): string {
  if (pairs.length === 0) return "";
  const drawn = [flowPicture(pairs, shown), hoursPicture(pairs, shown), treePicture(pairs, shown)];
  const there = drawn.filter((each) => each !== "");
  return there.length === 0 ? "" : section(shown.words.pictures, `<div class="charts">${there.join("")}</div>`);
}

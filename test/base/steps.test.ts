import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drain, forPeople, mapPeople, type Steps, withProgress } from "../../src/base/steps.ts";

describe("steps", () => {
  it("maps and visits people in order, however many there are, with the same pauses", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 300 }), (people) => {
        expect(drain(mapPeople(people, (person, index) => person + index))).toEqual(
          people.map((person, index) => person + index),
        );
        const seen: number[] = [];
        const pauses = [...forPeople(people, (person) => seen.push(person))];
        expect(seen).toEqual(people);
        expect(pauses.length).toBe(Math.floor(people.length / 64));
      }),
    );
  });

  it("tells the same at every pause, and gives the same result", () => {
    function* counted(): Steps<string> {
      yield;
      yield;
      return "done";
    }
    const steps = withProgress(counted(), () => 7);
    expect([steps.next(), steps.next(), steps.next()]).toEqual([
      { done: false, value: 7 },
      { done: false, value: 7 },
      { done: true, value: "done" },
    ]);
  });
});

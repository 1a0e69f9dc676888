import { describe, expect, it } from "vitest";
import { pointer, problem, throwIssues, TersineError } from "../../src/base/error.ts";

describe("TersineError", () => {
  it("lists every issue and takes the code of the first", () => {
    const error = new TersineError([
      { code: "FIELD_TYPE", path: "/mentors/0/id", message: "expected text, got a number.", hint: "Quote it." },
      { code: "FIELD_MISSING", path: "", message: "expected mentees, got nothing." },
    ]);
    expect(error.code).toBe("FIELD_TYPE");
    expect(error.message).toBe(
      "/mentors/0/id: expected text, got a number. Quote it.\n/: expected mentees, got nothing.",
    );
    expect(error).toBeInstanceOf(TersineError);
    expect(new Error("other")).not.toBeInstanceOf(TersineError);
  });

  it("keeps the cause and throws nothing for no issues", () => {
    const cause = new Error("below");
    expect(problem("INTERNAL", "", "failed.", { cause }).cause).toBe(cause);
    expect(() => {
      throwIssues([]);
    }).not.toThrow();
  });

  it("escapes pointers as RFC 6901 does", () => {
    expect(pointer(["mentors", 3, "a/b~c"])).toBe("/mentors/3/a~1b~0c");
  });
});

export { TersineError, type ErrorCode, type TersineIssue } from "./base/error.ts";

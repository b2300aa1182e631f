export { fileChanges, type PlannedFiles, type StayingZone } from "./file-changes.ts";

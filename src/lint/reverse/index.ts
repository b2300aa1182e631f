/** Reverse zones: the addresses that their names stand for, and whether names and addresses agree. */

export { missingPointers } from "./missing-pointers.ts";
export {
  addressOf,
  addressText,
  ipv4Tree,
  ipv6Tree,
  labelsInTree,
  partOf,
  reverseName,
  treeOf,
  wholeLength,
} from "./owner.ts";
export { insertPointer } from "./pointer-line.ts";
export { PointerTargets } from "./pointer-targets.ts";

import type { ErrorObject } from "ajv/dist/2020.js";
import { type Finding, foundText, pathOf, pathText, valueAt } from "./finding.ts";
import { findingOf } from "./wording.ts";

/**
 * All schemas that are looked at for one, itself included: for the same value, or for those inside it too. Of a list of
 * schemas, those of each.
 */
export type Reach = (schema: unknown, values: "same" | "inside") => ReadonlySet<unknown>;

/** Errors of one document that are looked into: more are of one kind, or nobody's to read at once. */
const MOST_ERRORS = 2_000;
/** Forms that are told apart, and told of. */
const MOST_FORMS = 50;
/** Choices between forms that are looked into in one document. */
const MOST_CHOICES = 100;
const FEW = 12;

interface Told {
  readonly error: ErrorObject;
  readonly findings: readonly Finding[];
}

/**
 * Ajv's errors (all, with their schemas) as findings. Of forms of which none fits, the one that was meant is told where
 * that is clear, instead of the errors of all.
 */
export function explain(errors: readonly ErrorObject[], root: unknown, reach: Reach): Finding[] {
  let told: Told[] = [];
  let choices = 0;
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const isChoice = error.keyword === "anyOf" || (error.keyword === "oneOf" && !error.params.passingSchemas);
    const isItems = error.keyword === "contains";
    if (!isChoice && !isItems) {
      const finding = findingOf(error, root);
      told.push({ error, findings: finding ? [finding] : [] });
      continue;
    }
    choices += 1;
    if (choices > MOST_CHOICES) break;
    const isOf = (schema: unknown) => {
      const [same, deeper] = [reach(schema, "same"), reach(schema, "inside")];
      return ({ error: { instancePath, parentSchema } }: Told) =>
        instancePath === error.instancePath
          ? same.has(parentSchema)
          : isBelow(instancePath, error.instancePath) && deeper.has(parentSchema);
    };
    const inside = told.filter(isOf(error.schema));
    const isInside = new Set(inside);
    told = told.filter((one) => !isInside.has(one));
    if (isItems) {
      told.push({ error, findings: [findingOf(error, root) ?? []].flat() });
      continue;
    }
    const forms = (error.schema as readonly unknown[]).slice(0, MOST_FORMS);
    told.push({
      error,
      findings: chosen(
        error,
        forms.map((form) => inside.filter(isOf(form))),
        root,
      ),
    });
  }
  return withoutRepeats(told.flatMap(({ findings }) => findings));
}

function chosen(error: ErrorObject, forms: readonly (readonly Told[])[], root: unknown): readonly Finding[] {
  const path = pathOf(error.instancePath, root);
  const found = valueAt(root, path);
  const all = forms.flat();
  const here = all.every(
    ({ error: { instancePath }, findings }) =>
      instancePath === error.instancePath && findings.every(({ wanted }) => wanted !== undefined),
  );
  if (here) {
    const each = [...new Set(all.flatMap(({ findings }) => findings.map((one) => one.wanted!)))];
    const more = each.length > FEW ? ` or ${each.length - FEW} others` : "";
    const wanted = each.slice(0, FEW).join(" or ") + more;
    return [{ path, wanted, message: `${pathText(path)}: expected ${wanted}, found ${foundText(found)}` }];
  }
  const meant = forms.filter((form) => form.length > 0 && !form.some((one) => isAnotherForm(one, error)));
  if (meant.length === 1) return meant[0]!.flatMap(({ findings }) => findings);
  const nearest = (meant.length > 0 ? meant : forms)
    .filter((form) => form.length > 0)
    .reduce((best, form) => (form.length < best.length ? form : best));
  const another = nearest.find((one) => isAnotherForm(one, error));
  const first = (another ? [another] : nearest).flatMap(({ findings }) => findings)[0];
  const hint = first === undefined ? "" : `; for the nearest: ${first.message}`;
  return [
    {
      path,
      message: `${pathText(path)}: this fits none of the ${(error.schema as readonly unknown[]).length} forms it may have${hint}`,
    },
  ];
}

/** Whether an error says that another form was meant: another kind of value, or another word where forms differ by one. */
function isAnotherForm(
  { error: { keyword, instancePath } }: Told,
  { instancePath: at }: ErrorObject,
): boolean {
  if (instancePath === at) return keyword === "type" || keyword === "const" || keyword === "enum";
  return keyword === "const" && !instancePath.slice(at.length + 1).includes("/");
}

function isBelow(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`);
}

/** One schema may be looked at through several others; and a key that was mistyped is not missing as well. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const keyOf = (path: Finding["path"], key: string) => JSON.stringify([...path, key]);
  const mistyped = new Set(
    findings.flatMap(({ path, meant }) => (meant === undefined ? [] : keyOf(path.slice(0, -1), meant))),
  );
  const told = findings.filter(
    ({ path, missing }) => missing === undefined || !mistyped.has(keyOf(path, missing)),
  );
  const byText = new Map(told.map((finding) => [JSON.stringify([finding.path, finding.message]), finding]));
  return [...byText.values()];
}

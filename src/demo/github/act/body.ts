import { invalidField } from "../api-error.ts";

/** The longest body of a comment or review, in UTF-16 units. */
const longestBody = 65_536;

/** Refuses bodies GitHub would: too long, or blank. Throws ApiError 422. */
export function assertBody(
  resource: string,
  body: string,
  options: { blank: boolean } = { blank: false },
): void {
  if (body.length > longestBody) {
    throw invalidField(
      resource,
      "data",
      `Body is too long (maximum is ${longestBody} characters)`,
      "unprocessable",
    );
  }
  if (!options.blank && body.trim() === "") {
    throw invalidField(resource, "data", "Body cannot be blank", "unprocessable");
  }
}

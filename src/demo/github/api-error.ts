/** An answer other than success, as GitHub gives it. */
export class ApiError extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.details = details;
  }

  get body(): Record<string, unknown> {
    return {
      message: this.message,
      ...this.details,
      documentation_url: "https://docs.github.com/rest",
      status: String(this.status),
    };
  }
}

export function notFound(): ApiError {
  return new ApiError(404, "Not Found");
}

/** 422 with GitHub's list of objects that say which field of which resource is wrong. */
export function invalidField(resource: string, field: string, message: string, code = "custom"): ApiError {
  return new ApiError(422, "Validation Failed", { errors: [{ resource, field, code, message }] });
}

/** 422 with GitHub's shorter form: a list of sentences. */
export function unprocessable(...errors: string[]): ApiError {
  return new ApiError(422, "Unprocessable Entity", { errors });
}

import i18next from "i18next";

export type FieldProblem = { field: string; code: string; message?: string };

type ProblemBody = {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  errors?: FieldProblem[];
  traceId?: string;
  current?: Record<string, unknown>;
  mergedInto?: { id: string };
};

/** An error answer of the server, as RFC 9457 describes it. */
export class Problem extends Error {
  readonly status: number;
  readonly slug: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldProblem[];
  readonly traceId: string | undefined;
  readonly current: Record<string, unknown> | undefined;
  /** The record that the one asked for is part of now. */
  readonly mergedInto: string | undefined;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    this.slug = body.type?.split("/").pop() ?? "";
    this.title = body.title ?? i18next.t("shared.problem.failed", { status });
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.traceId = body.traceId;
    this.current = body.current;
    this.mergedInto = body.mergedInto?.id;
  }
}

export function isProblem(error: unknown, status?: number): error is Problem {
  return error instanceof Problem && (status === undefined || error.status === status);
}

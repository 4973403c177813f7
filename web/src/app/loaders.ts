import { type LoaderFunctionArgs, redirect } from "react-router";
import { sessionOptions } from "@/features/access";
import { viewsOptions } from "@/features/view";
import { metaOptions, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { adoptPreferences } from "@/shared/preferences";
import { isProblem } from "@/shared/problem";
import { changeLanguage, isLanguage } from "./i18n";
import { queryClient } from "./query-client";

export async function frameLoader({ request }: LoaderFunctionArgs) {
  try {
    const session = await queryClient.ensureQueryData(sessionOptions());
    if (isLanguage(session.user.language)) {
      await changeLanguage(session.user.language);
    }
    adoptPreferences(session.user);
    await Promise.all([
      queryClient.ensureQueryData(metaOptions()),
      queryClient.ensureQueryData(viewsOptions()),
    ]);
    return null;
  } catch (error) {
    if (isProblem(error, 401)) {
      const { pathname, search } = new URL(request.url);
      const next = pathname === "/" ? "" : `?${new URLSearchParams({ next: pathname + search })}`;
      throw redirect(paths.logIn + next);
    }
    throw error;
  }
}

export async function homeLoader() {
  const meta = await queryClient.ensureQueryData(metaOptions());
  const first = meta.objects.find((object) => object.name === "customer") ?? meta.objects[0];
  return redirect(first === undefined ? paths.account : paths.list(pathOf(first)));
}

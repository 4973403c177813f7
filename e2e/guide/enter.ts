import { request } from "@playwright/test";
import { Api } from "../support/api";
import { LANGUAGE } from "./words";

/** The programs of a person; without a name, of the administrator, who also looks at the pictures. */
export async function enter(
  userName = "admin",
  password = process.env.KEZHI_PASSWORD ?? "",
): Promise<Api> {
  const context = await request.newContext({
    baseURL: process.env.KEZHI_URL ?? "",
    extraHTTPHeaders: { "Accept-Language": LANGUAGE },
  });
  const api = new Api(context);
  await api.logIn(userName, password);
  return api;
}

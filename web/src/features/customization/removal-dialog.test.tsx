import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { startIn } from "@/testing/language";
import { RemovalDialog } from "./removal-dialog";

const path = "/api/customization/objects/vehicle";
const sent: string[] = [];
const customer = {
  name: "customer",
  path: "customers",
  label: "Customer",
  fields: [{ name: "xCar", label: "Car" }],
};

beforeEach(async () => {
  await startIn("en");
  sent.length = 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the header of a write is read from it
  document.cookie = "XSRF-TOKEN=t";
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    if (address === "/api/meta") {
      return Response.json({ objects: [customer], settings: { zone: "Asia/Shanghai" } });
    }
    sent.push(`${init.method} ${address}`);
    return init.method === "DELETE"
      ? new Response(null, { status: 204 })
      : Response.json({
          items: [
            { kind: "records", label: "", count: 1234 },
            { kind: "view", label: "Old ones", count: 1 },
            { kind: "field", label: "customer.xCar", count: 1 },
          ],
        });
  });
});

test("what hangs on it is shown, and only the typed name deletes", async () => {
  const onRemoved = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense>
        <RemovalDialog
          removed={{ what: "object", path, label: "Vehicle" }}
          onRemoved={onRemoved}
          onClose={vi.fn()}
        />
      </Suspense>
    </QueryClientProvider>,
  );
  const remove = await screen.findByRole("button", { name: "Delete for good" });
  const name = screen.getByLabelText("Type “Vehicle” to confirm");

  await screen.findByText("1,234 records");
  expect(screen.getByText("Old ones")).toBeInTheDocument();
  expect(screen.getByText("Customer · Car")).toBeInTheDocument();
  expect(remove).toBeDisabled();
  await userEvent.type(name, "vehicl{Enter}");
  expect(sent).toEqual([`GET ${path}/uses`]);
  await userEvent.clear(name);
  await userEvent.type(name, "Vehicle");
  await userEvent.click(remove);

  await waitFor(() => expect(onRemoved).toHaveBeenCalledOnce());
  expect(sent).toEqual([`GET ${path}/uses`, `DELETE ${path}`]);
});

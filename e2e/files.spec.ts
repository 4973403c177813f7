import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n",
);
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMQK47GihiGlgQANNI5AaNhJZkAAAAASUVORK5CYII=",
  "base64",
);

const PIECES = /\/api\/uploads\/[^/]+\/content/;

type File = { name: string; mimeType: string; buffer: Buffer };

/** Drops files on the page as somebody does who drags them out of a folder. */
async function drop(page: Page, files: File[]) {
  const data = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, type, bytes } of all) {
        transfer.items.add(new File([Uint8Array.from(bytes)], name, { type, lastModified: 1 }));
      }
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: [...buffer] })),
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: data });
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

const row = (page: Page, name: string) =>
  page
    .getByRole("list", { name: "文件", exact: true })
    .getByRole("listitem")
    .filter({ hasText: name });

test("keeps files with a record, their versions and a scanned letter", async ({
  page,
  signIn,
  admin,
}) => {
  const { id } = await admin.create("customers", { name: "漳州瓷业" });
  await signIn({ language: "zh-CN" });
  await page.goto(`/customers/${id}`);
  await expect(page.getByRole("heading", { name: "漳州瓷业" })).toBeVisible();

  await test.step("several are dropped anywhere on the page", async () => {
    await drop(page, [
      { name: "窑炉.png", mimeType: "image/png", buffer: PNG },
      { name: "框架合同.pdf", mimeType: "application/pdf", buffer: PDF },
    ]);
    await expect(page.getByRole("tab", { name: "文件 2" })).toBeVisible();
    await expect(row(page, "框架合同.pdf")).toBeVisible();
  });

  await test.step("pictures and PDF files open in place", async () => {
    await row(page, "窑炉.png").getByRole("button", { name: "窑炉.png", exact: true }).click();
    const picture = page.getByRole("dialog").getByRole("img", { name: "窑炉.png" });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(8);
    await page.keyboard.press("Escape");
    const shown = page.waitForResponse((answer) => answer.url().includes("/pdf"));
    await row(page, "框架合同.pdf")
      .getByRole("button", { name: "框架合同.pdf", exact: true })
      .click();
    await expect(page.getByRole("dialog").locator("iframe")).toBeVisible();
    expect((await shown).headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
    await page.keyboard.press("Escape");
  });

  await test.step("a file of the same name becomes a new version", async () => {
    const changed = Buffer.concat([PDF, Buffer.from("%%EOF\n")]);
    await drop(page, [{ name: "框架合同.pdf", mimeType: "application/pdf", buffer: changed }]);
    await row(page, "框架合同.pdf").getByRole("button", { name: "2 个版本" }).click();
    await expect(row(page, "框架合同.pdf").getByText("版本 1")).toBeVisible();
  });

  await test.step("a scan becomes a letter that was received", async () => {
    await page.getByRole("button", { name: "框架合同.pdf 的操作" }).click();
    await page.getByRole("menuitem", { name: "名称、类型和日期" }).click();
    const dialog = page.getByRole("dialog", { name: "名称、类型和日期" });
    await dialog.getByText("信函").click();
    await dialog.getByRole("button", { name: /保\s?存/ }).click();
    await expect(row(page, "框架合同.pdf").getByText("信函 · 收到")).toBeVisible();
    await page.getByRole("tab", { name: "时间线" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "框架合同.pdf" })).toHaveCount(2);
  });

  await test.step("the search finds the record by the name of its file", async () => {
    await page.goto("/search?q=kuangjia");
    await expect(page.getByRole("link", { name: /漳州瓷业/ })).toContainText("框架合同.pdf");
  });

  await test.step("what is removed comes back", async () => {
    await page.goto(`/customers/${id}`);
    await page.getByRole("tab", { name: "文件 2" }).click();
    await page.getByRole("button", { name: "窑炉.png 的操作" }).click();
    await page.getByRole("menuitem", { name: "移除" }).click();
    await expect(page.getByRole("tab", { name: "文件 1" })).toBeVisible();
    await page.getByRole("button", { name: /撤\s?销/ }).click();
    await expect(page.getByRole("tab", { name: "文件 2" })).toBeVisible();
  });
});

test("goes on with an upload after the line was away and after a reload", async ({
  page,
  signIn,
  admin,
}) => {
  const { id } = await admin.create("customers", { name: "永春芦柑" });
  const large = { name: "盘点.bin", mimeType: "", buffer: Buffer.alloc(900_000, 7) };
  await signIn({ language: "zh-CN" });
  await page.goto(`/customers/${id}`);
  let pieces = 0;
  await page.route(PIECES, (route) => {
    pieces += 1;
    return pieces === 2 ? route.abort("connectionreset") : route.continue();
  });
  await page.getByRole("tab", { name: "文件" }).click();
  await drop(page, [{ ...large, name: "一次.bin" }]);
  await expect(row(page, "一次.bin")).toBeVisible();
  expect(pieces).toBeGreaterThan(2);

  await page.unroute(PIECES);
  let sent = 0;
  await page.route(PIECES, (route) => {
    sent += 1;
    return sent === 1 ? route.continue() : route.abort("connectionreset");
  });
  await drop(page, [large]);
  await expect(page.getByText(/断开连接/)).toBeVisible();
  page.on("dialog", (dialog) => dialog.accept());
  await page.unroute(PIECES);
  await page.reload();
  await page.getByRole("tab", { name: /文件/ }).click();
  await expect(page.getByRole("list", { name: "中断的上传" })).toContainText("盘点.bin");
  const offsets: string[] = [];
  page.on("request", (request) => {
    const offset = new URL(request.url()).searchParams.get("offset");
    if (offset !== null) {
      offsets.push(offset);
    }
  });
  await drop(page, [large]);
  await expect(row(page, "盘点.bin")).toBeVisible();
  expect(offsets[0]).not.toBe("0");
  await expect(page.getByRole("list", { name: "中断的上传" })).toBeHidden();
});

import type { Api } from "./api";

const DAY = 86_400_000;

/** Sells to ten customers, from a great deal to very little, and computes the figures. */
export async function sell(admin: Api, prefix: string, best = 100_000): Promise<string[]> {
  const product = await admin.create("products", {
    code: `${prefix}-lamp`,
    name: `${prefix} 灯笼`,
  });
  const customers: string[] = [];
  for (let index = 0; index < 10; index++) {
    const customer = await admin.create("customers", { name: `${prefix} ${index + 1} 号店` });
    customers.push(customer.id);
    for (const daysAgo of [10 + index * 20, 200 + index * 10]) {
      const order = await admin.create("orders", {
        code: `${prefix}-${index}-${daysAgo}`,
        customer: { id: customer.id },
        orderedAt: new Date(Date.now() - daysAgo * DAY).toISOString(),
        state: "delivered",
      });
      await admin.create("order-lines", {
        order: { id: order.id },
        product: { id: product.id },
        quantity: 1,
        unitPrice: { amount: String(best >> index), currency: "CNY" },
      });
    }
  }
  return customers;
}

export async function runFigures(admin: Api): Promise<void> {
  const { id } = await admin.post<{ id: string }>("/api/value/runs", {});
  await admin.finish(id);
}

import type { Api, Entry } from "../support/api";
import { PASSWORD } from "../support/api";
import { COMPANY } from "./company";
import { enter } from "./enter";

const DAY = 86_400_000;

/** What happened with one customer, written by several people, and what is said about it. */
export async function report(admin: Api, hero: string): Promise<void> {
  const contacts: Entry[] = [];
  for (const [index, contact] of COMPANY.contacts.entries()) {
    contacts.push(
      await admin.create("contacts", {
        ...contact,
        buyingRole: [contact.buyingRole],
        customer: { id: hero },
        phone: `+861380571002${index}`,
        ...(index === 1 ? { birthday: `1984${inDays(3).slice(4, 10)}` } : {}),
      }),
    );
  }
  const [manager] = COMPANY.people;
  const colleague = await enter(manager?.userName, PASSWORD);
  for (const { daysAgo, ...activity } of COMPANY.activities) {
    await colleague.create("activities", {
      ...activity,
      customer: { id: hero },
      contact: { id: contacts[1]?.id },
      happenedAt: inDays(-daysAgo),
      done: true,
    });
  }
  const { id } = await colleague.create("activities", {
    kind: "followUp",
    subject: COMPANY.mention,
    customer: { id: hero },
    happenedAt: inDays(-0.1),
    done: true,
  });
  await admin.post(`/api/activities/${id}/comments`, { body: COMPANY.comment });
}

/** What is to be done, by the one who looks at the pictures and by others. */
export async function plan(admin: Api, best: string[]): Promise<void> {
  for (const [index, { days, hours = 0, ...task }] of COMPANY.tasks.entries()) {
    await admin.create("activities", {
      ...task,
      kind: index % 3 === 0 ? "call" : index % 3 === 1 ? "task" : "visit",
      customer: { id: best[index % 4] },
      dueAt: inDays(days, hours),
    });
  }
}

/** A moment that many days from now, at nine o'clock or so many hours from now. */
function inDays(days: number, hours?: number): string {
  return new Date(Date.now() + days * DAY + (hours ?? 0) * 3_600_000).toISOString();
}

import type { Member } from "./network-queries";

export type GroupNode = Member & { children?: GroupNode[] };

/** Every company below the one above it; each item comes after the one above. */
export function growGroup(items: Member[]): GroupNode[] {
  const nodes = new Map<number, GroupNode>();
  const heads: GroupNode[] = [];
  for (const item of items) {
    const node: GroupNode = { ...item };
    nodes.set(item.key, node);
    const above = item.above === null ? undefined : nodes.get(item.above);
    if (above === undefined) {
      heads.push(node);
    } else {
      above.children = [...(above.children ?? []), node];
    }
  }
  return heads;
}

/** What must be open so that a customer and those right below it are seen. */
export function branchesTo(nodes: GroupNode[], customer: string): number[] {
  for (const node of nodes) {
    if (node.customer?.id === customer) {
      return [node.key];
    }
    const below = branchesTo(node.children ?? [], customer);
    if (below.length > 0) {
      return [node.key, ...below];
    }
  }
  return [];
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, request } from "@/shared/http";

export const SCOPES = ["none", "own", "unit", "subtree", "all"] as const;
export type Scope = (typeof SCOPES)[number];
export type FieldAccess = "hidden" | "readOnly" | "writable";

export type ObjectRights = {
  object: string;
  read: Scope;
  create: boolean;
  update: Scope;
  delete: Scope;
  import: boolean;
  export: boolean;
};

export type FieldRight = { object: string; field: string; access: FieldAccess };

export type RoleRights = {
  administrator?: boolean;
  permissions: string[];
  objects: ObjectRights[];
  fields: FieldRight[];
};

export function rightsOptions(id: string) {
  return queryOptions({
    queryKey: ["roles", id, "rights"],
    queryFn: ({ signal }) => get<RoleRights>(`/api/roles/${id}/rights`, undefined, signal),
  });
}

export function useSaveRights(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RoleRights) =>
      request<RoleRights>("PUT", `/api/roles/${id}/rights`, { body }),
    onSuccess: (saved) => client.setQueryData(rightsOptions(id).queryKey, saved),
  });
}

// The API's description (OpenAPI 3.1), made from the same schemas that its answers are tested against.
import { z } from "zod";
import { type Endpoint, endpoints } from "./endpoints";
import { named } from "./fields";

type Json = Record<string, unknown>;
const at = (id: string) => `#/components/schemas/${id}`;

/** $id and $schema belong to documents of their own, not to parts of this one. */
const part = ({ $schema: _schema, $id: _id, ...schema }: Json): Json => schema;

function components(): Json {
  // As input: a reader must bear fields that a later day adds.
  const { schemas } = z.toJSONSchema(named, { uri: at, unrepresentable: "any", io: "input" }) as {
    schemas: Record<string, Json>;
  };
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, part(schema)]));
}

const inline = (schema: z.ZodType): Json => part(z.toJSONSchema(schema, { unrepresentable: "any" }) as Json);
const reference = (schema: z.ZodType): Json => {
  const id = named.get(schema)?.id;
  return id ? { $ref: at(id) } : inline(schema);
};

function parametersOf({ query, params = {} }: Endpoint): Json[] {
  const inPath = Object.entries(params).map(([name, description]) => ({
    name,
    in: "path",
    required: true,
    description,
    schema: { type: "string" },
  }));
  const { properties = {}, required = [] } = query
    ? (inline(query) as { properties?: Record<string, Json>; required?: string[] })
    : {};
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: "query", required: required.includes(name), description, schema },
    ...(schema.type === "array" && { style: "form", explode: true }),
  }));
  return [...inPath, ...inQuery];
}

const limitHeaders = {
  "RateLimit-Limit": { description: "Requests a minute from one address", schema: { type: "integer" } },
  "RateLimit-Remaining": { description: "Requests left in this minute", schema: { type: "integer" } },
  "RateLimit-Reset": { description: "Seconds until the minute ends", schema: { type: "integer" } },
};
const titles: Record<number, string> = {
  400: "Not understood",
  404: "Not found",
  410: "No longer open; `reason` says why",
  413: "Body too large",
  429: "Too many requests",
  500: "A fault of ours",
  503: "The database does not answer",
};

function operationOf(endpoint: Endpoint): Json {
  const problemAnswer = (status: number) => [
    String(status),
    { description: titles[status], content: { "application/problem+json": { schema: { $ref: at("Problem") } } } },
  ];
  const health = endpoint.id === "getHealth";
  const statuses = [...endpoint.problems, ...(endpoint.limited ? [429, 500, 503] : [])];
  const content = { "application/json": { schema: reference(endpoint.answer) } };
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.description && { description: endpoint.description }),
    parameters: parametersOf(endpoint),
    ...(endpoint.body && {
      requestBody: { required: true, content: { "application/json": { schema: inline(endpoint.body) } } },
    }),
    responses: {
      200: { description: "The answer", ...(endpoint.limited && { headers: limitHeaders }), content },
      ...(health
        ? { 503: { description: titles[503], content } }
        : Object.fromEntries([...new Set(statuses)].map(problemAnswer))),
    },
  };
}

export function openApi({ server, version }: { server: string; version: string }): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of Object.values(endpoints) as Endpoint[])
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  return {
    openapi: "3.1.1",
    info: {
      title: "Open data on overseas jobs from Việt Nam",
      version: "1.0.0",
      summary:
        "Open orders, agencies and their licences on any day, markets, and what the law lets anybody ask of a worker",
      description: `Free to use without a key. Names and meanings stay the same within v1; fields may be added. Days are days in Hà Nội. Site version ${version}.`,
    },
    servers: [{ url: server }],
    paths,
    components: { schemas: components() },
  };
}

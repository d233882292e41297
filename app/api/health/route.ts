// Whether the site works: 200 while anything can be read, 503 when the database is away.
import { endpoint } from "@/app/_http/endpoint";
import { health } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.health, health, {
  status: ({ status }) => (status === "down" ? 503 : 200),
});

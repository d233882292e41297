// Everything below /api that is nowhere else.
import { nowhere } from "@/app/_http/endpoint";

export { nowhere as GET, nowhere as HEAD, nowhere as POST, nowhere as PUT, nowhere as PATCH, nowhere as DELETE };

// Every kind of work in the demo.
import { europeOffers } from "./europe";
import { japanOffers } from "./japan";
import { koreaOffers } from "./korea-taiwan";
import { otherOffers } from "./elsewhere";
import type { Offer } from "./shape";

export const offers: readonly Offer[] = [...japanOffers, ...koreaOffers, ...europeOffers, ...otherOffers];

import { createPrice } from "./create-price.ts";
import { listPrices } from "./list-prices.ts";
import { retrievePrice } from "./retrieve-price.ts";
import { updatePrice } from "./update-price.ts";

export const priceEndpoints = [createPrice, retrievePrice, updatePrice, listPrices];

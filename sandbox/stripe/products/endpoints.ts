import { createProduct } from "./create-product.ts";
import { deleteProduct } from "./delete-product.ts";
import { listProducts } from "./list-products.ts";
import { retrieveProduct } from "./retrieve-product.ts";
import { updateProduct } from "./update-product.ts";

export const productEndpoints = [createProduct, retrieveProduct, updateProduct, deleteProduct, listProducts];

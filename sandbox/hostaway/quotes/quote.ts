import { sumOf, toCents } from "#sandbox/hostaway/money.ts";
import type { Coupon } from "#sandbox/hostaway/operations/coupons.ts";
import { type ChosenComponent, type Component, toComponent } from "./component.ts";
import { priceStay, type Stay, taxStay, toFee } from "./price-stay.ts";

export interface Wishes {
  chosen: ChosenComponent[];
  coupon?: Coupon;
}

/** The price of a stay as the client wants it: lines overridden, taken away and added. */
export function quote(stay: Stay, { chosen, coupon }: Wishes) {
  const usual = priceStay(stay);
  const baseRate = usual.find(({ name }) => name === "baseRate")?.total ?? 0;
  const optional = stay.account.feeSettings
    .all()
    .filter((fee) => fee.listingMapId === stay.listing.id && !fee.isMandatory);
  const isSameFee = (id: number) => (wish: ChosenComponent) =>
    wish.listingFeeSettingId === id && !wish.isDeleted;
  const added = optional.flatMap((fee) => {
    const wish = chosen.find(isSameFee(fee.id));
    return wish ? [toFee(fee, stay, baseRate, wish.quantity ?? 1)] : [];
  });
  const discount = coupon ? [toComponent("discount", "couponDiscount", -couponValue(coupon, baseRate))] : [];
  const lines = changed([...usual, ...added, ...discount], chosen);
  const components = [...lines, ...changed(taxStay(stay, lines), chosen)];
  return {
    totalPrice: totalOf(components),
    originalTotalPrice: totalOf([...usual, ...taxStay(stay, usual)]),
    selectedComponentsAmount: totalOf(added),
    components,
    extraComponents: optional.map((fee) => toFee(fee, stay, baseRate)),
    selectedComponents: added,
  };
}

const totalOf = (components: Component[]) => sumOf(components.map(({ total }) => total));

function changed(lines: Component[], chosen: ChosenComponent[]): Component[] {
  return lines.flatMap((line) => {
    const wish = chosen.find(
      ({ name, listingFeeSettingId }) =>
        name === line.name && (listingFeeSettingId ?? null) === line.listingFeeSettingId,
    );
    if (wish?.isDeleted) return [];
    if (!wish?.isOverriddenByUser || wish.value === undefined) return [line];
    return [{ ...line, value: wish.value, total: wish.value * (line.quantity ?? 1), isOverriddenByUser: 1 }];
  });
}

const couponValue = ({ type, amount }: Coupon, baseRate: number) =>
  toCents(type === "percentage" ? (baseRate * amount) / 100 : Math.min(amount, baseRate));

import type { Frame } from "playwright-core";
import { z } from "zod";

export async function measureOverflow(view: Frame): Promise<number> {
  return z
    .number()
    .parse(
      await view.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
    );
}

/** Runs in the view: texts whose contrast with what is behind them is below WCAG's 4.5 (AA). */
const FAINT = `(() => {
  const toChannels = (color) => color.match(/[\\d.]+/g).map(Number);
  const toLuminance = (color) => {
    const [r, g, b] = toChannels(color).map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const findGround = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    const isClear = (toChannels(color)[3] ?? 1) === 0;
    return isClear && element.parentElement ? findGround(element.parentElement) : color;
  };
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
  return [...document.querySelectorAll("main *")].flatMap((element) => {
    if (!hasText(element)) return [];
    const [low, high] = [getComputedStyle(element).color, findGround(element)].map(toLuminance).sort((a, b) => a - b);
    const contrast = (high + 0.05) / (low + 0.05);
    return contrast < 4.5 ? [element.textContent + ": " + contrast.toFixed(2)] : [];
  });
})()`;

export async function findFaintTexts(view: Frame): Promise<string[]> {
  return z.array(z.string()).parse(await view.evaluate(FAINT));
}

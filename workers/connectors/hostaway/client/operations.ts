import type { UpstreamFetch } from "#connectors/define-connector.ts";
import type { JsonObject } from "#connectors/define-write-tool.ts";
import { type Coupon, parseCouponPage } from "../schemas/coupon.ts";
import { type CustomField, parseCustomFieldPage } from "../schemas/custom-field.ts";
import type { Page } from "../schemas/envelope.ts";
import { parseReviewAnswer, parseReviewPage, type Review } from "../schemas/review.ts";
import { parseTaskAnswer, parseTaskPage, type Task } from "../schemas/task.ts";
import { parseUserGroups, parseUsers, type User, type UserGroup } from "../schemas/user.ts";
import { LISTING_SECONDS, noReview, noTask, STAY_SECONDS, withNotFound } from "./reading.ts";

export interface TaskQuery {
  limit: number;
  offset?: number;
  reservationId?: number;
}

export interface ReviewQuery {
  limit: number;
  offset?: number;
  listingMapIds?: readonly number[];
  reservationId?: number;
  departureDateStart?: string;
  departureDateEnd?: string;
}

/** What there is to do, what guests thought of it, and what the account is set up with. */
export class OperationCalls {
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
  }

  /** As it is now. */
  async getTask(id: number, signal?: AbortSignal): Promise<Task> {
    const answer = this.#fetch(`/tasks/${id}`, { fresh: true, signal });
    return parseTaskAnswer(await withNotFound(answer, noTask(id)));
  }

  async createTask(body: JsonObject, signal?: AbortSignal): Promise<Task> {
    return parseTaskAnswer(await this.#fetch("/tasks", { method: "POST", body, signal }));
  }

  /** What `body` does not name stays as it is. */
  async updateTask(id: number, body: JsonObject, signal?: AbortSignal): Promise<Task> {
    const answer = this.#fetch(`/tasks/${id}`, { method: "PUT", body, signal });
    return parseTaskAnswer(await withNotFound(answer, noTask(id)));
  }

  async deleteTask(id: number, signal?: AbortSignal): Promise<void> {
    await withNotFound(this.#fetch(`/tasks/${id}`, { method: "DELETE", signal }), noTask(id));
  }

  /** There is no filter for properties. */
  async getTasks(query: TaskQuery, signal?: AbortSignal): Promise<Page<Task>> {
    const request = { query: { ...query }, cacheSeconds: STAY_SECONDS, signal };
    return parseTaskPage(await this.#fetch("/tasks", request));
  }

  async getReviews(query: ReviewQuery, signal?: AbortSignal): Promise<Page<Review>> {
    const request = { query: { ...query }, cacheSeconds: LISTING_SECONDS, signal };
    return parseReviewPage(await this.#fetch("/reviews", request));
  }

  async getReview(id: number, signal?: AbortSignal): Promise<Review> {
    const answer = this.#fetch(`/reviews/${id}`, { cacheSeconds: LISTING_SECONDS, signal });
    return parseReviewAnswer(await withNotFound(answer, noReview(id)));
  }

  /** Not paged. */
  async getUsers(signal?: AbortSignal): Promise<User[]> {
    return parseUsers(await this.#fetch("/users", { cacheSeconds: LISTING_SECONDS, signal })).rows;
  }

  async getUserGroups(signal?: AbortSignal): Promise<UserGroup[]> {
    return parseUserGroups(await this.#fetch("/userGroups", { cacheSeconds: LISTING_SECONDS, signal })).rows;
  }

  async getCustomFields(
    query: { limit: number; offset?: number },
    signal?: AbortSignal,
  ): Promise<Page<CustomField>> {
    const request = { query, cacheSeconds: LISTING_SECONDS, signal };
    return parseCustomFieldPage(await this.#fetch("/customFields", request));
  }

  /** Not paged. */
  async getCoupons(signal?: AbortSignal): Promise<Coupon[]> {
    return parseCouponPage(await this.#fetch("/coupons", { cacheSeconds: LISTING_SECONDS, signal })).rows;
  }
}

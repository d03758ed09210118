/** What a dataset calls its parties, alliances, places and candidates, in one language. */

/** @import { Report, Scope } from "../pkg/seat_calculator.js" */
/** @import { Constituency, Dataset, Place } from "../types.d.ts" */
/** @typedef {"categories" | "divisions" | "districts" | "parliamentary" | "phases"} PlaceList */
/** @typedef {Pick<Report["alliances"][number], "id" | "kind" | "parties" | "joined">} TallyRow */

/** The list that each kind of scope refers to. @type {Record<string, PlaceList>} */
const LISTS = { category: "categories", division: "divisions", district: "districts" };

/** The parts of a state in which places of one name may lie, smallest first. @type {["districts" | "divisions", "district" | "division"][]} */
const PARTS = [
  ["districts", "district"],
  ["divisions", "division"],
];

/**
 * Items by what they have in common.
 * @template T @param {T[]} items @param {(item: T) => string} key @returns {Map<string, T[]>}
 */
export function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

export class Names {
  #memberOf;
  /** @type {Map<string, Constituency[]> | null} */
  #byName = null;

  /**
   * @param {Dataset} dataset
   * @param {import("../i18n/messages.js").Words} words
   * @param {(constituency: string) => number} [memberOf] serial of a constituency's independent
   *   member; 0 where that is not known
   */
  constructor(dataset, words, memberOf = () => 0) {
    this.dataset = dataset;
    this.words = words;
    this.#memberOf = memberOf;
    this.parties = new Map(dataset.parties.map((party) => [party.id, party]));
    this.alliances = new Map(dataset.alliances.map((alliance) => [alliance.id, alliance]));
    this.seats = new Map(dataset.constituencies.map((seat) => [seat.id, seat]));
  }

  /** Whether candidates have their names yet: they come with the details. */
  get named() {
    return !this.dataset.more || "sources" in this.dataset;
  }

  /**
   * Short label of a party, alliance, independent member or grouping.
   * @param {string} id @returns {string}
   */
  label(id) {
    const { words } = this;
    const named = this.alliances.get(id) ?? this.parties.get(id);
    if (id === "IND") return words.say("party.independent");
    if (named) return words.name(named.short ?? named.name);
    if (id.startsWith("IND.")) {
      const seat = id.slice(4);
      return words.say("party.one", { name: this.#member(seat) || this.seat(seat) });
    }
    if (id === "NOM") return words.say("partners.nominated");
    if (id.includes(">")) {
      const [party, to] = id.split(">");
      return words.say("partners.breakaway", { party: this.label(party), to: this.label(to) });
    }
    const members = this.members(id);
    return members.length > 1 ? this.#sum(members) : id;
  }

  /**
   * The ids that the id of a grouping joins, by "+", which an id may hold itself, or else by "&";
   * none if they are not of this election.
   * @param {string} id @returns {string[]}
   */
  members(id) {
    if (id.includes("&")) return id.split("&");
    if (this.parties.has(id) || /^IND\.\d+$/.test(id)) return [id];
    for (let at = id.lastIndexOf("+"); at > 0; at = id.lastIndexOf("+", at - 1)) {
      const [first, rest] = [id.slice(0, at), this.members(id.slice(at + 1))];
      if (rest.length && this.members(first).length === 1) return [first, ...rest];
    }
    return [];
  }

  /** @param {string[]} ids @returns {string} */
  #sum(ids) {
    return ids.map((id) => this.label(id)).join(" + ");
  }

  /** Name of the independent member of a constituency, or "". @param {string} seat */
  #member(seat) {
    const serial = this.named ? this.#memberOf(seat) : 0;
    return serial ? this.candidate(seat, serial) : "";
  }

  /**
   * What stands for a candidate in a line: the party, or an independent's own name once known.
   * @param {string} party
   * @param {string} seat id of the constituency
   * @param {number} serial
   */
  side(party, seat, serial) {
    return party === "IND" && this.named
      ? this.words.say("party.one", { name: this.candidate(seat, serial) })
      : this.label(party);
  }

  /** A row of the tally. @param {TallyRow} row */
  row(row) {
    if (row.joined) {
      const joined = this.words.and(row.joined.map((id) => this.label(id)));
      return this.words.say("row.with", { A: this.label(row.id), X: joined });
    }
    return row.kind === "grouping" ? this.#sum(row.parties) : this.label(row.id);
  }

  /** Full name of a party. @param {string} id */
  full(id) {
    return id === "IND"
      ? this.words.say("parties.independents")
      : this.words.name(this.parties.get(id)?.name ?? id);
  }

  /** Colour of a party or alliance. @param {string} id @returns {string | undefined} */
  colour(id) {
    const alliance = this.alliances.get(id);
    if (alliance) return alliance.colour ?? this.colour(alliance.parties[0]);
    const [first] = this.members(id.split(">")[0]);
    return (this.parties.get(first) ?? this.parties.get("IND"))?.colour;
  }

  /** Name of a constituency; of several of one name with what tells them apart. @param {string} id */
  seat(id) {
    const name = this.words.name(this.seats.get(id)?.name ?? id);
    const twins = this.#twins().get(name) ?? [];
    return twins.length > 1 ? `${name} (${this.#whereOf(id, twins)})` : name;
  }

  /** Constituencies by name. */
  #twins() {
    return (this.#byName ??= grouped([...this.seats.values()], ({ name }) =>
      this.words.name(name),
    ));
  }

  /**
   * A constituency's district or division where no other of them lies in it, else its number.
   * @param {string} id @param {Constituency[]} twins
   */
  #whereOf(id, twins) {
    const list = PARTS.find(([, part]) =>
      twins.every(
        (one) => one[part] && twins.every((two) => one === two || one[part] !== two[part]),
      ),
    );
    const seat = this.seats.get(id);
    return list && seat ? this.place(list[0], String(seat[list[1]])) : id;
  }

  /**
   * Name of a candidate; of several of one name in a constituency with the place on the ballot.
   * @param {string} seat id of the constituency @param {number} serial
   */
  candidate(seat, serial) {
    const candidates = this.seats.get(seat)?.candidates ?? [];
    const found = candidates.find((one, place) => (one.serial ?? place + 1) === serial);
    const name = this.words.name(found?.name);
    const alike = candidates.filter((one) => name && this.words.name(one.name) === name);
    return alike.length > 1 ? `${name} (${serial})` : name;
  }

  /** A part of the state. @param {Scope} scope */
  scope(scope) {
    if ("constituencies" in scope)
      return scope.constituencies.map((id) => this.seat(id)).join(", ");
    if ("phase" in scope) {
      const phase = this.dataset.phases?.find((one) => one.id === scope.phase);
      const date = this.words.date(phase?.polled ?? "");
      return this.words.say("filter.phase.name", { id: scope.phase, date });
    }
    const [[kind, id]] = Object.entries(scope);
    return this.place(LISTS[kind] ?? "parliamentary", id);
  }

  /** Name of a place. @param {PlaceList} list @param {string} id */
  place(list, id) {
    const found = this.dataset[list]?.find((one) => one.id === id);
    return this.words.name(found?.short ?? found?.name ?? id);
  }
}

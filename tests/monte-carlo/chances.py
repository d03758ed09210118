"""Chances by a million draws, written apart from the core; tests/core/chances.rs compares.

    pip install -r tests/monte-carlo/requirements.txt
    python tests/monte-carlo/chances.py tests/monte-carlo/chances.json

Every draw gives each constituency a swing of its own: the points, an error in common, and one of
its own, both normal, rounded half up to hundredths of a point. Votes then move as in any swing, and
most votes win. The file holds how often each row had each number of members, how often it had the
mark, and how often each constituency was whose. The same numpy makes the same file.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
DRAWS = 1_000_000
REACH = 10_000
STEPS = np.arange(-REACH, REACH + 1)


def load(path):
    """A data file with its second file laid over it."""
    dataset = json.loads((ROOT / path).read_text())
    if "more" in dataset:
        lay(dataset, json.loads((ROOT / path).with_name(dataset["more"]).read_text()))
    return dataset


def lay(under, over):
    places = over.items() if isinstance(over, dict) else enumerate(over)
    for key, value in places:
        if isinstance(under, dict) and key not in under:
            under[key] = value
        elif isinstance(value, (dict, list)) and isinstance(under[key], (dict, list)):
            lay(under[key], value)
        elif isinstance(under, list) and key >= len(under):
            under.append(value)
        else:
            under[key] = value


def votes(line):
    """All of them, by machine and by post; none where nobody voted."""
    own = line.get("votes", 0)
    return sum(own) if isinstance(own, list) else own


class House:
    """Constituencies with their candidates: party, alliance or None, votes."""

    def __init__(self, dataset):
        alliances = {p: a["id"] for a in dataset["alliances"] for p in a["parties"]}
        self.ids, self.seats, self.winners = [], [], []
        for seat in dataset["constituencies"]:
            lines = seat["candidates"]
            self.ids.append(seat["id"])
            self.seats.append(
                [
                    (c["party"], c.get("alliance", alliances.get(c["party"])), votes(c))
                    for c in lines
                ]
            )
            serials = [c.get("serial", place + 1) for place, c in enumerate(lines)]
            self.winners.append(serials.index(seat["winner"]) if "winner" in seat else -1)

    def label(self, seat, candidate):
        """Party and row of a candidate."""
        party, alliance, _ = self.seats[seat][candidate]
        return party, alliance or party

    def winners_along(self, seat, source, target):
        """The candidate with most votes at every step; -1 where level."""
        lines = self.seats[seat]
        cast = np.array([line[2] for line in lines], dtype=np.int64)
        valid = int(cast.sum())
        if not valid:
            return np.full(len(STEPS), self.winners[seat])
        side = lambda name: [i for i, (p, a, _) in enumerate(lines) if name in (p, a)]
        found = np.empty(len(STEPS), dtype=np.int64)
        ends = side(source), side(target)
        for right, (losing, gaining) in ((True, ends), (False, ends[::-1])):
            way = STEPS >= 0 if right else STEPS < 0
            size = np.abs(STEPS[way])
            if not losing or not gaining:
                found[way] = self.winners[seat]
                continue
            leader = min(gaining, key=lambda i: (-cast[i], i))
            have = cast[losing]
            moved = np.minimum((2 * valid * size // 10_000 + 1) // 2, have.sum())
            exact = moved[:, None] * have
            parts = exact // max(int(have.sum()), 1)
            # Largest remainder, then more votes, then the lower serial.
            rest = exact - parts * int(have.sum())
            missing = moved - parts.sum(axis=1)
            places = np.arange(len(losing))
            order = np.lexsort((places + 0 * rest, -have + 0 * rest, -rest), axis=1)
            rank = np.empty_like(order)
            np.put_along_axis(rank, order, places + 0 * order, axis=1)
            parts += rank < missing[:, None]
            now = np.tile(cast, (len(size), 1))
            now[:, losing] -= parts
            now[:, leader] += moved
            best = now.argmax(axis=1)
            level = (now == now.max(axis=1)[:, None]).sum(axis=1) > 1
            best[level] = -1
            best[moved == 0] = self.winners[seat]
            found[way] = best
        return found


def draw(house, spread, seed):
    """How many members each party and row has in each draw, and how often who holds each seat."""
    source, target, points, scatter, common = spread
    numbers = np.random.default_rng(seed)
    shared = numbers.normal(0, common, DRAWS) if common else np.zeros(DRAWS)
    members, seats, holders = {}, {}, {}
    for seat, name in enumerate(house.ids):
        along = house.winners_along(seat, source, target)
        swing = points + shared + (numbers.normal(0, scatter, DRAWS) if scatter else 0)
        steps = np.clip(np.floor(swing + 0.5), -REACH, REACH).astype(np.int64)
        winner = along[steps + REACH]
        seats[name] = Counter()
        held = []
        for candidate in np.unique(winner):
            won = winner == candidate
            label = house.label(seat, candidate) if candidate >= 0 else ("", "")
            seats[name][label[1]] += int(won.sum())
            held.append((label, won))
            if candidate >= 0:
                members.setdefault(label, np.zeros(DRAWS, dtype=np.int16))[won] += 1
        holders[name] = held
    return members, seats, holders


def by_row(members):
    rows = {}
    for (_, row), counts in members.items():
        rows[row] = rows.get(row, 0) + counts
    return rows


def of_party(members, party):
    return sum(counts for (own, _), counts in members.items() if own == party)


def as_declared(house, members, holders):
    return by_row(members), np.full(DRAWS, len(house.seats))


def joined(house, members, holders):
    """JLKM sits with the NDA."""
    rows = by_row(members)
    rows["NDA"] = rows["NDA"] + rows.pop("JLKM")
    return rows, np.full(DRAWS, len(house.seats))


def crossed(house, members, holders):
    """Up to two members of the JD(U) sit with INDIA."""
    rows = by_row(members)
    two = np.minimum(of_party(members, "JDU"), 2)
    rows["NDA"] = rows["NDA"] - two
    rows["INDIA"] = rows["INDIA"] + two
    return rows, np.full(DRAWS, len(house.seats))


def ended(house, members, holders):
    """Up to sixteen members of the TDP and twelve of the JD(U) sit with INDIA."""
    rows = by_row(members)
    for party, most in (("TDP", 16), ("JDU", 12)):
        gone = np.minimum(of_party(members, party), most)
        rows["NDA"] = rows["NDA"] - gone
        rows["INDIA"] = rows["INDIA"] + gone
    return rows, np.full(DRAWS, len(house.seats))


def left(house, members, holders):
    """Up to eleven INC members sit with the NDA, three RJD members resign; mark on members now."""
    rows = by_row(members)
    base = sum(rows.values())
    eleven = np.minimum(of_party(members, "INC"), 11)
    three = np.minimum(of_party(members, "RJD"), 3)
    rows["INDIA"] = rows["INDIA"] - eleven - three
    rows["NDA"] = rows["NDA"] + eleven
    return rows, base - three


def absent(house, members, holders):
    """Five BJP members are absent, the Speaker is of the JMM; mark on members who vote."""
    rows = by_row(members)
    base = sum(rows.values())
    five = np.minimum(of_party(members, "BJP"), 5)
    one = np.minimum(of_party(members, "JMM"), 1)
    rows["NDA"] = rows["NDA"] - five
    rows["INDIA"] = rows["INDIA"] - one
    return rows, base - five - one


def vacant(house, members, holders):
    """The member for constituency 31 resigns; mark on members now."""
    rows = by_row(members)
    base = sum(rows.values())
    gone = np.zeros(DRAWS, dtype=np.int16)
    for (party, row), won in holders["31"]:
        if party:
            rows[row] = rows[row] - won
            gone += won
    return rows, base - gone


def count(house, after, drawn):
    members, seats, holders = drawn
    rows, base = after(house, members, holders)
    mark = base // 2 + 1
    found = {}
    for row, counts in sorted(rows.items()):
        first = int(counts.min())
        numbers = np.bincount(counts - first).tolist()
        # Independents sit alone, one seat each.
        wins = 0 if row == "IND" and len(house.seats) > 1 else int((counts >= mark).sum())
        found[row] = {"first": first, "numbers": numbers, "wins": wins}
    return found


# Of a made-up constituency: party, percent of the votes, and how often it stands.
OTHERS = [("B", 9, 0.2), ("D", 9, 0.2), ("E", 22, 0.6), ("F", 12, 0.3)]
OTHERS += [("IND", 14, 0.4), ("IND", 5, 0.2)]


def made_up(numbers, seats):
    """A dataset of parties A to F, alliances X (A, B) and Y (C, D), and independents."""
    lean = numbers.uniform(-8, 8)
    constituencies = []
    for number in range(1, seats + 1):
        lines = [("A", 40 + lean + numbers.normal(0, 9)), ("C", 40 - lean + numbers.normal(0, 9))]
        for party, size, often in OTHERS:
            if numbers.random() < often:
                lines.append((party, abs(numbers.normal(size, size / 2))))
        if numbers.random() < 0.1:
            lines.pop(int(numbers.integers(2)))
        voters = numbers.integers(800, 4_000)
        share = lambda v: max(int(voters * max(v, 1) / 100), 1)
        candidates = [{"party": p, "votes": share(v)} for p, v in lines]
        polled = [c["votes"] for c in candidates]
        while polled.count(max(polled)) > 1:
            candidates[polled.index(max(polled))]["votes"] += 1
            polled = [c["votes"] for c in candidates]
        constituencies.append(
            {"id": str(number), "candidates": candidates, "winner": polled.index(max(polled)) + 1}
        )
    alliances = [{"id": "X", "parties": ["A", "B"]}, {"id": "Y", "parties": ["C", "D"]}]
    return {"alliances": alliances, "constituencies": constituencies}


def scatter_since(now, then, source, target, successors):
    """Standard deviation of the constituencies' Butler swings around their mean, in points."""
    parties = {a["id"]: set(a["parties"]) for a in now["alliances"]}
    before = {seat["id"]: seat for seat in then["constituencies"]}
    swings = []
    for seat in now["constituencies"]:
        gaps = []
        earlier = before[seat["id"]]["candidates"]
        for lines, rename in ((seat["candidates"], {}), (earlier, successors)):
            valid = sum(votes(c) for c in lines)
            sums = {}
            for side in (source, target):
                own = [
                    votes(c)
                    for c in lines
                    if ("alliance" not in c or rename or c["alliance"] == side)
                    and rename.get(c["party"], c["party"]) in parties[side]
                ]
                sums[side] = sum(own) if own else None
            if None in sums.values() or not valid:
                break
            gaps.append((sums[target] - sums[source]) / valid)
        if len(gaps) == 2:
            swings.append(100 * (gaps[0] - gaps[1]) / 2)
    mean, deviation = float(np.mean(swings)), float(np.std(swings))
    return {"constituencies": len(swings), "mean": mean, "scatter": deviation}


JHARKHAND = "www/data/jharkhand-2024.json"
BEFORE = "www/data/jharkhand-2019.json"
PARTIES = "tests/data/lok-sabha-2024.json"
LOK_SABHA = "www/data/lok-sabha-2024.json"
# File, scenario in the notation and what it does, then from, to, points, scatter and common error.
SHIPPED = [
    (JHARKHAND, "", as_declared, ("INDIA", "NDA", 0, 580, 0)),
    (JHARKHAND, "", as_declared, ("INDIA", "NDA", 368, 580, 0)),
    (JHARKHAND, "", as_declared, ("INDIA", "NDA", 368, 580, 200)),
    (JHARKHAND, "", as_declared, ("INDIA", "NDA", 368, 0, 200)),
    (JHARKHAND, "", as_declared, ("NDA", "INDIA", 500, 100, 300)),
    (JHARKHAND, "r-JLKM-NDA", joined, ("INDIA", "NDA", 368, 580, 0)),
    (JHARKHAND, "x-JDU-INDIA-2", crossed, ("INDIA", "NDA", 368, 580, 200)),
    (JHARKHAND, "x-INC-NDA-11_q-RJD-3_h-e", left, ("INDIA", "NDA", 100, 580, 200)),
    (JHARKHAND, "a-BJP-5_h-v-JMM", absent, ("INDIA", "NDA", 368, 580, 0)),
    (JHARKHAND, "v-31_h-e", vacant, ("INDIA", "NDA", 368, 580, 200)),
    (BEFORE, "", as_declared, ("JMM", "BJP", 250, 400, 0)),
    (BEFORE, "", as_declared, ("JMM", "BJP", 100, 600, 150)),
    (PARTIES, "", as_declared, ("BJP", "INC", 200, 580, 0)),
    (PARTIES, "", as_declared, ("INC", "BJP", 300, 300, 200)),
    (LOK_SABHA, "", as_declared, ("NDA", "INDIA", 0, 580, 0)),
    (LOK_SABHA, "", as_declared, ("NDA", "INDIA", 150, 400, 200)),
    (LOK_SABHA, "x-TDP-INDIA-16_x-JDU-INDIA-12", ended, ("NDA", "INDIA", 150, 400, 200)),
]
HOUSES = 50


def main(out):
    found = {"draws": DRAWS, "shipped": [], "houses": []}
    drawn, before = None, None
    for number, (path, text, after, spread) in enumerate(SHIPPED):
        house = House(load(path))
        if (path, spread) != before:
            drawn, before = draw(house, spread, number), (path, spread)
        entry = {"file": path, "edits": text, "spread": spread, "rows": count(house, after, drawn)}
        if path == JHARKHAND and not text:
            entry["seats"] = {seat: dict(held) for seat, held in drawn[1].items()}
        found["shipped"].append(entry)
        print(path, text, spread, {row: own["wins"] for row, own in entry["rows"].items()})
    numbers = np.random.default_rng(2024)
    for number in range(HOUSES):
        dataset = made_up(numbers, int(numbers.integers(1, 60)))
        house = House(dataset)
        scatter = int(numbers.choice([0, 10, 50, 200, 500, 1_000]))
        common = int(numbers.choice([0, 0, 50, 200, 500]))
        spread = ("X", "Y", int(numbers.integers(-800, 800)), scatter, common)
        rows = count(house, as_declared, draw(house, spread, 1_000 + number))
        line = lambda seat: " ".join(f"{party}{cast}" for party, _, cast in seat)
        seats = [line(seat) for seat in house.seats]
        found["houses"].append({"seats": seats, "spread": spread, "rows": rows})
    facts = json.loads((ROOT / JHARKHAND.replace(".json", ".facts.json")).read_text())
    [earlier] = [one for one in facts["earlier"] if one["election"] == "jharkhand-2019"]
    successors = {one["then"]: one["now"] for one in earlier["successors"]}
    since = scatter_since(load(JHARKHAND), load(BEFORE), "INDIA", "NDA", successors)
    found["scatter"] = since
    print(since)
    text = json.dumps(found, separators=(",", ":"))
    for head in ('"shipped":', '"houses":', '{"file"', '{"seats":[', '"scatter":{'):
        text = text.replace(head, f"\n{head}")
    Path(out).write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1])

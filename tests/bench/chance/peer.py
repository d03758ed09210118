"""The draws of "How sure?" with numpy: one request a line, one answer a line."""

import json
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "monte-carlo"))
import chances

PREPARED = {}


def prepare(file, source, target):
    """Rows of every constituency at every step, side by side."""
    house = chances.House(chances.load(file))
    rows = [""]
    along = np.empty((len(house.ids), len(chances.STEPS)), dtype=np.int16)
    for seat in range(len(house.ids)):
        winner = house.winners_along(seat, source, target)
        for candidate in np.unique(winner):
            row = house.label(seat, candidate)[1] if candidate >= 0 else ""
            if row not in rows:
                rows.append(row)
            along[seat, winner == candidate] = rows.index(row)
    return rows, along


def draw(rows, along, request, numbers):
    seats, draws = len(along), request["draws"]
    swing = numbers.standard_normal((draws, seats)) * request["scatter"] + request["points"]
    if request["common"]:
        swing += numbers.standard_normal((draws, 1)) * request["common"]
    steps = np.clip(np.floor(swing + 0.5).astype(np.int32), -chances.REACH, chances.REACH)
    held = along[np.arange(seats), steps + chances.REACH]
    held = held + len(rows) * np.arange(draws)[:, None]
    counts = np.bincount(held.ravel(), minlength=draws * len(rows)).reshape(draws, len(rows))
    return (counts >= request["mark"]).sum(axis=0)


def measure(request):
    key = (request["file"], request["from"], request["to"])
    if key not in PREPARED:
        PREPARED[key] = prepare(*key)
    rows, along = PREPARED[key]
    numbers = np.random.default_rng()
    best = float("inf")
    end = time.perf_counter() + request["milliseconds"] / 1e3
    while True:
        start = time.perf_counter()
        wins = draw(rows, along, request, numbers)
        best = min(best, time.perf_counter() - start)
        if time.perf_counter() > end:
            break
    won = {row: int(n) / request["draws"] for row, n in zip(rows, wins) if n and row}
    return {"ms": best * 1e3, "found": won}


for line in sys.stdin:
    try:
        result = measure(json.loads(line))
    except Exception as error:
        result = {"refused": f"{type(error).__name__}: {error}"[:160]}
    print(json.dumps(result), flush=True)

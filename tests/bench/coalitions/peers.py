"""The Python packages, answering one request a line. Started with the name of one of them."""

import json
import resource
import sys
import time

# A package that wants more memory than this is told so instead of the whole machine.
resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))


def digest(masks):
    """Count, sum and exclusive-or of a 32-bit hash of each mask: the same in every language and any order."""
    low_bits = 0xFFFFFFFF
    total = mixed = count = 0
    for mask in masks:
        low, high = mask & low_bits, mask >> 32
        value = ((low ^ 0x9E3779B9) * 0x85EBCA6B) & low_bits
        value ^= value >> 15
        value = ((value ^ high) * 0xC2B2AE35) & low_bits
        value ^= value >> 13
        total = (total + value) & low_bits
        mixed ^= value
        count += 1
    return {"count": count, "sum": total, "xor": mixed}


def coopgame_task(task):
    import coopgame

    def game(weights, quota):
        return coopgame.Game.weighted_voting(weights, quota)

    if task == "list":
        # The package lists minimal winning coalitions only together with its other indices.
        def run(weights, quota):
            return coopgame.power_indices(game(weights, quota))["minimal_winning"]

        def answer(found):
            return digest(sum(1 << player for player in coalition) for coalition in found)

    else:

        def run(weights, quota):
            voting = game(weights, quota)
            return coopgame.normalize(coopgame.banzhaf(voting)), coopgame.shapley(voting)

        def answer(found):
            banzhaf, shapley = found
            return {"values": [*banzhaf, *shapley]}

    return run, answer


def powerindex_task(_task):
    import powerindex

    def run(weights, quota):
        game = powerindex.Game(quota, weights)
        if max(weights) >= quota:
            # The package decides these before it chooses an algorithm.
            game.calc()
        else:
            game.calc_banzhaf()
            game.calc_shapley_shubik()
        return game

    def answer(game):
        return {"values": [*game.banzhaf, *game.shapley_shubik]}

    return run, answer


def measure(request):
    weights, quota = request["weights"], request["quota"]
    run, answer = TASKS[sys.argv[1]](request["task"])
    start = time.perf_counter_ns()
    found = run(weights, quota)
    once = time.perf_counter_ns() - start
    best, batch = once, 1
    while time.perf_counter_ns() < start + request["milliseconds"] * 1e6:
        begin = time.perf_counter_ns()
        for _ in range(batch):
            run(weights, quota)
        spent = time.perf_counter_ns() - begin
        # A batch is long for the clock and short against the machine's other work.
        if spent < 250_000:
            batch *= 2
        else:
            best = min(best, spent / batch)
    return {"ns": best, "answer": answer(found)}


TASKS = {"coopgame": coopgame_task, "powerindex": powerindex_task}

for line in sys.stdin:
    try:
        result = measure(json.loads(line))
    except BaseException as error:  # a panic of a native package is no ordinary exception
        result = {"refused": f"{type(error).__name__}: {error}"[:160]}
    print(json.dumps(result), flush=True)

"""How well the wrong cell is named: tables with known errors, from the sheet to the cause.

The tables are generated, clean ones first; each then gets one error of every mechanism, errors that no
mechanism describes, or two errors at once. Prints the figures of the specification (B.9) with what was
to be reached, split by lines, figures and totals, and which mechanism was taken for which:
``python benchmarks/diagnosis.py [--seeds 1] [--lines 10,30] [--misses 5 --of blame]``.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from multiprocessing import Pool
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.diagnosis.generated_tables import (
    BUDGET,
    INVESTMENT,
    KRONOR,
    LIVE,
    ROUNDED,
    TYPED,
    WHOLE_TKR,
    Recipe,
    generated,
)
from tests.diagnosis.guards import Guard
from tests.diagnosis.judged import Judged, account_of, false_alarms, judged, told
from tests.diagnosis.planted import Planted
from tests.diagnosis.planted_errors import MECHANISMS, ONE_CELL, OUTSIDE, PRIORS, plant, plant_two

CLEAN = "nothing"
TWO = "two errors"
SHORT = 30
TRIES = 30


@dataclass(frozen=True, slots=True)
class Case:
    """One table of the benchmark: what it is like, what is planted in it, and the seed of both.

    ``is_aimed`` asks for an error in a cell that nothing guards but a column's sum.
    """

    recipe: Recipe
    planting: str
    seed: int
    is_aimed: bool = False

    def planted(self) -> Planted | None:
        """The table with its error; None where it cannot be made there."""
        rng = Random(f"{self.planting} {self.seed}")
        table = generated(self.recipe, self.seed)
        if self.planting == TWO:
            return plant_two(table, rng)
        if not self.is_aimed:
            return plant(table, self.planting, rng)
        tried = (plant(table, self.planting, rng) for _ in range(TRIES))
        return next((each for each in tried if each and each.guard is Guard.COLUMN), None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case. ``alarms`` are the findings and causes of a clean table."""

    case: Case
    seconds: float
    judged: Judged | None = None
    guard: Guard | None = None
    cells: int = 0
    is_visible: bool = False
    is_identifiable: bool = False
    alarms: tuple[int, int] = (0, 0)


def outcome_of(case: Case) -> Outcome | None:
    """A case from end to end; None where its error cannot be made in its table."""
    if case.planting == CLEAN:
        account = account_of(generated(case.recipe, case.seed))
        return Outcome(case, account.seconds, alarms=false_alarms(account))
    planted = case.planted()
    if planted is None:
        return None
    account = account_of(planted.table)
    return Outcome(
        case,
        account.seconds,
        judged(planted, account),
        planted.guard,
        len(planted.right),
        planted.is_visible,
        planted.is_identifiable,
    )


@dataclass(frozen=True, slots=True)
class Goal:
    """A line of the table: which cases it is about, which of them are right, and the share to reach.

    ``least`` is None for what is told without a goal.
    """

    key: str
    name: str
    least: float | None
    counts: Callable[[Outcome, Judged], bool]
    is_right: Callable[[Judged], bool]


def _is_single(each: Outcome) -> bool:
    return each.cells == 1 and each.case.planting != TWO


def _is_column_only(each: Outcome) -> bool:
    return (
        _is_single(each)
        and each.is_visible
        and each.guard is Guard.COLUMN
        and each.case.planting not in OUTSIDE
    )


def _is_short(each: Outcome) -> bool:
    return each.case.recipe.lines <= SHORT


GOALS = (
    Goal(
        "recall",
        "recall of errors above t, typed totals",
        0.995,
        lambda each, _: each.is_visible and each.case.recipe.totals == TYPED,
        lambda found: found.is_seen,
    ),
    Goal(
        "recall",
        "recall with live totals, of guarded cells",
        0.99,
        lambda each, _: each.is_visible and each.case.recipe.totals == LIVE,
        lambda found: found.is_seen,
    ),
    Goal(
        "folded",
        "every failed relation under a cause or named as not localised",
        1.0,
        lambda each, _: True,
        lambda found: not found.unaccounted,
    ),
    Goal(
        "blame",
        "top-1 blame, one cell, identifiable",
        0.995,
        lambda each, _: _is_single(each) and each.is_identifiable,
        lambda found: found.is_blamed,
    ),
    Goal(
        "value",
        "  its value, given exactly",
        0.99,
        lambda each, found: (
            _is_single(each) and each.is_identifiable and found.values is not None and found.is_exact
        ),
        lambda found: bool(found.values),
    ),
    Goal(
        "value",
        "  its value, in the interval",
        0.99,
        lambda each, found: (
            _is_single(each) and each.is_identifiable and found.values is not None and not found.is_exact
        ),
        lambda found: bool(found.values),
    ),
    Goal(
        "three",
        "top-3 blame, column-only, up to 30 lines",
        0.95,
        lambda each, _: _is_column_only(each) and _is_short(each),
        lambda found: found.is_listed,
    ),
    Goal(
        "three",
        "top-3 blame, column-only, more lines",
        0.85,
        lambda each, _: _is_column_only(each) and not _is_short(each),
        lambda found: found.is_listed,
    ),
    Goal(
        "one",
        "top-1 blame, column-only, up to 30 lines",
        0.85,
        lambda each, _: _is_column_only(each) and _is_short(each),
        lambda found: found.is_blamed,
    ),
    Goal(
        "one",
        "top-1 blame, column-only, more lines",
        None,
        lambda each, _: _is_column_only(each) and not _is_short(each),
        lambda found: found.is_blamed,
    ),
    Goal(
        "row",
        "top-3 blame, one cell of a row told apart by nothing",
        None,
        lambda each, _: _is_single(each) and each.is_visible and each.guard is Guard.ROW,
        lambda found: found.is_listed,
    ),
    Goal(
        "faint",
        "top-3 blame, one cell, too little to break all its relations",
        None,
        lambda each, _: (
            _is_single(each) and each.is_visible and each.guard is Guard.ALONE and not each.is_identifiable
        ),
        lambda found: found.is_listed,
    ),
    Goal(
        "several",
        "top-1 blame, several cells by one slip, typed totals",
        None,
        lambda each, _: (
            each.cells > 1
            and each.is_visible
            and each.case.planting not in {TWO, *OUTSIDE}
            and each.case.recipe.totals == TYPED
        ),
        lambda found: found.is_blamed,
    ),
    Goal(
        "two",
        "two errors, all identifiable, typed totals: exact set",
        0.98,
        lambda each, _: (
            each.case.planting == TWO and each.is_identifiable and each.case.recipe.totals == TYPED
        ),
        lambda found: found.is_blamed,
    ),
    Goal(
        "certain",
        "tables without a wrong 'certain'",
        0.999,
        lambda *_: True,
        lambda found: not found.wrongly_certain,
    ),
    Goal(
        "certain",
        "  of tables with a 'certain'",
        None,
        lambda _, found: found.certain > 0,
        lambda found: not found.wrongly_certain,
    ),
)


def rightness(goal: Goal, outcomes: Iterable[Outcome]) -> list[tuple[Outcome, bool]]:
    """The cases that a goal is about, each with whether it is right."""
    return [
        (each, goal.is_right(each.judged))
        for each in outcomes
        if each.judged and goal.counts(each, each.judged)
    ]


def share(cases: Sequence[tuple[Outcome, bool]]) -> float:
    """The share of right cases, every case counting the same."""
    return sum(right for _, right in cases) / len(cases)


def typical_share(cases: Sequence[tuple[Outcome, bool]]) -> float | None:
    """The share of right cases with the errors as frequent as they are in real tables."""
    by_name: defaultdict[str, list[bool]] = defaultdict(list)
    for each, right in cases:
        if each.case.planting in PRIORS:
            by_name[each.case.planting].append(right)
    weights = sum(PRIORS[name] for name in by_name)
    if not weights:
        return None
    return sum(PRIORS[name] * statistics.fmean(found) for name, found in by_name.items()) / weights


SPLITS: dict[str, Callable[[Recipe], object]] = {
    "lines": lambda recipe: recipe.lines,
    "figures": lambda recipe: recipe.figures,
    "kind": lambda recipe: recipe.kind,
    "totals": lambda recipe: recipe.totals,
}


def print_goal(goal: Goal, outcomes: Sequence[Outcome]) -> None:
    """A line of the table, and the same by lines, figures, kind and totals."""
    cases = rightness(goal, outcomes)
    if not cases:
        print(f"{goal.name:62} no case")
        return
    typical = typical_share(cases)
    said = [f"{goal.name:62} {share(cases):7.2%} of {len(cases)}"]
    if typical is not None:
        said.append(f"weighted {typical:7.2%}")
    if goal.least is not None:
        said.append(f"goal {goal.least:.1%} {'met' if share(cases) >= goal.least else 'NOT MET'}")
    print("   ".join(said))
    for name, of in SPLITS.items():
        groups: defaultdict[object, list[tuple[Outcome, bool]]] = defaultdict(list)
        for each in cases:
            groups[of(each[0].case.recipe)].append(each)
        if len(groups) > 1:
            parts = (f"{key}: {share(group):.1%} of {len(group)}" for key, group in groups.items())
            print(f"      {name:8} {'   '.join(parts)}")


def print_clean(outcomes: Sequence[Outcome]) -> None:
    """False alarms; where typed lines were rounded before formulas added them up, sums may truly differ."""
    clean = [each for each in outcomes if each.case.planting == CLEAN]
    for is_added_up in (False, True):
        group = [
            each
            for each in clean
            if is_added_up == ((each.case.recipe.figures, each.case.recipe.totals) == (ROUNDED, LIVE))
        ]
        if group:
            name = "rounded lines under live totals" if is_added_up else "clean tables"
            findings, causes = (sum(bool(each.alarms[which]) for each in group) for which in (0, 1))
            print(f"{name}: {len(group)}, with findings {findings}, with causes {causes}; goal 0")


def print_times(outcomes: Sequence[Outcome]) -> None:
    """Processor time of the diagnosis alone, by length of the table."""
    by_lines: defaultdict[int, list[float]] = defaultdict(list)
    for each in outcomes:
        if each.case.planting != CLEAN:
            by_lines[each.case.recipe.lines].append(1000 * each.seconds)
    for lines, times in sorted(by_lines.items()):
        middle, most = statistics.median(times), max(times)
        late = sorted(times)[int(0.99 * (len(times) - 1))]
        print(
            f"{lines:4} lines: median {middle:.1f} ms, 99 of 100 within {late:.0f} ms, longest {most:.0f} ms"
        )


def print_confusion(outcomes: Sequence[Outcome]) -> None:
    """Which mechanism each planted error was taken for by the first cause, "-" where there was none."""
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in outcomes:
        if each.judged and each.case.planting != TWO:
            named[each.case.planting]["unseen" if not each.is_visible else each.judged.named] += 1
    for planted, counts in named.items():
        print(f"  {planted:36} {', '.join(f'{name} {count}' for name, count in counts.most_common())}")


def print_misses(outcomes: Sequence[Outcome], key: str, number: int) -> None:
    """The first cases that are wrong by a goal, each as a text table with what was done and what was said."""
    for goal in GOALS:
        if goal.key.startswith(key):
            wrong = [each.case for each, right in rightness(goal, outcomes) if not right]
            for case in wrong[:number]:
                print(f"\n=== {goal.name.strip()}: {case}\n")
                planted = case.planted()
                assert planted is not None
                print(told(account_of(planted.table), planted))
    if key in ("", CLEAN):
        alarmed = (each.case for each in outcomes if any(each.alarms))
        for case in islice(alarmed, number):
            print(f"\n=== clean: {case}\n")
            print(told(account_of(generated(case.recipe, case.seed))))


def cases(options: argparse.Namespace) -> Iterator[Case]:
    """All cases that are asked for."""
    recipes = [
        Recipe(*each) for each in product(options.kinds, options.lines, options.figures, options.totals)
    ]
    for recipe, seed in product(recipes, range(options.first, options.first + options.seeds)):
        for mechanism in options.mechanisms:
            yield Case(recipe, mechanism, seed)
        if recipe.totals == TYPED and recipe.kind == BUDGET:
            for mechanism, number in product(ONE_CELL, range(options.column)):
                yield Case(recipe, mechanism, 1000 * seed + number, is_aimed=True)
        if recipe.totals == TYPED:
            yield from (Case(recipe, TWO, 1000 * seed + number) for number in range(options.two))
    yield from clean_cases(options)


def clean_cases(options: argparse.Namespace) -> Iterator[Case]:
    """Clean tables of 10 to 300 lines, most of them short."""
    rng = Random(options.first)
    manners = list(product(options.kinds, options.figures, options.totals))
    for number in range(options.clean):
        kind, figures, totals = manners[number % len(manners)]
        shortest, longest = rng.choices([(10, 10), (11, 40), (41, 100), (101, 300)], [8, 8, 3, 1])[0]
        yield Case(Recipe(kind, rng.randint(shortest, longest), figures, totals), CLEAN, number)


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])

    def several(text: str) -> list[str]:
        return text.split(",")

    parser.add_argument("--seeds", type=int, default=10, help="tables of each sort")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--clean", type=int, default=3000, help="clean tables")
    parser.add_argument("--two", type=int, default=4, help="pairs of errors for each table with typed totals")
    parser.add_argument(
        "--column", type=int, default=2, help="errors of each mechanism in a column of no other rule"
    )
    parser.add_argument("--kinds", type=several, default=[BUDGET, INVESTMENT])
    parser.add_argument(
        "--lines", type=lambda text: [int(each) for each in text.split(",")], default=[10, 30, 100, 300]
    )
    parser.add_argument("--figures", type=several, default=[WHOLE_TKR, ROUNDED, KRONOR])
    parser.add_argument("--totals", type=several, default=[TYPED, LIVE])
    parser.add_argument("--mechanisms", type=several, default=list(MECHANISMS))
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--misses", type=int, default=0, help="how many wrong cases to print for each goal")
    keys = ", ".join(dict.fromkeys(goal.key for goal in GOALS))
    parser.add_argument("--of", default="", help=f"only misses of one sort: {keys}, {CLEAN}")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> None:
    """Run all cases and print the table."""
    options = options_of(arguments)
    # The long ones first, so that both processes end together.
    every = sorted(cases(options), key=lambda case: -case.recipe.lines)
    outcomes: list[Outcome] = []
    with Pool(options.processes) as pool:
        for number, each in enumerate(pool.imap(outcome_of, every, chunksize=4), start=1):
            outcomes += [each] if each else []
            if number % 100 == 0:
                print(f"{number} of {len(every)}", file=sys.stderr, flush=True)
    for goal in GOALS:
        print_goal(goal, outcomes)
    print_clean(outcomes)
    print_times(outcomes)
    print("planted: named by the first cause")
    print_confusion(outcomes)
    if options.misses:
        print_misses(outcomes, options.of, options.misses)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Which rows are sums of which others: by their labels, or where these do not tell, by the figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from syditval.model.table import Row, RowRole, RowSum
from syditval.recognition.footing import Weights, columns_explained, is_most
from syditval.recognition.headings import symbol
from syditval.recognition.inferred import inferred_parts
from syditval.recognition.readings import Lines, Parts, above, as_found, leaves, lines_of, of_all, outermost
from syditval.recognition.scene import Scene
from syditval.recognition.weights import total_weights

TOTALS = (RowRole.SUBTOTAL, RowRole.TOTAL)


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The scene with its rows as what they are, what its totals are of, and the weights of the lines."""

    scene: Scene
    parts: Parts
    weights: Weights

    @property
    def sums(self) -> tuple[RowSum, ...]:
        """The totals and what they are of, top to bottom."""
        return tuple(RowSum(total, parts) for total, parts in sorted(self.parts.items()) if parts)

    def explained(self, total: int) -> int:
        """How many columns bear out what a total is of.

        Lines that enter the table's total with a minus may add up plainly in a subtotal.
        """
        readings = [{}, self.weights] if self.weights else [{}]
        parts = self.parts.get(total, ())
        return max(columns_explained(self.scene, total, parts, weights) for weights in readings)


def hierarchy_of(scene: Scene) -> Hierarchy:
    """What the totals are of, by their labels alone where the figures bear that out in most columns.

    Elsewhere the figures are searched for totals that no label tells: parents above their children,
    unlabelled totals, totals above their lines. What is found counts unless it explains less of the
    labelled totals than the labels did.
    """
    plain = _hierarchy(scene, {})
    labelled = [row.number for row in scene.rows_with(*TOTALS)]
    if scene.rows_with(RowRole.TOTAL) and all(is_most(scene, plain.explained(total)) for total in labelled):
        return plain
    found = inferred_parts(scene)
    if not found:
        return plain
    searched = _hierarchy(_with_totals(scene, found), found)
    gains = sum(searched.explained(total) - plain.explained(total) for total in labelled)
    return searched if gains >= 0 else plain


def _with_totals(scene: Scene, found: Parts) -> Scene:
    """The scene with the lines that turned out to be totals, and the lines below a parent as its section.

    One that is of all lines is the table's total, where no other is called that or where it stands
    above them: then what is called so below is of a section.
    """
    whole = _whole(scene, found)
    labels = {row.number: symbol(row.label) for row in scene.rows}
    sections = {part: labels[total] for total, parts in found.items() for part in parts if total < part}

    def named(row: Row) -> Row:
        if row.number == whole:
            return replace(row, role=RowRole.TOTAL)
        is_subtotal = whole is not None if row.role is RowRole.TOTAL else row.number in found
        role = RowRole.SUBTOTAL if is_subtotal else row.role
        return replace(row, role=role, section=row.section or sections.get(row.number, ""))

    return replace(scene, rows=[named(row) for row in scene.rows])


def _whole(scene: Scene, found: Parts) -> int | None:
    lines = set(lines_of(scene)) - set(found)
    is_open = not scene.rows_with(RowRole.TOTAL)
    whole = (total for total in sorted(found) if leaves([total], found) >= lines)
    return next((total for total in whole if is_open or total < min(lines, default=0)), None)


def _hierarchy(scene: Scene, found: Parts) -> Hierarchy:
    """What each total is of, given the sums that were found; a subtotal of no lines is of nothing."""
    parts: dict[int, Lines] = {}
    since = 0
    for subtotal in scene.rows_with(RowRole.SUBTOTAL):
        number = subtotal.number
        candidates = as_found(number, found) if number in found else above(scene, number, since)
        parts[number] = _best(scene, number, candidates)
        # A parent above its children does not end what stands above it.
        if not parts[number] or parts[number][0] < number:
            since = number
    weights, weighed = _weighed(scene, parts)
    for total in scene.rows_with(RowRole.TOTAL):
        candidates = iter([weighed]) if weights else of_all(scene, parts, found.get(total.number, ()))
        parts[total.number] = _best(scene, total.number, candidates)
    return Hierarchy(scene, parts, weights)


def _weighed(scene: Scene, parts: Parts) -> tuple[Weights, Lines]:
    """The weights of the lines, or of subtotals and the lines outside them, and what has any weight.

    Without signs a result may be the subtotal of revenue less that of cost.
    """
    outer = outermost(scene, parts) if parts else ()
    folded = [
        replace(row, role=RowRole.DETAIL) if row.number in outer else row
        for row in scene.rows
        if row.number in outer or row.role is RowRole.TOTAL
    ]
    for seen in (scene, replace(scene, rows=folded)):
        weights = total_weights(seen)
        if weights:
            return weights, tuple(line for line in lines_of(seen) if weights.get(line, 1))
    return {}, ()


def _best(scene: Scene, total: int, candidates: Iterable[Lines]) -> Lines:
    """The first candidate, unless another explains most of the columns and more than those before it."""
    best: Lines | None = None
    most = 0
    for lines in candidates:
        columns = columns_explained(scene, total, lines, {})
        if best is None or (columns > most and is_most(scene, columns)):
            best, most = lines, columns
        if most == len(scene.basic_roles):
            break
    return best or ()

"""Lines that all totals leave out or have twice, that stand twice, or that no row holds."""

from __future__ import annotations

from syditval.diagnosis.whole_lines import whole_lines
from tests.diagnosis.netted import Netted, netted, netted_region

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 401     | -1
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 11     | 58      | -18
"""


def found(net: Netted) -> list[str]:
    """Each line without what it settles, which is every total that fails."""
    joints = list(whole_lines(net.net, net.slips, net.table))
    assert all(net.named(joint.settles) == net.failing for joint in joints)
    return [net.told_joint(joint).split(" settles ")[0] for joint in joints]


def with_totals(totals: str) -> Netted:
    return netted(SOUND.replace("40     | 11     | 58      | -18", totals))


def with_line(line: str) -> Netted:
    """One line more above the total, that this leaves out."""
    return netted(SOUND.replace("Summa", f"{line}\nSumma"))


def test_a_sound_table_has_none() -> None:
    assert found(netted(SOUND)) == []


def test_a_line_that_every_total_leaves_out() -> None:
    """Or that stands nowhere else either, as far as the totals tell."""
    assert found(with_totals("-460   | -159   | -467    | 7")) == [
        "whole line omitted: B6 40 [40, 40], C6 11 [11, 11], D6 58 [58, 58], E6 -18 [-18, -18] by B3 C3 D3 E3",
        "whole line missing: B6 40 [40, 40], C6 11 [11, 11], D6 58 [58, 58], E6 -18 [-18, -18]",
    ]


def test_a_line_that_every_total_has_twice() -> None:
    (doubled, _) = found(with_totals("540    | 181    | 583     | -43"))

    assert doubled == (
        "whole line doubled: B6 40 [40, 40], C6 11 [11, 11], D6 58 [58, 58], E6 -18 [-18, -18] by B3 C3 D3 E3"
    )


def test_rounding_hides_what_a_line_is_out_by() -> None:
    assert [each.split(":")[0] for each in found(with_totals("541    | 180    | 583     | -42"))] == [
        "whole line doubled",
        "whole line missing",
    ]


def test_a_line_that_stands_twice_is_taken_out() -> None:
    """Its label and its figures are those of a line above; the totals have it once."""
    net = with_line("Personal  | 500    | 170    | 525     | -25")

    assert "whole line repeated: B6 0 [0, 0], C6 0 [0, 0], D6 0 [0, 0], E6 0 [0, 0] by B3 C3 D3 E3" in found(
        net
    )


def test_under_another_label_it_is_a_line_that_was_left_out() -> None:
    net = with_line("Vikarier  | 500    | 170    | 525     | -25")

    assert not any("repeated" in each for each in found(net))
    assert any("omitted" in each and each.endswith("by B6 C6 D6 E6") for each in found(net))


def test_lines_without_a_label_are_no_twins() -> None:
    net = netted(
        SOUND.replace("Personal", "        ").replace("Summa", "  | 500    | 170    | 525     | -25\nSumma")
    )

    assert not any("repeated" in each for each in found(net))


def test_a_line_that_no_row_holds() -> None:
    """All totals have 100, 30, 110 and -10 too much: as they must be for a line with its variance."""
    assert found(with_totals("140    | 41     | 168     | -28")) == [
        "whole line missing: B6 40 [40, 40], C6 11 [11, 11], D6 58 [58, 58], E6 -18 [-18, -18]"
    ]


def test_what_does_not_agree_with_itself_is_no_line() -> None:
    """The variance of the totals fails too."""
    assert found(with_totals("140    | 41     | 98      | -28")) == []


def test_nor_is_it_where_nothing_ties_the_totals() -> None:
    """Actuals take part in no other relation, so two of them may be out by anything."""
    net = netted("""
    Benämning | Budget | Utfall | Prognos
    Intäkter  | -900   | -300   | -910
    Personal  | 500    | 170    | 525
    Summa     | -300   | -80    | -485
    """)

    assert net.failing == ["F101 B4", "F101 C4", "F101 D4"]
    assert found(net) == []


def test_one_column_alone_is_a_matter_of_its_total() -> None:
    assert found(with_totals("40     | -159   | 58      | -18")) == []


def test_a_column_that_holds_leaves_the_line_where_it_is() -> None:
    """Three totals leave out the line, that of the actuals does not."""
    lines = found(with_totals("-460   | 11     | -467    | 7"))

    assert [each.split(":")[0] for each in lines] == ["whole line missing"]


def test_a_line_of_a_region_that_its_totals_leave_out() -> None:
    net = netted_region("""
    |        | Män | Kvinnor | Alla
    | Berg   | 100 | 151     | 251
    | Dal    | 220 | 199     | 419
    | Hav    | 310 | 355     | 665
    | Skog   | 90  | 145     | 235
    | Summa  | 410 | 495     | 905
    """)

    assert (
        found(net)[0]
        == "whole line omitted: C6 720 [720, 720], D6 850 [850, 850], E6 1570 [1570, 1570] by C4 D4 E4"
    )

"""How a run ended, as the shell sees it. The numbers never change."""

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_NOTHING_RECOGNISED = 3
EXIT_BUG = 70
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141

# Of several workbooks the worst ending counts: unread, then unrecognised, then with findings.
_WORST_FIRST = (EXIT_USAGE, EXIT_NOTHING_RECOGNISED, EXIT_FINDINGS, EXIT_CLEAN)


def worst(codes: list[int]) -> int:
    """The exit code of a run over several workbooks; clean for none."""
    return next((code for code in _WORST_FIRST if code in codes), EXIT_CLEAN)

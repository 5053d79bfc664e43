"""A row of a table as lines of text."""

_MOST_COLUMNS_OF_A_LAYOUT = 2


def row_lines(cells: list[list[str]], beside: list[str]) -> list[str]:
    """One row: cells of one line each stay beside each other, parted by tabs.

    Two cells of several lines are columns that are read one after the other: the head, or the recipients
    beside the signature. More than two are the row of a real table.

    Args:
        cells: the lines of each.
        beside: gets the lines that are joined to others here: a mark of secrecy is a line of its own.
    """
    said = [[line for line in cell if line.strip()] for cell in cells]
    filled = [cell for cell in said if cell]
    if not filled:
        return []
    if all(len(cell) <= 1 for cell in said) or len(filled) > _MOST_COLUMNS_OF_A_LAYOUT:
        beside += [line for cell in said if len(cell) > 1 for line in cell]
        return ["\t".join(" ".join(cell) for cell in said).rstrip()]
    return [line for cell in filled for line in cell]
